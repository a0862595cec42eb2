"""Tokens as they are written down one after the other: text is put together from pieces, levels open and close."""

from __future__ import annotations

from typing import Final

from argmap.formats.argdown.tokens import Token, Tokens

_INLINE: Final = frozenset({Token.TEXT, Token.TAG, Token.NEWLINE})


class Tape:
    """Tokens in the making.

    Attributes:
        tokens: what has been read.
        errors: offset and message of what no token begins with, or what has no end.
    """

    def __init__(self) -> None:
        self.tokens = Tokens()
        self.errors: list[tuple[int, str]] = []
        self._last: Token | None = None
        self._pieces: list[str] = []
        self._text_start = self._text_end = 0
        self._indents = [0]
        self._emphasis: list[tuple[str, int]] = []
        """Signs of emphasis that has not ended, and where they stand."""

    def _stray(self, start: int) -> int:
        self.errors.append((start, "a backslash at the end of a line: there is nothing to escape"))
        return start + 1

    def _say(self, start: int, end: int, words: str) -> None:
        """Add text to the token of text that is being read."""
        if not self._pieces:
            self._text_start = start
        self._pieces.append(words)
        self._text_end = end

    def _flush(self) -> None:
        if self._pieces:
            words = "".join(self._pieces)
            self._pieces = []
            self._append(Token.TEXT, self._text_start, self._text_end, words)

    def _append(self, kind: Token, start: int, end: int, value: str) -> None:
        tokens = self.tokens
        tokens.kinds.append(kind)
        tokens.starts.append(start)
        tokens.ends.append(end)
        tokens.values.append(value)
        self._last = kind

    def _add(self, kind: Token, start: int, end: int, value: str = "") -> None:
        if self._pieces:
            self._flush()
        if self._emphasis and kind not in _INLINE:
            self._unclosed()
        self._append(kind, start, end, value)

    def _unclosed(self) -> None:
        sign, start = self._emphasis[0]
        self.errors.append((start, f"{sign} begins emphasis that does not end"))
        self._emphasis.clear()

    def _dedent(self, level: int, position: int) -> None:
        while len(self._indents) > 1 and level < self._indents[-1]:
            self._indents.pop()
            self._add(Token.DEDENT, position, position)

    def _indent(self, level: int, position: int) -> None:
        if level > self._indents[-1]:
            self._indents.append(level)
            self._add(Token.INDENT, position, position)
        else:
            self._dedent(level, position)
