"""Selectors: a small language that names claims of a map, after dbt's node selection.

``thesis``
    the theses; ``c4`` the claim of that id, ``detour-*`` all whose ids fit the pattern.
``+c4`` ``2+c4`` ``c4+`` ``c4+1`` ``+c4+``
    besides, all that bears on it, by two steps at most; all that it bears on, by one step at most; both.
``role:counterclaim`` ``voice:reported`` ``tag:economy`` ``is:unsupported`` ``depth:1`` …
    claims that have a property: see :data:`argmap.query.properties.METHODS`.
``a b``
    what either names; ``a,b`` what both name. The comma binds more closely.

Values with spaces, commas or plus signs go in double quotes: ``section:"Costs and benefits"``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Final

from argmap.errors import ArgmapError
from argmap.graph import Graph
from argmap.model import Map
from argmap.query.properties import METHODS, cannot_be, has, values
from argmap.suggest import did_you_mean


class SelectorError(ArgmapError, ValueError):
    """An expression that is not a selector, or that names what the map does not have.

    Attributes:
        expression: what was given.
        start: where the part that is at fault begins, from 0.
        end: where it ends.
        problem: what is wrong with it.
    """

    def __init__(self, expression: str, start: int, end: int, problem: str, help: str | None = None) -> None:
        super().__init__(f"{problem} (at character {start + 1} of {expression!r})", help)
        self.expression = expression
        self.start = start
        self.end = max(end, start + 1)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class _Atom:
    """A property or a name, with how far to follow what bears on it and what it bears on; 0 for not at all."""

    method: str
    value: str
    start: int
    end: int
    up: float
    down: float


_ATOM: Final = re.compile(
    r"""
    (?P<up>(?:\d+(?=\+))?\+)?
    (?:(?P<method>[^\s,:+"]+):)?
    (?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s,:+"]+))
    (?P<down>\+\d*)?
    """,
    re.VERBOSE,
)


def select(of: Map | Graph, expression: str, absent: set[str] | None = None) -> tuple[str, ...]:
    """Return the ids of the claims that an expression names, in map order.

    Args:
        of: the map.
        expression: a selector, see above.
        absent: takes up the ids that the expression names and the map does not have, instead of an error.

    Raises:
        SelectorError: if it cannot be read, or names a claim that the map does not have.

    >>> from argmap.formats import loads
    >>> m = loads('''
    ... argmap: 1
    ... thesis: close
    ... claims:
    ...   close: {text: Close it., supported_by: [cracked], attacked_by: [costly]}
    ...   cracked: {text: It is cracked.}
    ...   costly: {text: It costs trade., attacked_by: [detour]}
    ...   detour: {text: There is a detour.}
    ... ''')
    >>> select(m, "role:counterclaim 1+costly")
    ('costly', 'detour')
    >>> select(m, "+thesis,is:leaf")
    ('cracked', 'costly', 'detour')
    """
    graph = of if isinstance(of, Graph) else Graph(of)
    named: set[str] = set()
    for term in _terms(expression):
        found = [_claims(graph, atom, expression, absent) for atom in term]
        named |= set.intersection(*found)
    return tuple(id for id in graph.claims if id in named)


def completions(graph: Graph | None, start: str) -> list[str]:
    """Return what a name or property that begins so may go on to, in a map if there is one at hand."""
    method, colon, value = start.partition(":")
    if not colon:
        ids = graph.claims if graph else ()
        words = [*(f"{name}:" for name in METHODS), "thesis", *ids]
        return [word for word in words if word.startswith(start)]
    words = [f'"{word}"' if re.search(r"[\s,:+]", word) else word for word in values(graph, method)]
    return [f"{method}:{word}" for word in words if word.startswith(value)]


def _terms(expression: str) -> Iterator[list[_Atom]]:
    """Yield what is joined by spaces, each a list of what is joined by commas."""
    term: list[_Atom] = []
    at = 0
    joined = False
    while at < len(expression):
        if expression[at].isspace():
            at += 1
            continue
        if expression[at] == ",":
            if not term or joined:
                raise SelectorError(
                    expression, at, at + 1, "a comma with nothing before it", "'a,b' is what both name."
                )
            joined = True
            at += 1
            continue
        if term and not joined:
            yield term
            term = []
        atom, at = _atom(expression, at)
        term.append(atom)
        joined = False
    if joined:
        raise SelectorError(expression, len(expression) - 1, len(expression), "a comma with nothing after it")
    if not term:
        raise SelectorError(expression, 0, 1, "an empty selector", "Name a claim, such as: thesis")
    yield term


def _atom(expression: str, at: int) -> tuple[_Atom, int]:
    match = _ATOM.match(expression, at)
    end = match.end() if match else at
    rest = expression[end : end + 1]
    if match is None or (rest and not rest.isspace() and rest != ","):
        if expression.count('"') % 2:
            end = expression.rindex('"')
            raise SelectorError(expression, end, end + 1, "a quote that is never closed")
        help = "Put values with spaces, commas, colons or plus signs in double quotes."
        raise SelectorError(expression, end, end + 1, f"{rest!r} is not expected here", help)
    method = match["method"] or "id"
    if match["method"] and method not in METHODS:
        known = did_you_mean(method, METHODS) or f"There are: {', '.join(METHODS)}."
        raise SelectorError(
            expression, match.start("method"), match.end("method"), f"nothing is called {method!r}", known
        )
    group = "plain" if match["quoted"] is None else "quoted"
    value, start, end = match[group], match.start(group), match.end(group)
    if not match["method"] and value == "thesis":
        method = "is"
    _checked(expression, method, value, start, end)
    up, down = match["up"], match["down"]
    return _Atom(method, value, start, end, _steps(up and up[:-1]), _steps(down and down[1:])), match.end()


def _steps(given: str | None) -> float:
    """Return how many steps to go: none without a plus sign, any number with a bare one."""
    if given is None:
        return 0
    return float(given) if given else float("inf")


def _checked(expression: str, method: str, value: str, start: int, end: int) -> None:
    """Raise an error if a property cannot have this value in any map."""
    if (wrong := cannot_be(method, value)) is not None:
        raise SelectorError(expression, start, end, *wrong)


def _claims(graph: Graph, atom: _Atom, expression: str, absent: set[str] | None) -> set[str]:
    found = {id for id, claim in graph.claims.items() if has(graph, claim, atom.method, atom.value)}
    literal = atom.method == "id" and not set("*?[").intersection(atom.value)
    if literal and not found:
        if absent is not None:
            absent.add(atom.value)
            return set()
        known = (
            did_you_mean(atom.value, graph.claims) or "The ids are what argmap show MAP prints in brackets."
        )
        raise SelectorError(expression, atom.start, atom.end, f"the map has no claim {atom.value!r}", known)
    return found | _reached(graph, found, atom.up, _bearing_on) | _reached(graph, found, atom.down, _borne_on)


def _reached(
    graph: Graph,
    start: Collection[str],
    steps: float,
    following: Callable[[Graph, str], Iterator[tuple[str, int]]],
) -> set[str]:
    """Return the claims that are reached from some within a number of steps."""
    distance = dict.fromkeys(start, 0)
    waiting = [(0, id) for id in start]
    while waiting:
        far, claim = heappop(waiting)
        for id, step in following(graph, claim):
            if far + step <= min(steps, distance.get(id, steps + 1) - 1):
                distance[id] = far + step
                heappush(waiting, (far + step, id))
    return set(distance)


def _bearing_on(graph: Graph, claim: str) -> Iterator[tuple[str, int]]:
    """Yield the premises of what bears on a claim, or undercuts what does, with how many steps away they are."""
    waiting = [(relation, 1) for relation in graph.incoming(claim)]
    while waiting:
        relation, step = waiting.pop()
        yield from ((premise, step) for premise in relation.premises if premise in graph.claims)
        waiting += [(undercut, step + 1) for undercut in graph.incoming(relation.id)]


def _borne_on(graph: Graph, claim: str) -> Iterator[tuple[str, int]]:
    """Yield the claims that a claim bears on, those at the end of steps that it undercuts included."""
    for relation in graph.outgoing(claim):
        target, step = relation.target, 1
        while target in graph.relations:
            target, step = graph.relations[target].target, step + 1
        yield target, step
