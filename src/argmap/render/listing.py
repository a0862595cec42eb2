"""Tables: of claims, of counts; for the terminal and for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from argmap.query.columns import Value
from argmap.render.signs import FAINT, HEADING

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDE = frozenset({"text", "label", "evidence", "at", "file"})
_MARK = {True: "yes", False: "", None: ""}


def rows_table(rows: Sequence[Mapping[str, Value]]) -> RenderableType:
    """Return rows as a table for the terminal; what takes room wraps."""
    table = Table(box=None, pad_edge=False, header_style=HEADING, show_edge=False)
    for name in rows[0] if rows else ():
        numbers = all(isinstance(row[name], int | float) and not isinstance(row[name], bool) for row in rows)
        table.add_column(
            name,
            justify="right" if numbers else "left",
            overflow="fold",
            style=FAINT if name == "id" else "",
            ratio=1 if name in _WIDE else None,
        )
    for row in rows:
        table.add_row(*(Text(_shown(value)) for value in row.values()))
    return table


def _shown(value: Value) -> str:
    if value is None or isinstance(value, bool):
        return _MARK[value]
    return f"{value:g}" if isinstance(value, float) else str(value)


def to_csv(rows: Sequence[Mapping[str, Value]]) -> str:
    """Return rows as CSV (RFC 4180), a line of names first.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(rows[0] if rows else ())
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return out.getvalue()


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
