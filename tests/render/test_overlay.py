"""What pictures show besides the map: verdicts, strengths, findings, styles, what is left out."""

import pytest

from argmap.config import Style
from argmap.evaluate import evaluate
from argmap.finding import Finding, Severity, Span
from argmap.model import Claim
from argmap.render.overlay import Overlay
from argmap.render.styles import looks_of
from argmap.render.svg import to_svg
from argmap.render.themes import DARK, LIGHT, PRINT
from render.picturing import SVG, chain, debate, groups, make, parse, relate, texts


def drawn(graph, **options):
    return groups(parse(to_svg(graph, **options)))


def finding(code, severity, claim):
    return Finding(code, "a-rule", Severity(severity), "Something.", "m.yaml", Span(1, 1, 1, 2), claim=claim)


def answered():
    claims = [Claim(id=id, text=f"The claim {id}.") for id in ("t", "reason", "objection", "answer")]
    pairs = [
        ("supports", "reason", "t"),
        ("attacks", "objection", "reason"),
        ("attacks", "answer", "objection"),
    ]
    return make(claims, [relate(*pair) for pair in pairs])


class TestVerdicts:
    def test_stand_on_the_cards_with_the_reason(self):
        graph = answered()
        picture = drawn(graph, overlay=Overlay(evaluate(graph), verdicts=True))
        assert "√ stands" in texts(picture["claim-t"])
        assert {"× falls", "a standing objection (answer)"} <= set(texts(picture["claim-objection"]))
        assert "Falls." in picture["claim-objection"].get("aria-label")

    def test_are_counted_in_the_heading(self):
        graph = answered()
        picture = drawn(graph, overlay=Overlay(evaluate(graph), verdicts=True))
        said = " ".join(texts(picture["map"]))
        assert 'If the premises are granted: 3 stand, 1 fall, 0 open. "Falls" is not "false".' in said

    def test_steps_that_do_not_hold_are_thin(self):
        graph = answered()
        picture = drawn(graph, overlay=Overlay(evaluate(graph), verdicts=True))
        widths = {
            id: picture[f"relation-{id}"].find(f"{SVG}path").get("stroke-width")
            for id in ("reason:supports:t", "objection:attacks:reason")
        }
        assert float(widths["objection:attacks:reason"]) < float(widths["reason:supports:t"])

    def test_of_a_part_are_those_of_the_whole(self):
        from argmap.graph import Graph
        from argmap.query.part import part

        whole = answered()
        some = Graph(part(whole, ["objection"]), whole)
        picture = drawn(some, overlay=Overlay(evaluate(whole), verdicts=True))
        assert "× falls" in texts(picture["claim-objection"])
        assert "claim-answer" not in picture

    def test_strengths(self):
        graph = answered()
        picture = drawn(graph, overlay=Overlay(evaluate(graph, strength="qe")))
        assert "strength 0.50" in texts(picture["claim-answer"])
        assert "√ stands" not in texts(picture["claim-answer"])


class TestFindings:
    def test_are_badges_the_gravest_first(self):
        found = [
            finding("AM505", "info", "t"),
            finding("AM104", "error", "t"),
            finding("AM201", "warning", "t"),
        ]
        picture = drawn(answered(), overlay=Overlay(findings=found))
        badges = [text for text in texts(picture["claim-t"]) if "AM" in text]
        assert badges == ["× AM104", "! AM201", "i AM505"]
        assert "AM104 a-rule" in picture["claim-t"].get("aria-label")

    def test_are_counted_in_the_heading(self):
        found = [
            finding("AM104", "error", None),
            finding("AM201", "warning", "t"),
            finding("AM202", "warning", "t"),
        ]
        said = texts(drawn(answered(), overlay=Overlay(findings=found))["map"])
        assert "Findings: 1 error, 2 warnings" in said
        assert "Findings: none" in texts(drawn(answered(), overlay=Overlay(findings=[]))["map"])

    def test_too_many_for_a_card_are_counted(self):
        found = [finding(f"AM2{n:02}", "warning", "t") for n in range(11)]
        said = texts(drawn(answered(), overlay=Overlay(findings=found))["claim-t"])
        assert sum(text.startswith("! AM2") for text in said) == 8
        assert "+3" in said

    def test_of_one_rule_are_one_badge(self):
        found = [finding("AM302", "info", "t")] * 3
        assert "i AM302 ×3" in texts(drawn(answered(), overlay=Overlay(findings=found))["claim-t"])


class TestDepth:
    def test_counts_what_is_not_drawn(self):
        picture = drawn(answered(), depth=1)
        assert "claim-reason" in picture
        assert "claim-objection" not in picture
        assert "+ 2 more" in texts(picture["claim-reason"])
        assert "2 more claims below" in picture["claim-reason"].get("aria-label")
        assert "claims that are not drawn here" in texts(picture["map"])

    def test_leaves_out_lines_to_what_is_not_drawn(self):
        picture = drawn(debate(), depth=1)
        assert {id for id in picture if id.startswith("claim-")} == {
            "claim-t", "claim-sleep", "claim-health-first", "claim-grades", "claim-buses", "claim-jobs",
        }  # fmt: skip
        assert "relation-undercut" not in picture
        assert "relation-step" in picture

    def test_of_none_is_the_thesis(self):
        picture = drawn(chain(50), depth=0)
        assert [id for id in picture if id.startswith("claim-")] == ["claim-t"]
        assert "+ 49 more" in texts(picture["claim-t"])


class TestStyles:
    @staticmethod
    def styled(*styles, theme=LIGHT):
        graph = debate()
        looks, hidden = looks_of(graph, [Style.model_validate(style) for style in styles])
        return drawn(graph, overlay=Overlay(looks=looks), theme=theme), hidden

    def test_a_colour_comes_with_a_word_on_the_card_and_in_the_legend(self):
        picture, _ = self.styled({"where": "role:rebuttal", "colour": "orange", "label": "Replies"})
        card = picture["claim-matched"]
        assert "■ Replies" in texts(card)
        assert LIGHT.hues["orange"] in {polygon.get("stroke") for polygon in card.iter(f"{SVG}polygon")}
        assert "Replies" in texts(picture["map"])
        assert "■ Replies" not in texts(picture["claim-t"])

    def test_a_colour_without_a_word_is_called_by_its_selector(self):
        picture, _ = self.styled({"where": "voice:reported", "colour": "#123456"})
        assert "■ voice:reported" in texts(picture["claim-buses"])

    @pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT])
    def test_shades_go_with_the_theme(self, theme):
        picture, _ = self.styled({"where": "t", "colour": "blue"}, theme=theme)
        strokes = {polygon.get("stroke") for polygon in picture["claim-t"].iter(f"{SVG}polygon")}
        assert theme.hues["blue"] in strokes

    @pytest.mark.parametrize("shape", ["box", "rounded", "oval", "hexagon", "octagon", "note", "folder"])
    def test_every_shape_is_drawn(self, shape):
        picture, _ = self.styled({"where": "buses", "shape": shape})
        assert "No buses." in texts(picture["claim-buses"])

    def test_later_styles_go_before_earlier_ones(self):
        picture, _ = self.styled(
            {"where": "t", "colour": "red"}, {"where": "thesis", "colour": "blue", "label": "B"}
        )
        said = texts(picture["claim-t"])
        assert said.index("■ t") < said.index("■ B")
        strokes = {polygon.get("stroke") for polygon in picture["claim-t"].iter(f"{SVG}polygon")}
        assert LIGHT.hues["blue"] in strokes
        assert LIGHT.hues["red"] not in strokes

    def test_hidden_claims_are_named(self):
        _, hidden = self.styled({"where": "voice:analyst", "hide": True})
        assert hidden == {"selected", "matched"}

    def test_ids_of_other_maps_are_passed_over(self):
        _, hidden = self.styled({"where": "some-other-claim", "hide": True})
        assert hidden == frozenset()

    def test_raw_attributes_reach_graphviz(self):
        picture, _ = self.styled({"where": "t", "graphviz": {"fontname": "Courier"}})
        assert all("Courier" in text.get("font-family") for text in picture["claim-t"].iter(f"{SVG}text"))
        assert {text.get("font-family") for text in picture["claim-buses"].iter(f"{SVG}text")} == {None}

    def test_raw_attributes_go_before_those_of_a_shape(self):
        picture, _ = self.styled({"where": "t", "shape": "oval", "graphviz": {"color": "#123456"}})
        (frame,) = picture["claim-t"].iter(f"{SVG}ellipse")
        assert frame.get("stroke") == "#123456"
