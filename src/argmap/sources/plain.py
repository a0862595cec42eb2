"""Plain text: which lines make a paragraph, and which are headings.

Plain text comes in two shapes. In one, every line is a paragraph (or a heading), however long; in the
other, paragraphs are broken into lines of a screen's width, with blank lines between them. The rule:

1. Blank lines part blocks of lines.
2. A block with a line of more than :data:`WIDTH` characters is not wrapped: each of its lines is a unit.
3. If there are several blocks, a block of shorter lines is one unit, save that its first line is a unit of
   its own where it looks like a heading and the first word of the next line would have fitted on it, or
   where a line of ``===``, ``---`` or ``~~~`` stands below it.
4. If the whole text is one block of shorter lines, a line that ends a sentence or looks like a heading ends its
   unit where the first word of the next line would have fitted on it, and everywhere if all lines are such.

A unit of one line *looks like a heading* when it has at most :data:`HEADING` characters, begins with a capital
letter, a digit or a letter of a script without capitals, and does not end like a sentence or a clause (in a full
stop, question or exclamation mark, colon, comma, semicolon or ellipsis, with or without closing quotation marks).
It *is* one if another unit follows it. Lines that begin like items of a list are not headings. Lines
without any letter or digit (``* * *``) are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.sources.units import Unit, UnitKind

WIDTH = 120
"""Characters up to which lines are taken to be wrapped."""
HEADING = 80
"""Characters that a heading has at most."""

_LINE = re.compile(r"[^\n]+")
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,}|~{3,})\s*")
_ITEM = re.compile(r"\s*([-*•·‣–—]|\(?\w{1,3}[.)])\s")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟।॥։።][\"'”’»›」』)\]]*\s*$")
_ENDS_CLAUSE = re.compile(r"[.!?…。！？؟।॥։።:;,：；，、،؛][\"'”’»›」』)\]]*\s*$")

Line = tuple[int, int]
"""Where a line begins and ends, white space at the ends left out."""


def units(text: str) -> tuple[Unit, ...]:
    """Return the paragraphs and headings of a plain text whose lines end in a line feed."""
    blocks = list(_blocks(text))
    found: list[Unit] = []
    for block in blocks:
        for lines in _split(text, block, alone=len(blocks) == 1):
            start, end = lines[0][0], lines[-1][1]
            if any(map(str.isalnum, text[start:end])):
                heading = len(lines) == 1 and _like_heading(text[start:end])
                kind, level = (UnitKind.HEADING, 1) if heading else (UnitKind.PARAGRAPH, 0)
                found.append(Unit(kind, start, end, level))
    if found and found[-1].kind is UnitKind.HEADING:
        found[-1] = Unit(UnitKind.PARAGRAPH, found[-1].start, found[-1].end)
    return tuple(found)


def _blocks(text: str) -> Iterator[list[Line]]:
    block: list[Line] = []
    below = 0
    for match in _LINE.finditer(text):
        line = match[0].strip()
        if block and (match.start() > below + 1 or not line):
            yield block
            block = []
        if line:
            start = match.start() + match[0].index(line[0])
            block.append((start, start + len(line)))
        below = match.end()
    if block:
        yield block


def _split(text: str, block: list[Line], *, alone: bool) -> Iterator[list[Line]]:
    """Yield the lines of each unit of a block."""
    width = max(end - start for start, end in block)
    if alone and all(_ends_unit(text[slice(*line)]) for line in block):
        width = WIDTH + 1
    unit: list[Line] = []
    for i, line in enumerate(block):
        unit.append(line)
        below = text[slice(*block[i + 1])] if i + 1 < len(block) else ""
        if not below or _is_last(text[slice(*line)], below, width, first=i == 0, alone=alone):
            yield unit
            unit = []


def _is_last(own: str, below: str, width: int, *, first: bool, alone: bool) -> bool:
    """Tell whether a line is the last of its unit, given the line below it and the width of its block."""
    if width > WIDTH or _UNDERLINE.fullmatch(own) or (first and _UNDERLINE.fullmatch(below)):
        return True
    fits = len(own) + 1 + len(below.split(maxsplit=1)[0]) <= width
    return fits and (_ends_unit(own) if alone else first and _like_heading(own) and _begins(below))


def _ends_unit(line: str) -> bool:
    return _like_heading(line) or bool(_ENDS_SENTENCE.search(line))


def _like_heading(line: str) -> bool:
    short = len(line) <= HEADING and not _ITEM.match(line)
    return short and _begins(line) and not _ENDS_CLAUSE.search(line)


def _begins(line: str) -> bool:
    """Tell whether a line begins as a sentence or a title does: not with a small letter."""
    first = next(filter(str.isalnum, line), "")
    return bool(first) and not first.islower()
