"""How one claim bears on another: every route, with its polarity."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import Final, Literal

from argmap.graph import Graph
from argmap.model import Relation

_MOST_STEPS: Final = 2_000_000
_MOST_WAITING: Final = 500_000
"""Steps that are taken, and beginnings of routes kept, at most: in a dense map there are more than anyone can wait for."""


@dataclass(frozen=True, slots=True)
class Route:
    """A way from a claim to another.

    Attributes:
        start: the id of the claim that it begins at.
        steps: the relations on the way; one that undercuts is followed by that which it undercuts.
        sign: +1 if the first claim speaks for the last by this route, −1 if against it.
    """

    start: str
    steps: tuple[Relation, ...]
    sign: Literal[1, -1]


@dataclass(frozen=True, slots=True)
class Routes:
    """Routes, shortest first, and whether there are more than those found."""

    found: tuple[Route, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """The beginning of a route, which shares what came before its last step with others."""

    node: str
    length: int = 0
    before: _Way | None = None
    step: Relation | None = None

    def nodes(self) -> set[str]:
        """Return the claims and relations that it passes."""
        return {way.node for way in self._back()}

    def steps(self) -> tuple[Relation, ...]:
        """Return the relations on it."""
        return tuple(way.step for way in self._back() if way.step)[::-1]

    def _back(self) -> Iterator[_Way]:
        way: _Way | None = self
        while way:
            yield way
            way = way.before


def routes(
    graph: Graph, start: str, end: str, *, limit: int = 20, by: Collection[str] | None = None
) -> Routes:
    """Return the routes by which a claim bears on another; none passes a claim twice.

    Args:
        graph: the map.
        start: the id of the claim that bears.
        end: the id of the claim that it bears on.
        limit: how many routes to return at most.
        by: the claims that a route may pass on its way; None for any.
    """
    left = _distances(graph, end, None if by is None else {start, *by})
    if start not in left or start == end:
        return Routes((), more=False)
    numbers = count()
    found: list[Route] = []
    # Of those that may become as short, the longest goes first: it is soonest at its end.
    waiting: list[tuple[int, int, int, _Way]] = [(left[start], 0, next(numbers), _Way(start))]
    last: _Way | None = None
    passed: set[str] = set()
    taken = 0
    while waiting and len(found) <= limit and taken < _MOST_STEPS and len(waiting) < _MOST_WAITING:
        way = heappop(waiting)[-1]
        if way.before is last:
            passed.add(way.node)
            taken += 1
        else:
            passed = way.nodes()
            taken += len(passed)
        last = way
        if way.node == end:
            steps = way.steps()
            found.append(Route(start, steps, _sign(steps)))
            continue
        node = way.node
        for relation in graph.outgoing(node) if node in graph.claims else (graph.relations[node],):
            target = relation.target
            if target in left and target not in passed:
                longer = _Way(target, way.length + 1, way, relation)
                heappush(waiting, (longer.length + left[target], -longer.length, next(numbers), longer))
    return Routes(tuple(found[:limit]), more=len(found) > limit or bool(waiting))


def _distances(graph: Graph, end: str, by: Collection[str] | None) -> dict[str, int]:
    """Return how many relations away each claim and relation is from a claim that it bears on, by way of some."""
    distance = {end: 0}
    queue = deque([end])
    while queue:
        node = queue.popleft()
        for relation in graph.incoming(node):
            for source in (relation.id, *relation.premises):
                barred = by is not None and source in graph.claims and source not in by
                if source not in distance and not barred:
                    distance[source] = distance[node] + 1
                    queue.append(source)
    return distance


def _sign(steps: tuple[Relation, ...]) -> Literal[1, -1]:
    return -1 if sum(relation.kind.sign < 0 for relation in steps) % 2 else 1
