"""Routes from claim to claim: in words, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import RenderableType

from argmap.graph import Graph
from argmap.query.routes import Route, Routes
from argmap.render.flow import Line, indented, wrap
from argmap.render.page import Page
from argmap.render.signs import FAINT, HEADING, KIND_STYLES, Signs

VERSION = 1
_INDENT = 2


def ways_text(graph: Graph, start: str, found: Sequence[tuple[str, Routes]]) -> RenderableType:
    """Return the routes from a claim to others, each step on a line of its own, to fit the terminal."""

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        for number, (end, routes) in enumerate(found):
            if number:
                yield []
            yield from wrap(signs.words(_summary(start, end, routes), HEADING), width)
            for route in routes.found:
                yield []
                yield from _route(graph, route, signs, width)
            if routes.more:
                yield []
                yield from wrap(signs.words("There are more: raise --limit.", FAINT), width)

    return Page(lines)


def _summary(start: str, end: str, routes: Routes) -> str:
    if not routes.found:
        return f"{start} does not bear on {end}."
    number = len(routes.found)
    speaks = sum(route.sign > 0 for route in routes.found)
    how = (
        "for it"
        if speaks == number
        else "against it"
        if not speaks
        else f"{speaks} for it, {number - speaks} against it"
    )
    counted = f"{'the first ' if routes.more else ''}{number} {'route' if number == 1 else 'routes'}"
    return f"{start} → {end}: {counted}, {how}"


def _route(graph: Graph, route: Route, signs: Signs, width: int) -> Iterator[Line]:
    claim = graph.claims[route.start]
    yield from wrap([*signs.words(claim.text), signs.id(claim.id)], width)
    for relation in route.steps:
        others = [premise for premise in relation.premises if premise != route.start]
        target = graph.claims.get(relation.target)
        verb = str(relation.kind) if target else f"{relation.kind} the step that"
        head = list(signs.marked(signs.of(relation.kind), verb, KIND_STYLES[relation.kind]))
        if len(relation.premises) > 1:
            head += signs.words(f"(with {len(relation.premises) - 1} more)", FAINT) if others else []
        words = [*signs.words(target.text), signs.id(target.id)] if target else []
        yield from indented([*head, *words], width, _INDENT)


def ways_json(start: str, found: Sequence[tuple[str, Routes]]) -> dict[str, Any]:
    """Return the routes from a claim to others as what :func:`json.dumps` takes.

    The shape, beside ``argmap-path`` (its version, 1): ``from``, and ``to``, a list of ``id``, ``more`` (whether there are
    more routes) and ``routes``, each with its ``sign`` (1 or −1) and ``steps``: ``relation``, ``kind``, ``premises``, ``target``.
    """
    return {
        "argmap-path": VERSION,
        "from": start,
        "to": [
            {
                "id": end,
                "more": routes.more,
                "routes": [
                    {
                        "sign": route.sign,
                        "steps": [
                            {
                                "relation": relation.id,
                                "kind": str(relation.kind),
                                "premises": list(relation.premises),
                                "target": relation.target,
                            }
                            for relation in route.steps
                        ],
                    }
                    for route in routes.found
                ],
            }
            for end, routes in found
        ],
    }
