"""What a map says that another format has no place for: a field of the document that other programs pass over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel

from argmap.formats.steps.argument import Argument, Json
from argmap.model import Claim, Kind, Map, Relation

_TABLES: Final = ("claims", "relations")
_ALIKE: Final = frozenset({Kind.ATTACKS, Kind.UNDERCUTS})
"""Kinds that steps do not tell apart by themselves."""
_HEAD: Final = tuple(name for name in Map.model_fields if name not in _TABLES)


def difference(map: Map, plain: Map) -> Json:
    """Return what a map says besides what the document of it says, in the shape of the model."""
    extra = _fields(map, plain, _HEAD)
    for name, table, other, model in (
        ("claims", map.claims, plain.claims, Claim),
        ("relations", map.relations, plain.relations, Relation),
    ):
        rows = {id: _row(item, other.get(id), model) for id, item in table.items()}
        if rows := {id: row for id, row in rows.items() if row}:
            extra[name] = rows
    return extra


def _row(item: BaseModel, plain: BaseModel | None, model: type[BaseModel]) -> Json:
    if plain is None:
        return item.model_dump(mode="json", exclude_defaults=True)
    return _fields(item, plain, tuple(model.model_fields))


def _fields(item: BaseModel, plain: BaseModel, names: tuple[str, ...]) -> Json:
    changed = {name for name in names if getattr(item, name) != getattr(plain, name)}
    return item.model_dump(mode="json", include=changed) if changed else {}


def add(data: Json, extra: object, argument: Argument) -> bool:
    """Add to the data of a map what the field says; tell whether the field has a shape that can be read.

    What other programs have changed since counts: fields of claims and relations that are there no more are passed
    over, and premises are only taken where they are those of the document.
    """
    if not isinstance(extra, dict) or not all(isinstance(extra.get(name, {}), dict) for name in _TABLES):
        return False
    data |= {name: value for name, value in extra.items() if name in _HEAD}
    for name in _TABLES:
        for id, row in extra.get(name, {}).items():
            if not isinstance(row, dict):
                return False
            if id in data[name]:
                data[name][id] |= _fitting(row, data[name][id], data["claims"])
            elif name == "relations" and argument.loose.get(id) == _known(
                row.get("premises"), data["claims"]
            ):
                data[name][id] = {"id": id, **row}
    return True


def _fitting(row: Json, plain: Json, claims: Mapping[str, Any]) -> Json:
    row = {field: value for field, value in row.items() if field not in ("id", "target")}
    if "premises" in row:
        # A claim that is premise and target counts in the document only as what two claims deny of each other.
        itself = {plain["target"]}
        if _known(row["premises"], claims) - itself != set(plain["premises"]) - itself:
            del row["premises"]
    if "kind" in row and not {row["kind"], plain["kind"]} <= _ALIKE:
        del row["kind"]
    return row


def _known(premises: object, claims: Mapping[str, Any]) -> set[str]:
    return (
        {id for id in premises if isinstance(id, str) and id in claims}
        if isinstance(premises, list)
        else set()
    )
