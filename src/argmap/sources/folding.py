"""Folding: writing two spellings of the same words alike, without losing their places.

A quote in a map is typed by a person: other quotation marks, another dash, a line break where the
source has none. Folding takes such differences away from source and quote alike, and remembers for
every character of the folded source where it stands in the original.

What is folded, in this order:

- Unicode Normalisation Form KC and full case folding (Unicode Standard Annex 15 and section 3.13);
- invisible characters (soft hyphen, zero-width characters, directional marks) are dropped;
- quotation marks are dropped, and apostrophes that are not inside a word; those that are become ``'``;
- hyphens inside words are dropped, and with them a line break behind: ``counter-⏎productive``,
  ``counter-productive`` and ``counterproductive`` are one word;
- dashes (two hyphens too), and hyphens with white space beside them, become white space;
- white space becomes a single space, and none at either end.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

_DROPPED = "\0"
_SEPARATING = " \n\0'-"
_QUOTES = frozenset('"″‴‵‶„〝〞〟「」『』＂')
_APOSTROPHES = frozenset("'`´ʼ′‘’‚‛＇")
_DROPPED_CATEGORIES = frozenset(("Pi", "Pf", "Cf", "Cc"))  # further quotation marks, what is invisible
_HYPHENS = frozenset("-‐‑‒–−﹣－")
_DASHES = frozenset("—―⸺⸻﹘〜～")
# A run of separators is one unit, so that `word” — “word` and `word - word` come out alike.
_SEPARATORS = r"[ \n\0'-]{2,}|[\n\0-]|(?<![\w%s])'|'(?!\w)"
_BROKEN_WORD = re.compile(r"-\0* *\n *")
_FEW = 16  # characters that are replaced faster one by one
_MARKS = ("Mn", "Mc", "Me")


def fold(text: str) -> str:
    r"""Return a text folded, without the places of its characters.

    >>> fold("“Counter-\nproductive” — the  U.S.’s view")
    'counterproductive the u.s.s view'
    """
    return Folded(unicodedata.normalize("NFC", text)).text.strip(" ")


class Folded:
    """A folded text that knows where its characters come from.

    Attributes:
        text: the folded text. White space at the ends is kept, as one space.
    """

    def __init__(self, original: str) -> None:
        self._length = len(original)
        pieces: list[str] = []
        # Where the folded and the original text stop running in step: the places in both.
        self._folded_at = [0]
        self._original_at = [0]
        self._in_step = [True]
        length = done = 0
        plain, unusual = _translated(original)
        for start, end, new in unusual:
            if start > done:
                pieces.append(plain[done:start])
                length += start - done
            self._mark(length, start, in_step=False)
            pieces.append(new)
            length += len(new)
            self._mark(length, end, in_step=True)
            done = end
        pieces.append(plain[done:])
        self.text = "".join(pieces)

    def _mark(self, folded: int, original: int, *, in_step: bool) -> None:
        self._folded_at.append(folded)
        self._original_at.append(original)
        self._in_step.append(in_step)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that a span of the folded text comes from.

        Args:
            start: offset of the first character in :attr:`text`.
            end: offset behind the last; an empty span gives an empty span.
        """
        if start >= end:
            at = self._first(start)
            return at, at
        return self._first(start), self._behind(end - 1)

    def folded(self, original: int) -> int:
        """Return the place in the folded text of a place in the original."""
        i = bisect_right(self._original_at, original) - 1
        if self._in_step[i]:
            return self._folded_at[i] + original - self._original_at[i]
        return self._folded_at[i]

    def _first(self, at: int) -> int:
        i = bisect_right(self._folded_at, at) - 1
        return self._original_at[i] + (at - self._folded_at[i] if self._in_step[i] else 0)

    def _behind(self, at: int) -> int:
        i = bisect_right(self._folded_at, at) - 1
        if self._in_step[i]:
            return self._original_at[i] + at - self._folded_at[i] + 1
        return self._original_at[i + 1] if i + 1 < len(self._original_at) else self._length


def _translated(original: str) -> tuple[str, Iterator[tuple[int, int, str]]]:
    """Fold what stays one character; return the rest as spans of the original with their folding.

    Only a few hundred different characters make up even a long text, so each is looked at once and
    the text itself only passes through ``str.translate`` and a regular expression.
    """
    table: dict[int, str] = {}
    long: dict[str, str] = {}
    # This is the one letter of which lower() makes two; everything else keeps its place.
    plain = original if "İ" in original else original.lower()
    for character in set(plain):
        new = _fold_character(character)
        if len(new) != 1:
            long[character] = new
            new = character
        if new != character:
            table[ord(character)] = new
    marks = "" if original.isascii() else "".join(map(re.escape, sorted(filter(_is_mark, set(original)))))
    patterns = [_SEPARATORS % marks]
    if marks and not unicodedata.is_normalized("NFC", original):
        # A letter with the marks behind it is folded as one; in a text in Form C nothing composes.
        patterns.insert(0, rf"[^ \n\0'-][{marks}]+")
    if long:
        patterns.append(f"[{''.join(map(re.escape, sorted(long)))}]")
    if len(table) <= _FEW:
        for code, new in table.items():
            plain = plain.replace(chr(code), new)
    else:
        plain = plain.translate(table)
    return plain, _unusual(original, plain, re.compile("|".join(patterns)), long)


def _unusual(
    original: str, plain: str, pattern: re.Pattern[str], long: dict[str, str]
) -> Iterator[tuple[int, int, str]]:
    for match in pattern.finditer(plain):
        start, end = match.span()
        run = match[0]
        if run[0] in _SEPARATING:
            apart = " " in run or "\n" in run or "--" in run
            joined = start > 0 and _BROKEN_WORD.fullmatch(run)
            yield start, end, " " if apart and not joined else ""
        elif end - start == 1 and run in long:
            yield start, end, long[run]
        else:
            composed = unicodedata.normalize("NFC", original[start:end])
            yield start, end, "".join(map(_fold_character, composed)).replace(_DROPPED, "")


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    """Return what a character becomes; the caller deals with those that do not become exactly one."""
    if character == "\n":
        return character
    compatible = unicodedata.normalize("NFKC", character)
    character = compatible if len(compatible) == 1 else character
    if character in _HYPHENS or character in _APOSTROPHES:
        return "-" if character in _HYPHENS else "'"
    if character.isspace() or character in _DASHES:
        return " "
    if character in _QUOTES or unicodedata.category(character) in _DROPPED_CATEGORIES:
        return _DROPPED
    return unicodedata.normalize("NFKC", compatible.casefold())


def _is_mark(character: str) -> bool:
    # The vowels and final consonants of Hangul compose as well, though they are letters.
    return unicodedata.category(character) in _MARKS or "\u1160" <= character <= "\u11ff"
