"""A source's text as its reader sees it: paragraphs numbered from 1, sections with titles, sentences.

All places are offsets in :attr:`SourceText.text`, in characters (Unicode code points), ends exclusive.
For plain text that is the file's text with line ends made line feeds; for Markdown and HTML it is what
is left when the markup is gone, with a blank line between units.
"""

from __future__ import annotations

import codecs
import hashlib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from pathlib import PurePath
from typing import TypeVar

from argmap.errors import ArgmapError
from argmap.sources import plain
from argmap.sources.index import Index
from argmap.sources.units import Unit, UnitKind, lay_out

MARKDOWN = frozenset((".md", ".markdown", ".mdown", ".mkd"))
"""Endings of the names of Markdown files."""
HTML = frozenset((".html", ".htm", ".xhtml"))
"""Endings of the names of HTML files. Files of any other name are plain text."""

_MARKS = "[*_`<!"
_MOST_MARKS = 200_000
"""Each of these marks costs half a kilobyte while it is told whether it begins, ends or is text; a book has fewer."""


class SourceError(ArgmapError):
    """A source whose text cannot be had."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading.

    Attributes:
        title: the words of the heading.
        level: 1 for the highest.
        start: where the heading begins.
        end: where the heading ends.
        paragraphs: numbers of the first paragraph of the section and of the one behind its last.
    """

    title: str
    level: int
    start: int
    end: int
    paragraphs: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its number, from 1, and its place."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place, and the number of the paragraph that it is in."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class SourceText:
    """The text of a source. What is computed from it is computed when first asked for."""

    name: str
    """What to call the text in messages."""
    text: str
    units: tuple[Unit, ...]
    """Paragraphs, headings and what is neither, in order."""
    language: str
    """BCP 47 tag, which the division into sentences depends on."""
    sha256: str
    """Digest of the bytes that the text was read from, in hexadecimal."""

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in order: number ``n`` is at ``n - 1``."""
        found = (unit for unit in self.units if unit.kind is UnitKind.PARAGRAPH)
        return tuple(Paragraph(number, unit.start, unit.end) for number, unit in enumerate(found, 1))

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections, in order. Paragraphs above the first heading are in none."""
        headings = [unit for unit in self.units if unit.kind is UnitKind.HEADING]
        starts = [paragraph.start for paragraph in self.paragraphs]
        firsts = [1 + bisect_left(starts, heading.start) for heading in headings]
        return tuple(
            Section(" ".join(self.text[h.start : h.end].split()), h.level, h.start, h.end, (first, behind))
            for h, first, behind in zip(headings, firsts, [*firsts, len(starts) + 1][1:], strict=True)
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all paragraphs, in order."""
        from argmap.sources.sentences import split

        return tuple(
            Sentence(paragraph.number, paragraph.start + start, paragraph.start + end)
            for paragraph in self.paragraphs
            for start, end in split(self.text[paragraph.start : paragraph.end], self.language)
        )

    @cached_property
    def index(self) -> Index:
        """The index that quotes are found by."""
        return Index(self.text, [(unit.start, unit.end) for unit in self.units])

    def paragraphs_at(self, start: int, end: int) -> tuple[int, ...]:
        """Return the numbers of the paragraphs that a span touches, none if it is outside of all."""
        return tuple(paragraph.number for paragraph in _touched(self.paragraphs, start, end))

    def units_at(self, start: int, end: int) -> tuple[Unit, ...]:
        """Return the units that a span touches."""
        return _touched(self.units, start, end)

    def passage(self, start: int, end: int) -> str:
        """Return the words of a span on one line."""
        return " ".join(self.text[start:end].split())


_Part = TypeVar("_Part", Paragraph, Unit)


def _touched(parts: tuple[_Part, ...], start: int, end: int) -> tuple[_Part, ...]:
    """Return the parts that a span touches, of those that follow one another in a text."""
    first = max(0, bisect_right(parts, start, key=attrgetter("start")) - 1)
    last = bisect_left(parts, end, key=attrgetter("start"))
    return tuple(part for part in parts[first:last] if part.start < end and start < part.end)


def read_text(data: bytes, name: str, language: str = "en") -> SourceText:
    r"""Read the text of a source.

    Args:
        data: the content of its file, UTF-8, with or without a byte order mark.
        name: the file's name: its ending tells Markdown and HTML from plain text.
        language: BCP 47 tag of the text's language.

    Raises:
        SourceError: if the content is no text, is not UTF-8, or holds no words.

    >>> read_text(b"A title\n\nOne. Two.", "x.txt").sentences
    (Sentence(paragraph=1, start=9, end=13), Sentence(paragraph=1, start=14, end=18))
    """
    content = _decode(data, name)
    suffix = PurePath(name).suffix.lower()
    if suffix in MARKDOWN:
        from argmap.sources import markdown

        if sum(map(content.count, _MARKS)) > _MOST_MARKS:
            advice = "Keep the part of the text that the map quotes."
            raise SourceError(f"{name} has more than {_MOST_MARKS:,} marks of Markdown", advice)
        text, units = lay_out(markdown.blocks(content))
    elif suffix in HTML:
        from argmap.sources import html

        text, units = lay_out(html.blocks(content))
    else:
        text, units = content, plain.units(content)
    if not units:
        raise SourceError(f"{name} holds no text", "Is it the right file?")
    return SourceText(name, text, units, language, hashlib.sha256(data).hexdigest())


def _decode(data: bytes, name: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise SourceError(f"{name} is UTF-16", "Save it as UTF-8.")
    if b"\0" in data[:8192]:
        raise SourceError(
            f"{name} is binary, not text", "Plain text, Markdown and HTML are read: save it as one of these."
        )
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"{name} is not UTF-8: byte 0x{data[error.start]:02x} in line {line}", "Save it as UTF-8."
        ) from None
    return content.replace("\r\n", "\n").replace("\r", "\n")
