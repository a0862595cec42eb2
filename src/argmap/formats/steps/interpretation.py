"""Tells what a document of claims and steps argues.

It takes anything that JSON can hold: what does not fit is no part of the argument, and is told.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast

from argmap.finding import Path
from argmap.formats.imported import NewIds, is_id, slug
from argmap.formats.steps.argument import Argument, Json, Links, Oddity, Sort, Step, key
from argmap.formats.steps.dialect import Dialect
from argmap.model import Kind

_SHOWN: Final = 60
_LONGEST_ID: Final = 1000
_MOST_RELATED: Final = 100_000
"""Premises times targets that a step may have; each target makes a relation that has all the premises."""


def interpret(document: Json, dialect: Dialect) -> Argument:
    """Return what a document argues; its ``nodes`` and ``edges`` are lists or None."""
    reader = _Interpreter(dialect, dialect.names(document))
    reader.read_nodes(document.get("nodes") or [])
    reader.read_edges(document.get("edges") or [])
    reader.join()
    reader.argument.oddities += dialect.oddities(reader.links)
    return reader.argument


class _Interpreter:
    def __init__(self, dialect: Dialect, names: Mapping[str, str]) -> None:
        self.dialect = dialect
        self.names = names
        self.links = Links([], [])
        self.argument = Argument(self.links)
        self.ids = NewIds()
        self.premises: dict[int, list[int]] = {}
        self.targets: dict[int, list[int]] = {}

    def odd(self, where: Path, message: str, *related: tuple[str, Path], help: str | None = None) -> None:
        self.argument.oddities.append(Oddity(where, message, related, help))

    # -- nodes

    def read_nodes(self, nodes: Sequence[object]) -> None:
        for number, node in enumerate(nodes):
            self.links.sorts.append(self.node(number, node))
        unfit: list[tuple[int, str]] = []
        for number, name in self.wanted():
            of_relation = self.links.sorts[number] != "claim"
            if name and is_id(name, of_relation=of_relation) and self.ids.take(name):
                self.argument.ids[number] = name
            else:
                unfit.append((number, name or ""))
        for number, name in unfit:  # last, for the ids of others are theirs
            self.argument.ids[number] = self.ids.make(slug(name) or "node")
        for number, sort in enumerate(self.links.sorts):
            if sort == "claim" and number in self.argument.ids:
                self.argument.claims[self.argument.ids[number]] = number

    def wanted(self) -> Iterator[tuple[int, str | None]]:
        """Yield claims and steps with the ids that they should have; first those that are told and not just a node's."""
        later = []
        for number, sort in enumerate(self.links.sorts):
            name = key((self.links.nodes[number] or {}).get(self.dialect.id))
            if sort == "other" or (name is not None and self.links.at[name] != number):
                continue  # a second node of the same id, for one
            if name is not None and name in self.names:
                yield number, self.names[name]
            else:
                later.append((number, name))
        yield from later

    def node(self, number: int, node: object) -> Sort:
        where = ("nodes", number)
        if not isinstance(node, dict):
            self.links.nodes.append(None)
            self.odd(where, "this is no node")
            return "other"
        self.links.nodes.append(node)
        name = key(node.get(self.dialect.id))
        sort = self.dialect.sort(node)
        if name is None:
            self.odd(where, f"a node without {self.dialect.id}: no edge can lead to it")
        elif (first := self.links.at.setdefault(name, number)) != number:
            self.odd(
                where,
                f"a second node has the {self.dialect.id} {_short(name)}: it is not read, and edges are taken to mean the first",
                ("first here", ("nodes", first)),
                help=f"Is it the same? Then take it out. Else give it a {self.dialect.id} of its own.",
            )
        return sort

    # -- edges

    def read_edges(self, edges: Sequence[object]) -> None:
        met: dict[tuple[int, int], int] = {}
        out, into = self.links.out, self.links.into
        for number, edge in enumerate(edges):
            ends = self.ends(number, edge)
            if ends is None:
                continue
            if met.setdefault(ends, number) != number:
                first = ("first here", ("edges", met[ends]))
                self.odd(("edges", number), "an edge that is there already", first)
                continue
            source, target = ends
            out.setdefault(source, []).append(target)
            into.setdefault(target, []).append(source)
            self.edge(number, source, target)

    def ends(self, number: int, edge: object) -> tuple[int, int] | None:
        where = ("edges", number)
        if not isinstance(edge, dict):
            self.odd(where, "this is no edge")
            return None
        source, target = key(edge.get(self.dialect.source)), key(edge.get(self.dialect.target))
        at = self.links.at
        if source in at and target in at:
            return at[source], at[target]
        name, end, word = (
            (source, self.dialect.source, "from") if source not in at else (target, self.dialect.target, "to")
        )
        self.odd(
            where,
            f"an edge without {end}" if name is None else f"an edge {word} {_short(name)}, which is no node",
        )
        return None

    def edge(self, number: int, source: int, target: int) -> None:
        one, other = self.links.sorts[source], self.links.sorts[target]
        if one == "claim" and isinstance(other, Kind):
            self.premises.setdefault(target, []).append(source)
        elif isinstance(one, Kind) and other != "other":
            self.targets.setdefault(source, []).append(target)
        elif one == other == "claim":
            self.odd(
                ("edges", number),
                "an edge from claim to claim, without a step that says how it bears: it is not read",
                help="Does the one support, attack or rephrase the other? Put a node that says so between them.",
            )
        elif not self.dialect.expects(*(pair := self.pair(source, target))):
            from_one, to_other = map(self.dialect.word, pair)
            self.odd(("edges", number), f"an edge from {from_one} to {to_other}: it is not read")

    def pair(self, source: int, target: int) -> tuple[Json, Json]:
        return cast("Json", self.links.nodes[source]), cast("Json", self.links.nodes[target])

    # -- steps

    def join(self) -> None:
        """Make relations of the steps that have premises and lead, at last, to a claim."""
        steps = [
            number
            for number, sort in enumerate(self.links.sorts)
            if isinstance(sort, Kind) and number in self.argument.ids
        ]
        for number in steps:
            if number not in self.premises and self.dialect.is_mutual(self.pair(number, number)[0]):
                claims = [
                    target for target in self.targets.get(number, ()) if self.links.sorts[target] == "claim"
                ]
                self.premises |= {number: claims} if len(claims) > 1 else {}
        grounded = self.grounded()
        for number in steps:
            if number not in grounded:
                self.odd(("nodes", number), self.fault(number))
                premises = {self.argument.ids[premise] for premise in self.premises.get(number, ())}
                self.argument.loose[self.argument.ids[number]] = premises
                continue
            self.relation(self.argument.ids[number], number, grounded[number])
            others = [it for it in self.targets[number] if it in grounded and it != grounded[number]]
            if len(others) * len(self.premises[number]) > _MOST_RELATED:
                self.odd(("nodes", number), "a step from so many premises to so many targets: one is read")
                continue
            for target in others:
                id = f"{self.argument.ids[number]}-to-{self.argument.ids[target]}"
                self.relation(self.ids.make(id[:_LONGEST_ID].rstrip("/+:#")), number, target)

    def grounded(self) -> dict[int, int]:
        """Return the claims, and the steps with premises that lead to them, be it by way of others.

        Each has the target by which a claim is reached: the ids of steps stand for relations to that, so that
        no relation leads back to itself.
        """
        grounded = {number: number for number in self.argument.claims.values()}
        bearing: dict[int, list[int]] = {}
        for step, targets in self.targets.items():
            if step in self.premises:
                for target in targets:
                    bearing.setdefault(target, []).append(step)
        queue = deque(number for number in bearing if number in grounded)
        while queue:
            target = queue.popleft()
            for step in bearing.get(target, ()):
                if step not in grounded:
                    grounded[step] = target
                    queue.append(step)
        return grounded

    def relation(self, id: str, number: int, target: int) -> None:
        kind = cast("Kind", self.links.sorts[number])
        if kind is Kind.ATTACKS and self.links.sorts[target] != "claim":
            kind = Kind.UNDERCUTS
        # Where two claims deny each other, both lead to the step and from it.
        others = [premise for premise in self.premises[number] if premise != target]
        premises = tuple(self.argument.ids[premise] for premise in others or self.premises[number])
        self.argument.steps[id] = Step(number, kind, premises, self.argument.ids[target])

    def fault(self, number: int) -> str:
        """Say why a step is not read."""
        step = self.dialect.word(cast("Json", self.links.nodes[number]))
        premises, targets = self.premises.get(number), self.targets.get(number)
        if not premises:
            lacking = "neither premise nor target" if not targets else "no premise"
            return f"the step {step} has {lacking}: it is not read"
        if not targets:
            return f"the step {step} has no target: it is not read"
        return (
            f"the step {step} leads only to steps that are not read, or back to itself: it is not read either"
        )


def _short(text: str) -> str:
    """Return a text as messages quote it."""
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
