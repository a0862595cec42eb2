"""A SAT solver with a budget. python-sat is imported when a solver is made, not before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any, Final

_FIRST_SLICE: Final = 1_000
_LAST_SLICE: Final = 32_000


@dataclass(frozen=True, slots=True)
class Budget:
    """How much a search may cost before it ends as "unknown". ``None`` sets no limit.

    Attributes:
        seconds: of wall-clock time. Looked at between slices of the solver's work, so that a search may take a
            few tenths of a second longer.
        conflicts: of the SAT solver, all calls together; the same on every machine.
    """

    seconds: float | None = None
    conflicts: int | None = None


class OutOfBudgetError(Exception):
    """A search has used up its budget. Caught where results are made: none of it reaches a caller."""


class Meter:
    """Counts what a search costs, from when it is made."""

    def __init__(self, budget: Budget | None = None) -> None:
        budget = budget or Budget()
        self._deadline = None if budget.seconds is None else monotonic() + budget.seconds
        self._conflicts = budget.conflicts
        self._slice = _FIRST_SLICE

    @property
    def unlimited(self) -> bool:
        """Whether there is no limit."""
        return self._deadline is None and self._conflicts is None

    def allowance(self) -> int:
        """Return how many conflicts the next piece of work may take.

        Raises:
            OutOfBudgetError: if the time is up or no conflicts are left.
        """
        late = self._deadline is not None and monotonic() >= self._deadline
        if late or (self._conflicts is not None and self._conflicts <= 0):
            raise OutOfBudgetError
        size = self._slice
        self._slice = min(2 * size, _LAST_SLICE)
        return size if self._conflicts is None else min(size, self._conflicts)

    def spend(self, conflicts: int) -> None:
        """Take note of what a piece of work has cost."""
        if self._conflicts is not None:
            self._conflicts -= conflicts


class Watched:
    """A python-sat solver whose ``solve`` keeps to a budget; all else is the solver's own."""

    def __init__(self, solver: Any, meter: Meter) -> None:  # noqa: ANN401  python-sat has no types
        self._solver = solver
        self._meter = meter

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._solver, name)

    def solve(self, assumptions: Sequence[int] = (), **_: object) -> bool:
        """Tell whether the clauses can be satisfied under assumptions.

        Raises:
            OutOfBudgetError: if the budget is used up before that is known.
        """
        if self._meter.unlimited:
            return bool(self._solver.solve(assumptions=assumptions))
        while True:
            before = self._solver.accum_stats()["conflicts"]
            self._solver.conf_budget(self._meter.allowance())
            answer = self._solver.solve_limited(assumptions=assumptions)
            self._meter.spend(self._solver.accum_stats()["conflicts"] - before)
            if answer is not None:
                return bool(answer)

    solve_limited = solve


def cadical(clauses: Iterable[Sequence[int]], meter: Meter) -> Any:  # noqa: ANN401
    """Return a CaDiCaL 1.9.5 solver with some clauses, to be closed with ``delete()``."""
    from pysat.solvers import Cadical195

    return Watched(Cadical195(bootstrap_with=clauses), meter)


def propagated(clauses: Sequence[Sequence[int]]) -> set[int]:
    """Return the variables, negated or not, that follow from some clauses by unit propagation."""
    from pysat.solvers import Glucose3

    units = {clause[0] for clause in clauses if len(clause) == 1}
    # assumed, not added: the solver does not tell what it has settled for good
    with Glucose3(bootstrap_with=[clause for clause in clauses if len(clause) > 1]) as solver:
        return set(solver.propagate(assumptions=sorted(units))[1])


def loop_formula(atoms: Iterable[int], outside: Iterable[int], helped: int) -> Iterator[list[int]]:
    """Yield clauses: none of some variables is true unless one of some others is.

    Args:
        atoms: the variables.
        outside: the others, negated where it is their negation that helps.
        helped: a new variable, for "one of the others is", lest each clause repeat them.
    """
    yield [-helped, *outside]
    for atom in atoms:
        yield [-atom, helped]
