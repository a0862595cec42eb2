"""The JSON Schema: accepts the maps of the repository as an editor reads them, and rejects bad ones."""

import re
from pathlib import Path
from typing import ClassVar

import jsonschema
import pytest
import yaml

from argmap import formats
from argmap.formats.schema import json_schema

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = jsonschema.Draft202012Validator(json_schema())
MAPS = sorted(
    path
    for folder in ("maps", "examples")
    for path in (ROOT / folder).rglob("*.yaml")
    if path.name != "fails.yaml"
)
# Faults of shape, which a schema can see; ids that do not exist, circles and the like it cannot.
SHAPE = ("AM004", "AM006", "AM110")


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: true, 12 and 0.5 have types, no and 2025-03-02 are text."""

    yaml_implicit_resolvers: ClassVar = {}


for tag, pattern, first in (
    ("null", r"^(~|null|)$", ["~", "n", ""]),
    ("bool", r"^(true|false)$", ["t", "f"]),
    ("int", r"^[-+]?\d+$", list("-+0123456789")),
    ("float", r"^[-+]?(\.\d+|\d+\.\d*)$", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def as_an_editor_reads(text):
    return yaml.load(text, EditorLoader)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: str(path.relative_to(ROOT)))
def test_accepts_every_good_map(path):
    VALIDATOR.validate(as_an_editor_reads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: str(path.relative_to(ROOT)))
def test_maps_name_the_schema(path):
    if "rules" not in path.parts:
        head, _, target = path.read_text(encoding="utf-8").partition("\n")[0].partition("=")
        assert head == "# yaml-language-server: $schema"
        assert (path.parent / target).resolve() == ROOT / "docs" / "argmap.schema.json"


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted((ROOT / "examples" / "rules").rglob("fails.yaml"))
        if path.parent.name[:5] in SHAPE
    ],
    ids=lambda path: path.parent.name,
)
def test_rejects_maps_of_the_wrong_shape(path):
    assert not VALIDATOR.is_valid(as_an_editor_reads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "text",
    [
        "claims: {a: {text: A}}",
        "argmap: 2\nclaims: {a: {text: A}}",
        "argmap: 1",
        "argmap: 1\nclaims: {a: A}",
        "argmap: 1\nclaims: {a: {}}",
        "argmap: 1\nclaims: {a: {text: }}",
        "argmap: 1\nclaims: {a b: {text: A}}",
        "argmap: 1\nclaims: {a: {text: A, suported_by: [b]}}",
        "argmap: 1\nclaims: {a: {text: A, supported_by: b}}",
        "argmap: 1\nclaims: {a: {text: A, supported_by: [[]]}}",
        "argmap: 1\nclaims: {a: {text: A, supported_by: [{scheme: sign}]}}",
        "argmap: 1\nclaims: {a: {text: A, supported_by: [{premises: b, weight: 2}]}}",
        "argmap: 1\nclaims: {a: {text: A, voice: me}}",
        "argmap: 1\nclaims: {a: {text: A, confidence: 1.5}}",
        "argmap: 1\nclaims: {a: {text: A, at: {s: {x: y}}}}",
        "argmap: 1\nclaims: {a: {text: A}}\nsources: {s: {title: S, url: 'javascript:x'}}",
        "argmap: 1\nclaims: {a: {text: A}}\nsources: {s: {title: S, published: March}}",
        "argmap: 1\nclaims: {a: {text: A}}\nsources: {s: {}}",
        "argmap: 1\nclaims: {a: {text: A, undercut_by: [b]}}",
    ],
)
def test_rejects_what_the_reader_or_a_check_finds_bad(text):
    assert not VALIDATOR.is_valid(as_an_editor_reads(text))
    reading = formats.read(text.encode(), "m.yaml")
    undercut_of_a_claim = reading.map is not None and any(
        relation.kind == "undercuts" and relation.target in reading.map.claims
        for relation in reading.map.relations.values()
    )
    no_claims = text == "argmap: 1"
    assert reading.problems or undercut_of_a_claim or no_claims


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nclaims: {1: {text: 2025, label: , tags: one, at: [s], assumed: true}}",
        "argmap: 1\nthesis: [a, b]\nclaims: {a: {text: A, evidence: {s: }}, b: {text: B, residual: yes}}",
        "argmap: 1\nclaims: {a: {text: A, supported_by: [b, [c, d], {premises: e, undercut_by: [{premises: [f]}]}]}}",
        "argmap: 1\nclaims: {a: {text: A}}\nsources: {s: {title: S, published: 2025, authors: Someone}}",
    ],
)
def test_accepts_what_the_reader_accepts(text):
    VALIDATOR.validate(as_an_editor_reads(text))
    assert formats.read(text.encode(), "m.yaml").map is not None


def test_every_field_is_described():
    schema = json_schema()
    for part in (schema, schema["$defs"]["claim"], schema["$defs"]["relation"], schema["$defs"]["source"]):
        for name, field in part["properties"].items():
            assert field.get("description") or "$ref" in field, name
