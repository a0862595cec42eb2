"""What a terminal can show: how wide, in which characters, and nothing that it would take for a command."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Final

Piece = tuple[str, str]
"""A text and the name of its style."""
END: Final[Piece] = ("\n", "")
"""What ends a line."""

_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of characters that control: terminals, the direction of text, lines."""
_JOINERS = frozenset("\u200c\u200d")
"""Of those, the two that many scripts and emoji are spelt with."""
_FALLBACKS = {"…": "...", "→": "->", "·": "-", "–": "-", "—": "--", "“": '"', "”": '"', "‘": "'", "’": "'"}


@dataclass(frozen=True)
class Screen:
    """Where a report will be shown."""

    width: int | None = None
    """Cells in a line; None if lines may be of any length, as in a file."""
    encoding: str = "utf-8"

    @cached_property
    def _has_all(self) -> bool:
        """Whether its encoding, which goes by many names, has every character."""
        return codecs.lookup(self.encoding).name.startswith("utf")

    @property
    def ellipsis(self) -> str:
        """The sign for what is left out."""
        return self.show("…")

    def show(self, text: str) -> str:
        r"""Return a text as it can be shown: on one line, control characters as escapes.

        Each character is shown by itself, so that what is shown of two texts joined is what is shown of
        the one and then of the other.

        >>> Screen().show("one\x1b[31mtwo")
        'one\\x1b[31mtwo'
        """
        if text.isprintable() and (text.isascii() or self._has_all):
            return text  # what Python calls printable has none of the categories that are escaped
        return "".join(self._character(character) for character in text)

    def source(self, text: str) -> str:
        """Return part of a line of a file as it can be shown: a tab is always as wide as four spaces."""
        return self.show(text.replace("\t", "    "))

    def _character(self, character: str) -> str:
        if unicodedata.category(character) in _ESCAPED and character not in _JOINERS:
            return _escape(character)
        if character.isascii() or self._has_all:
            return character
        try:
            character.encode(self.encoding)
        except UnicodeEncodeError:
            return _FALLBACKS.get(character) or _escape(character)
        return character

    def wrap(self, text: str, first: int = 0, indent: int = 0) -> list[str]:
        """Return a text in lines that fit, broken between words.

        Args:
            text: the text, as :meth:`show` returns it.
            first: cells taken before it on the first line.
            indent: cells taken on the others.
        """
        if self.width is None:
            return [text]
        lines = []
        line, used = "", first
        for word in text.split(" "):
            size = cells(word)
            if line and used + 1 + size > self.width:
                lines.append(line)
                line, used = word, indent + size
            else:
                used += size + bool(line)
                line = f"{line} {word}" if line else word
        return [*lines, line]


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode()


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes: characters of East Asian scripts take two."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
