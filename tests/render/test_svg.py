"""The map as an SVG picture."""

import itertools
import math
import re

import pytest

from argmap.graph import Graph
from argmap.model import Claim, Map
from argmap.render.svg import to_svg
from render.picturing import SVG, box, chain, groups, joined, make, parse, relate, texts


@pytest.fixture(scope="module")
def picture(source):
    return parse(source)


@pytest.fixture(scope="module")
def drawn(picture):
    return groups(picture)


@pytest.fixture(scope="module")
def long():
    return parse(to_svg(chain(45)))


def line(group):
    """Start and end of a group's path: Graphviz draws from premise to target."""
    points = re.findall(r"(-?[\d.]+),(-?[\d.]+)", group.find(f"{SVG}path").get("d"))
    return [(float(x), float(y)) for x, y in (points[0], points[-1])]


def touches(point, group, slack=14):
    """Tell whether a point lies at a group's shape, arrowheads aside."""
    shape = group.find(f"{SVG}ellipse")
    if shape is not None:
        return math.dist(point, (float(shape.get("cx")), float(shape.get("cy")))) < slack
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", group.find(f"{SVG}path").get("d"))]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs) - slack < point[0] < max(xs) + slack and min(ys) - slack < point[1] < max(ys) + slack


class TestCards:
    @pytest.mark.parametrize(
        ("claim", "words"),
        [
            ("t", ["THESIS", "t", "Secondary schools should", "start no earlier than nine."]),
            ("sleep", ["PREMISE", "sleep", "Teenagers sleep too little.", "● evidence: study ¶3"]),
            ("health-first", ["PREMISE", "implicit", "health-first", "◊ assumed"]),
            ("selected", ["COUNTERCLAIM", "analyst", "○ unsupported"]),
            ("matched", ["REBUTTAL", "○ unsupported"]),
            ("buses", ["COUNTERCLAIM", "reported: County"]),
            ("jobs", ["▪ residual"]),
        ],
    )
    def test_says_role_voice_text_and_marks(self, drawn, claim, words):
        said = texts(drawn[f"claim-{claim}"])
        for word in words:
            assert any(word in text for text in said), (word, said)

    def test_shows_the_label_above_the_text_which_is_its_tooltip_too(self):
        graph = make([Claim(id="t", text="A long story.", label="In short")], [])
        group = groups(parse(to_svg(graph)))["claim-t"]
        said = texts(group)
        assert said.index("In short") < said.index("A long story.")
        assert group.find(f"{SVG}title").text == "A long story."

    def test_voices_differ_in_the_line_of_the_frame(self, drawn):
        def frame(claim):
            return drawn[f"claim-{claim}"].findall(f"{SVG}polygon")[-1].get("stroke-dasharray")

        assert len({frame("sleep"), frame("health-first"), frame("selected")}) == 3

    def test_of_claims_that_are_not_defined_say_so(self, picture):
        assert {"nowhere", "not defined in this map"} <= set(texts(picture))

    def test_long_names_and_speakers_are_wrapped_within_the_card(self):
        claim = Claim(id="t" * 200, text="x" * 300, voice="reported", speaker="A " * 80)
        group = groups(parse(to_svg(make([claim], [], thesis=claim.id))))[f"claim-{claim.id}"]
        left, _, right, _ = box(group)
        assert right - left < 300
        assert joined(group).count("t" * 20) >= 10


class TestLines:
    @pytest.mark.parametrize(
        ("relation", "colour", "dashed"),
        [
            ("step", "#00796b", False),
            ("jobs:attacks:t", "#c4401a", True),
            ("answer", "#6a1b9a", True),
            ("sports:rephrases:jobs", "#757575", False),
        ],
    )
    def test_have_colour_and_style_of_their_kind(self, drawn, relation, colour, dashed):
        path = drawn[f"relation-{relation}"].find(f"{SVG}path")
        assert path.get("stroke") == colour
        assert (path.get("stroke-dasharray") is not None) is dashed

    def test_attacks_and_undercuts_differ_without_colour(self, drawn):
        attack, undercut = drawn["relation-jobs:attacks:t"], drawn["relation-answer"]
        dashes = {group.find(f"{SVG}path").get("stroke-dasharray") for group in (attack, undercut)}
        assert len(dashes) == 2

    def test_linked_premises_join_before_one_arrow(self, drawn):
        point = drawn["relation-linked/point"]
        assert texts(point) == ["and"]
        for place in "12":
            tail = drawn[f"relation-linked/{place}"]
            assert touches(line(tail)[1], point)
            assert tail.find(f"{SVG}polygon") is None, "no arrowhead"
        head = drawn["relation-linked"]
        assert touches(line(head)[0], point)
        assert head.find(f"{SVG}polygon") is not None

    @pytest.mark.parametrize(("undercut", "step"), [("undercut", "step"), ("answer", "undercut")])
    def test_undercuts_end_at_the_step_that_they_deny(self, drawn, undercut, step):
        assert touches(line(drawn[f"relation-{undercut}"])[1], drawn[f"relation-{step}/point"])

    def test_scheme_stands_at_the_step(self, drawn):
        assert texts(drawn["relation-step/point"]) == ["sign"]


class TestLayout:
    def test_thesis_is_on_top(self, drawn):
        top = {id: box(group)[1] for id, group in drawn.items() if id.startswith("claim-")}
        assert min(top, key=top.get) == "claim-t"

    def test_of_a_large_map_thesis_is_at_the_left(self, long):
        left = {id: box(group)[0] for id, group in groups(long).items() if id.startswith("claim-")}
        assert min(left, key=left.get) == "claim-t"

    def test_cards_do_not_overlap(self, drawn, long):
        for cards in (drawn, groups(long)):
            boxes = [box(group) for id, group in cards.items() if id.startswith("claim-")]
            for a, b in itertools.combinations(boxes, 2):
                assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]

    def test_text_keeps_clear_of_the_frame_even_in_a_wide_font(self, drawn):
        for id, group in drawn.items():
            if id.startswith("claim-"):
                left, _, right, _ = box(group)
                for text in group.findall(f"{SVG}text"):
                    width = len(text.text) * float(text.get("font-size")) * 0.53
                    assert left < float(text.get("x")) < float(text.get("x")) + width < right + 1, text.text

    def test_sections_are_clusters_around_their_claims(self, drawn):
        for section, claims in (("section-1", ["sleep", "grades"]), ("section-2", ["buses", "jobs"])):
            left, top, right, bottom = box(drawn[section])
            for claim in claims:
                inner = box(drawn[f"claim-{claim}"])
                assert left < inner[0] < inner[2] < right
                assert top < inner[1] < inner[3] < bottom
        assert texts(drawn["section-1"]) == ["Health"]

    def test_the_point_of_a_step_lies_in_the_section_that_the_step_starts_in(self, drawn):
        left, top, right, bottom = box(drawn["section-1"])
        (x, y), _ = line(drawn["relation-linked"])
        assert left < x < right
        assert top < y < bottom

    def test_sections_that_the_argument_runs_across_are_numbers(self):
        claims = [Claim(id=id, text=id, section=section) for id, section in zip("tabc", "PQPQ", strict=True)]
        relations = [relate("supports", pair[0], pair[1]) for pair in ("at", "ba", "cb")]
        svg = parse(to_svg(make(claims, relations)))
        assert not any(id.startswith("section-") for id in groups(svg))
        assert "§1 P\xa0\xa0\xa0§2 Q" in texts(svg)
        assert "§2 a" in texts(svg)

    def test_in_a_large_map_cards_refer_to_claims_that_stand_elsewhere(self, long):
        said = texts(long)
        assert said.count("→ c44") == 2, "drawn at the thesis, referred to at c1 and c43"
        assert "○ unsupported\xa0\xa0\xa0→ in 2 more places" in said

    def test_circles_are_drawn(self):
        claims = [Claim(id=id, text=id) for id in "tabs"]
        pairs = ["at", "ba", "ab", "ta", "ss"]
        relations = [relate("supports", pair[0], pair[1]) for pair in pairs]
        drawn = groups(parse(to_svg(make(claims, relations))))
        assert {f"relation-{a}:supports:{b}" for a, b in pairs} <= drawn.keys()
        top = {id: box(group)[1] for id, group in drawn.items() if id in ("claim-t", "claim-a", "claim-b")}
        assert min(top, key=top.get) == "claim-t"

    def test_empty_map(self):
        assert "0 claims" in parse(to_svg(Graph(Map()))).find(f"{SVG}desc").text


class TestHeading:
    def test_names_map_and_sources(self, drawn):
        said = [text.text for text in drawn["map"].findall(f"{SVG}text")]
        assert said[:2] == ["Later?", "Source: Ann: Sleep & youth, 2024"]

    def test_legend_explains_what_occurs(self, drawn):
        said = {text.text for text in drawn["map"].findall(f"{SVG}text")}
        assert {"supports", "attacks", "undercuts", "rephrases", "and", "scheme"} <= said
        assert {"author", "reported", "implicit", "analyst"} <= said

    def test_legend_leaves_out_what_does_not(self, long):
        said = {text.text for text in groups(long)["map"].findall(f"{SVG}text")}
        assert {"supports", "attacks", "drawn in full elsewhere"} <= said
        assert not {"undercuts", "rephrases", "and", "scheme", "author", "reported"} & said


class TestInWords:
    def test_document_has_title_description_language_and_role(self, picture):
        assert picture.find(f"{SVG}title").text == "Later?"
        assert "9 claims and 8 relations. Thesis: Secondary" in picture.find(f"{SVG}desc").text
        assert picture.get("lang") == "en"
        assert picture.get("role") == "graphics-document"

    def test_claims_are_labelled_with_what_they_say_and_bear_on(self, drawn):
        claim = drawn["claim-sleep"]
        assert claim.get("role") == "graphics-symbol"
        assert claim.get("aria-label") == (
            "Premise sleep. Teenagers sleep too little. Evidence: study. "
            "sleep and health-first together support t."
        )
        assert drawn["claim-selected"].get("aria-label").endswith("selected undercuts the step from grades.")

    def test_lines_have_tooltips_and_are_not_read_aloud(self, drawn):
        edge = drawn["relation-step"]
        assert edge.find(f"{SVG}title").text == "grades supports t (sign)"
        assert edge.get("aria-hidden") == "true"
