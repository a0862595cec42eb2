"""Text of a picture: wrapped, escaped and set in Graphviz's HTML-like labels."""

from __future__ import annotations

import re
import textwrap
from html import escape
from unicodedata import east_asian_width

GAP = "\xa0\xa0\xa0"
"""Space between things on a line: viewers neither drop it nor break at it."""

# Keeps the place of the second column of a wide character while wrapping; no text holds it.
_SECOND_COLUMN = "\0"
# Characters that turn the direction of what follows: they could make a text look like another.
_SPACE = re.compile("[ \t\r\n]+")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def columns(text: str) -> int:
    """Count the columns that text takes, wide characters taking two.

    >>> columns("橋 A")
    4
    """
    return len(text) + (0 if text.isascii() else sum(east_asian_width(c) in "WF" for c in text))


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of at most so many columns, wide characters taking two.

    Words longer than a line (addresses, scripts written without spaces) are broken where they must.

    >>> wrap("The bridge should be closed.", 12)
    ['The bridge', 'should be', 'closed.']
    >>> wrap("橋は閉鎖すべきだ", 8)
    ['橋は閉鎖', 'すべきだ']
    """
    text = _SPACE.sub(" ", _BIDI.sub("", text))
    if text.isascii():
        return textwrap.wrap(text, width)
    padded = "".join(c + _SECOND_COLUMN if east_asian_width(c) in "WF" else c for c in text)
    return [line.replace(_SECOND_COLUMN, "") for line in textwrap.wrap(padded, width)]


def shorten(text: str, width: int) -> str:
    """Cut text to one line of at most so many columns.

    >>> shorten("The bridge should be closed.", 12)
    'The bridge…'
    """
    first, *rest = wrap(text, width - 1)
    return first + "…" if rest else first


def plain(text: str) -> str:
    r"""Escape text for an HTML-like label, where markup, entities and ``\N`` have meaning.

    >>> plain(r"<b> & \N")
    '&lt;b&gt; &amp; \\\\N'
    """
    return escape(text, quote=False).replace("\\", "\\\\")


def lines(text: str, width: int) -> str:
    """Wrap and escape text: the lines of a cell."""
    return "<BR/>".join(map(plain, wrap(text, width)))


def font(markup: str, *, size: int, colour: str, bold: bool = False) -> str:
    """Set markup in a size and colour."""
    return f'<FONT POINT-SIZE="{size}" COLOR="{colour}">{f"<B>{markup}</B>" if bold else markup}</FONT>'


def cell(markup: str, *, align: str = "LEFT", **attributes: object) -> str:
    """Make a table cell whose lines are aligned as the cell is."""
    rest = "".join(f' {name.upper()}="{value}"' for name, value in attributes.items() if value is not None)
    return f'<TD ALIGN="{align}" BALIGN="{align}"{rest}>{markup}</TD>'


def table(rows: list[str], **attributes: object) -> str:
    """Make a table of rows of cells, without lines or space between them unless asked for."""
    given = {"align": "LEFT", "border": 0, "cellborder": 0, "cellspacing": 0, **attributes}
    names = "".join(f' {name.upper()}="{value}"' for name, value in given.items() if value is not None)
    return f"<TABLE{names}>{''.join(f'<TR>{row}</TR>' for row in rows)}</TABLE>"
