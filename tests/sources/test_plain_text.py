"""Plain text: one paragraph to a line, or wrapped with blank lines between."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.plain import units
from argmap.sources.units import UnitKind

LONG = "This sentence is here to make the line longer than any that a person would wrap by hand, as lines of articles are, so on."


def read(text):
    marks = {UnitKind.PARAGRAPH: "", UnitKind.HEADING: "# ", UnitKind.OTHER: "? "}
    return [marks[unit.kind] + " ".join(text[unit.start : unit.end].split()) for unit in units(text)]


def test_a_paragraph_to_a_line():
    assert read(f"{LONG} One.\nA short heading\n{LONG} Two.\nNo heading, it ends.\n{LONG}\n") == [
        f"{LONG} One.",
        "# A short heading",
        f"{LONG} Two.",
        "No heading, it ends.",
        LONG,
    ]


def test_a_paragraph_to_a_line_with_blank_lines_between():
    assert read(f"A title\n\n{LONG}\n\n\nA heading\n \n{LONG}") == ["# A title", LONG, "# A heading", LONG]


def test_wrapped_paragraphs_with_blank_lines_between():
    wrapped = "The first paragraph goes on\nfor two lines.\n\nA heading\n\nThe second one is\nshorter. It ends here.\nAnd here.\n"
    assert read(wrapped) == [
        "The first paragraph goes on for two lines.",
        "# A heading",
        "The second one is shorter. It ends here. And here.",
    ]


def test_a_heading_right_above_a_wrapped_paragraph():
    text = "Heading\nThe first paragraph goes on for\nsome lines, it does.\n\nThe second one stands alone here.\n"
    assert read(text) == [
        "# Heading",
        "The first paragraph goes on for some lines, it does.",
        "The second one stands alone here.",
    ]


@pytest.mark.parametrize("line", ["====", "-------", "~~~"])
def test_an_underlined_heading(line):
    assert read(f"the title\n{line}\nThe paragraph is\nhere.\n\nAnother.") == [
        "the title",
        "The paragraph is here.",
        "Another.",
    ]
    assert read(f"The title\n{line}\n\nThe paragraph.\n\nAnother.")[0] == "# The title"


def test_one_wrapped_paragraph_without_blank_lines():
    text = "This text has been wrapped by hand at a width\nof some forty characters, and nothing parts\nits lines. It is one paragraph.\n"
    assert read(text) == [" ".join(text.split())]


def test_short_lines_that_are_paragraphs_of_their_own():
    text = "A title\nThe first is short.\nThe second is a little longer than that.\nThe third.\n"
    assert read(text) == [
        "# A title",
        "The first is short.",
        "The second is a little longer than that.",
        "The third.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "It ends.",
        "“It ends.”",
        "Does it?",
        "With a colon:",
        "- An item",
        "3. An item",
        "(a) An item",
        "small first",
        "中文。",
    ],
)
def test_lines_that_are_no_headings(line):
    assert read(f"{LONG}\n{line}\n{LONG}") == [LONG, line, LONG]


@pytest.mark.parametrize(
    "line", ["Plain words", "2024 in review", "Who’s “afraid”", "中文标题", "(Continued)"]
)
def test_lines_that_are_headings(line):
    assert read(f"{LONG}\n{line}\n{LONG}") == [LONG, f"# {line}", LONG]


def test_the_last_line_is_no_heading_and_lines_without_words_are_nothing():
    assert read(f"{LONG}\n* * *\n{LONG}\nAnn Writer\n---") == [LONG, LONG, "Ann Writer"]


def test_indented_lines_begin_at_their_first_word():
    text = f"   {LONG}  \n\n\tThe end.  "
    assert [text[unit.start : unit.end] for unit in units(text)] == [LONG, "The end."]


@given(st.text(st.sampled_from("aB .,\n-=中!"), max_size=80))
def test_units_hold_all_words_in_order(text):
    found = units(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    inside = "".join(text[unit.start : unit.end] for unit in found)
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]
