"""One claim in full: its grounds, its objections, its way to the thesis and where it comes from."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from rich.console import RenderableType

from argmap.graph import Graph, Role
from argmap.model import Claim, Kind, Quote, Relation, Voice
from argmap.render.branches import Canvas
from argmap.render.flow import Line, Piece, address, indented, named, shorten, wrap
from argmap.render.forest import Form, Node, grow
from argmap.render.heading import source_in_words
from argmap.render.page import Page
from argmap.render.signs import FAINT, GAP, HEADING, KIND_STYLES, THESIS, Signs, marks

if TYPE_CHECKING:
    from argmap.sources import Sources

_INDENT = 2
_NAMES = 13
"""Columns of the names of fields."""
_PASSAGE = 5
"""Lines that a passage of a source may take."""
_NESTED = 3
"""Undercuts of undercuts that are put into one sentence."""
_STANCES = {
    Role.PREMISE: "for the thesis",
    Role.REBUTTAL: "for the thesis",
    Role.COUNTERCLAIM: "against the thesis",
    Role.MIXED: "for the thesis and, another way, against it",
}


def claim_detail(graph: Graph, claim: str, sources: Sources | None = None) -> RenderableType:
    """Return all that a map says about one claim, to fit the terminal it is printed on.

    Args:
        graph: the graph of the map.
        claim: id of the claim.
        sources: the texts of the map's sources, to show the passages that are quoted and link to them.

    Raises:
        KeyError: if the map has no such claim.
    """
    it = graph.claims[claim]

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        return _Detail(graph, it, signs, width, sources).page()

    return Page(lines)


class _Detail:
    def __init__(self, graph: Graph, claim: Claim, signs: Signs, width: int, sources: Sources | None) -> None:
        self.graph = graph
        self.claim = claim
        self.signs = signs
        self.width = width
        self.sources = sources
        self.role = graph.roles[claim.id]
        self.way = grow(graph).way(claim.id)
        self._goals: dict[str, str] = {}
        self.canvas = Canvas(graph, signs, width - _INDENT, drawn=[claim.id])

    def page(self) -> Iterator[Line]:
        yield from self._heading()
        for title, lines in (
            ("Grounds", self._grounds()),
            ("Objections", self._objections()),
            ("Way to the thesis", self._way()),
            ("Bears also on", self._other_targets()),
            ("Where it is made", self._made()),
            ("Evidence", self._quotes(self.claim.evidence)),
            ("More", self._fields()),
        ):
            if first := next(lines, None):
                yield []
                yield [(title, HEADING)]
                yield [(" " * _INDENT, ""), *first]
                for line in lines:
                    yield [(" " * _INDENT, ""), *line] if line else []

    def _set(self, pieces: Iterable[Piece], indent: int = 0) -> Iterator[Line]:
        """Set pieces in the lines of a section, those after the first indented by two more."""
        return indented(pieces, self.width - _INDENT, indent, 2)

    def _say(self, text: str, style: str = FAINT) -> Iterator[Line]:
        return self._set(self.signs.words(text, style))

    def _heading(self) -> Iterator[Line]:
        claim = self.claim
        if claim.label:
            yield from wrap(self.signs.words(claim.label, HEADING), self.width)
        yield from wrap(
            self.signs.words(claim.text, THESIS if self.role is Role.THESIS else HEADING), self.width
        )
        pieces = [self.signs.id(claim.id), (f" {self.role}", FAINT)]
        yield from wrap([*pieces, *marks(claim, self.graph, self.signs)], self.width)

    def _grounds(self) -> Iterator[Line]:
        relations = [r for r in self.graph.incoming(self.claim.id) if r.kind.sign > 0]
        for relation in relations:
            yield from self.canvas.tree(self._node(relation))
        if not relations:
            instead = " It is assumed." if self.claim.assumed else ""
            yield from self._say(
                "None in this map." + (" It rests on evidence." if self.claim.evidence else instead)
            )

    def _objections(self) -> Iterator[Line]:
        """Draw the attacks, then the supports that are undercut, each with what undercuts it."""
        relations = self.graph.incoming(self.claim.id)
        attacks = [relation for relation in relations if relation.kind.sign < 0]
        shaken = [relation for relation in relations if relation.kind.sign > 0 and self._undercuts(relation)]
        for relation in attacks:
            yield from self.canvas.tree(self._node(relation, undercuts=True))
        for relation in shaken:
            yield from self.canvas.tree(self._node(relation, again=True, undercuts=True))
        if not attacks and not shaken:
            yield from self._say("None in this map.")

    def _node(self, relation: Relation, *, again: bool = False, undercuts: bool = False) -> Node:
        """Make a node of a relation: its premises and, if asked for, what undercuts it."""
        top = self._line(relation, again=again)
        pending = deque([(top, relation)] if undercuts else [])
        while pending:
            node, denied = pending.popleft()
            for undercut in self._undercuts(denied):
                child = self._line(undercut)
                node.children.append(child)
                pending.append((child, undercut))
        return top

    def _line(self, relation: Relation, *, again: bool = False) -> Node:
        notes = () if again else tuple(_reasoning(relation))
        if len(relation.premises) == 1:
            premise = relation.premises[0]
            return Node(self._form(premise, again=again), premise, relation=relation, notes=notes)
        node = Node(Form.LINKED, relation.id, relation=relation, notes=notes)
        node.children = [
            Node(self._form(premise, again=again), premise, parent=node, member=True)
            for premise in relation.premises
        ]
        return node

    def _form(self, premise: str, *, again: bool) -> Form:
        if premise not in self.graph.claims:
            return Form.UNKNOWN
        if premise == self.claim.id:
            return Form.CIRCULAR
        return Form.AGAIN if again else Form.CLAIM

    def _way(self) -> Iterator[Line]:
        """Tell a shortest way to the thesis, step by step."""
        if self.role is Role.THESIS:
            yield from self._say("It is a thesis of this map.")
        elif self.role is Role.DETACHED:
            yield from self._say("None: it bears on no thesis.")
        else:
            yield from self._step(self.way[0], "it")
            for before, relation in pairwise(self.way):
                if before.target in self.graph.claims:
                    yield from self._step(relation, "which")
            yield from self._say(f"So it speaks {_STANCES[self.role]}.")

    def _other_targets(self) -> Iterator[Line]:
        for relation in self.graph.outgoing(self.claim.id):
            if relation not in self.way[:1]:
                yield from self._step(relation, "it")

    def _step(self, relation: Relation, subject: str) -> Iterator[Line]:
        """Say in a sentence how a relation bears on a claim, if need be by way of the steps that it denies."""
        sentence = f"{subject} {relation.kind}"
        denied = self.graph.relations.get(relation.target)
        for _ in range(_NESTED):
            if denied:
                sentence += f" the step by which {self._names(denied.premises)} {denied.kind}"
                denied = self.graph.relations.get(denied.target)
        if denied:
            sentence += f" {self.signs.more} and so on, down to"
        target = self.graph.claims[self._goal(relation)]
        style = THESIS if self.graph.roles[target.id] is Role.THESIS else ""
        pieces = [
            *self.signs.marked(self.signs.of(relation.kind), f"{sentence}:", KIND_STYLES[relation.kind])
        ]
        pieces += [*self.signs.words(target.text, style), (f" {self._names([target.id])}", FAINT)]
        partners = [premise for premise in relation.premises if premise != self.claim.id]
        if partners and subject == "it":
            pieces += self.signs.words(f"(together with {self._names(partners)})", FAINT)
        if undercuts := self._undercuts(relation):
            by = self._names(premise for undercut in undercuts for premise in undercut.premises)
            style = KIND_STYLES[Kind.UNDERCUTS]
            pieces += self.signs.marked(f" {self.signs.undercuts}", f"undercut by {by}", style)
        yield from self._set(pieces)

    def _undercuts(self, relation: Relation) -> list[Relation]:
        return [undercut for undercut in self.graph.incoming(relation.id) if undercut.kind.sign < 0]

    def _goal(self, relation: Relation) -> str:
        """Return the claim that a relation ends at; remembers what it met, for chains may be long."""
        trail = [relation.id]
        while (
            target := self._goals.get(trail[-1]) or self.graph.relations[trail[-1]].target
        ) in self.graph.relations:
            trail.append(target)
        self._goals.update(dict.fromkeys(trail, target))
        return target

    def _names(self, ids: Iterable[str]) -> str:
        return " + ".join(f"[{self.signs.clean(id)}]" for id in ids)

    def _made(self) -> Iterator[Line]:
        nowhere = {
            Voice.IMPLICIT: "Nowhere: left unstated, supplied by the map-maker.",
            Voice.ANALYST: "Nowhere: added by the map-maker.",
        }
        if self.claim.at:
            yield from self._quotes(self.claim.at)
        else:
            yield from self._say(nowhere.get(self.claim.voice, "The map does not say."))

    def _quotes(self, quotes: Iterable[Quote]) -> Iterator[Line]:
        for id, places in groupby(quotes, key=lambda quote: quote.source):
            source = self.graph.map.sources.get(id)
            if source:
                yield from self._set(
                    [*self.signs.words(source_in_words(source)), (f" {self._names([id])}", FAINT)]
                )
            else:
                yield from self._say(f"{self.signs.unknown} {id} (not defined)", GAP)
            if source and source.url:
                yield address((self.signs.clean(source.url), FAINT), 2)
            for place in places:
                paragraph = [f"¶{place.paragraph}"] if place.paragraph else []
                words = [f"“{place.text}”"] if place.text else []
                if text := " ".join(paragraph + words):
                    yield from self._set(self.signs.words(text), indent=2)
                if self.sources and text:
                    yield from self._passage(self.sources, place)

    def _passage(self, sources: Sources, quote: Quote) -> Iterator[Line]:
        """Show what a quote stands for in the text of its source, if that is at hand, and the way there."""
        from argmap.sources import Anchor, Reason

        found = sources.anchor(quote)
        if isinstance(found, Anchor):
            inexact = f" ({found.score:.0%} alike)" if found.score < 1 else ""
            if found.passage != quote.text:
                passage = shorten(found.passage, _PASSAGE * self.width, self.signs.more)
                yield from self._set(self.signs.words(passage + inexact, FAINT), indent=4)
            if link := sources.link(found):
                yield address((self.signs.clean(link), FAINT), 4)
        elif found.reason is not Reason.NO_TEXT:
            yield from self._set(self.signs.marked(self.signs.unknown, found.message, GAP), indent=4)

    def _fields(self) -> Iterator[Line]:
        claim = self.claim
        fields = {
            "section": claim.section,
            "tags": ", ".join(claim.tags),
            "assumed": claim.assumed,
            "residual": claim.residual,
            "confidence": None if claim.confidence is None else f"{claim.confidence:g}",
            "note": claim.note,
            "ignored": "; ".join(f"{code}: {reason}" for code, reason in claim.ignore.items()),
        }
        for name, value in fields.items():
            if isinstance(value, str) and value:
                yield from named(name, self.signs.words(value), self.width - _INDENT, _NAMES, FAINT)


def _reasoning(relation: Relation) -> Iterator[str]:
    """Say how a relation is meant to work."""
    for name in ("scheme", "warrant", "weight", "note"):
        if (value := getattr(relation, name)) is not None:
            yield f"{name}: {value}"
