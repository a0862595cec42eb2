"""Pages for every reader: on paper, on a phone, by ear, in the dark; and for one who means ill."""

import pytest

import argmap
from browser.driving import ROOT, press, shown, violations, watched
from render.paging import hostile

ARTICLE = argmap.load(ROOT / "maps/fentanyl-tariffs.yaml")
LIMIT = "weight-limit-would-do"


class TestPaper:
    def test_all_of_the_outline_and_the_picture_are_printed(self, article):
        assert len(shown(article)) < len(ARTICLE.claims)
        article.emulate_media(media="print")
        assert len(shown(article)) == len(ARTICLE.claims)
        assert article.is_visible("#ui-paper svg")
        assert article.is_hidden("#ui-tools")
        assert article.pdf(format="A4").startswith(b"%PDF")
        article.emulate_media(media="screen")

    def test_a_search_is_printed_as_it_is(self, article):
        article.fill("#ui-search", "precursors")
        before = shown(article)
        article.emulate_media(media="print")
        assert shown(article) == before
        article.emulate_media(media="screen")


class TestPhone:
    @pytest.mark.parametrize("name", ["bridge", "article", "hostile"])
    def test_nothing_is_wider_than_the_screen(self, phone, name):
        page = phone(name)
        for view in ("outline", "picture", "about"):
            page.tap(f"#ui-views [data-view={view}]")
            assert page.evaluate("document.documentElement.scrollWidth") == 360

    def test_a_claim_comes_as_a_sheet(self, phone):
        page = phone("bridge")
        page.tap(f"#claim-{LIMIT}")
        sheet = page.locator("#ui-about").bounding_box()
        row = page.locator(f"#claim-{LIMIT}").bounding_box()
        assert sheet["y"] + sheet["height"] == pytest.approx(740, abs=2)
        assert 0 < row["y"] < sheet["y"]
        assert violations(page) == []
        page.tap("#ui-close")
        assert page.is_hidden("#ui-about")

    def test_one_view_at_a_time(self, phone):
        page = phone("bridge")
        assert page.is_hidden("#ui-picture")
        page.tap("#ui-views [data-view=picture]")
        assert page.is_visible("#ui-paper svg")
        assert page.is_hidden("#ui-outline")
        page.tap("#ui-more")
        assert page.is_visible("[data-filter=role]")


class TestAccessibility:
    @pytest.mark.parametrize("name", ["bridge", "article", "empty"])
    def test_no_violation(self, desktop, name):
        assert violations(desktop(name)) == []

    def test_no_violation_with_a_claim_a_search_and_focus(self, bridge):
        bridge.click(f"#claim-{LIMIT}")
        assert violations(bridge) == []
        press(bridge, "f")
        assert violations(bridge) == []
        press(bridge, "Escape")
        bridge.fill("#ui-search", "bridge")
        assert violations(bridge) == []

    def test_no_violation_in_the_dark(self, dark):
        page = dark("bridge")
        assert violations(page) == []
        page.click(f"#claim-{LIMIT}")
        press(page, "f")
        assert violations(page) == []


class TestHostile:
    def test_nothing_runs_whatever_is_looked_at(self, desktop):
        page = desktop("hostile")
        for id, claim in hostile().claims.items():
            page.evaluate("id => document.getElementById(`claim-${id}`).click()", id)
            assert page.text_content("#ui-claim h2").split() == claim.text.split()
        for name in ("speaker", "section", "tag", "finding"):
            if page.query_selector(f"[data-filter={name}]"):
                page.select_option(f"[data-filter={name}]", index=1)
        page.fill("#ui-search", "<script>")
        assert watched(page) == []
        assert page.evaluate("document.querySelectorAll('script').length") == 2
        hrefs = page.evaluate("[...document.querySelectorAll('a')].map(link => link.protocol)")
        assert set(hrefs) <= {"file:", "https:"}

    def test_the_policy_would_stop_what_came_through(self, desktop):
        page = desktop("bridge")
        page.evaluate(
            """() => { const script = document.createElement("script");
                script.append("boom()");
                document.body.append(script); }"""
        )
        page.wait_for_function("window.trouble.length")
        trouble = watched(page)
        assert "boom" not in trouble
        assert any("script-src" in it or "trusted" in it for it in trouble)
        with pytest.raises(Exception, match="TrustedHTML"):
            page.evaluate("document.body.innerHTML = '<script>boom()</script>'")
        with pytest.raises(Exception, match=r"Failed to fetch|NetworkError"):
            page.evaluate("fetch('https://example.org/')")
