"""The canonical layout of a map, as YAML and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

from argmap.formats.base import WriteError
from argmap.formats.notation import CITATIONS, REASONS, VERSION, FreeIds, write_place
from argmap.model import Claim, Map, Quote, Relation

CLAIM_ORDER = (
    "text",
    "label",
    "voice",
    "speaker",
    "at",
    "evidence",
    "assumed",
    *REASONS,
    "residual",
    "confidence",
    "standard",
    "tags",
    "section",
    "note",
    "ignore",
    "draft",
)


def to_data(map: Map) -> dict[str, Any]:
    """Return a map in the shape of a file, fields in canonical order, defaults left out.

    Reading what is written gives an equal map.

    Raises:
        WriteError: if undercuts stand more than :data:`MAX_UNDERCUTS` deep.
    """
    return _Nester(map).file()


def to_json(map: Map) -> str:
    """Return a map as JSON."""
    return json.dumps(to_data(map), ensure_ascii=False, indent=2) + "\n"


def to_yaml(map: Map) -> str:
    """Return a map as YAML."""
    return yaml.dump(
        _flow(to_data(map)), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100, indent=2
    )


MAX_UNDERCUTS = 40
"""Undercuts of undercuts on top of one another that a file has room for."""


class _Nester:
    """Puts each relation under its target."""

    def __init__(self, map: Map) -> None:
        self.map = map
        self.incoming: dict[str, list[Relation]] = {}
        for relation in map.relations.values():
            self.incoming.setdefault(relation.target, []).append(relation)
        self.taken = set(map.claims)
        self.ids = FreeIds(self.taken)

    def file(self) -> dict[str, Any]:
        map = self.map
        head = map.model_dump(mode="json", exclude_defaults=True, exclude={"sources", "claims", "relations"})
        thesis, carried = head.pop("thesis", None), head.pop("carried", None)
        data: dict[str, Any] = {"argmap": VERSION, **head}
        if thesis:
            data["thesis"] = thesis[0] if len(thesis) == 1 else thesis
        if map.sources:
            data["sources"] = {
                id: source.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
                for id, source in map.sources.items()
            }
        data["claims"] = {id: self.claim(claim) for id, claim in map.claims.items()}
        if carried:
            data["carried"] = carried
        return data

    def claim(self, claim: Claim) -> dict[str, Any]:
        fields = claim.model_dump(mode="json", exclude_defaults=True, exclude={"id", "at", "evidence"})
        for key, quotes in (("at", claim.at), ("evidence", claim.evidence)):
            if quotes:
                fields[key] = _citations(quotes)
        fields |= self.reasons(claim.id)
        return {key: fields[key] for key in CLAIM_ORDER if key in fields}

    def reasons(self, target: str, depth: int = 0) -> dict[str, Any]:
        if depth > MAX_UNDERCUTS + 1:
            raise WriteError(f"undercuts of undercuts more than {MAX_UNDERCUTS} deep cannot be written down")
        found: dict[str, Any] = {}
        for key, kind in REASONS.items():
            for relation in self.incoming.get(target, ()):
                if relation.kind is kind:
                    found.setdefault(key, []).append(self.relation(relation, depth))
        return found

    def relation(self, relation: Relation, depth: int) -> str | list[str] | dict[str, Any]:
        premises = list(relation.premises)
        fields = relation.model_dump(
            mode="json", exclude_defaults=True, exclude={"id", "kind", "premises", "target"}
        )
        if self.ids.find(relation.kind, premises, relation.target) != relation.id:
            fields = {"id": relation.id, **fields}
        self.taken.add(relation.id)
        fields |= self.reasons(relation.id, depth + 1)
        if fields:
            return {"premises": premises, **fields}
        return premises[0] if len(premises) == 1 else premises


def _citations(quotes: tuple[Quote, ...]) -> dict[str, Any] | list[str]:
    """Return ``{source: place}``, with a list for several places, or ``[source, …]`` if none has any."""
    places: dict[str, list[str]] = {}
    for quote in quotes:
        places.setdefault(quote.source, []).append(write_place(quote))
    if len(places) == len(quotes) and not any(any(found) for found in places.values()):
        return list(places)
    return {source: found[0] if len(found) == 1 else found for source, found in places.items()}


class _Flow(list[Any]):
    """A list written as ``[a, b]``."""


class _FlowMapping(dict[str, Any]):
    """A mapping written as ``{a: b}``."""


def _flow(data: Any) -> Any:  # noqa: ANN401  nested plain data
    """Mark what reads best on one line: linked premises, and citations of a single place."""
    if isinstance(data, dict):
        return {
            key: _inline(value) if key in (*CITATIONS, "premises", "thesis", "tags") else _flow(value)
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_Flow(item) if isinstance(item, list) else _flow(item) for item in data]
    return data


def _inline(value: Any) -> Any:  # noqa: ANN401  nested plain data
    if isinstance(value, dict) and not any(isinstance(item, list) for item in value.values()):
        return _FlowMapping(value)
    return _Flow(value) if isinstance(value, list) else value


if TYPE_CHECKING:
    _BaseDumper = yaml.SafeDumper
else:
    _BaseDumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_BaseDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  the name and shape are PyYAML's
        return True


_Dumper.add_representer(_Flow, lambda d, v: d.represent_sequence("tag:yaml.org,2002:seq", v, flow_style=True))
_Dumper.add_representer(
    _FlowMapping, lambda d, v: d.represent_mapping("tag:yaml.org,2002:map", v.items(), flow_style=True)
)
