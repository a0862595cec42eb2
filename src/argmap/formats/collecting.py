"""Collects the claims and relations of a file that another tool wrote, and makes a map of them.

Readers of other formats name things as the file does, by *keys*, in any order and before they have met
them. Keys become ids of a map; every part remembers its place in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from argmap.finding import Path, Problem, Related, Span
from argmap.formats.base import BROKEN, Reading, in_order
from argmap.formats.imported import NewIds, slug
from argmap.formats.nodes import Lines, Node
from argmap.formats.notation import FreeIds
from argmap.formats.values import validated, value_problems
from argmap.model import Kind, Map
from argmap.suggest import Suggester

Place = Span | Node
"""Where something stands in a file."""

_LEAST_ROOM = 10_000
_CHARACTERS = 8
"""Characters that a premise takes in a file at least, but for the first :data:`_LEAST_ROOM`."""
_MOST_PROBLEMS = 1000


class Ids(dict[str, str]):
    """Ids by key: unlike for unlike keys, and as much like them as an id may be."""

    def __init__(self, fallback: str) -> None:
        super().__init__()
        self.fallback = fallback
        """What ids are made from where a key has nothing that an id can hold."""
        self.given = NewIds()

    def add(self, key: str, wanted: str | None = None) -> str:
        """Give a new key an id, made from ``wanted`` if the key itself says little, and return it."""
        self[key] = id = self.given.make(slug(key if wanted is None else wanted) or self.fallback)
        return id


class Collector:
    """A map in the making.

    Args:
        name: what to call the file in messages.
        lines: the text of the file.
        format: the format that it is in.
    """

    def __init__(self, name: str, lines: Lines, format: str) -> None:
        self.name = name
        self.lines = lines
        self.format = format
        self.problems: list[Problem] = []
        self.claims: dict[str, dict[str, Any]] = {}
        self.sources: dict[str, dict[str, Any]] = {}
        self._relations: list[tuple[str | None, Place, Sequence[Place], dict[str, Any]]] = []
        self._ids = Ids("claim")
        self._source_ids = Ids("source")
        self._first: dict[str, Place] = {}
        """Where each key of a claim or relation is given."""
        self._places: dict[Path, Place] = {}
        self._room = _LEAST_ROOM + len(lines.text) // _CHARACTERS
        """Premises that relations may still have."""

    def span(self, place: Place) -> Span:
        """Return a place as a span."""
        if isinstance(place, Span):
            return place
        return self.lines.span(place.start, max(place.end, place.start + 1))

    def problem(
        self, code: str, place: Place, message: str, help: str | None = None, first: Place | None = None
    ) -> None:
        """Note something wrong with the file; ``first`` is where what stands twice stands for the first time.

        Of more than :data:`_MOST_PROBLEMS` the rest is only mentioned.
        """
        if not self._hopeless:
            related = () if first is None else (Related("first here", self.span(first)),)
            self._note(Problem(code, message, self.span(place), related, help))

    @property
    def _hopeless(self) -> bool:
        """Whether so much is wrong that no more is told of it: there will be no map."""
        return len(self.problems) > _MOST_PROBLEMS

    def _note(self, problem: Problem) -> None:
        if len(self.problems) == _MOST_PROBLEMS:
            problem = Problem(
                "AM001", "more is wrong from here on", problem.span, help="Is it the right file?"
            )
        self.problems.append(problem)

    def claim(self, key: str, text: str, place: Place, *, id: str | None = None, **fields: object) -> None:
        """Add a claim.

        Args:
            key: what the file calls it; a key that is there already is a problem.
            text: the statement; if nothing in it can be seen, the key stands for it.
            place: where it stands.
            id: words to make the id from, instead of the key.
            fields: further fields of the claim.
        """
        if self._new(key, place):
            id = self._ids.add(key, id)
            self.claims[id] = {"id": id, "text": text if text.strip() else key, **fields}
            self._places["claims", id] = place

    def relation(
        self,
        kind: Kind,
        premises: Sequence[str],
        target: str,
        place: Place,
        *,
        key: str | None = None,
        id: str | None = None,
        places: Sequence[Place] = (),
        **fields: object,
    ) -> None:
        """Add a relation.

        Args:
            kind: its kind.
            premises: keys of claims, one at least.
            target: key of a claim or relation.
            place: where it stands.
            key: what the file calls it, if it does; a key that is there already is a problem.
            id: words to make the id from, instead of the key.
            places: where each premise is named.
            fields: further fields of the relation.
        """
        if key is not None:
            if not self._new(key, place):
                return
            self._ids.add(key, id)
        if self._full(place, len(premises)):
            return
        data = {"kind": kind, "premises": premises, "target": target, **fields}
        self._relations.append((key, place, places, data))

    def _full(self, place: Place, premises: int) -> bool:
        """Tell whether there is no room for a relation: a short file could stand for ever so many."""
        if self._room < 0:
            return True
        self._room -= premises
        if self._room < 0:
            help = "Few words of it stand for very many relations; is it the right file?"
            self.problem("AM006", place, "more relations than any map needs", help)
        return self._room < 0

    def source(self, key: str, title: str, place: Place, *, id: str | None = None, **fields: object) -> str:
        """Add a source, unless the key is there already, and return its id, which ``id`` may have words for."""
        if key in self._source_ids:
            return self._source_ids[key]
        id = self._source_ids.add(key, id)
        self.sources[id] = {"id": id, "title": title, **fields}
        self._places["sources", id] = place
        return id

    def known(self, key: str) -> bool:
        """Tell whether a key is that of a claim or relation."""
        return key in self._ids

    def id(self, key: str) -> str:
        """Return the id for a key; for one that is not there, an id that nothing has."""
        return self._ids[key] if key in self._ids else self._ids.add(key)

    def place(self, path: Path, place: Place) -> None:
        """Note where a part of the map stands that is neither a claim, a relation nor a source."""
        self._places[path] = place

    def locate(self, path: Path) -> Span:
        """Return the span of a part of the map, or of the nearest part that the file spells out."""
        for length in range(len(path), 0, -1):
            if place := self._places.get(path[:length]):
                return self.span(place)
        return Span(1, 1, 1, 1)

    def reading(self, thesis: Iterable[str] = (), **fields: object) -> Reading:
        """Return what came of reading the file; to be called once, when all is there.

        Args:
            thesis: keys of the theses.
            fields: further fields of the map.
        """
        map = None if self._hopeless else self._map(thesis, fields)
        if BROKEN.intersection(problem.code for problem in self.problems):
            map = None
        return Reading(self.name, self.lines.text, map, in_order(self.problems), self.locate, self.format)

    def _map(self, thesis: Iterable[str], fields: dict[str, Any]) -> Map | None:
        relations = dict(self._resolved())
        data = {
            "thesis": [self.id(key) for key in thesis],
            "sources": self.sources,
            "claims": self.claims,
            "relations": relations,
            **fields,
        }
        map, errors = validated(data)
        for problem in value_problems(errors, self.locate, lambda path: path[2] in relations[str(path[1])]):
            self._note(problem)
            if self._hopeless:
                break
        return map

    def _new(self, key: str, place: Place) -> bool:
        if key not in self._first:
            self._first[key] = place
            return True
        help = "Give one of the two another."
        self.problem("AM102", place, f"the id {key!r} is given twice", help, self._first[key])
        return False

    def _resolved(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield relations with ids for keys; those without a target become problems."""
        named = {key: data["target"] for key, _, _, data in self._relations if key is not None}
        ids = FreeIds(self._ids.given.taken)
        grounded = set[str]()
        suggester = Suggester(self._first)
        for key, place, places, data in self._relations:
            target = data["target"]
            if not self._ends(target, named, grounded):
                self._aimless(target, place, suggester)
                continue
            data["premises"] = tuple(self.id(premise) for premise in data["premises"])
            data["target"] = self._ids[target]
            id = ids.find(data["kind"], data["premises"], data["target"]) if key is None else self._ids[key]
            self._ids.given.take(id)
            self._places["relations", id] = place
            for number, premise in enumerate(places):
                self._places["relations", id, "premises", number] = premise
            yield id, {"id": id, **data}

    def _ends(self, target: str, named: dict[str, str], grounded: set[str]) -> bool:
        """Tell whether following targets ends at a claim; ``grounded`` are those found to do so before."""
        passed = set[str]()
        while target in named and not (target in passed or target in grounded):
            passed.add(target)
            target = named[target]
        if target not in grounded and self._ids.get(target) not in self.claims:
            return False
        grounded |= passed
        return True

    def _aimless(self, target: str, place: Place, suggester: Suggester) -> None:
        if target in self._first:
            message = f"{target!r}, which this bears on, leads to no claim"
            self.problem("AM103", place, message, "Let it bear on a claim, or on a step towards one.")
        else:
            close = suggester.closest(target)
            message = f"there is no {target!r} for this to bear on"
            self.problem("AM101", place, message, close and f"Did you mean {close!r}?")
