"""Verdicts on a map in the terminal: as a table, or on its tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import RenderableType

from argmap.evaluate import READINGS, Evaluation, Label, Positions
from argmap.graph import Graph
from argmap.model import Claim
from argmap.render.flow import Line, Piece, indented, wrap
from argmap.render.page import Page
from argmap.render.signs import FAINT, HEADING, THESIS, Signs
from argmap.render.tree import Marking, map_tree
from argmap.render.verdicts import NOT_FALSE, SHORT_READINGS, VERDICT_STYLES, sign_of, verdict

_NARROW = 60
"""Columns below which verdicts stand above their claim, not beside it."""
_INDENT = 2
_STRENGTH = 10


def evaluation_text(graph: Graph, readings: Sequence[Evaluation]) -> RenderableType:
    """Return the verdicts on all claims, thesis first, then what it hangs from, to fit the terminal.

    Args:
        graph: the graph of the map.
        readings: the evaluation of the map, once for each way to take claims without reasons.
    """

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        yield from _Table(graph, readings, signs, width).page()

    return Page(lines)


def evaluation_tree(graph: Graph, readings: Sequence[Evaluation], depth: int | None = None) -> RenderableType:
    """Return the tree of a map with the verdicts before its claims, and before steps that fall or are open.

    Args:
        graph: the graph of the map.
        readings: the evaluation of the map, once for each way to take claims without reasons.
        depth: number of relations below the theses that are shown; None for all.
    """

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        before: dict[str, list[Piece]] = {}
        for id in graph.claims:
            before[id] = [*_verdicts(readings, id, signs), *_strength(readings, id)]
        for id, relation in graph.relations.items():
            if any(_broken(reading, relation.premises, id) for reading in readings):
                before[id] = [*_verdicts(readings, id, signs, of="this step ")]
        key = [
            (f"{sign_of(label, signs)} {label.verdict}", meaning)
            for label, meaning in (
                (Label.IN, "granted, or carried by what stands"),
                (Label.OUT, NOT_FALSE),
                (Label.UNDEC, "nothing in the map settles it"),
            )
            if any(label in reading.labels.values() for reading in readings)
        ]
        if any(len(_labels(readings, id)) > 1 for id in graph.claims):
            key.append(("a / b", " / ".join(READINGS[reading.leaves] for reading in readings)))
        yield from map_tree(graph, depth=depth, marking=Marking(before, key)).lines(signs, width)

    return Page(lines)


def _labels(readings: Sequence[Evaluation], id: str) -> list[Label]:
    """Return the label of each reading, or one if they agree."""
    labels = [reading.labels[id] for reading in readings]
    return labels if len(set(labels)) > 1 else labels[:1]


def _verdicts(readings: Sequence[Evaluation], id: str, signs: Signs, of: str = "") -> Iterator[Piece]:
    labels = _labels(readings, id)
    for number, label in enumerate(labels, 1):
        text = f"{sign_of(label, signs)} {of if number == 1 else ''}{label.verdict}"
        yield text if number == len(labels) else f"{text} /", VERDICT_STYLES[label]


def _broken(reading: Evaluation, premises: Iterable[str], relation: str) -> bool:
    """Tell whether a step has another label than its premises give it."""
    labels = {reading.labels.get(premise, Label.UNDEC) for premise in premises}
    together = next((label for label in (Label.OUT, Label.UNDEC) if label in labels), Label.IN)
    return reading.labels[relation] is not together


def _strength(readings: Sequence[Evaluation], id: str) -> Iterator[Piece]:
    strengths = readings[0].strengths
    if strengths is not None:
        yield f"{strengths[id]:.3f}", HEADING


class _Table:
    def __init__(self, graph: Graph, readings: Sequence[Evaluation], signs: Signs, width: int) -> None:
        self.graph = graph
        self.readings = readings
        self.signs = signs
        self.width = width
        self.column = 2 + max(cell_len(f"{sign_of(label, signs)} {label.verdict}") for label in Label)
        self.columns = [self.column] * len(readings) + [_STRENGTH] * (readings[0].strengths is not None)
        self.stacked = width < _NARROW

    def page(self) -> Iterator[Line]:
        graph, signs, width = self.graph, self.signs, self.width
        if graph.map.title:
            yield from wrap(signs.words(graph.map.title, HEADING), width)
        if not graph.claims:
            yield from wrap(signs.words("The map has no claims."), width)
            return
        for id in graph.theses:
            yield from self._thesis(graph.claims[id])
        yield []
        for reading in self.readings:
            yield from wrap(self._count(reading), width)
        yield []
        if not self.stacked:
            yield self._head()
        for id in _order(graph):
            yield from self._row(graph.claims[id])
        for reading in self.readings:
            if reading.positions:
                yield []
                yield from _positions(reading, reading.positions, signs, width)
        if any(Label.OUT in reading.labels.claims().values() for reading in self.readings):
            yield []
            yield from wrap(signs.words(NOT_FALSE, FAINT), width)

    def _thesis(self, claim: Claim) -> Iterator[Line]:
        signs = self.signs
        head = [(f"{signs.thesis} thesis:", THESIS), *signs.words(claim.text, THESIS)]
        yield from wrap([*head, signs.id(claim.id)], self.width)
        for reading in self.readings:
            pieces = [
                *verdict(reading.labels[claim.id], signs),
                *signs.words(f"{READINGS[reading.leaves]}: {self._reason(reading, claim)}"),
            ]
            yield from indented(pieces, self.width, _INDENT)

    def _count(self, reading: Evaluation) -> Iterator[Piece]:
        counted = Counter(reading.labels.claims().values())
        words = {
            Label.IN: ("stands", "stand"),
            Label.OUT: ("falls", "fall"),
            Label.UNDEC: ("is open", "are open"),
        }
        counts = ", ".join(
            f"{counted[label]} {words[label][counted[label] != 1]}" for label in words if counted[label]
        )
        start = READINGS[reading.leaves]
        return self.signs.words(
            f"{start[0].upper()}{start[1:]}, of {len(self.graph.whole.claims)} claims {counts}."
        )

    def _head(self) -> Line:
        names = [SHORT_READINGS[reading.leaves] for reading in self.readings]
        names += ["strength"][: len(self.columns) - len(names)]
        padded = (name.ljust(size) for name, size in zip(names, self.columns, strict=True))
        return [("".join([*padded, "claim"]), FAINT)]

    def _row(self, claim: Claim) -> Iterator[Line]:
        signs = self.signs
        cells: list[Piece] = [*_verdicts_padded(self.readings, claim.id, signs, self.column)]
        cells += [(text.ljust(_STRENGTH), style) for text, style in _strength(self.readings, claim.id)]
        margin = _INDENT if self.stacked else sum(cell_len(text) for text, _ in cells)
        words = [*signs.words(claim.text), signs.id(claim.id)]
        first: Line = [] if self.stacked else cells
        if self.stacked:
            yield [*cells[:-1], (cells[-1][0].rstrip(), cells[-1][1])]
        for line in wrap(words, self.width - margin):
            yield [*(first or [(" " * margin, "")]), *line]
            first = []
        yield from indented(signs.words(self._why(claim), FAINT), self.width, margin + _INDENT)

    def _why(self, claim: Claim) -> str:
        told = {reading.leaves: self._reason(reading, claim) for reading in self.readings}
        if len(set(told.values())) == 1:
            return next(iter(told.values()))
        return "; ".join(f"{SHORT_READINGS[leaves]}: {reason}" for leaves, reason in told.items())

    def _reason(self, reading: Evaluation, claim: Claim) -> str:
        standard = f" (standard: {claim.standard})" if claim.standard else ""
        return str(reading.reasons[claim.id]) + standard


def _verdicts_padded(readings: Sequence[Evaluation], id: str, signs: Signs, width: int) -> Iterator[Piece]:
    for reading in readings:
        label = reading.labels[id]
        text = f"{sign_of(label, signs)} {label.verdict}"
        yield text + " " * (width - cell_len(text)), VERDICT_STYLES[label]


def _order(graph: Graph) -> list[str]:
    """Return the claims nearest to the thesis first, in map order; then what does not bear on it."""
    far = len(graph.claims) + 1
    return sorted(graph.claims, key=lambda claim: graph.distance.get(claim, far))


def _positions(reading: Evaluation, found: Positions, signs: Signs, width: int) -> Iterator[Line]:
    grounded = reading.labels.claims()
    undecided = [id for id, label in grounded.items() if label is Label.UNDEC]
    name = f"{found.semantics.capitalize()} positions {READINGS[reading.leaves]}"
    yield from wrap(signs.words(f"{name}: {_how_many(found)}", HEADING), width)
    if found.sceptical is not None and len(found.found) > 1:
        for which, ids in (("every", found.sceptical), ("some", found.credulous)):
            more = [id for id in undecided if id in ids]
            stand = "stand" if len(more) > 1 else "stands"
            words = f"Besides what stands above, {', '.join(more) or 'nothing'} {stand} in {which} position."
            yield from wrap(signs.words(words), width)
    for number, position in enumerate(found.found, 1):
        labels = position.claims()
        pieces: list[Piece] = [*signs.words(f"{number}:", FAINT)]
        for label in (Label.IN, Label.OUT, Label.UNDEC):
            named = [id for id in undecided if labels[id] is label]
            if named:
                pieces += [*verdict(label, signs), *signs.words(", ".join(named))]
        if not undecided:
            pieces += signs.words("as above", FAINT)
        yield from indented(pieces, width, _INDENT)


def _how_many(found: Positions) -> str:
    number = len(found.found)
    if found.unknown:
        return f"{number} found before the time was up" if number else "unknown, the time was up"
    if not found.exhaustive:
        return f"the first {number}; there are more"
    return str(number) if number else "none"
