"""Frames: lines of a file with the places that a finding is about marked beneath them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.finding import Finding, Span
from argmap.report.screen import Line, Screen, cells

_MOST_MARKS = 6
_ROOM = 120
"""Cells for a line of the file where the screen sets no limit."""
_LEAST_ROOM = 20


def split_lines(text: str) -> list[str]:
    """Return the lines of a text, as the positions of findings count them (:data:`~argmap.finding.LINE_BREAK`)."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


class _Mark(NamedTuple):
    span: Span
    label: str
    sign: str
    style: str


def frame(finding: Finding, lines: Sequence[str], screen: Screen, *, with_help: bool) -> Iterator[Line]:
    """Yield the places of a finding, each line of the file once in a row with its marks beneath.

    Args:
        finding: what to show the places of.
        lines: the lines of its file; none if they are not at hand.
        screen: where it will be shown.
        with_help: whether to add what to do.
    """
    marks = [mark for mark in _marks(finding) if mark.span.line <= len(lines)]
    shown = marks[:_MOST_MARKS]
    gutter = len(str(max([mark.span.line for mark in shown], default=0)))
    margin = " " * gutter
    bar = (f"{margin} |", "gutter")
    yield (
        (margin, ""),
        ("--> ", "gutter"),
        (f"{screen.show(finding.file)}:{finding.span.line}:{finding.span.column}", ""),
    )
    room = max(_LEAST_ROOM, _ROOM if screen.width is None else screen.width - gutter - 3)
    above: tuple[int, str] | None = None
    for span, about, sign, style in shown:
        window, start, length = _window(lines[span.line - 1], span, room, screen)
        if above != (span.line, window):
            yield (bar,)
            yield (f"{span.line:>{gutter}} |", "gutter"), (f" {window}".rstrip(" "), "")
        above = (span.line, window)
        label = screen.show(about)
        beside = bool(label) and (screen.width is None or start + length + 1 + cells(label) <= room)
        underline = f"{sign * length} {label}" if beside else sign * length
        yield bar, (" " * (start + 1), ""), (underline, style)
        if label and not beside:
            rows = screen.wrap(label, gutter + 3, gutter + 3)
            indent = max(0, min(start, room - max(map(cells, rows))))
            for row in rows:
                yield bar, (" " * (indent + 1), ""), (row, style)
    notes = []
    if more := len(marks) - len(shown):
        notes.append(("note", f"{screen.ellipsis} and {more} more {'place' if more == 1 else 'places'}"))
    if finding.help and with_help:
        notes.append(("help", screen.show(finding.help)))
    if shown and notes:
        yield (bar,)
    for kind, text in notes:
        yield from _note(kind, text, gutter, screen)


def _note(kind: str, text: str, gutter: int, screen: Screen) -> Iterator[Line]:
    """Yield a remark below a frame, wrapped."""
    head = f"{' ' * gutter} = "
    indent = len(head) + len(kind) + 2
    for i, line in enumerate(screen.wrap(text, indent, indent)):
        if i:
            yield ((" " * indent + line, ""),)
        else:
            yield (head, "gutter"), (f"{kind}: ", "strong"), (line, "")


def _marks(finding: Finding) -> Iterator[_Mark]:
    """Yield the main place of a finding, then its others; those with the same span as one label."""
    here = "; ".join([related.message for related in finding.related if related.span == finding.span])
    yield _Mark(finding.span, here, "^", finding.severity)
    for related in finding.related:
        if related.span != finding.span:
            yield _Mark(related.span, related.message, "-", "gutter")


def _window(line: str, span: Span, room: int, screen: Screen) -> tuple[str, int, int]:
    """Return what is shown of a line, and the first cell and number of cells to mark in it.

    A line that is too long is cut on either side of the span, in time that does not depend on its
    length: a file may be one line of many megabytes.
    """
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = min(max(end, start), len(line))
    if len(line) <= 4 * room:
        before, marked, after = map(screen.source, (line[:start], line[start:end], line[end:].rstrip(" ")))
        window = before + marked + after
        if cells(window) <= room:
            return window, cells(before), max(1, cells(marked.rstrip()))
    dots = screen.ellipsis
    free = room - 2 * len(dots)
    prefix = line[max(0, start - room) : start][::-1]
    middle = _fit(line[start : min(end, start + room)], free, screen)
    left = _fit(prefix, max(free // 3, free - cells("".join(middle))), screen)
    if len(left) < start:
        left = _fit(prefix, free // 3, screen)
    before = dots * (len(left) < start) + "".join(reversed(left))
    free -= cells("".join(left))
    middle = _fit(line[start : min(end, start + room)], free, screen)
    marked = "".join(middle)
    right = _fit(line[end : end + room], free - cells(marked), screen) if len(middle) == end - start else []
    last = start + len(middle) + len(right)
    after = "".join(right) + dots * (last < len(line))
    return before + marked + after, cells(before), max(1, cells(marked))


def _fit(text: str, room: int, screen: Screen) -> list[str]:
    """Return what is shown of the first characters of a text, as many as fit."""
    if text.isascii() and text.isprintable():  # each is shown as it is, in one cell
        return list(text[: max(room, 0)])
    fitting: list[str] = []
    for character in text[:room]:
        shown = screen.source(character)
        room -= cells(shown)
        if room < 0:
            break
        fitting.append(shown)
    return fitting
