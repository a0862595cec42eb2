"""Finding words as they are written, or as they are folded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.sources.index import Index
from argmap.sources.quotation import MAX_SPAN, Quotation
from argmap.sources.text import SourceText

LIMIT = 100
"""Places of a quote that are told apart; one with more is too common to be worth a list."""

_FEW = 5

_Placed = tuple[tuple[int, int], ...]
"""The places of a quotation's parts, in the folded text."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place of a quotation in the text, and whether it stands there letter by letter."""

    start: int
    end: int
    exact: bool


def find(text: SourceText, words: Quotation, low: int, high: int) -> list[Found]:
    """Return the places of a quotation between two offsets, in order.

    Where it stands letter by letter anywhere, only such places are returned; and where it stands in a
    paragraph, none that are in headings, which announce what is then said.
    """
    index = text.index
    low, high = index.folded.folded(low), index.folded.folded(high)
    placed = _shortest(_chains(index, words.parts, low, high))
    if len(words.parts) > 1:
        inside = [places for places in placed if places[-1][1] <= index.unit(places[0][0])[1]]
        placed = inside or placed
    found = [_restored(text, words, places) for places in placed]
    found = [place for place in found if place.exact] or found
    return [place for place in found if text.paragraphs_at(place.start, place.end)] or found


def is_reversed(text: SourceText, words: Quotation, low: int, high: int) -> bool:
    """Tell whether all parts of a quotation stand between two offsets, but never one after the other."""
    index = text.index
    low, high = index.folded.folded(low), index.folded.folded(high)
    if any(index.find(part, low, high) < 0 for part in words.parts):
        return False
    at = low
    for part in words.parts:
        found = index.find(part, at, high)
        if found < 0:
            return True
        at = found + len(part)
    return False


def _chains(index: Index, parts: tuple[str, ...], low: int, high: int) -> Iterator[_Placed]:
    """Yield places of the rarest part, each with the nearest places of those before and after it."""
    places: list[int] = []
    rarest = -1
    for i in sorted(range(len(parts)), key=lambda i: (-len(parts[i]), i)):
        found = index.all(parts[i], low, high, LIMIT)
        if rarest < 0 or len(found) < len(places):
            rarest, places = i, found
        if len(found) < _FEW:
            break  # few enough: short parts, which are slow to find, are only looked for beside these
    for at in places:
        chain = [(at, at + len(parts[rarest]))]
        for part in reversed(parts[:rarest]):
            start = index.find_last(part, max(low, at - MAX_SPAN), chain[0][0])
            chain.insert(0, (start, start + len(part)))
            if start < 0:
                break
        for part in parts[rarest + 1 :]:
            if chain[0][0] < 0:
                break
            start = index.find(part, chain[-1][1], min(high, chain[0][0] + MAX_SPAN))
            chain.append((start, start + len(part)))
            if start < 0:
                break
        if chain[0][0] >= 0 and chain[-1][0] >= 0:
            yield tuple(chain)


def _shortest(chains: Iterator[_Placed]) -> list[_Placed]:
    """Return the chains that contain no other, in order."""
    ordered = sorted(chains, key=lambda chain: (chain[0][0], -chain[-1][1]))
    kept: list[_Placed] = []
    for chain in reversed(ordered):
        if not kept or chain[-1][1] < kept[-1][-1][1]:
            kept.append(chain)
    return kept[::-1]


def _restored(text: SourceText, words: Quotation, places: _Placed) -> Found:
    spans = []
    exact = True
    for written, (low, high) in zip(words.written, places, strict=True):
        start, end = text.index.folded.original(low, high)
        # Marks at the ends of the words are no part of what was found, but of what is quoted.
        spare = max(0, len(written) - (end - start))
        at = text.text.find(written, max(0, start - spare), end + spare)
        if at >= 0:
            start, end = at, at + len(written)
        exact = exact and at >= 0
        spans.append((start, end))
    return Found(spans[0][0], spans[-1][1], exact)
