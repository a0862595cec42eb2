"""Budgets: what a search may cost, and what it has cost so far."""

import pytest

from argmap.evaluate import sat
from argmap.evaluate.sat import Budget, Meter, OutOfBudgetError, cadical


def test_conflicts_are_counted_down():
    meter = Meter(Budget(conflicts=2_500))
    assert not meter.unlimited
    assert [meter.allowance(), meter.allowance()] == [1_000, 2_000]
    meter.spend(2_400)
    assert meter.allowance() == 100
    meter.spend(99)
    assert meter.allowance() == 1
    meter.spend(1)
    with pytest.raises(OutOfBudgetError):
        meter.allowance()


def test_seconds_run_from_when_the_meter_is_made(monkeypatch):
    now = 10.0
    monkeypatch.setattr(sat, "monotonic", lambda: now)
    meter = Meter(Budget(seconds=5))
    assert not meter.unlimited
    now = 14.9
    assert meter.allowance() == 1_000
    meter.spend(10**9)
    assert meter.allowance() == 2_000
    now = 15.0
    with pytest.raises(OutOfBudgetError):
        meter.allowance()


@pytest.mark.parametrize("budget", [None, Budget()])
def test_without_a_limit_nothing_is_spent(budget):
    meter = Meter(budget)
    assert meter.unlimited
    meter.spend(10**9)
    assert [meter.allowance() for _ in range(8)] == [
        1_000,
        2_000,
        4_000,
        8_000,
        16_000,
        32_000,
        32_000,
        32_000,
    ]


def pigeons(holes):
    """One pigeon more than there are holes: cannot be, and is hard to see for a solver."""
    at = lambda pigeon, hole: pigeon * holes + hole + 1  # noqa: E731
    for pigeon in range(holes + 1):
        yield [at(pigeon, hole) for hole in range(holes)]
    for hole in range(holes):
        for one in range(holes + 1):
            for other in range(one):
                yield [-at(one, hole), -at(other, hole)]


def test_a_solver_keeps_to_its_budget():
    solver = cadical(pigeons(8), Meter(Budget(conflicts=200)))
    with pytest.raises(OutOfBudgetError):
        solver.solve()
    assert 200 <= solver.accum_stats()["conflicts"] < 400
    solver.delete()


@pytest.mark.parametrize("budget", [Budget(), Budget(conflicts=10**6), Budget(seconds=600)])
def test_a_solver_answers_within_its_budget(budget):
    solver = cadical(pigeons(5), Meter(budget))
    assert solver.solve() is False
    solver.delete()
    solver = cadical([[1, 2], [-1]], Meter(budget))
    assert solver.solve() is True
    assert solver.get_model() == [-1, 2]
    assert solver.solve(assumptions=[-2]) is False
    assert solver.solve_limited(assumptions=[2]) is True
    solver.delete()
