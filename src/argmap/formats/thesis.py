"""Proposes what a map is about, for formats that do not say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_MOST: Final = 5
_STEPS_PER_CLAIM: Final = 10
"""How much is looked at: many claims may rest on the same many others."""


def propose(links: Iterable[tuple[tuple[str, ...], str]]) -> tuple[str, ...]:
    """Return the claims that most bears on and that bear on nothing themselves.

    The one that most claims bear on, and those that at least half as many bear on; none if these are more than a few,
    for then nothing sets them apart.

    Args:
        links: premises and target of each relation; the target may be a relation, given by the claim that it leads to.

    >>> propose([(("a", "b"), "c"), (("c",), "d"), (("e",), "f")])
    ('d',)
    """
    below: dict[str, list[str]] = {}
    bearing: set[str] = set()
    for premises, target in links:
        below.setdefault(target, []).extend(premises)
        bearing.update(premises)
    sizes = _sizes([claim for claim in below if claim not in bearing], below)
    most = max(sizes.values(), default=0)
    chosen = [claim for claim, size in sizes.items() if size * 2 >= most]
    return tuple(chosen) if len(chosen) <= _MOST else ()


def _sizes(roots: list[str], below: dict[str, list[str]]) -> dict[str, int]:
    """Return the number of claims that bear on each of some claims."""
    left = sum(map(len, below.values())) * _STEPS_PER_CLAIM
    sizes: dict[str, int] = {}
    for root in roots:
        met = {root}
        waiting = [root]
        while waiting and left > 0:
            for claim in below.get(waiting.pop(), ()):
                left -= 1
                if claim not in met:
                    met.add(claim)
                    waiting.append(claim)
        sizes[root] = len(met) - 1
    return sizes
