"""Finding words that were changed: misspelt, misremembered, mangled by a scanner.

The text is searched for stretches that share rare four-letter grams with the quote; in each stretch
the quote is aligned by rapidfuzz, and the ends of the alignment are moved to those word boundaries
nearby that make the two most alike.

Likeness is the normalised Indel similarity: twice the length of the longest common subsequence over
the length of both texts, 0 to 1 (rapidfuzz's ``fuzz.ratio``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.sources.index import Index, is_edge
from argmap.sources.quotation import MAX_SPAN

THRESHOLD = 0.72
"""Likeness from which changed words count as found. As ``benchmarks/anchoring.py`` shows, 99 % of quotes of
40 characters are above it with 15 % of their characters disturbed, and 99 % of quotes of 60 characters are
below it in a text of the same kind that they are not from."""
SHORT = 20
"""Characters of a quote below which more likeness is asked for: short words are alike by chance."""
MARGIN = 0.02
"""Another place that is alike up to this much less makes a quote ambiguous."""
_SEEDS = 6  # stretches of the text that are looked at for each part of a quote
_MORE_SEEDS = 40  # if none of these will do
_LENGTH_COST = 0.02 / 1000
_END = 48  # characters by which the ends of a long quote are found
CROSSING = 0.85
"""Likeness from which the parts of a quote are taken together although they are not in one paragraph."""
NEARER = 0.02
"""Likeness that a part of a quote may lack to be taken where it is nearer to the part beside it."""
_CHANCE = 0.6  # likeness that any few words have to some stretch of a paragraph
_GOOD = 0.85  # likeness that leaves no doubt which places of the parts belong together
_SNAPPED = 4  # of these stretches, those whose ends are found to the word
_REACH = 2_000  # characters that the parts of a quote may be apart when not in one paragraph


_Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A place that is like a quote, in offsets of the folded text."""

    score: float
    start: int
    end: int


def threshold(parts: Sequence[str]) -> float:
    """Return the likeness from which a quote counts as found.

    It rises from :data:`THRESHOLD` for quotes of :data:`SHORT` characters to 1 for none at all.
    """
    length = sum(map(len, parts))
    return THRESHOLD + (1 - THRESHOLD) * max(0.0, 1 - length / SHORT)


def nearest(index: Index, parts: Sequence[str], low: int, high: int) -> list[Near]:
    """Return the places between two places that are most like a quote, best first, none overlapping.

    Args:
        index: the text.
        parts: what stands between the ellipses of the quote, folded, none empty.
        low: where to begin, an offset in the folded text.
        high: where to stop.
    """
    found = _best(index, parts, low, high, seeds=_SEEDS)
    enough = threshold(parts)
    if not found or found[0].score < enough:
        found = _best(index, parts, low, high, seeds=_MORE_SEEDS)
        if len(parts) > 1 and (not found or found[0].score < enough):
            apart = _best(index, parts, low, high, seeds=_SEEDS, together=False)
            found = [near for near in apart if near.score >= CROSSING] or found
    return found


def _best(
    index: Index, parts: Sequence[str], low: int, high: int, *, seeds: int, together: bool = True
) -> list[Near]:
    best: list[Near] = []
    looked_at: list[_Spans] = []
    for _, spans in sorted(set(_places(index, parts, low, high, seeds=seeds, together=together))):
        start, end = spans[0][0], spans[-1][1]
        if any(start < other[-1][1] and other[0][0] < end for other in looked_at):
            continue
        looked_at.append(spans)
        best.append(_snapped(index, parts, spans, low, high))
        if len(looked_at) == _SNAPPED:
            break
    best.sort(key=lambda near: (-near.score, near.start))
    return best


def _places(
    index: Index, parts: Sequence[str], low: int, high: int, *, seeds: int, together: bool
) -> Iterator[tuple[float, _Spans]]:
    """Yield places roughly: where the stretches with most of a part's grams have it best.

    With each goes what it lacks in likeness, and a little for its length: of two that are as much alike,
    the shorter one is meant.
    """
    total = sum(map(len, parts))
    good: list[list[Near]] = []
    for i, part in enumerate(parts):
        for from_, to in index.vote(part, low, high, seeds) or [(low, high)]:
            if any(from_ <= places[i].start and places[i].end <= to for places in good):
                continue  # another part has led here already
            found = [_slide(part, index.text, from_, to)]
            first, last = _bounds(index, found[0], low, high, together=together)
            for other in parts[i + 1 :]:
                found.append(_after(index, other, found[-1].end, last))
            for other in reversed(parts[:i]):
                found.insert(0, _before(index, other, first, found[0].start))
            _tighten(index, parts, found)
            score = sum(near.score * len(part) for near, part in zip(found, parts, strict=True)) / total
            if i + 1 < len(parts) and score > _GOOD:
                good.append(found)
            cost = (found[-1].end - found[0].start) * _LENGTH_COST
            yield 1 - score + cost, tuple((near.start, near.end) for near in found)


def _bounds(index: Index, near: Near, low: int, high: int, *, together: bool) -> tuple[int, int]:
    """Return where the other parts of a quote may stand."""
    reach = MAX_SPAN if together else _REACH
    first, last = near.end - reach, near.start + reach
    if together:
        start, end = index.unit(near.start)
        first, last = max(first, min(start, near.start)), min(last, max(end, near.end))
    return max(low, first), min(high, last)


def _after(index: Index, part: str, low: int, high: int) -> Near:
    at = index.find(part, low, high)
    return Near(1.0, at, at + len(part)) if at >= 0 else _slide(part, index.text, low, high)


def _before(index: Index, part: str, low: int, high: int) -> Near:
    at = index.find_last(part, low, high)
    return Near(1.0, at, at + len(part)) if at >= 0 else _slide(part, index.text, low, high)


def _tighten(index: Index, parts: Sequence[str], found: list[Near]) -> None:
    """Move parts of a quote nearer to each other: what is a little better further on is not meant."""
    for i in range(1, len(parts)):
        while (near := _between(index, parts[i], found[i - 1], found[i])).score > _nearly(found[i]):
            found[i] = near
    for i in range(len(parts) - 2, -1, -1):
        while (near := _between(index, parts[i], found[i], found[i + 1])).score > _nearly(found[i]):
            found[i] = near


def _between(index: Index, part: str, before: Near, behind: Near) -> Near:
    return _slide(part, index.text, before.end, max(before.end, behind.start))


def _nearly(near: Near) -> float:
    return max(_CHANCE, near.score - NEARER)


def _slide(part: str, text: str, low: int, high: int) -> Near:
    """Return where a part of a quote fits best between two places, to a few characters."""
    if len(part) <= 2 * _END:
        return _fit(part, text, low, high)
    start = _fit(part[:_END], text, low, high)
    slack = _END + len(part) // 4
    low, high = max(low, start.start + len(part) - _END - slack), min(high, start.start + len(part) + slack)
    end = _fit(part[-_END:], text, low, high)
    return Near((start.score + end.score) / 2, start.start, max(start.end, end.end))


def _fit(part: str, text: str, low: int, high: int) -> Near:
    from rapidfuzz import fuzz

    if high - low <= len(part):
        return Near(fuzz.ratio(part, text[low:high]) / 100, low, max(low, high))
    found = fuzz.partial_ratio_alignment(part, text[low:high])
    if found is None:
        return Near(0.0, low, low)
    return Near(found.score / 100, low + found.dest_start, low + found.dest_end)


def _snapped(index: Index, parts: Sequence[str], spans: _Spans, low: int, high: int) -> Near:
    """Move the ends of each part to the edges of words; the score is that of the words then taken in."""
    from rapidfuzz import fuzz

    text = index.text
    score = 0.0
    edges = []
    for part, (first, last) in zip(parts, spans, strict=True):
        start = _best_edge(part[:_END], text, first, (low, high), ends=False)
        end = _best_edge(part[-_END:], text, last, (low, high), ends=True)
        score += fuzz.ratio(part, text[start:end]) / 100 * len(part)
        edges.append((start, end))
    start, end = edges[0][0], edges[-1][1]
    return Near(score / sum(map(len, parts)), start, max(start, end))


def _best_edge(part: str, text: str, at: int, within: tuple[int, int], *, ends: bool) -> int:
    """Return the edge of a word near a place where the text is most like the beginning or end of a part."""
    from rapidfuzz import fuzz

    low, high = within
    size, reach = len(part), 4 + len(part) // 8
    best, best_score = at, -1.0
    for edge in range(max(low, at - reach), min(high, at + reach) + 1):
        inner = edge - 1 if ends else edge
        if not low <= inner < high or text[inner] == " " or not is_edge(text, edge):
            continue
        beside = text[max(low, at - size) : edge] if ends else text[edge : min(high, at + size)]
        score = fuzz.ratio(part, beside) - abs(edge - at) * 0.01
        if score > best_score:
            best, best_score = edge, score
    return best
