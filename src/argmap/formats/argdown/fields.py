"""Data in YAML as fields of a map: what a map has no field for is handed back to be carried along."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from pydantic import JsonValue

from argmap.formats.argdown.data import typed
from argmap.formats.argdown.nodes import Inference, Member
from argmap.formats.nodes import Mapping, Node, Scalar, Sequence
from argmap.model import Kind
from argmap.schemes import find_scheme

Entries = dict[str, tuple[Scalar, Node]]

_WORDS: Final = frozenset(
    [
        "text",
        "label",
        "voice",
        "speaker",
        "assumed",
        "residual",
        "confidence",
        "standard",
        "section",
        "note",
        "draft",
    ]
)
"""Fields of a claim with a single value."""
_STEP_WORDS: Final = frozenset(["id", "scheme", "warrant", "weight", "note", "draft"])
_HEAD_WORDS: Final = frozenset(["title", "description", "language", "license"])
_HEAD_TABLES: Final = frozenset(["sources", "expect", "not_argument", "carried"])
_ALIASES: Final = {"author": "authors", "abstract": "description"}
_KINDS: Final = {str(kind): kind for kind in Kind}


def apply(entries: Entries, data: Mapping) -> dict[str, JsonValue]:
    """Add data of a statement to the fields of a claim; return what is left."""
    rest: dict[str, JsonValue] = {}
    for key, (name, value) in data.entries.items():
        known = (
            (key in _WORDS and isinstance(value, Scalar))
            or (key == "ignore" and isinstance(value, Mapping))
            or (key in ("at", "evidence") and isinstance(value, Mapping | Sequence))
            or (key == "tags" and _is_words(value))
        )
        if known:
            entries[key] = name, value
        else:
            rest[key] = typed(value)
    return rest


def of_inference(inference: Inference, data: Mapping | None) -> tuple[Entries, Kind | None]:
    """Return the fields of the relation that a step makes, and its kind if the data says one."""
    entries: Entries = {}
    if inference.rules:
        rules = ", ".join(inference.rules)
        key = "scheme" if find_scheme(rules) else "warrant"
        entries[key] = (
            Scalar(inference.start, inference.end, key),
            Scalar(inference.start, inference.end, rules),
        )
    kind: Kind | None = None
    for key, (name, value) in data.entries.items() if data else ():
        if (key in _STEP_WORDS and isinstance(value, Scalar)) or (
            key == "questions" and isinstance(value, Mapping)
        ):
            entries[key] = name, value
        elif key == "kind" and isinstance(value, Scalar):
            kind = _KINDS.get(str(value.value))
    return entries, kind


def uses(*data: Mapping | None) -> Sequence | None:
    """Return the numbers of the premises that a step uses, if it says so."""
    for key in ("uses", "from"):
        for one in data:
            if one is not None and isinstance(value := one.get(key), Sequence) and value.items:
                return value
    return None


def add_head(entries: Entries, front: Mapping, find: Callable[[str], str]) -> dict[str, JsonValue]:
    """Add front matter to the fields of the map; return what is left.

    Args:
        entries: the fields.
        front: the front matter.
        find: returns the id for a title.
    """
    rest: dict[str, JsonValue] = {}
    for word, (name, value) in front.entries.items():
        key = _ALIASES.get(word, word)
        if key != word and key in front.entries:
            rest[word] = typed(value)
        elif key == "thesis" and _is_words(value):
            for item in value.items if isinstance(value, Sequence) else [value]:
                if isinstance(item, Scalar) and item.value is not None:
                    item.value = find(str(item.value))
            entries[key] = name, value
        elif (
            (key in _HEAD_WORDS and isinstance(value, Scalar))
            or (key == "authors" and _is_words(value))
            or (key in _HEAD_TABLES and isinstance(value, Mapping))
        ):
            entries[key] = name, value
        else:
            rest[word] = typed(value)
    return rest


def mapping(entries: Entries, key: str) -> Mapping:
    """Return the mapping under a key, made if it is not there."""
    if key not in entries:
        entries[key] = Scalar(0, 0, key), Mapping(0, 0)
    node = entries[key][1]
    assert isinstance(node, Mapping)  # noqa: S101  add_head takes no other
    return node


def add_tags(entries: Entries, members: Iterable[Member]) -> None:
    """Add the tags of members to the fields of a claim, each once."""
    found: dict[str, Scalar] = {}
    for member in members:
        for tag, (start, end) in member.tags.items():
            found.setdefault(tag, Scalar(start, end, tag))
    if found:
        first = next(iter(found.values()))
        tags = Sequence(first.start, first.end)
        tags.items.extend(found.values())
        entries["tags"] = Scalar(first.start, first.end, "tags"), tags


def written_tags(member: Member) -> str:
    """Return tags as text, for a statement that has nothing else."""
    return " ".join(f"#{tag}" for tag in member.tags)


def is_true(data: Mapping | None, key: str) -> bool:
    """Tell whether data has the value true under a key."""
    node = data.get(key) if data else None
    return isinstance(node, Scalar) and node.value == "true"


def _is_words(node: Node) -> bool:
    items = node.items if isinstance(node, Sequence) else [node]
    return all(isinstance(item, Scalar) for item in items)
