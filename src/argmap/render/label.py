"""Text of a picture: wrapped, escaped and set in Graphviz's HTML-like labels."""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache
from html import escape
from unicodedata import bidirectional, east_asian_width

from argmap.render.words import unturned

GAP = "\xa0\xa0\xa0"
"""Space between things on a line: viewers neither drop it nor break at it."""

_LONGEST_TIP = 3000
"""Characters: Graphviz reads no quoted string of more than 16,384 bytes."""
_SPACE = re.compile("[ \t\r\n]+")
_FIRST_WIDE = "\u1100"
# Greek and Cyrillic letters are broader than Latin ones, above all in the fonts that viewers fall back on.
_BROAD = re.compile("[\u0370-\u052f]{2}")


def columns(text: str) -> int:
    """Count the columns that text takes, wide characters taking two.

    >>> columns("橋 A")
    4
    """
    if text.isascii():
        return len(text)
    return len(text) + sum(east_asian_width(c) in "WF" for c in text if c >= _FIRST_WIDE)


def wrap(text: str, width: int) -> list[str]:
    """Break text into lines of at most so many columns, wide characters taking two.

    Words longer than a line (addresses, scripts written without spaces) are broken where they must.

    >>> wrap("The bridge should be closed.", 12)
    ['The bridge', 'should be', 'closed.']
    >>> wrap("橋は閉鎖すべきだ", 8)
    ['橋は閉鎖', 'すべきだ']
    """
    if text.isascii():
        text = " ".join(text.split())
    else:
        text = _SPACE.sub(" ", unturned(text)).strip(" ")
        if _BROAD.search(text):
            width = max(width * 7 // 8, 1)
    if columns(text) == len(text):
        return _simply_wrapped(text, width) or textwrap.wrap(text, width)
    from argmap.render import flow  # which knows how wide characters are, and takes a while to load

    lines = flow.wrap(flow.words(text), width)
    return ["".join(piece for piece, _ in line) for line in lines]


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
    return _under_one_another(wrap(text, width))


def _under_one_another(rows: list[str]) -> str:
    return plain("\n".join(rows)).replace("\n", "<BR/>")


def _simply_wrapped(text: str, width: int) -> list[str] | None:
    """Do what textwrap does, in a fraction of its time, for text that needs no word broken or dropped; None for other text.

    >>> _simply_wrapped("The bridge should be closed.", 12)
    ['The bridge', 'should be', 'closed.']
    """
    if not text or "-" in text:
        return None
    if not text.isascii() and not all(map(str.strip, text.split(" "))):  # a word of no-break spaces
        return None
    found = []
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start, start + width + 1)
        if end < 0:
            return None
        found.append(text[start:end])
        start = end + 1
    return [*found, text[start:]]


def clip(text: str, width: int, most: int) -> str:
    """Wrap and escape text, at most so many lines of it, telling how much is left out.

    >>> clip("one two three four", 5, 2)
    'one<BR/>two<BR/>… and 10 more characters'
    """
    shown = wrap(text[: 2 * width * most], width)
    if len(shown) <= most and len(text) <= 2 * width * most:
        return _under_one_another(shown)
    kept = shown[:most]
    left = len(text.strip()) - sum(map(len, kept)) - len(kept)
    return _under_one_another([*kept, f"… and {left:,} more characters"])


def side(text: str) -> str:
    """Return the side that lines of a text begin at, by its first letter that has a direction.

    >>> side("1. Bridge"), side("جسر")
    ('LEFT', 'RIGHT')
    """
    first = next((kind for kind in map(bidirectional, text[:200]) if kind in ("L", "R", "AL")), "L")
    return "LEFT" if first == "L" else "RIGHT"


def font(markup: str, *, size: int, colour: str, bold: bool = False) -> str:
    """Set markup in a size and colour."""
    return f'<FONT POINT-SIZE="{size}" COLOR="{colour}">{f"<B>{markup}</B>" if bold else markup}</FONT>'


def cell(markup: str, *, align: str = "LEFT", **attributes: object) -> str:
    """Make a table cell whose lines are aligned as the cell is."""
    return f'<TD ALIGN="{align}" BALIGN="{align}"{_listed(tuple(attributes.items()))}>{markup}</TD>'


def table(rows: list[str], **attributes: object) -> str:
    """Make a table of rows of cells, without lines or space between them unless asked for."""
    given = {"align": "LEFT", "border": 0, "cellborder": 0, "cellspacing": 0, **attributes}
    return f"<TABLE{_listed(tuple(given.items()))}>{''.join([f'<TR>{row}</TR>' for row in rows])}</TABLE>"


@lru_cache(maxsize=1000)
def _listed(attributes: tuple[tuple[str, object], ...]) -> str:
    """Write the attributes of a cell or a table: most have the same as many others."""
    return "".join(f' {name.upper()}="{value}"' for name, value in attributes if value is not None)


def tip(text: str) -> str:
    """Escape text for a tooltip, in which Graphviz reads entities once and backslashes twice."""
    if len(text) > _LONGEST_TIP:
        text = f"{text[:_LONGEST_TIP]}…"
    escaped = text.replace("&", "&amp;").replace("\\", "\\" * 4)
    if not escaped.startswith("<"):
        return escaped
    from graphviz import nohtml

    no_markup: str = nohtml(escaped)
    return no_markup
