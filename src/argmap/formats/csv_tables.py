"""Tables as CSV, for spreadsheets: a file each for claims, relations and sources."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from argmap.formats.base import Written
from argmap.formats.tables import COLUMNS, KEEPS, plain, tables
from argmap.model import Map

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(map: Map) -> Written:
    """Return a map as three files of CSV."""
    parts = {
        f"{name}.csv": to_csv(
            COLUMNS[name], ([plain(column, row[column]) for column in COLUMNS[name]] for row in rows)
        ).encode()
        for name, rows in tables(map).items()
    }
    return Written(parts, tuple(KEEPS.dropped(map)))


def to_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as CSV (RFC 4180), a line of names first.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
