"""Where what brackets enclose ends, found in time linear in the text over all of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import Final

_CLOSE: Final = re.compile(r"\}")
_CLOSE_HERE: Final = re.compile(r"\}\s[^,}]")
"""A brace that data ends with at the latest."""
_CLOSE_ALL: Final = re.compile(r"\}(?!\s*[,}])")
"""A brace that data can end with."""


class Finder:
    """Finds closing brackets.

    Each purpose asks for ever later places, so that an answer holds until it has been passed.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[tuple[str, str], int] = {}

    def find(self, purpose: str, end: str, start: int) -> int:
        """Return where ``end`` is next found from ``start`` on; -1 if it is not."""
        found = self._found.get((purpose, end), -2)
        if found != -1 and found < start:
            found = self._found[purpose, end] = self.text.find(end, start)
        return found

    def in_line(self, purpose: str, end: str, start: int) -> int:
        """Return where ``end`` is next found in the line; -1 if it is not."""
        found = self.find(purpose, end, start)
        if found == -1:
            return -1
        line_end = self.find(purpose, "\n", start)
        return found if line_end == -1 or found < line_end else -1


class Braces:
    """Finds the ends of data, which may hold braces itself."""

    def __init__(self, text: str) -> None:
        self.text = text

    def data_end(self, start: int) -> int:
        """Return the end of data: the first ``}`` with space behind it, save before ``,`` or ``}``."""
        closes, last = self._closes
        index = bisect_left(closes, start + 1)
        if index == len(closes):
            return 0
        end = last[index]
        return end + 1 if end > start else 0

    @cached_property
    def _closes(self) -> tuple[list[int], list[int]]:
        """All closing braces, and for each the one that ends data which is open before it; -1 if none does."""
        text = self.text
        closes = [match.start() for match in _CLOSE.finditer(text)]
        last = -1
        """The last brace so far that data can end with."""
        latest: list[int] = []
        for close in closes:
            if _CLOSE_ALL.match(text, close):
                last = close
            latest.append(last)
        ends = [0] * len(closes)
        end = latest[-1] if latest else -1
        for index in range(len(closes) - 1, -1, -1):
            if _CLOSE_HERE.match(text, closes[index]):
                end = latest[index]
            ends[index] = end if end >= closes[index] else -1
        return closes, ends
