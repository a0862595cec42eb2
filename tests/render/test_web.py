"""A map as a page for a browser; what a browser makes of it is in tests/browser."""

import itertools
import re

import pytest
from hypothesis import given, settings

from argmap.checks import check_map
from argmap.finding import Finding, Severity, Span
from argmap.graph import Graph
from argmap.model import Claim, Map, Quote, Source
from argmap.render.svg import to_svg
from argmap.render.web import map_page
from argmap.render.web.shell import SCRIPTS
from argmap.sources import open_sources
from argmap.testing import maps
from render.paging import ATTACKS, Seen, check_safe, hostile
from render.picturing import chain, debate, make, relate


@pytest.fixture(scope="module")
def seen():
    graph = debate()
    return check_safe(map_page(graph, to_svg(graph)))


def row_of(seen, id):
    (row,) = [row for row in seen.rows() if row.attributes.get("id") == f"claim-{id}"]
    return row


def words_of(seen, row):
    """All text of a row."""
    start = seen.elements.index(row)
    words = [row.text]
    for element in seen.elements[start + 1 :]:
        if element.tag not in ("span", "strong"):
            break
        words.append(element.text)
    return " ".join(" ".join(words).split())


class TestOutline:
    def test_every_claim_has_one_row(self, seen):
        ids = [row.attributes["id"] for row in seen.rows() if "id" in row.attributes]
        assert sorted(ids) == sorted(f"claim-{id}" for id in debate().claims)

    def test_rows_say_what_they_do_and_what_they_rest_on(self, seen):
        assert words_of(seen, row_of(seen, "t")).startswith("◎ thesis Secondary schools should start")
        assert "▼ attacks No buses. ◌ open ❝ County" in words_of(seen, row_of(seen, "buses"))
        assert words_of(seen, row_of(seen, "selected")).startswith("◆ undercuts this support Those schools")
        assert "▲ supports, together 2 premises" in [words_of(seen, row) for row in seen.rows()]
        assert any("nowhere ? not defined" in words_of(seen, row) for row in seen.rows())

    def test_levels_step_down_by_one(self, seen):
        levels = [int(row.attributes["aria-level"]) for row in seen.rows()]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))

    def test_what_has_rows_below_can_be_opened(self, seen):
        rows = seen.rows()
        for row, below in itertools.pairwise(rows):
            deeper = int(below.attributes["aria-level"]) > int(row.attributes["aria-level"])
            assert ("aria-expanded" in row.attributes) == deeper

    def test_arguments_deeper_than_browsers_nest(self):
        graph = chain(2000)
        rows = Seen(map_page(graph, None)).rows()
        assert max(int(row.attributes["aria-level"]) for row in rows) == 2000
        shown = [row for row in rows if "hidden" not in row.attributes]
        assert 2 <= len(shown) <= 122

    def test_findings_are_counted(self):
        graph = debate()
        findings = [_finding("buses", "One."), _finding("buses", "Two."), _finding(None, "Three.")]
        seen = Seen(map_page(graph, None, findings=findings))
        assert "⚠ 2 findings" in words_of(seen, row_of(seen, "buses"))
        assert [finding["message"] for finding in seen.data()["findings"]] == ["One.", "Two.", "Three."]


def _finding(claim, message):
    return Finding(
        "AM107", "unsupported", Severity.WARNING, message, "map.yaml", Span(3, 1, 3, 5), claim=claim
    )


class TestPicture:
    def test_claims_come_breadth_first_from_the_thesis(self, seen):
        cards = [it for it in seen.all("g") if "data-claim" in it.attributes]
        assert [card.attributes["data-claim"] for card in cards] == [str(n) for n in range(len(cards))]
        data = seen.data()
        assert data["claims"][0]["id"] == "t"
        distances = [claim["distance"] for claim in data["claims"]]
        assert distances == sorted(distances)
        assert "Secondary schools" in cards[0].attributes["aria-label"]
        assert {card.attributes["role"] for card in cards} == {"graphics-symbol"}

    def test_ids_are_unique(self, seen):
        ids = [it.attributes["id"] for it in seen.elements if "id" in it.attributes]
        assert len(ids) == len(set(ids))

    def test_a_page_without_a_picture_says_why(self):
        seen = Seen(map_page(debate(), None, without="Too <large>."))
        assert not seen.all("svg")
        assert "Too <large>." in [it.text.strip() for it in seen.all("p")]


class TestData:
    def test_verdicts_of_both_readings(self, seen):
        granted, evidenced = seen.data()["readings"]
        assert (granted["words"], evidenced["words"]) == (
            "if the premises are granted",
            "on the evidence given",
        )
        number = [claim["id"] for claim in seen.data()["claims"]].index("grades")
        assert granted["verdicts"][number] == "stands"
        assert evidenced["verdicts"][number] == "open"
        assert evidenced["reasons"][number] == "no evidence, and not assumed"

    def test_passages_with_links_to_them(self, tmp_path):
        tmp_path.joinpath("text.txt").write_text("The arch has three rings. Two are cracked.\n")
        claim = Claim(
            id="t",
            text="It is cracked.",
            at=(Quote(source="s", text="Two … cracked"), Quote(source="s", text="not there at all")),
        )
        source = Source(id="s", title="Report", url="https://example.org/r", file="text.txt")
        graph = make([claim], [], sources={"s": source})
        data = Seen(map_page(graph, None, sources=open_sources(graph.map, tmp_path))).data()
        found, lost = data["claims"][0]["at"]
        assert found["passage"] == "Two are cracked"
        assert found["link"] == "https://example.org/r#:~:text=Two%20are%20cracked"
        assert "not in 's'" in lost["problem"]

    def test_parts_keep_the_verdicts_of_the_whole(self):
        whole = make([Claim(id="t", text="T."), Claim(id="a", text="A.")], [relate("attacks", "a", "t")])
        part = Graph(
            whole.map.model_copy(update={"claims": {"t": whole.claims["t"]}, "relations": {}}), whole
        )
        assert Seen(map_page(part, None)).data()["readings"][0]["verdicts"] == ["falls"]

    @given(maps())
    @settings(max_examples=25)
    def test_any_map(self, map):
        graph = Graph(map)
        findings = check_map(map, (), file="map.yaml", locate=lambda _: Span(1, 1, 1, 1))
        seen = check_safe(map_page(graph, None, findings=findings))
        data = seen.data()
        assert sorted(claim["id"] for claim in data["claims"]) == sorted(map.claims)
        assert {claim["id"]: claim["text"] for claim in data["claims"]} == {
            id: claim.text for id, claim in map.claims.items()
        }
        assert len(data["readings"][0]["verdicts"]) == len(map.claims)
        assert sum("id" in row.attributes for row in seen.rows()) == len(map.claims)


class TestSafety:
    def test_no_script_comes_from_a_map(self, tmp_path):
        tmp_path.joinpath("text.txt").write_text("\n\n".join(ATTACKS), encoding="utf-8")
        map = hostile()
        graph = Graph(map)
        findings = check_map(map, (), file="<script>boom()</script>", locate=lambda _: Span(1, 1, 1, 1))
        sources = open_sources(map, tmp_path)
        page = map_page(graph, to_svg(graph), findings=findings, sources=sources)
        seen = check_safe(page)
        harmless = Map(title="T", thesis=("t",), claims={"t": Claim(id="t", text="T.")})
        elements = {it.tag for it in Seen(map_page(Graph(harmless), to_svg(Graph(harmless)))).elements}
        # What a larger map has beside, and nothing that the texts name.
        assert {it.tag for it in seen.elements} - elements <= {
            "path",
            "ellipse",
            "strong",
            "polyline",
            "li",
            "ul",
            "dl",
            "dt",
            "dd",
        }
        assert next(claim["text"] for claim in seen.data()["claims"]) == ATTACKS[0]

    def test_no_claim_turns_the_words_beside_it(self):
        turning = "\u202eNo\u2066 \u2067way\u202d"
        claims = [
            Claim(id=id, text=turning, label=turning, voice="reported", speaker=turning) for id in ("t", "c")
        ]
        graph = make(claims, [relate("supports", "c", "t")], title="T")
        seen = Seen(map_page(graph, to_svg(graph)))
        written = "".join(it.text for it in seen.elements if it.tag not in ("script", "desc"))
        assert written.count("No way") > len(claims)
        assert not set(written) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

    def test_the_script_makes_no_markup_of_text(self):
        for name in SCRIPTS:
            script = _source(f"{name}.js")
            assert not re.search(
                r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setTimeout\(\s*[\"'`]",
                script,
            )

    def test_an_empty_map(self):
        check_safe(map_page(Graph(Map()), None))


def _source(name):
    from pathlib import Path

    import argmap.render.web

    return Path(argmap.render.web.__file__).with_name(name).read_text(encoding="utf-8")
