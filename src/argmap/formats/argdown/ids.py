"""Ids for titles: the title itself where it can be one."""

from __future__ import annotations

from typing import Final

from argmap.formats.imported import NewIds, is_id, slug

_WORDS: Final = 5
"""Words that the id of a statement without a title is made of."""


def as_id(title: str) -> str:
    """Return the id of a statement with a title, if nothing else has it.

    >>> as_id("Close the bridge!")
    'Close-the-bridge'
    """
    return title if is_id(title) else slug(title) or "claim"


class TitleIds(NewIds):
    """Gives ids away, each once: as much like titles as may be."""

    def of_claim(self, title: str) -> str:
        """Return the id of a claim with a title."""
        return self.make(as_id(title))

    def of_words(self, words: str) -> str:
        """Return the id of a claim without a title, made from its first words."""
        return self.make(slug(" ".join(words.lower().split()[:_WORDS])).rstrip("-.") or "claim")

    def of_relation(self, title: str) -> str:
        """Return the id of a relation that an argument with a title makes."""
        return self.make(title if is_id(title, of_relation=True) else slug(title) or "step")
