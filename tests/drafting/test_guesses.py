"""Guesses at what a sentence does."""

import pytest

from argmap.drafting import guesses
from argmap.model import Kind


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The traders say that the bridge is needed.", "The traders"),
        ("Closing it, the Harbour Board argues, would cost jobs.", "the Harbour Board"),
        ("According to the Office of National Statistics, trade fell.", "the Office of National Statistics"),
        ("“The bridge is old,” said Ann Smith.", "Ann Smith"),
        ("Critics claim that it is too late.", "Critics"),
        ("“It is old and it is beautiful and it stands.”", None),
    ],
)
def test_reports(sentence, speaker):
    found = guesses.report(sentence)
    assert found is not None
    assert found.speaker == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge is old.",
        "We think that it is old.",
        "The so-called “sound” bridge fell down again today.",
        "It said nothing.",
    ],
)
def test_no_reports(sentence):
    assert guesses.report(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "kind", "forward"),
    [
        ("Therefore it must be closed.", Kind.SUPPORTS, True),
        ("So it is.", Kind.SUPPORTS, True),
        ("For example, the arch has cracked.", Kind.SUPPORTS, False),
        ("However, it still stands.", Kind.ATTACKS, False),
        ("But it stands.", Kind.ATTACKS, False),
    ],
)
def test_openings(sentence, kind, forward):
    assert guesses.opening(sentence)[:2] == (kind, forward)


@pytest.mark.parametrize(
    "sentence", ["Some say so.", "Society is old.", "Butter is dear.", "It is, however, old."]
)
def test_words_that_only_look_like_openings(sentence):
    assert guesses.opening(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "main", "other", "kind"),
    [
        (
            "The bridge should close because its arch is cracked.",
            "The bridge should close",
            "its arch is cracked",
            Kind.SUPPORTS,
        ),
        (
            "Since the arch is badly cracked, the bridge should close.",
            "the bridge should close",
            "the arch is badly cracked",
            Kind.SUPPORTS,
        ),
        (
            "Although the bridge is very old, it still bears the load.",
            "it still bears the load",
            "the bridge is very old",
            Kind.ATTACKS,
        ),
    ],
)
def test_clauses(sentence, main, other, kind):
    found = guesses.clauses(sentence)
    assert (sentence[slice(*found.main)], sentence[slice(*found.other)], found.kind) == (main, other, kind)


@pytest.mark.parametrize(
    "sentence", ["It closed because of rain.", "It has stood there since 1810, they say.", "It is old."]
)
def test_no_clauses(sentence):
    assert guesses.clauses(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("Is it old, and is it safe?", False), ("Good evening.", False), ("The bridge is old.", True)],
)
def test_what_may_be_a_statement(sentence, expected):
    assert guesses.claims_something(sentence) is expected
