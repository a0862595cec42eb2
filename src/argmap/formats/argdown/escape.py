"""Text as Argdown has to have it written so that nothing in it is taken for syntax."""

from __future__ import annotations

import re
from typing import Any, Final

from argmap.formats.argdown.tokens import LINE_START

_PLAIN: Final = re.compile(r"[A-Za-z](?:[\w -]*\w)?", re.ASCII)
_TYPED: Final = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_SAFE_TAG: Final = re.compile(r"[a-zA-Z0-9\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]+")
_PIECES: Final = re.compile(
    r"(?P<name>\.\S+?\.|:\S+?:)|(?P<link>\[[^\]]{1,300}\]\([^)]{1,300}\)|@\[[^\]]{1,300}\]|@<[^>]{1,300}>)"
    r"|(?P<escape>[\\*_\[<{]|\#(?![ \t\n\r]|\Z)|\A\#|/(?=[/*])|=(?===)|(?<=@include)\()"
)
"""The name of a character, which stays; a link or mention, which stays; what needs a backslash.

A tag may begin with a no-break space or its like.
"""
_INCLUDE: Final = re.compile(r"@include\(")
_TITLE: Final = re.compile(r"(?![-_ ]|Untitled)[^\[\]<>\s](?:[^\[\]<>\n\r\u2028\u2029]*[^\[\]<>\s])?")


def fits(text: str) -> bool:
    """Tell whether a text can be written down as it is: without line breaks, tabs or spaces in a row."""
    return not re.search(r"[\n\r\t]|  |\A\s|\s\Z", text)


def in_line(text: str) -> str:
    """Return a text on one line; where that loses line breaks, the text stands among the data as well."""
    return re.sub(r"[ \t\n\r]+", " ", text).strip()


def escape(text: str) -> str:
    r"""Return text with backslashes where it would be syntax.

    >>> escape("{1, 2} in snake_case, see http://example.org :smile:")
    '\\{1, 2} in snake\\_case, see http:\\//example.org :smile:'
    """
    written = _escape(text, links=True)
    return _escape(text, links=False) if _INCLUDE.search(written) else written


def paragraph(text: str) -> str:
    r"""Return text that begins a line, where more is syntax.

    >>> paragraph("1. One")
    '\\1. One'
    """
    written = escape(in_line(text))
    return "\\" + written if LINE_START.match(written) else written


def _escape(text: str, *, links: bool) -> str:
    pieces: list[str] = []
    position = 0
    while match := _PIECES.search(text, position):
        pieces.append(text[position : match.start()])
        position = match.end()
        piece = match[0]
        if (
            (match["name"] and _PIECES.search(piece, 1, len(piece) - 1))
            or match["escape"]
            or (match["link"] and not links)
        ):
            pieces.append("\\" + piece[0])
            position = match.start() + 1
        else:
            pieces.append(piece)
    pieces.append(text[position:])
    return "".join(pieces)


def is_title(words: str) -> bool:
    """Tell whether words can stand between brackets as a title."""
    return _TITLE.fullmatch(words) is not None


def tag(word: str) -> str | None:
    """Return a tag as it is written; None if it cannot be."""
    if _SAFE_TAG.fullmatch(word):
        return f"#{word}"
    if ")" in word or "@include(" in word or "\n" in word or "\r" in word:
        return None
    return f"#({word})"


def data(value: Any) -> str:  # noqa: ANN401  nested plain data
    """Return plain data as YAML on one line that ends where it should for Argdown."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{data(str(key))}: {data(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(data, value)) + "]"
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) and value.lower() not in _TYPED else _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else repr(value)


def _quoted(text: str) -> str:
    written = "".join(_character(character) for character in text)
    written = written.replace("===", "=\\u003d=")
    return '"' + written.replace("@include(", "@include\\u0028") + '"'


def _character(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "}":
        return "\\u007d"
    if character.isprintable():
        return character
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
