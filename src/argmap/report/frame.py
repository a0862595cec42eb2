"""Frames: lines of a file with the places that a finding is about marked beneath them."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.finding import Finding, Span
from argmap.report.screen import END, Piece, Screen, cells

_MOST_MARKS = 6
_ROOM = 120
"""Cells for a line of the file where the screen sets no limit."""
_LEAST_ROOM = 20


def split_lines(text: str) -> list[str]:
    """Return the lines of a text, as the positions of findings count them (:data:`~argmap.finding.LINE_BREAK`)."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


_Mark = tuple[Span, str, str, str]
"""A place, what to say of it, and the sign and the style to mark it with."""


def frame(finding: Finding, lines: Sequence[str], screen: Screen, *, with_help: bool) -> list[Piece]:
    """Return the places of a finding, each line of the file once in a row with its marks beneath.

    Args:
        finding: what to show the places of.
        lines: the lines of its file; none if they are not at hand.
        screen: where it will be shown.
        with_help: whether to add what to do.
    """
    marks = _marks(finding, len(lines))
    shown = marks[:_MOST_MARKS]
    gutter = max([len(str(span.line)) for span, _, _, _ in shown], default=1)
    margin = " " * gutter
    bar = (f"{margin} |", "gutter")
    place = f"{screen.show(finding.file)}:{finding.span.line}:{finding.span.column}"
    pieces = [(margin, ""), ("--> ", "gutter"), (place, ""), END]
    room = _ROOM if screen.width is None else max(_LEAST_ROOM, screen.width - gutter - 3)
    above: tuple[int, str] | None = None
    for span, about, sign, style in shown:
        window, start, length = _window(lines[span.line - 1], span, room, screen)
        if above != (span.line, window):
            number = (f"{str(span.line).rjust(gutter)} |", "gutter")
            pieces += (bar, END, number, (f" {window}".rstrip(" "), ""), END)
        above = (span.line, window)
        label = screen.show(about)
        beside = bool(label) and (screen.width is None or start + length + 1 + cells(label) <= room)
        underline = f"{sign * length} {label}" if beside else sign * length
        pieces += (bar, (" " * (start + 1), ""), (underline, style), END)
        if label and not beside:
            rows = screen.wrap(label, gutter + 3, gutter + 3)
            indent = max(0, min(start, room - max(map(cells, rows))))
            for row in rows:
                pieces += (bar, (" " * (indent + 1), ""), (row, style), END)
    notes = []
    if more := len(marks) - len(shown):
        notes.append(("note", f"{screen.ellipsis} and {more} more {'place' if more == 1 else 'places'}"))
    if finding.help and with_help:
        notes.append(("help", screen.show(finding.help)))
    if shown and notes:
        pieces += (bar, END)
    for kind, text in notes:
        pieces += _note(kind, text, gutter, screen)
    return pieces


def _note(kind: str, text: str, gutter: int, screen: Screen) -> list[Piece]:
    """Return a remark below a frame, wrapped."""
    head = f"{' ' * gutter} = "
    indent = len(head) + len(kind) + 2
    first, *rest = screen.wrap(text, indent, indent)
    pieces = [(head, "gutter"), (f"{kind}: ", "strong"), (first, ""), END]
    for line in rest:
        pieces += ((" " * indent + line, ""), END)
    return pieces


def _marks(finding: Finding, last: int) -> list[_Mark]:
    """Return the main place of a finding, then its others, up to the last line; those with the same span as one label."""
    here: list[str] = []
    elsewhere: list[_Mark] = []
    for related in finding.related:
        if related.span == finding.span:
            here.append(related.message)
        else:
            elsewhere.append((related.span, related.message, "-", "gutter"))
    marks = [(finding.span, "; ".join(here), "^", finding.severity), *elsewhere]
    return [mark for mark in marks if mark[0].line <= last]


def _window(line: str, span: Span, room: int, screen: Screen) -> tuple[str, int, int]:
    """Return what is shown of a line, and the first cell and number of cells to mark in it.

    A line that is too long is cut on either side of the span, in time that does not depend on its
    length: a file may be one line of many megabytes.
    """
    first, column, last, end_column = span
    start = min(column - 1, len(line))
    end = min(max(end_column - 1, start), len(line)) if first == last else len(line)
    if len(line) <= 4 * room:
        before, marked = screen.source(line[:start]), screen.source(line[start:end])
        window = before + marked + screen.source(line[end:].rstrip(" "))
        if cells(window) <= room:
            return window, cells(before), cells(marked.rstrip()) or 1
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
