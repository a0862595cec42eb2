"""Relations in the making: what each premise, step and sign says of which claim or step."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import Final

from argmap.finding import Problem
from argmap.formats.argdown import fields
from argmap.formats.argdown.data import read_data
from argmap.formats.argdown.entities import Entities, Entity, Relation, Step
from argmap.formats.argdown.nodes import Member
from argmap.formats.nodes import Lines, Mapping, Node, Scalar, Sequence
from argmap.formats.writer import MAX_UNDERCUTS
from argmap.model import Kind

MOST_STEPS: Final = 100
"""Relations of a sketched argument that an undercut of it may be one of."""


@dataclass(slots=True, eq=False)
class Reason:
    """A relation in the making."""

    kind: Kind
    start: int
    end: int
    premises: list[tuple[Entity, int, int]]
    title: str | None = None
    fields: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    incoming: list[Reason] = field(default_factory=list)


class Reasons:
    """Collects the relations of a document.

    Attributes:
        of: relations by the claim that they bear on; those that bear on relations stand in these.
        steps: the relations that the steps of arguments are.
        hidden: statements that only say what a step does that is no support.
        problems: what is wrong with them.
    """

    def __init__(self, lines: Lines, entities: Entities, data: Table[Member, Mapping]) -> None:
        self.lines = lines
        self.entities = entities
        self.data = data
        self.of: dict[Entity, list[Reason]] = {}
        self.steps: dict[Step, Reason] = {}
        self.hidden: set[Entity] = set()
        self.problems: list[Problem] = []
        relations = list(entities.relations())
        folded = self._structures(relations)
        self._relations([relation for relation in relations if relation not in folded])
        self._unreached()

    def _problem(self, start: int, end: int, code: str, message: str, help: str | None = None) -> None:
        self.problems.append(Problem(code, message, self.lines.span(start, max(end, start + 1)), help=help))

    def _structures(self, relations: list[Relation]) -> set[Relation]:
        """Make relations of the steps of arguments; return those whose part such a step plays."""
        outgoing: dict[Entity, list[Relation]] = {}
        for relation in relations:
            outgoing.setdefault(relation.source, []).append(relation)
        targets = {relation.target for relation in relations}
        folded: dict[Reason, Relation] = {}
        for argument in self.entities.order:
            structure = argument.structure
            if structure is None:
                continue
            begin = 0
            for number, (index, inference) in enumerate(structure.inferences.items(), 1):
                data = read_data(self.lines, inference.data, self.problems) if inference.data else None
                used = fields.uses(data, self.data.get(structure.lines[index]))
                lines = range(begin, index) if used is None else self._used(used, index)
                premises = [
                    (argument.lines[at], structure.lines[at].start, structure.lines[at].end) for at in lines
                ]
                reason = Reason(Kind.SUPPORTS, inference.start, inference.end, premises)
                if argument.title is not None:
                    reason.title = argument.title
                    if index < len(argument.lines) - 1:
                        reason.title += f":{number}"
                reason.fields, kind = fields.of_inference(inference, data)
                self.steps[Step(argument, index)] = reason
                begin = index
                conclusion = argument.lines[index]
                does = outgoing.get(conclusion, ())
                last = index == len(argument.lines) - 1 and conclusion.title is None
                if kind and last and len(does) == 1 and conclusion not in targets:
                    reason.kind = kind
                    folded[reason] = does[0]
                    self.hidden.add(conclusion)
                else:
                    self.of.setdefault(conclusion, []).append(reason)
        for reason, relation in folded.items():
            self._incoming(relation.target).append(reason)
        return set(folded.values())

    def _used(self, numbers: Sequence, index: int) -> list[int]:
        """Return the lines that a step uses; report numbers of none."""
        found = []
        for item in numbers.items:
            word = item.value if isinstance(item, Scalar) else None
            if isinstance(word, str) and word.isdecimal() and 0 < int(word) <= index:
                found.append(int(word) - 1)
            else:
                help = f"Name lines above the conclusion by their numbers, from 1 to {index}."
                self._problem(item.start, item.end, "AM006", "not the number of a premise", help)
        return list(dict.fromkeys(found))

    def _incoming(self, target: Entity | Step) -> list[Reason]:
        """Return the list of relations to a target."""
        if isinstance(target, Step):
            return self.steps[target].incoming
        if target.structure is not None:
            return self.steps[Step(target, len(target.lines) - 1)].incoming
        return self.of.setdefault(target, [])

    def _relations(self, relations: list[Relation]) -> None:
        made: dict[Entity, list[Reason]] = {}
        undercuts: list[Relation] = []
        for relation in relations:
            target = relation.target
            if isinstance(target, Entity) and target.argument and relation.kind is Kind.UNDERCUTS:
                undercuts.append(relation)
                continue
            kind = relation.kind
            if isinstance(target, Entity) and target.structure is not None and kind is Kind.ATTACKS:
                kind = Kind.UNDERCUTS
            reason = _reason(relation, kind)
            made.setdefault(relation.source, []).append(reason)
            self._incoming(target).append(reason)
        for relation in undercuts:
            assert isinstance(relation.target, Entity)  # noqa: S101  steps are dealt with above
            steps = made.get(relation.target, [])
            if len(steps) > MOST_STEPS:
                message = f"an undercut of an argument that has a part in more than {MOST_STEPS} relations"
                help = "Give the argument premises and a conclusion, and undercut the step that is meant."
                self._problem(relation.link.start, relation.link.end, "AM006", message, help)
                continue
            for incoming in [step.incoming for step in steps] if steps else [self._incoming(relation.target)]:
                incoming.append(_reason(relation, Kind.UNDERCUTS))

    def _unreached(self) -> None:
        """Report steps that bear on one another in a circle, or in a row too long to be written down."""
        reached: set[Reason] = set()
        row = [reason for reasons in self.of.values() for reason in reasons]
        for depth in range(MAX_UNDERCUTS + 2):
            reached.update(row)
            if depth > MAX_UNDERCUTS:
                for reason in row:
                    message = f"undercuts of undercuts more than {MAX_UNDERCUTS} deep"
                    self._problem(reason.start, reason.end, "AM001", message)
            row = [inner for reason in row for inner in reason.incoming]
        for reason in self.steps.values():
            if reason not in reached and not self.problems:
                message = "this step bears on steps only that bear on it in turn"
                self._problem(reason.start, reason.end, "AM103", message)


def _reason(relation: Relation, kind: Kind) -> Reason:
    link = relation.link
    start, end = (link.start, link.end) if relation.outgoing else (link.member.start, link.member.end)
    return Reason(kind, link.start, link.end, [(relation.source, start, end)])
