"""HTML: the main text of a page, its paragraphs and headings.

readability-lxml tells the article from the navigation, advertisements and comments around it. Where it
finds no text, which happens on very short pages, the whole body is taken instead.

Every element that begins a new line on the page begins a unit; two ``<br>`` in a row do as well.
Tables, captions and preformatted text are kept as units that are not counted.
"""

from __future__ import annotations

import logging
import re
from html.parser import HTMLParser

from argmap.sources.units import Block, UnitKind

_BREAKING = re.compile(
    "address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|hgroup|hr|li|main|nav|ol|p|pre|section|summary|table|ul"
)
_NOT_COUNTED = frozenset(("table", "figcaption", "pre"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_UNREAD = re.compile(
    "aside|audio|button|canvas|footer|form|head|iframe|nav|noscript|object|script|select|style|svg|template|"
    "textarea|title|video"
)
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")  # lxml takes no text that names an encoding


def blocks(page: str) -> list[Block]:
    """Return the paragraphs, headings and other units of a page's main text."""
    return _read(_main(page)) or _read(page)


def _main(page: str) -> str:
    from readability import Document
    from readability.readability import Unparseable

    # The library logs a traceback of what it then raises; nothing in argmap prints by the way.
    logger = logging.getLogger("readability.readability")
    before, logger.disabled = logger.disabled, True
    try:
        return str(Document(_XML_DECLARATION.sub("", page, count=1)).summary(html_partial=True))
    except Unparseable:
        return ""
    finally:
        logger.disabled = before


def _read(page: str) -> list[Block]:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.flush()
    return reader.blocks


class _Reader(HTMLParser):
    """Collects the text between one break and the next."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._open: dict[str, int] = {}
        self._unread = 0
        self._line_breaks = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "br":
            self._line_breaks += 1
            if self._line_breaks > 1 and not self._open.get("table"):
                self.flush()
            self._words.append(" ")
            return
        if _UNREAD.fullmatch(tag):
            self._unread += 1
        elif _BREAKING.fullmatch(tag):
            self._break(tag)
        elif tag in ("td", "th"):
            self._words.append(" ")
        if not _VOID.fullmatch(tag):
            self._open[tag] = self._open.get(tag, 0) + 1

    def handle_endtag(self, tag: str) -> None:
        if not self._open.get(tag):
            return
        if _UNREAD.fullmatch(tag):
            self._unread -= 1
        elif _BREAKING.fullmatch(tag):
            self._break(tag)
        self._open[tag] -= 1

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        self._words.append(data)
        if not data.isspace():
            self._line_breaks = 0

    def _break(self, tag: str) -> None:
        # Inside a table, only the table itself ends the unit.
        if tag == "table" or not self._open.get("table"):
            self.flush()
        else:
            self._words.append(" ")

    def flush(self) -> None:
        """End the unit that is being collected."""
        text = "".join(self._words)
        self._words.clear()
        if not text or text.isspace():
            return
        level = next((level for tag, level in _HEADINGS.items() if self._open.get(tag)), 0)
        if any(map(self._open.get, _NOT_COUNTED)):
            self.blocks.append(Block(UnitKind.OTHER, text))
        elif level:
            self.blocks.append(Block(UnitKind.HEADING, text, level))
        else:
            self.blocks.append(Block(UnitKind.PARAGRAPH, text))
