"""Integration: each step is one of Runge and Kutta, and it ends where nothing moves."""

import pytest

from argmap.evaluate import dynamics
from argmap.evaluate.dynamics import TOLERANCE, integrate


def decay(state):
    """What decays at its own rate, the second twice as fast."""
    return [-rate * value for rate, value in enumerate(state, 1)]


def factor(step):
    """What a step of the fourth order leaves of exp(-step)."""
    return 1 - step + step**2 / 2 - step**3 / 6 + step**4 / 24


@pytest.mark.parametrize("step", [0.1, 0.5])
@pytest.mark.parametrize("count", [0, 1, 3])
def test_steps_are_of_the_fourth_order(monkeypatch, step, count):
    monkeypatch.setattr(dynamics, "MAX_STEPS", count)
    state, steps, residual = integrate(decay, [1.0, 3.0], step)
    assert steps == count
    assert state == pytest.approx([factor(step) ** count, 3 * factor(2 * step) ** count], rel=1e-12)
    assert residual == pytest.approx(2 * state[1])


def test_it_ends_where_nothing_moves():
    state, steps, residual = integrate(decay, [1.0], 0.5)
    assert state[0] == pytest.approx(factor(0.5) ** steps)
    assert residual == state[0] <= TOLERANCE < state[0] / factor(0.5)
    assert integrate(decay, [], 0.5) == ([], 0, 0.0)
    assert integrate(decay, [0.0], 0.5) == ([0.0], 0, 0.0)
