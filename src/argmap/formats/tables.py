"""A map as tables: its claims, relations and sources, a row each, with the fields of the model as columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from argmap.formats.base import Keeps
from argmap.graph import Graph
from argmap.model import Claim, Map, Quote, Relation, Source

if TYPE_CHECKING:
    from pydantic import BaseModel

KEEPS: Final = Keeps(
    map=frozenset({"thesis"}),
    source=frozenset(Source.model_fields),
    claim=frozenset(Claim.model_fields),
    relation=frozenset(Relation.model_fields),
)
"""What the tables have room for."""

Row = Mapping[str, object]
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "claims": (*Claim.model_fields, "role"),
    "relations": tuple(Relation.model_fields),
    "sources": tuple(Source.model_fields),
}
"""The columns of each table. The role of a claim is that which the graph gives it."""


def tables(map: Map) -> dict[str, list[Row]]:
    """Return the rows of each table, values as in the model."""
    roles = Graph(map).roles
    return {
        "claims": [dict(claim) | {"role": str(roles[claim.id])} for claim in map.claims.values()],
        "relations": [dict(relation) for relation in map.relations.values()],
        "sources": [dict(source) for source in map.sources.values()],
    }


def flat(item: BaseModel) -> Iterator[tuple[str, str | float | bool | None]]:
    """Yield the fields of an item as plain values: what has parts is one text.

    >>> dict(flat(Relation(id="r", kind="supports", premises=("a", "b"), target="c")))["premises"]
    'a b'
    """
    for name, value in item:
        yield name, plain(name, value)


def plain(name: str, value: object) -> str | float | bool | None:
    """Return the value of a field as a plain value.

    Ids are set apart by spaces, which they do not have, other items of a list by semicolons.
    """
    if isinstance(value, tuple):
        if name in ("premises", "thesis"):
            return " ".join(map(str, value)) or None
        return "; ".join(_cited(item) if isinstance(item, Quote) else str(item) for item in value) or None
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {item}" for key, item in value.items()) or None
    if value is None or isinstance(value, bool | float):
        return value
    return str(value)


def _cited(quote: Quote) -> str:
    return f"{quote.source} {quote}".strip()
