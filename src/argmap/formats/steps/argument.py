"""What a document of claims and steps argues, and what in it is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from argmap.finding import Path
from argmap.model import Kind

Json = dict[str, Any]
Sort = Kind | Literal["claim", "other"]


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something in a document that is not as it should be."""

    where: Path
    """A path in the document."""
    message: str
    related: tuple[tuple[str, Path], ...] = ()
    help: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A relation, as a step of the document and one of its targets make it."""

    node: int
    """Number of the step among the nodes."""
    kind: Kind
    premises: tuple[str, ...]
    target: str


@dataclass(slots=True)
class Links:
    """The nodes of a document by their keys, and what leads where."""

    nodes: list[Json | None]
    """The nodes; None in place of what is no node."""
    sorts: list[Sort]
    at: dict[str, int] = field(default_factory=dict)
    """For each key of a node its number."""
    into: dict[int, list[int]] = field(default_factory=dict)
    out: dict[int, list[int]] = field(default_factory=dict)


@dataclass(slots=True)
class Argument:
    """What a document argues."""

    links: Links
    claims: dict[str, int] = field(default_factory=dict)
    """For each claim the number of its node."""
    steps: dict[str, Step] = field(default_factory=dict)
    """For each relation the step that makes it."""
    ids: dict[int, str] = field(default_factory=dict)
    """For each number of a claim's or a step's node the id of the claim or of the first relation."""
    loose: dict[str, set[str]] = field(default_factory=dict)
    """For each step that makes no relation the claims that are its premises, by the id that it would have."""
    oddities: list[Oddity] = field(default_factory=list)


def key(id: object) -> str | None:
    """Return the id of a node as edges name it: some documents have numbers in one place and text in the other."""
    if isinstance(id, str):
        return id
    return None if isinstance(id, bool) or not isinstance(id, (int, float)) else str(id)


def rows(document: Json, name: str) -> Iterator[Json]:
    """Yield the objects in a list of a document."""
    table = document.get(name)
    yield from (row for row in table if isinstance(row, dict)) if isinstance(table, list) else ()


def has_lists(document: Json) -> bool:
    """Tell whether nodes and edges of a document are lists, so that it can be interpreted; None is an empty one."""
    return all(isinstance(document.get(name), (list, type(None))) for name in ("nodes", "edges"))


def by_node(steps: Mapping[str, Step]) -> dict[int, list[str]]:
    """Return for each step's node the relations that it makes."""
    found: dict[int, list[str]] = {}
    for id, step in steps.items():
        found.setdefault(step.node, []).append(id)
    return found
