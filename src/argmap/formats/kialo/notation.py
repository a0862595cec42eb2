"""What both reading and writing a Kialo export know of its marks."""

from __future__ import annotations

import re
from typing import Final

from argmap.finding import LINE_BREAK

NAME: Final = "Discussion Name:"
SOURCES: Final = "Sources:"
SEE: Final = "-> See "
HEAD: Final = re.compile(r"([ \t]*)((?:\d+\.)+)[ \t]+(Pro|Con|Thesis|Question):[ \t]*")
"""What stands above or before a claim: its number and its stance."""

_MARK = r"[!-/:-@\[-`{-~]"
_ESCAPED = re.compile(rf"\\({_MARK})")
_TO_ESCAPE = re.compile(rf"\\(?={_MARK})|\[(?=\d+\])")
_LOOKS_LIKE_MARK = re.compile(rf"({HEAD.pattern}|{SOURCES})")


def unescape(text: str) -> str:
    r"""Return a text without the backslashes that keep marks from meaning anything.

    >>> unescape(r"\(see 1\. Pro: \\)")
    '(see 1. Pro: \\)'
    """
    return _ESCAPED.sub(r"\1", text)


def escape(text: str) -> str:
    """Return a text so that :func:`unescape` gives it back and no reader takes a part of it for a mark."""
    text = LINE_BREAK.sub("\n", text)
    text = _TO_ESCAPE.sub(lambda match: "\\" + match[0], text)
    if "](" in text:
        text = re.sub(r"(?<!\\)((?:\\\\)*)\[", r"\1\\[", text)
    lines = text.split("\n")
    if lines[0].startswith(SEE):
        lines[0] = "\\" + lines[0]
    return "\n".join(_escape_end(line) if _LOOKS_LIKE_MARK.fullmatch(line) else line for line in lines)


def _escape_end(line: str) -> str:
    before, _, after = line.rpartition(":")
    return f"{before}\\:{after}"
