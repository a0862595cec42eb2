"""Ids for titles: the title itself where it can be one."""

from __future__ import annotations

import re
from typing import Final

from argmap.formats.collecting import slug
from argmap.model import ID_PATTERN, RELATION_ID_PATTERN, nfc

_ID: Final = re.compile(ID_PATTERN)
_RELATION_ID: Final = re.compile(RELATION_ID_PATTERN)
_LONGEST: Final = 200
_WORDS: Final = 5
"""Words that the id of a statement without a title is made of."""


def as_id(title: str) -> str:
    """Return the id of a statement with a title, if nothing else has it.

    >>> as_id("Close the bridge!")
    'Close-the-bridge'
    """
    return title if _is_id(title) else slug(title) or "claim"


def _is_id(title: str) -> bool:
    return len(title) <= _LONGEST and _ID.fullmatch(title) is not None and nfc(title) == title


class NewIds:
    """Gives ids away, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._tried: dict[str, int] = {}

    def of_claim(self, title: str) -> str:
        """Return the id of a claim with a title."""
        return self._free(as_id(title))

    def of_words(self, words: str) -> str:
        """Return the id of a claim without a title, made from its first words."""
        return self._free(slug(" ".join(words.lower().split()[:_WORDS])).rstrip("-.") or "claim")

    def of_relation(self, title: str) -> str:
        """Return the id of a relation that an argument with a title makes."""
        known = _RELATION_ID.fullmatch(title) is not None and nfc(title) == title
        return self._free(title if known else slug(title) or "step")

    def _free(self, base: str) -> str:
        id, number = base, self._tried.get(base, 1)
        while id in self._taken:
            number += 1
            id = f"{base}-{number}"
        self._tried[base] = number
        self._taken.add(id)
        return id
