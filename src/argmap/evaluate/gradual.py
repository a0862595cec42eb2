"""The gradual semantics: how a base score, supporters and attackers make a strength."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp, prod
from typing import Final, Literal

Gradual = Literal["dfquad", "qe", "euler", "hcat"]
"""``dfquad``: discontinuity-free QuAD (Rago, Toni, Aurisicchio and Baroni 2016); ``qe``: quadratic energy
(Potyka 2018); ``euler``: Euler-based (Amgoud and Ben-Naim 2017); ``hcat``: weighted h-categoriser, for attacks
only (Besnard and Hunter 2001; Amgoud, Ben-Naim, Doder and Vesic 2017)."""

Linked = Literal["min", "product"]
"""What linked premises have together: the strength of the weakest, or the product of all."""

Combine = Callable[[float, Sequence[float], Sequence[float]], float]
"""Takes a base score, the strengths of the supporters and those of the attackers, all 0–1."""


def _dfquad(base: float, supporters: Sequence[float], attackers: Sequence[float]) -> float:
    unsupported = unattacked = 1.0
    for strength in supporters:
        unsupported *= 1.0 - strength
    for strength in attackers:
        unattacked *= 1.0 - strength
    difference = unattacked - unsupported
    return base + difference * (1.0 - base if difference >= 0.0 else base)


def _qe(base: float, supporters: Sequence[float], attackers: Sequence[float]) -> float:
    energy = sum(supporters) - sum(attackers)
    impact = energy * energy / (1.0 + energy * energy)
    return base + impact * (1.0 - base) if energy > 0.0 else base - impact * base


def _euler(base: float, supporters: Sequence[float], attackers: Sequence[float]) -> float:
    energy = min(sum(supporters) - sum(attackers), 700.0)  # exp() overflows just above; the limit is 1
    return 1.0 - (1.0 - base * base) / (1.0 + base * exp(energy))


def _hcat(base: float, _supporters: Sequence[float], attackers: Sequence[float]) -> float:
    return base / (1.0 + sum(attackers))


COMBINE: Final[dict[Gradual, Combine]] = {"dfquad": _dfquad, "qe": _qe, "euler": _euler, "hcat": _hcat}

_LINKED: Final[dict[Linked, Callable[[Sequence[float]], float]]] = {"min": min, "product": prod}


def linked(how: Linked) -> Callable[[Sequence[float]], float]:
    """Return the function from the strengths of linked premises to the strength that they have together."""
    return _LINKED[how]
