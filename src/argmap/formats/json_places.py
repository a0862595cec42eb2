"""Finds where the parts of a JSON text stand, without building a tree of all of it."""

from __future__ import annotations

import json
import re

_SPACE = re.compile(r"[ \t\n\r]*")
_Children = dict[str | int, tuple[int, int]]


class JsonPlaces:
    """Places in a JSON text that Python's parser has read before.

    Only what leads to the part asked for is read again, by that parser; what was looked into is remembered.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._scan = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # raw_decode is this in a wrapper
        self._children: dict[int, _Children] = {}
        self._whole = self._after_space(0), len(text.rstrip(" \t\n\r"))

    def find(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Return the start and end of the part that a path of keys and numbers leads to.

        Where the text does not go on so far, it is the nearest part that there is.

        >>> text = '{"a": [1, {"b": true}]}'
        >>> start, end = JsonPlaces(text).find(("a", 1, "b"))
        >>> text[start:end]
        'true'
        """
        start, end = self._whole
        for part in path:
            child = self._inside(start).get(part)
            if child is None:
                break
            start, end = child
        return start, end

    def _inside(self, start: int) -> _Children:
        if start not in self._children:
            self._children[start] = self._look(start) if self._text[start : start + 1] in ("{", "[") else {}
        return self._children[start]

    def _look(self, start: int) -> _Children:
        found: _Children = {}
        text, scan, space = self._text, self._scan, _SPACE.match
        mapping = text[start] == "{"
        at = self._after_space(start + 1)
        while text[at] not in "]}":
            key: str | int = len(found)
            if mapping:
                key, at = scan(text, at)
                at = self._after_space(self._after_space(at) + 1)  # behind the colon
            _, end = scan(text, at)
            found[key] = (at, end)
            if match := space(text, end):
                end = match.end()
            at = self._after_space(end + 1) if text[end] == "," else end
        return found

    def _after_space(self, at: int) -> int:
        match = _SPACE.match(self._text, at)
        return match.end() if match else at
