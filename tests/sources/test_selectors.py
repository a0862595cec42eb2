"""Selectors of the Web Annotation Data Model, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources import Anchor, Method, Reason
from argmap.sources.selectors import position_selector, quote_selector, read_selector
from sources.reading import LIGHTHOUSE, anchored, text_of

TEXT = text_of(LIGHTHOUSE)


def test_selectors_of_an_anchor():
    found = anchored(TEXT, "¶4 a boat … mainland")
    assert quote_selector(TEXT, found) == {
        "type": "TextQuoteSelector",
        "exact": "a boat had to be sent out from the mainland",
        "prefix": "light has failed four times. Each time "[-32:],
        "suffix": ", and each time the sea was too high."[:32],
    }
    assert position_selector(found) == {
        "type": "TextPositionSelector",
        "start": found.start,
        "end": found.end,
    }


@given(st.data())
def test_what_is_written_is_read(data):
    words = LIGHTHOUSE.split()
    start = data.draw(st.integers(0, len(words) - 6))
    end = data.draw(st.integers(start + 6, len(words)))
    found = anchored(TEXT, " ".join(words[start:end]))
    for selector in (quote_selector(TEXT, found), position_selector(found)):
        read = read_selector(TEXT, "s", selector)
        assert (read.start, read.end, read.passage) == (found.start, found.end, found.passage)


def test_what_stands_around_tells_places_apart():
    selector = {"type": "TextQuoteSelector", "exact": "the mainland"}
    found = read_selector(TEXT, "s", selector)
    assert found.reason is Reason.AMBIGUOUS
    assert len(found.candidates) == 2
    for more, number in (({"suffix": ", and each time"}, 4), ({"prefix": "was laid from "}, 3)):
        assert read_selector(TEXT, "s", selector | more).paragraphs == (number,)
    assert read_selector(TEXT, "s", selector | {"prefix": "no such words"}).reason is Reason.AMBIGUOUS


def test_words_that_were_changed_or_have_dots():
    changed = {"type": "TextQuoteSelector", "exact": "the seas were too high"}
    assert read_selector(TEXT, "s", changed).method is Method.FUZZY
    dots = text_of("Wait… what was it? Wait, I know what.")
    found = read_selector(dots, "s", {"type": "TextQuoteSelector", "exact": "Wait… what"})
    assert isinstance(found, Anchor)
    assert found.passage == "Wait… what"
    assert read_selector(TEXT, "s", {"type": "TextQuoteSelector", "exact": "“—”"}).reason is Reason.EMPTY


@pytest.mark.parametrize(
    "selector",
    [
        {},
        {"type": "CssSelector", "value": "p"},
        {"type": "TextQuoteSelector"},
        {"type": "TextQuoteSelector", "exact": " "},
        {"type": "TextPositionSelector", "start": "1", "end": 2},
        {"type": "TextPositionSelector", "start": 5, "end": 4},
        {"type": "TextPositionSelector", "start": 0, "end": 10**6},
        {"type": "TextPositionSelector", "start": -1, "end": 4},
    ],
)
def test_what_is_no_selector(selector):
    with pytest.raises(ValueError, match=r"selector|Selector|characters"):
        read_selector(TEXT, "s", selector)
