"""Coverage: which sentences claims account for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Quote
from argmap.sources import anchor
from argmap.sources.coverage import State, Tally, measure
from sources.reading import LIGHTHOUSE, anchored, text_of

TEXT = text_of(LIGHTHOUSE)
COVERED, ASIDE, UNCOVERED = State.COVERED, State.SET_ASIDE, State.UNCOVERED


def states(places, aside=(), text=TEXT):
    named = [(f"c{i}", anchored(text, place)) for i, place in enumerate(places)]
    reasons = [(f"why {i}", anchored(text, place)) for i, place in enumerate(aside)]
    return measure(text, named, reasons)


def of_paragraph(coverage, number):
    return [s.state for s in coverage.sentences if s.sentence.paragraph == number]


def test_nothing_is_covered_at_first():
    coverage = states([])
    assert coverage.total == Tally(0, 0, 13)
    assert coverage.total.share == 0
    assert coverage.paragraphs[4] == Tally(0, 0, 4)


@pytest.mark.parametrize(
    ("words", "state", "share"),
    [
        ("¶5 Ada Quill wants", COVERED, 13 / 23),
        ("¶5 a keeper back", UNCOVERED, 11 / 23),
        ("¶5 Ada Quill wants a keeper back.", COVERED, 1),
    ],
)
def test_half_of_the_letters_are_enough(words, state, share):
    sentence = states([words]).sentences[-2]
    assert sentence.state is state
    assert sentence.share == pytest.approx(share, abs=0.05)


def test_claims_add_up_and_overlaps_count_once():
    parts = ["¶3 A cable was laid", "¶3 the place of the keeper's arms"]
    assert of_paragraph(states(parts[:1]), 3)[1] is UNCOVERED
    coverage = states(parts)
    assert of_paragraph(coverage, 3)[1] is COVERED
    assert coverage.sentences[5].claims == ("c0", "c1")
    twice = states(["¶5 a keeper back", "¶5 keeper back", "¶5 a keeper"])
    assert twice.sentences[-2].state is UNCOVERED
    assert twice.sentences[-2].claims == ("c0", "c1", "c2")


def test_a_span_over_several_sentences_and_a_paragraph():
    assert of_paragraph(states(["¶4 a boat … was luck"]), 4) == [UNCOVERED, COVERED, COVERED, COVERED]
    assert of_paragraph(states(["¶4"]), 4) == [COVERED] * 4


def test_a_source_cited_as_a_whole_covers_nothing():
    assert measure(TEXT, [("c", anchor(TEXT, Quote(source="s")))]).total.covered == 0


def test_what_is_set_aside_is_not_counted():
    coverage = states(["¶5 Ada Quill wants a keeper"], ["¶5", "¶1"])
    assert of_paragraph(coverage, 5) == [COVERED, ASIDE]
    assert coverage.total == Tally(1, 3, 9)
    assert coverage.total.share == 0.1
    assert coverage.sentences[0].reasons == ("why 1",)


def test_all_set_aside():
    text = text_of("Hello.")
    assert states([], ["¶1"], text).total.share == 1


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=5))
def test_more_claims_never_cover_less(spans):
    named = []
    before = measure(TEXT, named)
    for first, last in spans:
        start, end = TEXT.sentences[min(first, last)].start, TEXT.sentences[max(first, last)].end
        words = TEXT.passage(start, end)
        named.append(("c", anchored(TEXT, words)))
        after = measure(TEXT, named)
        assert all(a.share >= b.share for a, b in zip(after.sentences, before.sentences, strict=True))
        before = after
