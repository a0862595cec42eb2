"""Kialo exports: both forms are read."""

import pytest

from argmap import formats
from argmap.finding import Span
from formats.kialo_exports import problems, sample


def shape(map):
    return [(r.premises[0], r.kind.value, r.target) for r in map.relations.values()]


def test_the_older_form_is_read():
    reading = sample("library-hours.txt")
    map = reading.map
    assert (reading.format, reading.problems) == ("kialo", ())
    assert (map.title, map.description) == ("Should the library open on Sundays?", None)
    assert map.thesis == ("1",)
    assert {id: claim.text for id, claim in map.claims.items()} == {
        "1": "The library should open on Sundays.",
        "1.1": "People who work all week could come. It is the only free day for many.\nThey say so themselves:\n"
        "1. in letters\n2. at the desk",
        "1.1.1": "They can borrow online (at any hour).",
        "1.2": "Nobody wants to staff it.",
        "1.2.1": 'Students have offered to; see "the minutes".',
        "1.3": "Children have no school on Sundays.",
        "1.4": "Sundays should stay quiet.",
    }
    assert map.claims["1.4"].note == "See discussion #12 of Kialo."
    assert shape(map) == [
        ("1.1", "supports", "1"),
        ("1.1.1", "attacks", "1.1"),
        ("1.3", "supports", "1.1"),
        ("1.2", "attacks", "1"),
        ("1.2.1", "attacks", "1.2"),
        ("1.3", "supports", "1"),
        ("1.2", "attacks", "1.3"),
        ("1.4", "attacks", "1"),
    ]


def test_links_are_evidence():
    map = sample("library-hours.txt").map
    (quote,) = map.claims["1.1"].evidence
    assert map.sources[quote.source].url == "https://example.org/survey_(2024)"
    (quote,) = map.claims["1.1.1"].evidence
    assert map.sources[quote.source].url == "https://example.org/online"
    (quote,) = map.claims["1.2.1"].evidence
    assert (map.sources[quote.source].url, map.sources[quote.source].title) == (None, "minutes/march.pdf")


def test_todays_form_is_read():
    reading = sample("old-school.txt")
    map = reading.map
    assert reading.problems == ()
    assert map.title == "What should the village do with the old school?"
    assert map.description == "What should become of the old school?"
    assert map.thesis == ("1.1", "1.2")
    assert {id: claim.text for id, claim in map.claims.items()} == {
        "1.1": "It should become flats.",
        "1.1.1": "The village lacks flats, above all small ones (p. 4).\nThere are two lists:\n"
        "1.1.1.1. Pro: is a line of this text [5].",
        "1.2": "It should become a hall.",
        "1.2.1": "A hall [like the old one] would stand empty.",
    }
    assert shape(map) == [
        ("1.1.1", "supports", "1.1"),
        ("1.2.1", "attacks", "1.1.1"),
        ("1.2.1", "attacks", "1.2"),
    ]
    housing, register = map.claims["1.1.1"].evidence
    assert housing.text == "Some forty families\n[7] are waiting."
    assert map.sources[housing.source].url == "https://example.org/housing_(2023)"
    assert map.sources[register.source].title == "The parish register"


def test_every_part_has_its_place():
    reading = sample("old-school.txt")
    assert reading.locate(("title",)).line == 1
    assert reading.locate(("claims", "1.1.1", "text")) == Span(11, 5, 11, 66)
    assert reading.locate(("relations", "1.2.1:attacks:1.1.1", "premises", 0)) == Span(15, 7, 15, 20)
    assert reading.locate(("sources", reading.map.claims["1.1.1"].evidence[0].source)).line == 25
    older = sample("library-hours.txt")
    assert older.locate(("claims", "1.2", "text")) == Span(10, 11, 10, 36)
    assert older.locate(("relations", "1.2:attacks:1")) == Span(10, 1, 10, 11)


def test_a_question_may_have_theses_without_a_mark_in_the_older_form():
    map = formats.read(
        b"Discussion Title: Where to?\n\n1. Where to?\n1.1. North.\n1.1.1. Pro: It is near.\n1.2. South.",
        "m.txt",
    ).map
    assert (map.title, map.description, map.thesis) == ("Where to?", None, ("1.1", "1.2"))
    assert shape(map) == [("1.1.1", "supports", "1.1")]


TITLE = "Discussion Title: T\n\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Discussion Title: T\n", ("AM001", 1, 1, "there is no numbered claim in it")),
        (f"{TITLE}1. A\n1.2.1. Pro: B", ("AM101", 4, 1, "there is no '1.2' for this to bear on")),
        (f"{TITLE}1. A\n1.1. Pro: B\n1.1. Con: C", ("AM102", 5, 11, "the id '1.1' is given twice")),
        (
            f"{TITLE}1. A\n1.1. Pro: -> See 1.7.",
            ("AM101", 4, 11, "'1.7', which this stands for, is no claim"),
        ),
        (
            f"{TITLE}1. A\n1.1. Pro: -> See 1.1.",
            ("AM101", 4, 11, "'1.1', which this stands for, is no claim"),
        ),
        (
            f"{TITLE}1. A\n1.1. Pro: B\x1b[2J",
            ("AM006", 4, 11, "text should be visible text without control characters, not 'B\\x1b[2J'"),
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text, problem):
    assert problem in problems(text)


def test_a_debate_of_many_marks_is_gone_through_once():
    text = f"{TITLE}1. A\n1.1. Pro: " + "[a](" * 50_000 + "[1] \\" * 50_000
    chain = "".join(f"1.{n}. Pro: -> See 1.{n + 1}.\n" for n in range(1, 20_000))
    assert formats.read(f"{TITLE}1. A\n{chain}1.20000. Pro: B".encode(), "m.txt").sound
    assert formats.read(text.encode(), "m.txt").sound
    assert formats.read(f"{TITLE}1. A\n{'1.' * 200_000} Pro: x\n{'1. x' * 9}".encode(), "m.txt").problems
