"""An index of a text: where words of it may stand, found without reading all of it for each quote."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from heapq import nsmallest

from argmap.sources.folding import Folded

_GRAM = 4  # characters: of such grams, a half stay whole when 15 % of the characters are wrong (0.85⁴ = 0.52)
_MAX_GRAMS = 1_000_000  # of a text, some 60 MB; in longer texts every second, third … is indexed
_MAX_VOTES = 500  # the grams of a quote are looked up from the rarest to about as many places
_MAX_PLACES = 10_000  # of one gram, which tells nothing if it has so many
_BUCKET = 32  # characters that votes for a place may be apart
_SHORT = 100_000  # a text of this many characters is searched sooner than its words are indexed
_BEGINNING = 8  # characters that words are indexed by
_NONE: list[int] = []


class Index:
    """A text, folded, with an index of its grams made when first needed.

    All places in arguments and results are offsets in the folded text, :attr:`text`.

    Args:
        original: the text.
        units: spans of its paragraphs and headings, in order.
    """

    def __init__(self, original: str, units: Sequence[tuple[int, int]]) -> None:
        self.folded = Folded(original)
        self.text = self.folded.text
        self._units = units

    @cached_property
    def _starts(self) -> list[int]:
        return [self.folded.folded(start) for start, _ in self._units]

    def unit(self, place: int) -> tuple[int, int]:
        """Return the span of the paragraph or heading that a place is in, or of what it stands behind."""
        i = bisect_left(self._starts, place + 1) - 1
        start = self._starts[i] if i >= 0 else 0
        end = self._starts[i + 1] if i + 1 < len(self._starts) else len(self.text)
        return start, end

    def find(self, words: str, low: int, high: int) -> int:
        """Return the first place of whole words between two places, or −1."""
        at = self.text.find(words, low, high)
        while at >= 0 and not self._whole(words, at):
            at = self.text.find(words, at + 1, high)
        return at

    def find_last(self, words: str, low: int, high: int) -> int:
        """Return the last place of whole words between two places, or −1."""
        at = self.text.rfind(words, low, high)
        while at >= 0 and not self._whole(words, at):
            at = self.text.rfind(words, low, at + len(words) - 1)
        return at

    def all(self, words: str, low: int, high: int, limit: int) -> list[int]:
        """Return the places of whole words between two places, in order; no more than ``limit``."""
        if high - low > _SHORT and (rarest := self._rarest_word(words)) is not None:
            places, offset = rarest
            startswith = self.text.startswith
            first, behind = bisect_left(places, low + offset), bisect_left(places, high)
            fitting = [place - offset for place in places[first:behind] if startswith(words, place - offset)]
            return [at for at in fitting if at + len(words) <= high and self._whole(words, at)][:limit]
        found: list[int] = []
        at = self.find(words, low, high)
        while at >= 0 and len(found) < limit:
            found.append(at)
            at = self.find(words, at + 1, high)
        return found

    def _rarest_word(self, words: str) -> tuple[list[int], int] | None:
        """Return the places of the word in some words that begins as few do, and where in these it begins."""
        rarest = None
        offset = words.find(" ") + 1
        while 0 < offset <= len(words) - _BEGINNING:
            places = self._words.get(words[offset : offset + _BEGINNING], _NONE)
            if rarest is None or len(places) < len(rarest[0]):
                rarest = places, offset
            offset = words.find(" ", offset) + 1
        return rarest

    def _whole(self, words: str, at: int) -> bool:
        return is_edge(self.text, at) and is_edge(self.text, at + len(words))

    # -- places of words that were changed

    def vote(self, words: str, low: int, high: int, limit: int) -> list[tuple[int, int]]:
        """Return stretches of the text that have most of the rare grams of some words, best first.

        Each stretch is wide enough for the words to lie in it, changed letters and all.
        """
        known = []
        for offset in range(len(words) - _GRAM + 1):
            places = self._grams.get(words[offset : offset + _GRAM])
            if places is not None:
                known.append((len(places), offset, places))
        known.sort()
        cast: list[int] = []
        for count, offset, places in known:
            first = bisect_left(places, low) if low else 0
            behind = bisect_left(places, high) if high < len(self.text) else count
            inside = places[first : min(behind, first + _MAX_PLACES)]
            cast += [(place - offset) // _BUCKET for place in inside]
            if len(cast) > _MAX_VOTES:
                break
        votes = Counter(cast)
        margin = 8 + len(words) // 8
        # A place near the end of a bucket has its votes in two; a third of the most votes is too few to win.
        least = max(votes.values(), default=0) / 6
        pairs = [(-n - votes.get(bucket + 1, 0), bucket) for bucket, n in votes.items() if n >= least]
        ranked = nsmallest(limit, pairs)
        best = [bucket for n, bucket in ranked if n <= ranked[0][0] / 3]
        return [
            (
                max(low, bucket * _BUCKET - margin),
                min(high, (bucket + 2) * _BUCKET + len(words) + margin),
            )
            for bucket in best
        ]

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        """The places of words by their beginnings, which reach into the next words where these are short."""
        words: defaultdict[str, list[int]] = defaultdict(list)
        text = self.text
        at = text.find(" ") + 1
        while at:
            words[text[at : at + _BEGINNING]].append(at)
            at = text.find(" ", at) + 1
        return dict(words)

    @cached_property
    def _stride(self) -> int:
        return 1 + len(self.text) // _MAX_GRAMS

    @cached_property
    def _grams(self) -> dict[str, list[int]]:
        grams: defaultdict[str, list[int]] = defaultdict(list)
        text = self.text
        for i in range(0, len(text) - _GRAM + 1, self._stride):
            grams[text[i : i + _GRAM]].append(i)
        return dict(grams)


def is_edge(text: str, at: int) -> bool:
    """Tell whether a word may begin or end at a place: not between two letters or digits of a word.

    In scripts that set no spaces between words, any character may begin or end one.
    """
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if before == " " or after == " ":
        return True
    if after.isalnum() and (before.isalnum() or unicodedata.category(before)[0] == "M"):
        return sets_no_spaces(before) or sets_no_spaces(after)
    return unicodedata.category(after)[0] != "M"


def sets_no_spaces(character: str) -> bool:
    """Tell whether a character is of Thai, Lao, Tibetan, Burmese, Khmer, kana or Han script."""
    return character >= "\u0e00" and (
        character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
        or "\u3040" <= character <= "\u30ff"
        or "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or character >= "\U00020000"
    )
