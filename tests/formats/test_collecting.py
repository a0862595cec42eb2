"""Making a map of what another tool's file says: keys become ids, parts keep their places, gaps become problems."""

import pytest

from argmap.finding import Span
from argmap.formats.collecting import Collector
from argmap.formats.imported import slug
from argmap.formats.nodes import Lines, Node
from argmap.model import Kind

TEXT = "one two three\nfour five six\n"


@pytest.fixture
def made() -> Collector:
    return Collector("m.txt", Lines(TEXT), "kialo")


def test_keys_become_ids_of_their_own(made):
    for key in ("a b", "a-b", "a/b", "¬p", "?!", "-x", "a" * 300, ""):
        made.claim(key, "Text.", Node(0, 3))
    ids = ["a-b", "a-b-2", "a-b-3", "¬p", "claim", "x", "a" * 80, "claim-2"]
    assert list(made.reading().map.claims) == ids


def test_an_id_may_be_made_from_other_words_than_the_key(made):
    made.claim("17", "Text.", Node(0, 3), id="the bridge")
    assert list(made.reading(thesis=["17"]).map.thesis) == ["the-bridge"]


def test_a_claim_without_words_is_called_by_its_key(made):
    made.claim("G1", "  \n", Node(0, 3))
    assert made.reading().map.claims["G1"].text == "G1"


def test_relations_may_name_what_comes_later(made):
    made.relation(Kind.UNDERCUTS, ["c"], "step", Node(8, 13))
    made.relation(Kind.SUPPORTS, ["b", "d"], "a", Node(4, 7), key="step", scheme="sign")
    for key in "abcd":
        made.claim(key, key.upper(), Node(0, 3))
    reading = made.reading()
    assert reading.sound
    assert [(r.id, r.kind, r.premises, r.target) for r in reading.map.relations.values()] == [
        ("c:undercuts:step", Kind.UNDERCUTS, ("c",), "step"),
        ("step", Kind.SUPPORTS, ("b", "d"), "a"),
    ]
    assert reading.map.relations["step"].scheme == "sign"


def test_every_part_has_its_place(made):
    made.claim("a", "A", Node(0, 3))
    made.claim("b", "B", Span(2, 1, 2, 5))
    source = made.source("s", "S", Node(8, 13))
    made.relation(Kind.SUPPORTS, ["b"], "a", Node(14, 18), places=[Node(19, 23)])
    made.place(("title",), Node(4, 7))
    locate = made.reading(title="T").locate
    assert locate(("claims", "a", "text")) == Span(1, 1, 1, 4)
    assert locate(("claims", "b")) == Span(2, 1, 2, 5)
    assert locate(("sources", source, "url")) == Span(1, 9, 1, 14)
    assert locate(("relations", "b:supports:a", "kind")) == Span(2, 1, 2, 5)
    assert locate(("relations", "b:supports:a", "premises", 0)) == Span(2, 6, 2, 10)
    assert locate(("title",)) == Span(1, 5, 1, 8)
    assert locate(("license",)) == Span(1, 1, 1, 1)


def test_a_source_named_twice_is_one(made):
    assert made.source("u", "U", Node(0, 3)) == made.source("u", "V", Node(4, 7)) == "u"
    assert made.reading().map.sources["u"].title == "U"


def problems(reading):
    """Return code, place and message of every problem of a reading."""
    return [(p.code, p.span.line, p.span.column, p.message) for p in reading.problems]


def test_a_key_given_twice_is_a_problem(made):
    made.claim("a", "A", Node(0, 3))
    made.claim("a", "B", Node(14, 18))
    made.relation(Kind.SUPPORTS, ["a"], "a", Node(19, 23), key="a")
    reading = made.reading()
    assert problems(reading) == [
        ("AM102", 2, 1, "the id 'a' is given twice"),
        ("AM102", 2, 6, "the id 'a' is given twice"),
    ]
    assert reading.problems[0].related[0].span == Span(1, 1, 1, 4)
    assert reading.map.claims["a"].text == "A"


def test_very_many_problems_are_not_all_told(made):
    for _ in range(5000):
        made.claim("a", "A", Node(0, 3))
    found = problems(made.reading())
    assert len(found) == 1001
    assert ("AM001", 1, 1, "more is wrong from here on") in found


def test_very_many_values_that_cannot_be_are_not_all_told(made):
    for number in range(3000):
        made.claim(f"a{number}", "\a", Node(0, 3))
    reading = made.reading()
    assert reading.map is None
    assert len(reading.problems) == 1001
    assert ("AM001", 1, 1, "more is wrong from here on") in problems(reading)


def test_a_relation_to_nothing_is_a_problem(made):
    made.claim("bridge", "A", Node(0, 3))
    made.relation(Kind.SUPPORTS, ["bridge"], "bridges", Node(4, 7))
    reading = made.reading()
    assert problems(reading) == [("AM101", 1, 5, "there is no 'bridges' for this to bear on")]
    assert reading.problems[0].help == "Did you mean 'bridge'?"
    assert reading.map.relations == {}


def test_relations_to_one_another_in_a_circle_are_problems(made):
    made.claim("a", "A", Node(0, 3))
    made.relation(Kind.UNDERCUTS, ["a"], "s", Node(4, 7), key="r")
    made.relation(Kind.UNDERCUTS, ["a"], "r", Node(8, 13), key="s")
    reading = made.reading()
    assert problems(reading) == [
        ("AM103", 1, 5, "'s', which this bears on, leads to no claim"),
        ("AM103", 1, 9, "'r', which this bears on, leads to no claim"),
    ]


def test_an_unknown_premise_is_left_for_the_check(made):
    made.claim("a", "A", Node(0, 3))
    made.relation(Kind.SUPPORTS, ["no such"], "a", Node(4, 7))
    reading = made.reading()
    assert reading.sound
    assert reading.map.relations["no-such:supports:a"].premises == ("no-such",)


def test_values_that_no_map_may_have_are_problems(made):
    made.claim("a", "bell \a", Node(4, 7))
    made.claim("b", "B", Node(0, 3), confidence="2")
    reading = made.reading()
    assert problems(reading) == [
        ("AM006", 1, 1, "confidence should be a number from 0 to 1, not '2'"),
        ("AM006", 1, 5, "text should be visible text without control characters, not 'bell \\x07'"),
    ]
    assert reading.map is None


def test_long_chains_of_undercuts_cost_little():
    made = Collector("m.txt", Lines("x" * 200_000), "kialo")
    made.claim("a", "A", Node(0, 3))
    made.relation(Kind.SUPPORTS, ["a"], "a", Node(0, 3), key="r0")
    for number in range(1, 20_000):
        made.relation(Kind.UNDERCUTS, ["a"], f"r{number - 1}", Node(0, 3), key=f"r{number}")
    assert len(made.reading().map.relations) == 20_000


@pytest.mark.parametrize("words", ["", " ", "-", "/", "\u200b", "'"])
def test_words_that_no_id_can_hold_make_none(words):
    assert slug(words) == ""
