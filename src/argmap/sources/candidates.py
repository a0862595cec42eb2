"""Places that a quote could mean, and how to write which one is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from argmap.model import Quote
from argmap.sources.folding import fold
from argmap.sources.text import SourceText

_CONTEXT = 8  # words shown on either side
_REACH = 200  # characters that these words are taken from


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a quote could mean."""

    start: int
    end: int
    paragraphs: tuple[int, ...]
    """Numbers of the paragraphs that the place touches; none for a heading."""
    score: float
    """Likeness of the quote to the text there, 0–1."""
    passage: str
    """The words there, on one line."""
    before: str
    """A few words before it in the same paragraph."""
    after: str
    """A few words after it."""
    place: str
    """What to write in the map to mean this place and none of the others, as short as it can be told:
    the number of its paragraph, or else a few words more."""


def candidates(
    text: SourceText, quote: Quote, spans: Sequence[tuple[int, int, float]]
) -> tuple[Candidate, ...]:
    """Return places in a text, given by start, end and score, as candidates for what a quote means."""
    asked = quote.text or ""
    found = []
    contexts = [_context(text, start, end) for start, end, _ in spans]
    numbers = [text.paragraphs_at(start, end) for start, end, _ in spans]
    for i, (start, end, score) in enumerate(spans):
        numbered = len(numbers[i]) == 1
        others = [j for j in range(len(spans)) if j != i and (numbers[j] == numbers[i] or not numbered)]
        words = _told_apart(asked, contexts[i], [contexts[j] for j in others])
        place = f"¶{numbers[i][0]} {words}" if numbered else words
        before, after = contexts[i]
        passage = text.passage(start, end)
        shown = " ".join(before[-_CONTEXT:]), " ".join(after[:_CONTEXT])
        found.append(Candidate(start, end, numbers[i], score, passage, *shown, place))
    return tuple(found)


def _context(text: SourceText, start: int, end: int) -> tuple[list[str], list[str]]:
    """Return the words before and after a span, inside its paragraph."""
    units = text.units_at(start, end)
    low = max(units[0].start if units else 0, start - _REACH)
    high = min(units[-1].end if units else len(text.text), end + _REACH)
    return text.text[low:start].split(), text.text[end:high].split()


def _told_apart(
    asked: str, own: tuple[list[str], list[str]], rivals: Sequence[tuple[list[str], list[str]]]
) -> str:
    """Return a quote with as many words before it, or else after it, as its rivals do not have."""
    if not rivals:
        return asked
    before: Callable[[list[str], int], list[str]] = lambda words, count: words[-count:]  # noqa: E731
    after: Callable[[list[str], int], list[str]] = lambda words, count: words[:count]  # noqa: E731
    for side, take in ((0, before), (1, after)):
        for count in range(1, len(own[side]) + 1):
            more = " ".join(take(own[side], count))
            if all(fold(more) != fold(" ".join(take(rival[side], count))) for rival in rivals):
                return f"{more} {asked}" if side == 0 else f"{asked} {more}"
    return asked
