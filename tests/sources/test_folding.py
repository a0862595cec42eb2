"""Folding takes differences of spelling away and keeps the places."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.folding import Folded, fold

# Letters of many scripts, all that is folded in a way of its own, and whatever else there is.
WRITING = st.text(
    st.sampled_from("abcXYZ.,  \n\t\r-–—'’\"“”«»\u00ad\u200b\u0301\u0308éßﬁİΣς中文あ한\u1112\u1161\u11abकि")
    | st.characters(),
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The  End\n of it", "the end of it"),
        ("“a ‘quoted’ word”", "a quoted word"),
        ("«\u00a0mot\u00a0»", "mot"),
        ("「言葉」", "言葉"),
        ("China’s", "China's"),
        ("the Americans’ own", "the Americans own"),
        ("a—b", "a — b"),
        ("a -- b", "a – b"),
        ("pre- and post-war", "pre– and post‑war"),
        ("demand-driven", "demand‐driven"),
        ("counter-\nproductive", "counterproductive"),
        ("counter-\n   productive", "counter-productive"),
        ("na\u00adme", "name"),
        ("\u200fשלום\u200e", "שלום"),
        ("e\u0301te\u0301", "été"),
        ("\u1112\u1161\u11ab", "한"),
        ("ﬁne", "fine"),
        ("Ｆｕｌｌ", "full"),
        ("Straße", "STRASSE"),
        ("İ", "i\u0307"),
        ("wait… what", "wait... what"),
    ],
)
def test_spellings_that_are_the_same(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a-b c", "a b c"),
        ("the world's", "the worlds"),
        ("resume", "résumé"),
        ("a.b", "ab"),
        ("end-\n\nStart", "endStart"),
    ],
)
def test_spellings_that_are_not(one, other):
    assert fold(one) != fold(other)


def test_places_lead_back_to_what_was_folded():
    text = "Die “Straße”  war na\u00adss — e\u0301t"
    folded = Folded(text)
    assert folded.text == "die strasse war nass ét"

    def original(words):
        at = folded.text.index(words)
        return text[slice(*folded.original(at, at + len(words)))]

    assert original("strasse") == "Straße"
    assert original("ss") == "ß"
    assert original("nass") == "na\u00adss"
    assert original("nass ét") == "na\u00adss — e\u0301t"
    assert original(" ét") == " — e\u0301t"


@given(WRITING)
def test_every_character_has_a_place_in_order(text):
    folded = Folded(text)
    spans = [folded.original(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(spans))
    assert folded.original(0, len(folded.text))[1] <= len(text)


@given(WRITING)
def test_places_there_and_back(text):
    folded = Folded(text)
    for i in range(len(folded.text)):
        start, _ = folded.original(i, i + 1)
        assert folded.folded(start) <= i


@given(WRITING, WRITING)
def test_the_same_words_are_folded_alike_wherever_they_stand(before, words):
    text = unicodedata.normalize("NFC", f"{before}\n\n{words}\n\n{before}")
    core = fold(unicodedata.normalize("NFC", words))
    assert core in Folded(text).text


@given(WRITING)
def test_forms_of_unicode_make_no_difference(text):
    forms = {fold(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1
