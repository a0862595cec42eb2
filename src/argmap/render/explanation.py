"""The reason for a verdict, step by step: in words, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from rich.console import RenderableType

from argmap.evaluate import Explanation, Label, Step, Why
from argmap.graph import Graph
from argmap.model import Claim, Kind
from argmap.render.flow import Line, Piece, indented, shorten, wrap
from argmap.render.page import Page
from argmap.render.signs import FAINT, KIND_STYLES, THESIS, Signs
from argmap.render.verdicts import NOT_FALSE, verdict

VERSION = 1
_INDENT = 2
_AGAIN = 60
"""Characters of a claim that has been told of already."""
_VERBS: Final = {Label.IN: "stands", Label.OUT: "falls", Label.UNDEC: "is open"}
_NOUNS: Final = {
    Kind.SUPPORTS: "a reason for it",
    Kind.ATTACKS: "an objection to it",
    Kind.UNDERCUTS: "an objection to this step",
}
_WORDS: Final = {
    Why.NO_STANDING_REASON: "every reason for it falls",
    Why.STANDING_OBJECTION: "an objection to it stands",
    Why.CONTESTED: "a reason for it stands, but so does an objection",
    Why.NO_EVIDENCE: "it has no reason, cites no evidence and is not assumed",
    Why.CIRCULAR: "its reasons lead back to itself, and nothing from outside settles them",
    Why.DEADLOCK: "an objection to it is open, which is open because of it",
    Why.OPEN_REASON: "no reason for it stands, and one at least is open",
    Why.OPEN_OBJECTION: "nothing else is against it, but an objection is open",
}


def explanation_text(graph: Graph, explanation: Explanation) -> RenderableType:
    """Return an explanation as sentences, each step indented below what it shows, to fit the terminal."""

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        yield from _Telling(graph, explanation, signs, width).lines()

    return Page(lines)


class _Telling:
    def __init__(self, graph: Graph, explanation: Explanation, signs: Signs, width: int) -> None:
        self.graph = graph
        self.explanation = explanation
        self.steps = {step.id: step for step in explanation.steps}
        self.signs = signs
        self.width = width

    def lines(self) -> Iterator[Line]:
        told: set[str] = set()
        stack: list[tuple[str, int, Kind | None]] = [(self.explanation.claim, 0, None)]
        while stack:
            id, depth, by = stack.pop()
            step = self.steps[id]
            if id in told:
                pieces = self._again(id)
            else:
                told.add(id)
                pieces = [*(self._relation(step) if step.kind else self._claim(step, by))]
                kind = step.kind
                stack += [(ground, depth + 1, kind) for ground in reversed(step.because)]
            indent = min(_INDENT * depth, self.width // 2)
            yield from indented(pieces, self.width, indent)
        if any(step.label is Label.OUT for step in self.explanation.steps):
            yield []
            yield from wrap(self.signs.words(NOT_FALSE, FAINT), self.width)

    def _again(self, id: str) -> list[Piece]:
        signs = self.signs
        claim = self.graph.claims.get(id)
        text = shorten(claim.text, _AGAIN, signs.more) if claim else "this step"
        return [
            *signs.marked(signs.again, text, ""),
            signs.id(id),
            *signs.words("has been told of above.", FAINT),
        ]

    def _relation(self, step: Step) -> Iterator[Piece]:
        signs, kind = self.signs, step.kind or Kind.SUPPORTS
        words = f"{_NOUNS[kind]} {_VERBS[step.label]}"
        relation = self.graph.relations[step.id]
        together = len(relation.premises) > 1 and step.label is Label.IN
        end = ", on premises that work together:" if together else ":"
        if not set(relation.premises) & set(step.because):
            end = f", from {', '.join(map(signs.clean, relation.premises))}:"
        yield from signs.marked(signs.of(kind), f"{words[0].upper()}{words[1:]}{end}", KIND_STYLES[kind])

    def _claim(self, step: Step, by: Kind | None) -> Iterator[Piece]:
        claim = self.graph.claims.get(step.id)
        if claim is None:
            yield self.signs.id(step.id)
            yield from self.signs.words("is open: the map does not define it.")
            return
        yield from self.signs.words(claim.text, "" if by else THESIS)
        yield self.signs.id(step.id)
        yield from verdict(step.label, self.signs)
        yield from self.signs.words(f"– {self._because(step, claim, by)}.")

    def _because(self, step: Step, claim: Claim, by: Kind | None) -> str:
        why = step.reason.why if step.reason else Why.NO_EVIDENCE
        if why is Why.STANDARD_NOT_MET:
            return f"its reasons weigh too little for its proof standard ({claim.standard})"
        if why in _WORDS:
            return _WORDS[why]
        start = {
            Why.ASSERTED: "it is asserted",
            Why.ASSUMED: "it is assumed"
            + (f" ({claim.assumed.rstrip('.')})" if isinstance(claim.assumed, str) else ""),
            Why.EVIDENCED: f"it rests on {', '.join(dict.fromkeys(q.source for q in claim.evidence))}",
            Why.STANDING_REASON: "a reason for it stands",
        }[why]
        return f"{start}, and {self._unopposed(step, claim, by)}"

    def _unopposed(self, step: Step, claim: Claim, by: Kind | None) -> str:
        """Say why no objection to a claim that stands is in its way."""
        objections = [r for r in self.graph.incoming(claim.id) if r.kind.sign < 0]
        if any(self.graph.relations[id].kind.sign < 0 for id in step.because):
            return "every objection to it falls"
        if claim.standard and objections:
            return f"no objection outweighs it by its proof standard ({claim.standard})"
        if objections:
            return "what speaks against it is knowingly left standing (residual)"
        return "nothing in the map " + ("speaks against it" if by in {None, Kind.SUPPORTS} else "answers it")


def explanation_json(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as what :func:`json.dumps` takes.

    The shape, beside ``argmap-why`` (its version, 1): ``claim`` (id), ``label`` (``in``, ``out`` or ``undec``), ``verdict``
    (``stands``, ``falls`` or ``open``), and ``steps``, the claim first, then what shows it (depth first): ``id`` (of a claim or
    relation), ``kind`` (of a relation, or null), ``label``, ``verdict``, ``why`` (of a claim, see
    :class:`argmap.evaluate.Why`, or null), ``because`` (ids of what shows it), ``depth``.
    """
    return {
        "argmap-why": VERSION,
        "claim": explanation.claim,
        "label": explanation.label.value,
        "verdict": explanation.label.verdict,
        "steps": [
            {
                "id": step.id,
                "kind": step.kind,
                "label": step.label.value,
                "verdict": step.label.verdict,
                "why": step.reason.why.value if step.reason else None,
                "because": list(step.because),
                "depth": step.depth,
            }
            for step in explanation.steps
        ],
    }
