"""Guesses at what a sentence does, each with the words that it was made from. English only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from argmap.drafting import words
from argmap.model import Kind

FEW = 4
"""Words that a statement has at least."""
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_QUOTED = re.compile(r"“[^”]+”|\"[^\"]+\"")
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w.'’&-]*"
_NAMED = rf"(?:[Tt]he\s+)?{_CAPITAL}(?:\s+(?:(?:of|for|and|on|the)\s+)*{_CAPITAL})*"
_CALLED = rf"(?:[Tt]he|[Aa]n?|[Ss]ome|[Mm]any)\s+(?:[\w-]+\s+){{0,2}}?[\w-]*(?:{'|'.join(words.SPEAKERS.split())})\b"
_NAME = rf"(?:{_NAMED}|{_CALLED}|(?:[Cc]ritics|[Oo]fficials|[Ee]xperts|[Ss]upporters|[Oo]pponents)\b)"
_SAYS = re.compile(rf"(?P<who>{_NAME})\s+(?:have |has |had )?(?P<verb>{'|'.join(words.REPORTING.split())})\b")
_SAID_BY = re.compile(rf"[”\",]\s+(?P<verb>said|says|argued|argues|wrote|writes|warned)\s+(?P<who>{_NAME})")
_ACCORDING = re.compile(rf"(?P<verb>[Aa]ccording to)\s+(?P<who>{_NAME})")
_NOBODY = frozenset(
    ["i", "we", "it", "this", "that", "these", "those", "he", "she", "they", "there", "you", "who", "which"]
)


def tokens(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)


def is_english(text: str) -> bool:
    """Tell whether a fifth of the first words of a text are common English ones."""
    found = [token.lower() for token in tokens(text[:20_000])]
    return sum(token in words.EMPTY for token in found) > len(found) / 5


def claims_something(sentence: str) -> bool:
    """Tell whether a sentence may be a statement: no question, and not too short to be one."""
    return not sentence.rstrip('"”’) ').endswith("?") and (
        len(tokens(sentence)) >= FEW or not sentence.isascii()
    )


@dataclass(frozen=True, slots=True)
class Report:
    """A sign that a sentence says what others say."""

    sign: str
    speaker: str | None


def report(sentence: str) -> Report | None:
    """Return the sign that a sentence reports what others say, if it has one.

    >>> report("The bridge, the traders say, is needed.")
    Report(sign="'say'", speaker='the traders')
    >>> report("The bridge is old.") is None
    True
    """
    for pattern in (_ACCORDING, _SAID_BY, _SAYS):
        for match in pattern.finditer(sentence):
            if match["who"].split()[0].lower() not in _NOBODY:
                return Report(f"{match['verb']!r}", match["who"].rstrip(".,"))
    quoted = sum(len(tokens(found)) for found in _QUOTED.findall(sentence))
    return Report("quotation marks", None) if quoted > len(tokens(sentence)) / 2 else None


def opening(sentence: str) -> tuple[Kind, bool, str] | None:
    """Return how a sentence bears on the one before, by the words that it opens with.

    That is the kind of relation, whether it runs to this sentence from the one before (else the other way
    round), and the words.
    """
    for kind, forward, group in (
        (Kind.SUPPORTS, True, words.CONCLUDING),
        (Kind.SUPPORTS, False, words.BACKING),
        (Kind.ATTACKS, False, words.OPPOSING),
    ):
        if found := _first(group, sentence, r"^{}\b"):
            return kind, forward, found
    return None


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence of two clauses, one of which bears on the other. Places are offsets in the sentence."""

    main: tuple[int, int]
    other: tuple[int, int]
    kind: Kind
    sign: str


def clauses(sentence: str) -> Clauses | None:
    """Return the clauses of a sentence with a connective, if both may be statements.

    >>> found = clauses("The bridge should be closed because its bearings are badly corroded.")
    >>> found.kind.value, found.sign
    ('supports', 'because')
    """
    end = len(sentence.rstrip('.!” "'))
    for kind, group in ((Kind.SUPPORTS, words.CAUSAL), (Kind.ATTACKS, words.CONCESSIVE)):
        inside = words.CAUSAL[:1] if kind is Kind.SUPPORTS else group
        for sign in group:
            first = re.match(rf"{sign}\s+([^,]+),\s+", sentence, re.IGNORECASE)
            middle = re.search(rf",?\s+{sign}\s+", sentence) if sign in inside else None
            if first:
                found = Clauses((first.end(), end), (first.start(1), first.end(1)), kind, sign)
            elif middle:
                found = Clauses((0, middle.start()), (middle.end(), end), kind, sign)
            else:
                continue
            if all(len(tokens(sentence[start:stop])) >= FEW for start, stop in (found.main, found.other)):
                return found
    return None


def normative(sentence: str) -> str | None:
    """Return the word by which a sentence says what is to be done."""
    return _first(words.NORMATIVE, sentence, r"\b{}\b")


def concluding(sentence: str) -> str | None:
    """Return the word by which a sentence opens as a conclusion."""
    return _first(words.CONCLUDING, sentence, r"^{}\b")


def _first(group: Iterable[str], sentence: str, pattern: str) -> str | None:
    return next((it for it in group if re.search(pattern.format(it), sentence, re.IGNORECASE)), None)
