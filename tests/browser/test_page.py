"""What a reader can do with the page of a map."""

import pytest

import argmap
from argmap.graph import Graph
from argmap.render.forest import grow
from browser.driving import ROOT, chosen, fitting, lit, press, shown, watched

BRIDGE = argmap.load(ROOT / "examples/bridge/bridge.yaml")
ARTICLE = argmap.load(ROOT / "maps/fentanyl-tariffs.yaml")
LIMIT = "weight-limit-would-do"


NAME = "(it => it.id || it.ariaLabel || it.textContent)"


def focused(page):
    """The id of what the keyboard is at, or else its name."""
    return page.evaluate(f"{NAME}(document.activeElement)")


class TestOutline:
    def test_all_claims_of_a_small_map_are_shown(self, bridge):
        assert sorted(shown(bridge)) == sorted(BRIDGE.claims)

    def test_nothing_but_the_page_is_asked_for(self, bridge):
        press(bridge, "ArrowDown")
        assert [url for url in bridge.asked if not url.startswith("data:")] == [bridge.url]

    def test_a_click_shows_the_claim_everywhere(self, bridge):
        bridge.click(f"#claim-{LIMIT}")
        assert chosen(bridge) == LIMIT
        text = bridge.inner_text("#ui-claim")
        assert "A weight limit would keep the vans off" in text
        assert "Added by the map-maker." in text

    def test_closing_hides_what_is_below(self, bridge):
        bridge.click("#ui-shut")
        assert shown(bridge) == ["close-to-cars"]
        bridge.click("#ui-open")
        assert sorted(shown(bridge)) == sorted(BRIDGE.claims)

    def test_a_reference_leads_to_the_claim(self, bridge):
        bridge.click(".row.again")
        assert chosen(bridge) == "load-opens-cracks"


class TestKeyboard:
    def test_to_the_tree_and_through_it(self, bridge):
        bridge.focus("#ui-shut")
        press(bridge, "Tab")
        assert focused(bridge) == "claim-close-to-cars"
        press(bridge, "ArrowDown", "ArrowDown")
        assert focused(bridge) == "claim-damage-goes-on"
        assert chosen(bridge) == "damage-goes-on"
        press(bridge, "ArrowLeft")  # closes it
        press(bridge, "ArrowDown")
        assert chosen(bridge) == "closing-stops-damage"
        press(bridge, "ArrowUp", "ArrowRight", "ArrowRight", "ArrowRight")  # opens it, goes in twice
        assert chosen(bridge) == "arch-cracked"
        press(bridge, "ArrowLeft", "ArrowLeft", "ArrowLeft")
        assert focused(bridge) == "claim-damage-goes-on"
        press(bridge, "End")
        assert chosen(bridge) == "detour-is-longer"
        press(bridge, "Home")
        assert chosen(bridge) == "close-to-cars"

    def test_reading_a_claim_and_back(self, bridge):
        bridge.click("#claim-shops-lose-customers")
        press(bridge, "Enter")
        assert focused(bridge) == "ui-claim"
        press(bridge, "Tab", "Tab", "Tab")  # past Focus and Close to the passage
        assert bridge.evaluate("document.activeElement.closest('#ui-claim') !== null")
        press(bridge, "Escape")
        assert focused(bridge) == "claim-shops-lose-customers"
        assert bridge.is_visible("#ui-map")

    def test_through_the_picture(self, bridge):
        press(bridge, "p")
        press(bridge, "ArrowDown")
        assert chosen(bridge) == "damage-goes-on"
        press(bridge, "ArrowRight")
        assert chosen(bridge) == "closing-stops-damage"
        press(bridge, "ArrowRight")  # what undercuts the step of the two
        assert chosen(bridge) == LIMIT
        press(bridge, "ArrowUp")
        assert chosen(bridge) == "close-to-cars"
        press(bridge, "p")
        assert focused(bridge) == "claim-close-to-cars"

    def test_every_control_can_be_reached(self, bridge):
        bridge.focus("#ui-head a")
        met = set()
        for _ in range(60):
            press(bridge, "Tab")
            met.add(focused(bridge))
        controls = bridge.evaluate(
            "[...document.querySelectorAll('button, input, select')].filter(it => it.checkVisibility())"
            f".map({NAME})"
        )
        assert set(controls) <= met


class TestSearch:
    def test_words_wherever_they_stand(self, bridge):
        press(bridge, "/")
        bridge.keyboard.type("BRIDGE cars")
        expected = {id for id, claim in BRIDGE.claims.items() if {"bridge", "cars"} <= _words(claim.text)}
        assert expected
        assert expected <= set(fitting(bridge))
        assert set(fitting(bridge)) == set(lit(bridge))
        assert bridge.inner_text("#ui-status") == f"{len(fitting(bridge))} of 13 claims"
        press(bridge, "Enter")
        assert chosen(bridge) == fitting(bridge)[0]
        bridge.click("#ui-left [data-clear]")
        assert sorted(shown(bridge)) == sorted(BRIDGE.claims)

    def test_case_and_accents_do_not_count(self, bridge):
        bridge.fill("#ui-search", "trädERS")
        assert fitting(bridge) == ["shops-lose-customers"]  # by its speaker

    def test_nothing_found(self, bridge):
        bridge.fill("#ui-search", "unheard of")
        assert shown(bridge) == []
        assert bridge.is_visible("#ui-outline .none")
        press(bridge, "Escape")
        assert sorted(shown(bridge)) == sorted(BRIDGE.claims)


def _words(text):
    return set(text.lower().replace(".", "").split())


class TestFilters:
    @pytest.mark.parametrize(
        "selector",
        [
            "role:rebuttal",
            "voice:implicit",
            "is:unsupported",
            "verdict:falls",
            "role:counterclaim,is:evidenced",
        ],
    )
    def test_they_leave_what_the_selector_names(self, article, selector):
        for part in selector.split(","):
            name, _, value = part.partition(":")
            article.select_option(f"[data-filter={name}]", value)
        assert set(fitting(article)) == set(argmap.select(ARTICLE, selector))
        assert set(lit(article)) == set(fitting(article))
        assert article.inner_text("#ui-status code") == f"--where '{selector}'"

    @pytest.mark.parametrize("name", ["section", "speaker", "tag"])
    def test_values_of_the_map(self, article, name):
        options = article.evaluate(
            f"[...document.querySelector('[data-filter={name}]').options].map(it => it.value)"
        )
        value = options[1]
        article.select_option(f"[data-filter={name}]", value)
        assert set(fitting(article)) == set(argmap.select(ARTICLE, f'{name}:"{value}"'))

    def test_verdicts_follow_the_reading(self, article):
        article.select_option("#ui-reading", "1")
        assert "open" in article.inner_text("#claim-cooperation-over-tariffs .verdict")
        article.select_option("[data-filter=verdict]", "stands")
        evidenced = argmap.evaluate(ARTICLE, leaves="evidenced").labels
        assert set(fitting(article)) == {id for id in ARTICLE.claims if evidenced[id].verdict == "stands"}


class TestClaim:
    def test_focus_leaves_the_neighbourhood(self, bridge):
        bridge.click(f"#claim-{LIMIT}")
        press(bridge, "f")
        near = {LIMIT, "load-opens-cracks", "damage-goes-on", "closing-stops-damage", "close-to-cars"}
        assert set(fitting(bridge)) == set(lit(bridge)) == near
        assert bridge.get_attribute("#ui-focus", "aria-pressed") == "true"
        press(bridge, "Escape")
        assert sorted(shown(bridge)) == sorted(BRIDGE.claims)
        assert chosen(bridge) == LIMIT

    def test_the_way_to_the_thesis(self, bridge):
        bridge.click("#claim-vans-too-heavy")
        way = [relation.id for relation in grow(Graph(BRIDGE)).way("vans-too-heavy")]
        lines = bridge.evaluate("[...document.querySelectorAll('svg .edge.way')].map(line => line.id)")
        assert set(way) == {line.removeprefix("relation-").split("/")[0] for line in lines}
        section = bridge.locator("#ui-claim section", has_text="Way to the thesis")
        assert section.locator("li").count() == len(way)
        assert "Mill Bridge should be closed to cars" in section.inner_text()

    def test_the_passage_and_the_way_there(self, bridge):
        bridge.click("#claim-shops-lose-customers")
        made = bridge.locator("#ui-claim section", has_text="Where it is made")
        assert (
            made.locator("blockquote").inner_text().startswith("The traders of Water Street are against it")
        )
        assert "¶3" in made.locator("figcaption").inner_text()

    def test_findings_and_both_verdicts(self, bridge):
        bridge.click("#claim-customers-walk")
        assert "AM107" in bridge.inner_text("#ui-claim .finding")
        told = bridge.locator("#ui-claim .reading").all_inner_texts()
        assert told[0].startswith("✔ stands if the premises are granted")
        assert told[1].startswith("◌ open on the evidence given")

    def test_findings_of_the_map_lead_to_claims(self, bridge):
        bridge.click("#ui-findings a >> nth=0")
        assert chosen(bridge) in BRIDGE.claims

    def test_links_between_claims_and_back(self, bridge):
        bridge.click("#claim-customers-walk")
        bridge.click("#ui-claim a.to >> nth=0")
        assert chosen(bridge) == "shops-lose-customers"
        bridge.go_back()
        assert chosen(bridge) == "customers-walk"


class TestAddress:
    def test_a_deep_link_shows_its_claim(self, desktop):
        page = desktop("article", "china-indifferent")
        assert chosen(page) == "china-indifferent"
        assert "china-indifferent" in shown(page)
        assert page.locator("#claim-china-indifferent").is_visible()
        assert watched(page) == []

    @pytest.mark.parametrize("claim", ["no-such-claim", "%E0%A4%A", "%3Cscript%3Eboom()%3C/script%3E"])
    def test_a_link_to_nothing(self, desktop, claim):
        page = desktop("bridge", claim)
        assert page.is_visible("#ui-map")
        assert watched(page) == []


class TestPicture:
    def test_a_click_on_a_card(self, bridge):
        bridge.click("svg [data-claim] >> nth=0")
        assert chosen(bridge) == "close-to-cars"

    def test_sizes(self, bridge):
        width = "document.querySelector('#ui-paper svg').getBoundingClientRect().width"
        before = bridge.evaluate(width)
        press(bridge, "+")
        assert bridge.evaluate(width) == pytest.approx(1.25 * before, rel=0.01)
        press(bridge, "0")
        assert bridge.evaluate(width) <= bridge.evaluate("document.querySelector('#ui-paper').clientWidth")

    def test_dragging_moves_it_and_chooses_nothing(self, bridge):
        press(bridge, "+", "+", "+")
        box = bridge.locator("#ui-paper").bounding_box()
        before = bridge.evaluate("document.querySelector('#ui-paper').scrollLeft")
        bridge.mouse.move(box["x"] + 300, box["y"] + 200)
        bridge.mouse.down()
        bridge.mouse.move(box["x"] + 200, box["y"] + 200, steps=4)
        bridge.mouse.up()
        assert bridge.evaluate("document.querySelector('#ui-paper').scrollLeft") == pytest.approx(
            before + 100, abs=2
        )
        assert chosen(bridge) is None

    def test_a_page_without_one(self, desktop):
        page = desktop("empty")
        assert "No claims." in page.inner_text("#ui-picture")
        press(page, "p", "+", "f", "Escape", "/")
        page.keyboard.type("x")
        press(page, "Enter", "Escape", "Escape")
        assert watched(page) == []
