"""Tables as Parquet, for data analysis: a file each for claims, relations and sources, lists and quotes kept as such."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any

from argmap.formats.base import WriteError, Written
from argmap.formats.tables import COLUMNS, KEEPS, tables
from argmap.model import Map, Quote

if TYPE_CHECKING:
    import pyarrow as pa


def write(map: Map) -> Written:
    """Return a map as three files of Parquet.

    Raises:
        WriteError: if pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        raise WriteError("pyarrow is not installed", "Install it: pip install 'argmap[parquet]'") from None
    types = _types(pa)
    parts = {}
    for name, rows in tables(map).items():
        schema = pa.schema([(column, types.get(column, pa.string())) for column in COLUMNS[name]])
        table = pa.Table.from_pylist([{key: _value(it) for key, it in row.items()} for row in rows], schema)
        out = BytesIO()
        pq.write_table(table, out)
        parts[f"{name}.parquet"] = out.getvalue()
    return Written(parts, tuple(KEEPS.dropped(map)))


def _types(pa: Any) -> Mapping[str, pa.DataType]:  # noqa: ANN401  the module, imported only where it is used
    """Return the types of the columns that hold no text."""
    quote = pa.struct([("source", pa.string()), ("paragraph", pa.int32()), ("text", pa.string())])
    words = pa.list_(pa.string())
    answers = pa.map_(pa.string(), pa.string())
    return {
        **dict.fromkeys(("authors", "tags", "premises"), words),
        **dict.fromkeys(("at", "evidence"), pa.list_(quote)),
        **dict.fromkeys(("confidence", "weight"), pa.float64()),
        **dict.fromkeys(("ignore", "questions"), answers),
    }


def _value(value: object) -> object:
    """Return a value as Parquet takes it; a truth value beside reasons is a text like them."""
    match value:
        case bool():
            return "true" if value else None
        case tuple():
            return [item.model_dump() if isinstance(item, Quote) else item for item in value]
        case dict():
            return list(value.items())
        case str():
            return str(value)
    return value
