"""The smallest sets of premises that a verdict hangs from, by MaxSAT."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from argmap.evaluate.derivation import Atom, Derivation
from argmap.evaluate.index import Index
from argmap.evaluate.labelling import grounded
from argmap.evaluate.labels import IN, OUT, UNDEC, Leaves
from argmap.evaluate.losses import Losses
from argmap.evaluate.network import network
from argmap.evaluate.rests_on import held_premises
from argmap.evaluate.sat import Budget, Meter, OutOfBudgetError, Watched, loop_formula, propagated
from argmap.evaluate.standards import Standards
from argmap.graph import Graph
from argmap.model import Map


@dataclass(frozen=True, slots=True)
class PremiseSet:
    """A set of premises than which none is smaller, if there is one.

    Attributes:
        premises: ids of the claims, in map order; None if there is no such set, or it is unknown.
        unknown: whether the budget was used up before that was settled.
    """

    premises: tuple[str, ...] | None
    unknown: bool = False


def smallest_loss(
    of: Map | Graph | Index,
    claim: str,
    *,
    leaves: Leaves = "asserted",
    standards: Standards | None = None,
    budget: Budget | None = None,
) -> PremiseSet:
    """Return a smallest set of premises whose loss turns the verdict of a claim.

    Premises are the claims without reasons that are granted; to lose one is to have it fall. The set is
    exact: found by RC2 (Ignatiev, Morgado and Marques-Silva 2019), a core-guided MaxSAT algorithm.

    Args:
        of: the map.
        claim: the id of the claim.
        leaves: what claims without reasons count as.
        standards: the proof standards of claims; by default those that the map gives.
        budget: what the search may cost.

    Returns:
        A set; of a verdict that no loss can turn, none.

    Raises:
        UnknownIdError: if the map has no such claim.
    """
    question = _Question(Index.of(of), claim, leaves, standards)
    target, label = question.target, question.label
    for premise, after in zip(question.premises, question.after_each_loss(), strict=True):
        if after != label:
            return PremiseSet(question.index.names([premise]))
    goals = [(target, IN), (target, OUT)] if label == UNDEC else [(target, label)]
    derivation = Derivation(question.network, goals, question.premises, OUT)
    variables = [derivation.variable[goal] for goal in goals]
    if label == UNDEC:
        return question.answer(derivation, [*derivation.justified(), variables], budget, keep=True)
    return question.answer(derivation, [*derivation.closed(), [-variables[0]]], budget, keep=True)


def smallest_sufficient(
    of: Map | Graph | Index,
    claim: str,
    *,
    leaves: Leaves = "asserted",
    standards: Standards | None = None,
    budget: Budget | None = None,
) -> PremiseSet:
    """Return a smallest set of premises that carries the verdict of a claim whatever the others turn out to be.

    The others are left open, so that objections count until something in the set answers them. The
    set is exact (RC2, as :func:`smallest_loss`).

    Args:
        of: the map.
        claim: the id of the claim.
        leaves: what claims without reasons count as.
        standards: the proof standards of claims; by default those that the map gives.
        budget: what the search may cost.

    Returns:
        A set; of a claim that is open, none.

    Raises:
        UnknownIdError: if the map has no such claim.
    """
    question = _Question(Index.of(of), claim, leaves, standards)
    if question.label == UNDEC:
        return PremiseSet(None)
    goal = (question.target, question.label)
    derivation = Derivation(question.network, [goal], question.premises, UNDEC)
    clauses = [*derivation.justified(), [derivation.variable[goal]]]
    return question.answer(derivation, clauses, budget, keep=False)


class _Question:
    """The verdict of a claim, and the premises that it may hang from."""

    def __init__(self, index: Index, claim: str, leaves: Leaves, standards: Standards | None) -> None:
        self.index = index
        self.target = index.claim(claim)
        self.network = network(index, leaves, standards=standards)
        labels = grounded(self.network)
        self.label = labels[self.target]
        self.losses = Losses(self.network, labels, self.target)
        self.premises = held_premises(index, self.network, self.target, self.losses.relevant)

    def after_each_loss(self) -> list[int]:
        """Return the label of the claim after the loss of each premise alone."""
        return self.losses.after([(premise, OUT) for premise in self.premises])

    def answer(
        self, derivation: Derivation, clauses: Iterable[list[int]], budget: Budget | None, *, keep: bool
    ) -> PremiseSet:
        """Return a smallest set of premises that are lost, if as many as can be are to be kept, or that are kept."""
        try:
            found = self._optimum(derivation, clauses, Meter(budget), keep=keep)
        except OutOfBudgetError:
            return PremiseSet(None, unknown=True)
        return PremiseSet(None if found is None else self.index.names(found))

    def _optimum(
        self, derivation: Derivation, clauses: Iterable[list[int]], meter: Meter, *, keep: bool
    ) -> list[int] | None:
        from pysat.examples.rc2 import RC2
        from pysat.formula import WCNF

        formula = WCNF()
        formula.extend(clauses)
        implied = propagated(formula.hard)
        for variable in derivation.kept.values():
            # RC2 would find what is settled a premise at a time, in time that grows with the square of their number
            if variable not in implied and -variable not in implied:
                formula.append([variable if keep else -variable], weight=1)
        with RC2(formula) as solver:
            solver.oracle = Watched(solver.oracle, meter)
            top = len(derivation.variable) + len(derivation.kept)
            while (model := solver.compute()) is not None:
                true = {variable for variable in model if variable > 0}
                kept = [leaf for leaf, variable in derivation.kept.items() if variable in true]
                lost = [leaf for leaf, variable in derivation.kept.items() if variable not in true]
                atoms = self._underived(derivation, true, lost)
                if not atoms:
                    return lost if keep else kept
                top += 1
                outside = derivation.outside(atoms)
                for clause in loop_formula([derivation.variable[atom] for atom in atoms], outside, top):
                    solver.add_clause(clause)
        return None

    def _underived(self, derivation: Derivation, true: Collection[int], lost: Sequence[int]) -> list[Atom]:
        """Return what is true in a model and follows from nothing but itself, if that is what settles it."""
        labels = grounded(self.network.rebased(dict.fromkeys(lost, derivation.lost)))
        turned = labels[self.target] != self.label
        if turned == (derivation.lost == OUT):
            return []
        return [
            atom
            for atom, variable in derivation.variable.items()
            if variable in true and labels[atom[0]] != atom[1]
        ]
