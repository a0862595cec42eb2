"""Tables for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from rich.cells import cell_len
from rich.console import RenderableType

from argmap.query.columns import Value
from argmap.render.flow import Line, indented, named, words, wrap
from argmap.render.page import Page
from argmap.render.signs import FAINT, HEADING, Signs

_MARK = {True: "yes", False: "", None: ""}
_TEXTS = frozenset({"text", "label", "title", "summary"})
"""Columns that need no name where there is no table: what they hold speaks for itself."""
_ROOM = 20
"""Columns that a text is given at least, if it is as long."""
_GAP = 2
_PART = re.compile(r"[^\s/-]+[/-]?|[/-]")
"""What is not broken over lines if it can be helped: words, parts of ids and paths."""


def rows_table(rows: Sequence[Mapping[str, Value]]) -> RenderableType:
    """Return rows as a table for the terminal; where it is too narrow for that, a paragraph for each row.

    Cells are wrapped between words, and between the parts of ids and paths; no word is cut.
    """
    return Page(lambda signs, width: _set(rows, signs, width))


def entries(*parts: str | Mapping[str, str]) -> RenderableType:
    """Return paragraphs for the terminal, and texts beside their names, indented."""
    names = [name for part in parts if not isinstance(part, str) for name in part]
    room = max(map(len, names), default=0) + _GAP

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        for part in parts:
            if isinstance(part, str):
                yield from wrap(signs.words(part), width)
                continue
            for name, text in part.items():
                for line in named(name, signs.words(text), width - _GAP, room):
                    yield [(" " * _GAP, ""), *line]

    return Page(lines)


def _set(rows: Sequence[Mapping[str, Value]], signs: Signs, width: int) -> Iterator[Line]:
    if not rows:
        return
    names = list(rows[0])
    cells = [[signs.clean(_shown(value)) for value in row.values()] for row in rows]
    widths = _widths([names, *cells], width)
    if widths is None:
        yield from _paragraphs(names, cells, signs, width)
        return
    numbers = [all(_counts(row[name]) for row in rows) for name in names]
    yield from _row(names, widths, numbers, [HEADING] * len(names))
    for row in cells:
        yield from _row(row, widths, numbers, [FAINT if name == "id" else "" for name in names])


def _counts(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """Return the widths of columns, their names the first row; None if there is no room for the words of each.

    What room is left goes to texts last: they read well in several lines.
    """
    columns = list(zip(*rows, strict=True))
    most = [max(map(cell_len, column)) for column in columns]
    least = [
        max(
            min(wide, _ROOM) if column[0] in _TEXTS else 0,
            *(cell_len(part) for cell in column for part in _PART.findall(cell)),
            1,
        )
        for column, wide in zip(columns, most, strict=True)
    ]
    room -= _GAP * (len(columns) - 1)
    if sum(least) > room:
        return None
    widths = least
    for place in sorted(range(len(columns)), key=lambda it: (columns[it][0] in _TEXTS, most[it])):
        widths[place] += min(most[place] - widths[place], room - sum(widths))
    return widths


def _row(
    cells: Sequence[str], widths: Sequence[int], numbers: Sequence[bool], styles: Sequence[str]
) -> Iterator[Line]:
    """Yield the lines of a row: all cells begin in the first."""
    columns = [
        ["".join(text for text, _ in line) for line in wrap(words(cell), width)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for texts in zip_longest(*columns, fillvalue=""):
        line: Line = []
        for text, width, number, style in zip(texts, widths, numbers, styles, strict=True):
            room = " " * (width - cell_len(text))
            line += [(" " * _GAP, "")] if line else []
            line.append((room + text if number else text + room, style))
        yield line


def _paragraphs(
    names: Sequence[str], cells: Sequence[Sequence[str]], signs: Signs, width: int
) -> Iterator[Line]:
    """Yield for each row the first of its cells, and below that the others, with their names."""
    for number, (first, *others) in enumerate(cells):
        if number:
            yield []
        yield from wrap(signs.words(first or "-", HEADING), width)
        given = [(name, cell) for name, cell in zip(names[1:], others, strict=True) if cell]
        short = [
            [*signs.words(f"{name}:", FAINT), *signs.words(cell)]
            for name, cell in given
            if name not in _TEXTS
        ]
        for pieces in short[:-1]:
            pieces[-1] = (f"{pieces[-1][0]},", "")
        if short:
            yield from indented(chain.from_iterable(short), width, _GAP)
        for name, cell in given:
            if name in _TEXTS:
                yield from indented(signs.words(cell), width, _GAP)


def _shown(value: Value) -> str:
    if value is None or isinstance(value, bool):
        return _MARK[value]
    return f"{value:g}" if isinstance(value, float) else str(value)
