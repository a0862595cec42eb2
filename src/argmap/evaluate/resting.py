"""All that a verdict rests on, in one result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.evaluate.contribution import Contribution, Contributions, contributions
from argmap.evaluate.evaluation import evaluate
from argmap.evaluate.gradual import Gradual, Linked
from argmap.evaluate.index import Index
from argmap.evaluate.labels import Label, Leaves, Reason
from argmap.evaluate.minimal import PremiseSet, smallest_loss, smallest_sufficient
from argmap.evaluate.rests_on import Question, load_bearing, open_questions
from argmap.evaluate.sat import Budget
from argmap.evaluate.standards import Standards


@dataclass(frozen=True, slots=True)
class Rest:
    """What the verdict of a claim rests on; None for what was not asked for."""

    claim: str
    leaves: Leaves
    label: Label
    reason: Reason
    load_bearing: Mapping[str, Label]
    questions: tuple[Question, ...]
    loss: PremiseSet | None
    sufficient: PremiseSet | None
    contributions: Contributions | None

    @property
    def unknown(self) -> bool:
        """Whether a search ended before it had an answer."""
        return any(found.unknown for found in (self.loss, self.sufficient) if found)


def rest(
    index: Index,
    claim: str,
    *,
    leaves: Leaves = "asserted",
    standards: Standards | None = None,
    loss: bool = False,
    sufficient: bool = False,
    contribution: Contribution | None = None,
    strength: Gradual = "dfquad",
    linked: Linked = "min",
    budget: Budget | None = None,
) -> Rest:
    """Gather what the verdict of a claim rests on.

    Args:
        index: the numbered map.
        claim: the id of the claim.
        leaves: what claims without reasons count as.
        standards: the proof standards of claims; by default those that the map gives.
        loss: whether to look for a smallest set of premises whose loss turns the verdict.
        sufficient: whether to look for a smallest set that carries it.
        contribution: how to measure what premises contribute to the strength; None for not at all.
        strength: the semantics of that strength.
        linked: what linked premises have together.
        budget: what each search may cost.

    Raises:
        UnknownIdError: if the map has no such claim.
        SupportLoopError: if contributions are asked for by ``dfquad`` and claims support one another in a circle.
        UnsuitableError: if they are asked for by ``hcat`` and there are supports.
    """
    judged = evaluate(index, leaves=leaves, standards=standards)
    return Rest(
        claim,
        leaves,
        judged.labels[claim],
        judged.reasons[claim],
        load_bearing(index, claim, leaves=leaves, standards=standards),
        open_questions(index, claim, leaves=leaves, standards=standards),
        smallest_loss(index, claim, leaves=leaves, standards=standards, budget=budget) if loss else None,
        smallest_sufficient(index, claim, leaves=leaves, standards=standards, budget=budget)
        if sufficient
        else None,
        contributions(index, claim, contribution, strength=strength, linked=linked) if contribution else None,
    )
