"""What every format has in common: reading gives a map, or problems with their places; writing says what it left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from pathlib import Path
from typing import TYPE_CHECKING, Final

from argmap.errors import ArgmapError
from argmap.finding import Locate, Problem, Span

if TYPE_CHECKING:
    from pydantic import BaseModel

    from argmap.model import Kind, Map


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file."""

    name: str
    """What to call the file in messages."""
    text: str
    """The text of the file, to show lines of; empty if it is not text."""
    map: Map | None
    """The map, or None if the file holds none that can be used."""
    problems: tuple[Problem, ...]
    """All that is wrong with the file, in the order of the file."""
    locate: Locate
    """Turns a path in the map into a span of the file."""
    format: str = "yaml"
    """Name of the format that the file is in."""
    included: Mapping[str, Path] = made(default_factory=dict)
    """The claims, relations and sources that stand in other files, which the map includes: the file of each id."""

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What keeps the map from being all that its writer put into the file."""
        return tuple(problem for problem in self.problems if problem.code not in _HARMLESS)

    @property
    def sound(self) -> bool:
        """Whether the map is all that its writer put into the file, as far as reading can tell."""
        return self.map is not None and not self.faults


_HARMLESS = frozenset({"AM003", "AM007", "AM902"})
"""Problems that may well be none, or that leave the map as its writer meant it."""


EMPTY: Final = Problem("AM001", "the file is empty", Span(1, 1, 1, 1))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems in the order of the file."""
    return tuple(sorted(problems, key=lambda problem: (problem.span, problem.code)))


BROKEN: Final = frozenset({"AM001", "AM005", "AM006"})
"""Problems after which a file holds no map to rely on."""


class ReadError(Exception):
    """A file that holds no usable map.

    Attributes:
        reading: the reading, with the problems and their places.
    """

    def __init__(self, reading: Reading) -> None:
        first = reading.problems[0]
        more = f" (and {len(reading.problems) - 1} more)" if len(reading.problems) > 1 else ""
        super().__init__(f"{reading.name}:{first.span.line}:{first.span.column}: {first.message}{more}")
        self.reading = reading


class WriteError(ArgmapError, ValueError):
    """A map that cannot be written in a format."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something of a map that a format has no room for."""

    what: str
    """What it is: "confidence of claims", "sources"."""
    ids: tuple[str, ...] = ()
    """The claims, relations or sources whose it is; empty if it is the map's own."""

    def __str__(self) -> str:
        if not self.ids:
            return self.what
        more = f" and {len(self.ids) - _SHOWN:,} more" if len(self.ids) > _SHOWN else ""
        return f"{self.what}: {', '.join(self.ids[:_SHOWN])}{more}"


_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Written:
    """A map in a format."""

    parts: Mapping[str, bytes]
    """The content of the file; of a format that takes several files, the content of each by its name."""
    dropped: tuple[Dropped, ...] = ()
    """What the format has no room for."""
    notes: tuple[str, ...] = ()
    """What else is to be said of it."""

    @classmethod
    def text(cls, text: str, dropped: Iterator[Dropped] | tuple[Dropped, ...] = ()) -> Written:
        """Return a single file of text."""
        return cls({"": text.encode()}, tuple(dropped))


@dataclass(frozen=True, slots=True)
class Keeps:
    """The fields that a format has room for. Ids, premises and targets go without saying."""

    map: frozenset[str] = frozenset()
    source: frozenset[str] | None = frozenset()
    """None if sources cannot be kept at all."""
    claim: frozenset[str] = frozenset({"text"})
    relation: frozenset[str] = frozenset()
    kinds: frozenset[Kind] | None = None
    """None for all kinds."""

    def dropped(self, map: Map) -> Iterator[Dropped]:
        """Yield the fields of a map that are given and have no room, in the order of the model."""
        for field in _given(map, self.map | {"sources", "claims", "relations"}):
            carried = field == "carried"
            yield (
                Dropped("what other formats hold besides", tuple(map.carried)) if carried else Dropped(field)
            )
        if self.source is None:
            if map.sources:
                yield Dropped("sources", tuple(map.sources))
        else:
            yield from _by_field("source", map.sources, self.source)
        yield from _by_field("claim", map.claims, self.claim)
        kept = {id: it for id, it in map.relations.items() if self.kinds is None or it.kind in self.kinds}
        lost: dict[Kind, list[str]] = {}
        for relation in map.relations.values():
            if relation.id not in kept:
                lost.setdefault(relation.kind, []).append(relation.id)
        for kind, ids in lost.items():
            yield Dropped(f"relations of the kind {kind}", tuple(ids))
        yield from _by_field("relation", kept, self.relation | {"kind", "premises", "target"})


def _by_field(what: str, table: Mapping[str, BaseModel], kept: frozenset[str]) -> Iterator[Dropped]:
    found: dict[str, list[str]] = {}
    for id, item in table.items():
        for field in _given(item, kept | {"id"}):
            found.setdefault(field, []).append(id)
    for field, ids in found.items():
        yield Dropped(f"{field} of {what}s", tuple(ids))


def _given(item: BaseModel, kept: frozenset[str]) -> Iterator[str]:
    """Yield the fields of a model that are not as they are by default, but for those kept."""
    for name, field in type(item).model_fields.items():
        if name not in kept and getattr(item, name) != field.get_default(call_default_factory=True):
            yield name
