"""Did you mean …? The known word closest to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

MAX_SUGGESTIONS = 100
"""Unknown words for which one :class:`Suggester` looks: each look-up goes through all known words."""


class Suggester:
    """Finds the known word closest to an unknown one, a limited number of times."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known
        self._lowered: Mapping[str, str] | None = None
        self._found: dict[str, str | None] = {}

    def closest(self, word: str) -> str | None:
        """Return the closest known word, or None if none is close (or too many were asked for)."""
        if word not in self._found:
            if len(self._found) >= MAX_SUGGESTIONS:
                return None
            self._found[word] = self._search(word)
        return self._found[word]

    def _search(self, word: str) -> str | None:
        from rapidfuzz import fuzz, process

        if self._lowered is None:
            self._lowered = {known: known.lower() for known in self._known}
        best = process.extractOne(word.lower(), self._lowered, scorer=fuzz.ratio, score_cutoff=65)
        return None if best is None else str(best[2])


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return the question whether the closest known word was meant, or None if none is close.

    >>> did_you_mean("suported_by", ["text", "supported_by", "attacked_by"])
    "Did you mean 'supported_by'?"
    """
    best = Suggester(known).closest(word)
    return None if best is None else f"Did you mean {best!r}?"
