"""What a verdict rests on: in words, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import RenderableType

from argmap.evaluate import READINGS, Contributions, Label, PremiseSet, Question, Rest
from argmap.graph import Graph, Role
from argmap.render.flow import Line, Piece, indented, wrap
from argmap.render.page import Page
from argmap.render.signs import FAINT, HEADING, THESIS, Signs, marks
from argmap.render.verdicts import verdict

VERSION = 1
_INDENT = 2
_NUMBER = 8
_LEAST = 0.00005
"""Contributions below this would be shown as 0."""


def rests_text(graph: Graph, found: Sequence[Rest]) -> RenderableType:
    """Return what verdicts rest on, claim by claim, to fit the terminal."""

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        for number, it in enumerate(found):
            if number:
                yield []
            yield from _Telling(graph, it, signs, width).lines()

    return Page(lines)


class _Telling:
    def __init__(self, graph: Graph, it: Rest, signs: Signs, width: int) -> None:
        self.graph = graph
        self.it = it
        self.signs = signs
        self.width = width

    def lines(self) -> Iterator[Line]:
        it, signs, graph = self.it, self.signs, self.graph
        thesis = graph.roles[it.claim] is Role.THESIS
        head: list[Piece] = [(f"{signs.thesis} thesis:", THESIS)] if thesis else []
        head += [*signs.words(graph.claims[it.claim].text, THESIS), signs.id(it.claim)]
        yield from wrap(head, self.width)
        reason = f"{READINGS[it.leaves]}: {it.reason}"
        yield from self._indented([*verdict(it.label, signs), *signs.words(reason)])
        yield from self._load_bearing()
        if it.label is Label.UNDEC:
            yield from self._questions()
        if it.loss:
            yield from self._set(
                "The fewest premises whose loss together turns the verdict",
                it.loss,
                "No loss of premises turns it.",
            )
        if it.sufficient:
            yield from self._set(
                "The fewest premises that carry the verdict, all else left open",
                it.sufficient,
                "An open claim is carried by nothing.",
            )
        if it.contributions:
            yield from self._contributions(it.contributions)

    def _load_bearing(self) -> Iterator[Line]:
        bearing = self.it.load_bearing
        if not bearing:
            yield from self._heading("No premise is such that its loss alone changes that")
        for after in dict.fromkeys(bearing.values()):
            becomes = "is open" if after is Label.UNDEC else after.verdict
            yield from self._heading(f"Lose any one of these premises and it {becomes}")
            for id in bearing:
                if bearing[id] is after:
                    yield from self._claim(id, [])

    def _questions(self) -> Iterator[Line]:
        yield from self._heading("Open questions, each of which would decide it")
        if not self.it.questions:
            yield from self._indented([*self.signs.words("None: no single answer is enough.")])
        for question in self.it.questions:
            yield from self._claim(question.id, [*self._answers(question)])

    def _answers(self, question: Question) -> Iterator[Piece]:
        yield from self.signs.words("– if it stands:")
        yield from verdict(question.if_granted, self.signs)
        yield from self.signs.words("– if it falls:")
        yield from verdict(question.if_denied, self.signs)

    def _set(self, title: str, found: PremiseSet, none: str) -> Iterator[Line]:
        if found.premises is None:
            yield from self._heading(title)
            words = "Unknown: the time was up." if found.unknown else none
            yield from self._indented([*self.signs.words(words)])
            return
        yield from self._heading(f"{title}: {len(found.premises)}")
        for id in found.premises:
            yield from self._claim(id, [])

    def _contributions(self, found: Contributions) -> Iterator[Line]:
        yield from self._heading(f"What each premise contributes to its strength of {found.strength:.3f}")
        about = {
            "removal": "By how much the strength would sink without it.",
            "gradient": "By how much the strength rises per unit of its base score.",
            "shapley": "What it adds on average, in whatever order premises are given (Shapley value).",
        }[found.method]
        if found.orders:
            about += f" Sampled: {found.orders} orders, standard error up to {found.error:.4f}."
        elif found.method == "shapley":
            about += " Exact."
        yield from self._indented([*self.signs.words(about, FAINT)])
        least = max(found.error, _LEAST)
        told = [id for id in found.of if abs(found.of[id]) >= least]
        for id in sorted(told, key=lambda premise: -abs(found.of[premise])):
            claim = [*self.signs.words(self.graph.claims[id].text), self.signs.id(id)]
            first = f"{found.of[id]:+.4f}".ljust(_NUMBER)
            for line in wrap(claim, self.width - _INDENT - _NUMBER):
                yield [(" " * _INDENT + first, HEADING), *line]
                first = " " * _NUMBER
        if more := len(found.of) - len(told):
            words = f"{more} more contribute less than {least:.4f} either way."
            yield from self._indented([*self.signs.words(words, FAINT)])

    def _claim(self, id: str, more: list[Piece]) -> Iterator[Line]:
        claim = self.graph.claims[id]
        pieces = [
            *self.signs.words(claim.text),
            self.signs.id(id),
            *marks(claim, self.graph, self.signs),
            *more,
        ]
        yield from indented(pieces, self.width, _INDENT, _INDENT)

    def _heading(self, title: str) -> Iterator[Line]:
        yield []
        yield from wrap(self.signs.words(title, HEADING), self.width)

    def _indented(self, pieces: list[Piece]) -> Iterator[Line]:
        return indented(pieces, self.width, _INDENT)


def rests_json(found: Sequence[Rest]) -> dict[str, Any]:
    """Return what verdicts rest on as what :func:`json.dumps` takes.

    The shape, beside ``argmap-rests-on`` (its version, 1): ``claims``, a list of, each, ``id``, ``leaves``, ``label`` (``in``,
    ``out`` or ``undec``), ``why`` (see :class:`argmap.evaluate.Why`), ``load_bearing`` (by the id of each premise, the label
    without it), ``questions`` (a list of ``id``, ``if_granted``, ``if_denied``), and, null if they were not asked for, ``loss``
    and ``sufficient`` (``premises``, ids or null if there are none, and ``unknown``) and ``contributions`` (see
    :class:`argmap.evaluate.Contributions`).
    """
    return {"argmap-rests-on": VERSION, "claims": [_data(it) for it in found]}


def _data(it: Rest) -> dict[str, Any]:
    return {
        "id": it.claim,
        "leaves": it.leaves,
        "label": it.label.value,
        "why": it.reason.why.value,
        "load_bearing": {id: label.value for id, label in it.load_bearing.items()},
        "questions": [
            {"id": q.id, "if_granted": q.if_granted.value, "if_denied": q.if_denied.value}
            for q in it.questions
        ],
        "loss": asdict(it.loss) if it.loss else None,
        "sufficient": asdict(it.sufficient) if it.sufficient else None,
        "contributions": asdict(it.contributions) if it.contributions else None,
    }
