"""A map as a tree in the terminal: the thesis on top, below each claim what bears on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from argmap.graph import Graph, Role
from argmap.model import Kind, Voice
from argmap.render.branches import Canvas
from argmap.render.flow import Line, Piece, wrap
from argmap.render.forest import grow
from argmap.render.page import Page
from argmap.render.signs import FAINT, GAP, HEADING, Signs
from argmap.render.words import counted

_KEY: Final = (
    (Kind.SUPPORTS, "supports", "speaks for the claim that it hangs from"),
    (Kind.ATTACKS, "attacks", "speaks against the claim that it hangs from"),
    (Kind.UNDERCUTS, "undercuts", "denies the step that it hangs from, not the claim"),
    (Kind.REPHRASES, "rephrases", "says it in other words"),
    ("together", "together", "premises that work only together"),
    (Voice.REPORTED, "a name", "the author reports that they say so"),
    (Voice.IMPLICIT, "implicit", "unstated, supplied by the map-maker"),
    (Voice.ANALYST, "analyst", "added by the map-maker"),
    ("evidence", "evidence", "rests on a source"),
    ("assumed", "assumed", "granted without support"),
    ("unsupported", "unsupported", "no support, no evidence, not assumed"),
    ("residual", "residual", "an objection knowingly left standing"),
)
"""Names of signs, words that go with them, meanings."""
_SIGN_COLUMNS: Final = 16
"""Width of the signs and words that the key explains."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What is said of claims and relations beside what the map says of them.

    Attributes:
        before: what is said before the text of claims and the premises of relations, by id.
        key: what that means: a sign or words, and their meaning.
    """

    before: Mapping[str, Sequence[Piece]]
    key: Sequence[tuple[str, str]]


def map_tree(graph: Graph, *, depth: int | None = None, marking: Marking | None = None) -> Page:
    """Return a map as a tree that fits the terminal it is printed on.

    Every claim is shown in full once, where it is closest to the thesis, and referred to elsewhere.
    Branches too deep for the terminal go on further down, so nothing is lost.

    Args:
        graph: the graph of the map.
        depth: number of relations below the theses (and other roots) that are shown; None for all.
        marking: what else is said of its claims and relations.
    """

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        return _page(graph, signs, width, depth, marking or Marking({}, ()))

    return Page(lines)


def _page(graph: Graph, signs: Signs, width: int, depth: int | None, marking: Marking) -> Iterator[Line]:
    if graph.map.title:
        yield from wrap(signs.words(graph.map.title, HEADING), width)
    yield from wrap(counts(graph, signs), width)
    forest = grow(graph)
    canvas = Canvas(graph, signs, width, depth=depth, before=marking.before)
    for id in graph.map.thesis:
        if id not in graph.claims:
            yield []
            yield from wrap(signs.words(f"{signs.unknown} thesis: {id} (not defined)", GAP), width)
    for root in forest.theses:
        yield []
        yield from canvas.tree(root)
    if forest.others:
        yield []
        heading = (
            "Not connected to the thesis" if forest.theses else "No thesis: claims that bear on no other"
        )
        yield from wrap(signs.words(heading, HEADING), width)
    for root in forest.others:
        yield []
        yield from canvas.tree(root)
    if graph.claims:
        yield []
        yield from key(_explained(graph, signs), signs, width)
        yield from key(marking.key, signs, width)


def counts(graph: Graph, signs: Signs) -> Iterator[Piece]:
    """Count what the map holds, in a line."""
    roles = Counter(graph.roles.values())
    parts = ", ".join(counted(roles[role], role) for role in Role if roles[role])
    claims = counted(len(graph.claims), "claim")
    if graph.whole is not graph:
        claims = f"{len(graph.claims)} of {counted(len(graph.whole.claims), 'claim')}"
    yield from signs.words(f"{claims}: {parts}" if parts else claims, FAINT)
    if unsupported := len(graph.unsupported):
        yield from signs.words("·", FAINT)
        yield f"{signs.unsupported} {unsupported} unsupported", GAP


def key(entries: Iterable[tuple[str, str]], signs: Signs, width: int) -> Iterator[Line]:
    """Set signs or words, each with its meaning beside it."""
    for sign, meaning in entries:
        for number, line in enumerate(wrap(signs.words(meaning, FAINT), width - _SIGN_COLUMNS)):
            yield [(("" if number else sign).ljust(_SIGN_COLUMNS), FAINT), *line]


def _explained(graph: Graph, signs: Signs) -> Iterator[tuple[str, str]]:
    """Yield the signs that occur, with a word, and their meanings."""
    occurring = set(_occurring(graph))
    return ((f"{getattr(signs, name)} {word}", meaning) for name, word, meaning in _KEY if name in occurring)


def _occurring(graph: Graph) -> Iterator[str]:
    for relation in graph.relations.values():
        yield relation.kind
        if len(relation.premises) > 1:
            yield "together"
    for claim in graph.claims.values():
        yield "reported" if claim.speaker else claim.voice
        yield from (name for name in ("evidence", "assumed", "residual") if getattr(claim, name))
        if claim.id in graph.unsupported:
            yield "unsupported"
