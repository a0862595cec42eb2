"""Quotes are found in longer texts too, misspelt as they may be, and not where they are not."""

import random
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.sources import Anchor, Method, Reason, anchor
from argmap.sources.fuzzy import THRESHOLD, threshold
from argmap.sources.index import Index
from sources.reading import quoted, text_of

SYLLABLES = [a + b for a in "bcdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "as", "en", "ir", "ol")]


def made_up(seed, size):
    """A text of made-up words, each sentence its own."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(1_500)]
    paragraphs = []
    while size > 0:
        sentences = [" ".join(chance.choices(words, k=chance.randint(8, 25))).capitalize() for _ in range(5)]
        paragraphs.append(". ".join(sentences) + ".")
        size -= len(paragraphs[-1])
    return text_of("\n\n".join(paragraphs))


TEXT = made_up(1, 60_000)
OTHER = made_up(2, 60_000)


def disturbed(words, rate, chance):
    """Words with some of their characters replaced, dropped or doubled."""
    out = []
    for character in words:
        if chance.random() >= rate:
            out.append(character)
        elif (kind := chance.randrange(3)) < 2:
            out.append(chance.choice("aeiourstln") + character * kind)
    return "".join(out)


def check_found(found, sentence):
    assert isinstance(found, Anchor), found
    slack = max(5, (sentence.end - sentence.start) * 0.1)
    assert abs(found.start - sentence.start) <= slack
    assert abs(found.end - sentence.end) <= slack


@settings(max_examples=100)
@given(st.data(), st.sampled_from([0.0, 0.05, 0.1, 0.15]), st.integers(0, 2**32))
def test_disturbed_sentences_are_found(data, rate, seed):
    sentence = data.draw(st.sampled_from(TEXT.sentences))
    words = disturbed(TEXT.text[sentence.start : sentence.end], rate, random.Random(seed))
    check_found(anchor(TEXT, quoted(words)), sentence)


@pytest.mark.parametrize("rate", [0.0, 0.05, 0.15])
def test_disturbed_beginnings_and_ends_are_found(rate):
    chance = random.Random(4)
    missed = 0
    for sentence in TEXT.sentences[::5]:
        split = TEXT.text[sentence.start : sentence.end].split()
        first, last = (disturbed(" ".join(part), rate, chance) for part in (split[:4], split[-4:]))
        found = anchor(TEXT, quoted(f"{first} … {last}"))
        near = (
            isinstance(found, Anchor)
            and abs(found.start - sentence.start) < 9
            and abs(found.end - sentence.end) < 9
        )
        missed += not near
    assert missed <= len(TEXT.sentences[::5]) * 0.03 * (rate > 0.1)


def test_quotes_of_another_text_are_not_found():
    chance = random.Random(5)
    for sentence in chance.sample(OTHER.sentences, 60):
        found = anchor(TEXT, quoted(OTHER.text[sentence.start : sentence.end]))
        assert found.reason is Reason.NOT_FOUND, found


def test_a_disturbed_quote_is_taken_from_the_paragraph_that_is_given():
    sentence = TEXT.sentences[42]
    words = disturbed(TEXT.text[sentence.start : sentence.end], 0.1, random.Random(6))
    check_found(anchor(TEXT, quoted(f"¶{sentence.paragraph} {words}")), sentence)
    other = sentence.paragraph + 1
    assert anchor(TEXT, quoted(f"¶{other} {words}")).reason is Reason.NOT_FOUND


def test_short_quotes_have_to_be_more_alike():
    assert threshold(["x" * 20]) == threshold(["x" * 5, "y" * 30]) == THRESHOLD
    assert THRESHOLD < threshold(["x" * 10]) < threshold(["x" * 3]) < 1
    text = text_of("The tariff was raised.")
    assert anchor(text, quoted("tarrif")).reason is Reason.NOT_FOUND
    assert anchor(text, quoted("the tarrif was")).method is Method.FUZZY


def test_the_ends_are_those_of_words():
    found = anchor(TEXT, quoted(TEXT.text[1:60]))
    assert found.start == 0
    assert not TEXT.text[found.end].isalnum()


def test_a_long_text_is_indexed_thinly_and_searched_all_the_same(monkeypatch):
    monkeypatch.setattr("argmap.sources.index._MAX_GRAMS", 10_000)
    monkeypatch.setattr("argmap.sources.index._SHORT", 1_000)
    text = made_up(1, 60_000)
    assert text.index._stride > 5
    for sentence in text.sentences[::20]:
        words = text.text[sentence.start : sentence.end]
        assert anchor(text, quoted(words)).method is Method.EXACT
        check_found(anchor(text, quoted(disturbed(words, 0.05, random.Random(1)))), sentence)


@given(st.text(st.sampled_from("ab c"), min_size=1, max_size=12).filter(lambda words: words.strip() == words))
def test_the_index_finds_what_a_search_finds(words):
    content = "abc ab cab aab bca " * 40
    index = Index(content, [(0, len(content))])
    searched = index.all(words, 3, 500, 1_000)
    assert searched == [
        at
        for at in range(3, 500 - len(words) + 1)
        if index.text.startswith(words, at) and index.find(words, at, at + len(words)) == at
    ]
    with patch("argmap.sources.index._SHORT", 0), patch("argmap.sources.index._BEGINNING", 2):
        assert index.all(words, 3, 500, 1_000) == searched
    assert index.find(words, 3, 500) == (searched[0] if searched else -1)
    assert index.find_last(words, 3, 500) == (searched[-1] if searched else -1)
