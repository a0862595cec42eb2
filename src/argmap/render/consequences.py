"""What would change if some things were otherwise: in words, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any

from rich.console import RenderableType

from argmap.evaluate import Change, Consequences, Label
from argmap.graph import Graph
from argmap.model import Kind
from argmap.render.flow import Line, Piece, indented, wrap
from argmap.render.page import Page
from argmap.render.signs import FAINT, HEADING, KIND_STYLES, THESIS, Signs
from argmap.render.verdicts import verdict

VERSION = 1
_INDENT = 2
_TOLD = 21
_LISTED = 101
"""Claims and relations of a long route that are told in words, and listed as data, unless it is the route to a thesis."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is supposed otherwise: ids of claims and relations, and base scores by the id of the claim."""

    drop: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    grant: tuple[str, ...] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any((self.drop, self.deny, self.open, self.grant, self.confidence))

    def in_words(self) -> Iterator[tuple[str, str]]:
        """Yield what is supposed, with the id that it is supposed of."""
        for words, ids in (
            ("is left out", self.drop),
            ("falls", self.deny),
            ("is open", self.open),
            ("stands", self.grant),
        ):
            for id in dict.fromkeys(ids):
                yield words, id
        for id, score in self.confidence.items():
            yield f"has a confidence of {score:g}", id


def consequences_text(graph: Graph, supposed: Supposed, found: Consequences) -> RenderableType:
    """Return what a supposition leads to, the theses first, to fit the terminal."""

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        yield from _Telling(graph, supposed, found, signs, width).lines()

    return Page(lines)


class _Telling:
    def __init__(
        self, graph: Graph, supposed: Supposed, found: Consequences, signs: Signs, width: int
    ) -> None:
        self.graph = graph
        self.supposed = supposed
        self.found = found
        self.signs = signs
        self.width = width

    def lines(self) -> Iterator[Line]:
        signs, graph = self.signs, self.graph
        for words, id in self.supposed.in_words():
            yield from wrap(
                [*signs.words("Suppose this", HEADING), *signs.words(f"{words}:", HEADING), *self._named(id)],
                self.width,
            )
        changes = {change.id: change for change in self.found.changes}
        for id in graph.theses:
            yield []
            yield from wrap(
                [
                    (f"{signs.thesis} thesis:", THESIS),
                    *signs.words(graph.claims[id].text, THESIS),
                    signs.id(id),
                ],
                self.width,
            )
            if id in changes:
                yield from self._change(changes.pop(id), inf)
            else:
                yield from self._indented([*signs.words("stays as it is")])
        if not changes:
            return
        yield []
        more = "What else changes" if graph.theses else "What changes"
        yield from wrap(signs.words(more, HEADING), self.width)
        for change in changes.values():
            yield from wrap(self._named(change.id), self.width)
            yield from self._change(change, _TOLD)

    def _change(self, change: Change, most: float) -> Iterator[Line]:
        signs = self.signs
        pieces: list[Piece] = []
        if change.after is not change.before:
            after = verdict(change.after, signs) if change.after else signs.words("is left out")
            pieces += [*verdict(change.before, signs), *signs.words("→"), *after]
        else:
            pieces += [*verdict(change.before, signs), *signs.words("as before")]
        if change.strength_before is not None:
            after_ = "none" if change.strength_after is None else f"{change.strength_after:.3f}"
            pieces += signs.words(f"(strength {change.strength_before:.3f} → {after_})")
        yield from self._indented(pieces)
        route, whole = _route_to(change, self.found, self.graph, most)
        if len(route) > 1:
            start = signs.words("by way of" if whole else f"by way of {signs.more}", FAINT)
            yield from self._indented([*start, *self._route(route)])

    def _route(self, route: Sequence[str]) -> Iterator[Piece]:
        signs = self.signs
        denies = False
        for number, id in enumerate(route):
            relation = self.graph.relations.get(id)
            if relation is None:
                yield signs.clean(id), ""
            elif not number:
                yield from signs.words(f"the step {id}")
            else:
                if denies:
                    yield from signs.words("the step that", FAINT)
                yield from signs.marked(
                    signs.of(relation.kind), str(relation.kind), KIND_STYLES[relation.kind]
                )
            denies = relation is not None and relation.kind is Kind.UNDERCUTS

    def _named(self, id: str) -> list[Piece]:
        claim = self.graph.claims.get(id)
        return [*self.signs.words(claim.text if claim else "the step"), self.signs.id(id)]

    def _indented(self, pieces: list[Piece]) -> Iterator[Line]:
        return indented(pieces, self.width, _INDENT)


def _route_to(change: Change, found: Consequences, graph: Graph, most: float) -> tuple[list[str], bool]:
    """Return the route of a change, or its end from a claim on if there is more than so much, and whether it is whole."""
    route: list[str] = []
    back = found.back(change.id)
    for id in back:
        route.append(id)
        if len(route) >= most and id in graph.claims:
            break
    return route[::-1], next(back, None) is None


def consequences_json(graph: Graph, supposed: Supposed, found: Consequences) -> dict[str, Any]:
    """Return what a supposition leads to as what :func:`json.dumps` takes.

    The shape, beside ``argmap-whatif`` (its version, 1): ``supposed``, with ``drop``, ``deny``, ``open``, ``grant`` (lists of
    ids) and ``confidence`` (scores by id); ``changes``, a list in the order of the map of ``id`` (of a claim), ``before`` and
    ``after`` (``in``, ``out``, ``undec``; ``after`` is null for what is dropped), ``strength_before`` and ``strength_after``
    (0–1, or null), ``route`` (ids of claims and relations in turn, from what was supposed to this claim);
    if that is longer than 101, the last of them, from a claim on that has a route of its own;
    ``converged``, false if strengths in circles did not come to rest.
    """
    return {
        "argmap-whatif": VERSION,
        "supposed": {
            "drop": list(supposed.drop),
            "deny": list(supposed.deny),
            "open": list(supposed.open),
            "grant": list(supposed.grant),
            "confidence": dict(supposed.confidence),
        },
        "changes": [
            {
                "id": change.id,
                "before": change.before.value,
                "after": change.after.value if isinstance(change.after, Label) else None,
                "strength_before": change.strength_before,
                "strength_after": change.strength_after,
                "route": _route_to(change, found, graph, inf if change.id in graph.theses else _LISTED)[0],
            }
            for change in found.changes
        ],
        "converged": found.convergence is None or found.convergence.converged,
    }
