"""Integration of a dynamical system until it comes to rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

TOLERANCE: Final = 1e-10
"""The change of a strength, per unit of time, below which a system has come to rest."""
MAX_STEPS: Final = 10_000
"""Steps after which a system is given up as not converging."""


def integrate(
    flow: Callable[[Sequence[float]], list[float]], state: list[float], step: float
) -> tuple[list[float], int, float]:
    """Follow ds/dt = flow(s) until no component changes by more than :data:`TOLERANCE`.

    The classical fourth-order method of Runge and Kutta, with a fixed step.

    Returns:
        The state, the number of steps taken, and the largest component of the flow in that state.
    """
    for steps in range(MAX_STEPS + 1):
        k1 = flow(state)
        residual = max(map(abs, k1), default=0.0)
        if residual <= TOLERANCE or steps == MAX_STEPS:
            break
        k2 = flow([s + step / 2 * k for s, k in zip(state, k1, strict=True)])
        k3 = flow([s + step / 2 * k for s, k in zip(state, k2, strict=True)])
        k4 = flow([s + step * k for s, k in zip(state, k3, strict=True)])
        state = [
            s + step / 6 * (a + 2 * b + 2 * c + d)
            for s, a, b, c, d in zip(state, k1, k2, k3, k4, strict=True)
        ]
    return state, steps, residual
