"""The JSON Schema of the map file, made from the models of the map.

The models are flat; the file nests relations in their targets and writes quotes as places. So the
schema takes each field's own schema from pydantic and arranges them as the file does.
"""

from __future__ import annotations

import ast
import inspect
from itertools import pairwise
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from argmap.formats.notation import (
    CITATIONS,
    CLAIM_FIELDS,
    LISTS,
    MAP_FIELDS,
    REASONS,
    RELATION_FIELDS,
    SOURCE_FIELDS,
    VERSION,
)
from argmap.model import Claim, Kind, Map, Relation, Source

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_Schema = dict[str, Any]

_PLACE: _Schema = {
    "type": ["string", "null"],
    "description": 'A place in the source: ¶ and the number of a paragraph, "first words … last words", or both.',
    "examples": ["¶12", "¶3 the first words … the last words"],
}
_DESCRIPTIONS = {
    "argmap": "Version of the file format.",
    "id": "A name for the relation, if it is to be referred to.",
    "premises": "Ids of the premises; several are linked: they work only together.",
    "supported_by": "Reasons for the claim.",
    "attacked_by": "Objections to the claim.",
    "undercut_by": "Objections to this step: they deny that the premises bear on the claim.",
    "rephrased_by": "Other wordings of the claim.",
}
"""What the keys mean that the file has and the models have not, or have otherwise."""

_REASONS: _Schema = {"type": "array", "items": {"$ref": "#/$defs/reason"}}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a map file."""
    models = (Map, Source, Claim, Relation)
    _, made = models_json_schema([(model, "validation") for model in models], ref_template="#/$defs/{model}")
    of_map, of_source, of_claim, of_relation = (_properties(model, made["$defs"]) for model in models)
    # An undercut of a claim, or a support of a relation, is read but is an error (AM110).
    to_claims = {key: _REASONS for key, kind in REASONS.items() if kind is not Kind.UNDERCUTS}
    to_relations = {key: _REASONS for key, kind in REASONS.items() if kind is Kind.UNDERCUTS}
    ids = {"anyOf": [_ref("id"), _array(_ref("id"), 1)]}
    sources, claims = _table("source"), _table("claim")
    own = {"argmap": {"const": VERSION}, "thesis": ids, "sources": sources, "claims": claims}
    citations = dict.fromkeys(CITATIONS, _ref("citations"))
    return {
        "$schema": DIALECT,
        "title": "argmap map",
        **_object(MAP_FIELDS, _instead(of_map, own), ["argmap", "claims"]),
        "$defs": {
            "id": {key: value for key, value in of_claim["id"].items() if key != "description"},
            "source": _object(SOURCE_FIELDS, of_source, ["title"]),
            "claim": _object(CLAIM_FIELDS, _instead(of_claim, citations | to_claims), ["text"]),
            "relation": _object(
                RELATION_FIELDS, of_relation | {"premises": ids} | to_relations, ["premises"]
            ),
            "reason": {
                "description": "The id of a premise, a list of linked premises, or a relation in full.",
                "anyOf": [_ref("id"), _array(_ref("id"), 1), _ref("relation")],
            },
            "citations": {
                "description": "Sources, each with a place or a list of places; or just a list of sources.",
                "anyOf": [
                    _ref("id"),
                    _array(_ref("id"), 1),
                    {
                        "type": "object",
                        "propertyNames": _ref("id"),
                        "additionalProperties": {"anyOf": [_PLACE, _array(_PLACE)]},
                    },
                ],
            },
        },
    }


def _object(names: tuple[str, ...], properties: _Schema, required: list[str]) -> _Schema:
    """Return the schema of a mapping with the fields ``names``, as far as ``properties`` has them."""
    fields = {}
    for name in names:
        if name in properties:
            field = properties[name]
            if name in LISTS:  # the file may write a list of one as a single value
                field = {
                    "description": field["description"],
                    "anyOf": [field["items"], _array(field["items"])],
                }
            fields[name] = field | ({"description": _DESCRIPTIONS[name]} if name in _DESCRIPTIONS else {})
    return {"type": "object", "properties": fields, "required": required, "additionalProperties": False}


def _instead(properties: _Schema, own: _Schema) -> _Schema:
    """Put the file's own schemas of some fields in place of the model's, whose descriptions stay."""
    described = {name: properties[name]["description"] for name in own if name in properties}
    return properties | {
        name: ({"description": described[name]} if name in described else {}) | field
        for name, field in own.items()
    }


def _ref(name: str) -> _Schema:
    return {"$ref": f"#/$defs/{name}"}


def _array(items: _Schema, least: int = 0) -> _Schema:
    return {"type": "array", "items": items} | ({"minItems": least} if least else {})


def _table(entry: str) -> _Schema:
    return {"type": "object", "propertyNames": _ref("id"), "additionalProperties": _ref(entry)}


def _properties(model: type[BaseModel], defs: _Schema) -> _Schema:
    """Return the schemas of the fields of a model, described by the docstrings of its attributes."""
    described = _docstrings(model)
    return {
        name: {"description": described[name]} | _inline(definition, defs)
        if name in described
        else _inline(definition, defs)
        for name, definition in defs[model.__name__]["properties"].items()
    }


def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    body = ast.parse(inspect.getsource(model)).body[0]
    assert isinstance(body, ast.ClassDef)  # noqa: S101  the source of a class is one
    found = {}
    for field, text in pairwise(body.body):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                found[name] = " ".join(words.replace("``", "").split())
    return found


def _inline(definition: Any, defs: _Schema) -> Any:  # noqa: ANN401  a schema or a part of one
    """Return a schema without references, titles and defaults.

    Where text is due a number will do: to the reader every value is text, but not to an editor.
    """
    if isinstance(definition, list):
        return [_inline(part, defs) for part in definition]
    if not isinstance(definition, dict):
        return definition
    if "$ref" in definition:
        return _inline(defs[definition["$ref"].rsplit("/", 1)[1]], defs)
    inlined = {
        key: _inline(part, defs)
        for key, part in definition.items()
        if key not in ("title", "default", "description")
    }
    if inlined.get("type") == "string" and "enum" not in inlined:
        inlined["type"] = ["string", "number"]
    return inlined
