"""Sentences, and the boundaries between them that are none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.sentences import split


def sentences(text, language="en"):
    return [text[start:end] for start, end in split(text, language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It rained.| Nobody came.", "en"),
        ("Dr. Smith of the U.S. Army agreed.| But why?", "en"),
        ("China-U.S. relations remain fragile.| They do.", "en"),
        ("“Really?” she asked.| “Yes.”", "en"),
        ("He paid $3.5 bn. in Jan.| It was too much.", "en"),
        ("He came.| ...|", "en"),
        ("Am 3. Mai kam Dr. Müller.| Er ging z. B. nicht.", "de"),
        ("這是第一句。|這是第二句！|第三句？", "zh"),
        ("これは文です。|次の文です。", "ja-JP"),
        ("هذه جملة.| وهذه أخرى؟| نعم.", "ar"),
        ("One sentence\nover two lines.| And another.", "en"),
        ("No end", "xx"),
    ],
)
def test_boundaries(text, language):
    wanted = [part.strip() for part in text.split("|")]
    if text.endswith("...|"):
        wanted = ["He came. ..."]
    assert sentences(text.replace("|", ""), language) == wanted


def test_nothing():
    assert split("") == split(" \n ") == []


def test_a_long_paragraph_is_split_as_a_short_one():
    text = "Here is a sentence of some words. " * 2_000
    assert len(text) > 60_000
    assert set(sentences(text)) == {"Here is a sentence of some words."}


def test_a_long_paragraph_without_sentences():
    text = "word " * 20_000
    assert "".join(sentences(text)).replace(" ", "") == "word" * 20_000


@given(
    st.text(
        st.sampled_from("abAB.!? \n\u2028\u00a0“”()।。’") | st.characters(exclude_categories=("Cs",)),
        max_size=60,
    ),
    st.sampled_from(["en", "de", "zh", "ar", "hi", "bn", "am", "tlh"]),
)
def test_sentences_hold_all_words_in_order(text, language):
    spans = split(text, language)
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    inside = "".join(text[start:end] for start, end in spans)
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]
