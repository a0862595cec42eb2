"""Makes texts and ids of other tools fit for a map."""

from __future__ import annotations

import re
from typing import Final

from argmap.scalars import ID_PART, ID_PATTERN, RELATION_ID_PATTERN, nfc

WORDLESS: Final = "(no text)"
"""Stands for a text in which nothing can be seen."""

_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSEEN: Final = re.compile(r"[\s\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]*")
_ID: Final = re.compile(ID_PATTERN)
_RELATION_ID: Final = re.compile(RELATION_ID_PATTERN)
_LONGEST_ID: Final = 200
_LONGEST_SLUG: Final = 80


def clean(text: str) -> str:
    """Return a text as a map may hold it: without control characters, nor space around it.

    >>> clean(f" It{chr(27)}rains. ")
    'It rains.'
    """
    text = _UNFIT.sub(" ", text).strip()
    return WORDLESS if _UNSEEN.fullmatch(text) else text


def seen(text: object) -> str | None:
    """Return a text as a map may hold it; None if it is none, or nothing in it can be seen.

    >>> seen(" It rains. "), seen("\u200b"), seen(7)
    ('It rains.', None, None)
    """
    words = clean(text) if isinstance(text, str) else WORDLESS
    return None if words == WORDLESS else words


def is_id(word: str, *, of_relation: bool = False) -> bool:
    """Tell whether a word can be the id of a claim, or of a relation, as it is."""
    pattern = _RELATION_ID if of_relation else _ID
    return (
        (of_relation or len(word) <= _LONGEST_ID)
        and pattern.fullmatch(word) is not None
        and nfc(word) == word
    )


def slug(words: str) -> str:
    """Return what an id can hold of some words; empty if that is nothing.

    >>> slug("G-1 (the top goal)")
    'G-1-the-top-goal'
    """
    return "-".join(re.findall(ID_PART, nfc(words)))[:_LONGEST_SLUG]


class NewIds:
    """Gives ids away, each once."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self._tried: dict[str, int] = {}

    def take(self, id: str) -> bool:
        """Take an id; tell whether it was free."""
        free = id not in self.taken
        self.taken.add(id)
        return free

    def make(self, base: str) -> str:
        """Take and return an id like this one that is free."""
        id, number = base, self._tried.get(base, 1)
        while not self.take(id):
            number += 1
            id = f"{base}-{number}"
        self._tried[base] = number
        return id
