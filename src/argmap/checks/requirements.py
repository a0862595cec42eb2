"""What a team requires of its maps beyond the rules: every claim of some kind has to be of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.checks.base import Hit
from argmap.checks.wording import named
from argmap.config import Requirement
from argmap.graph import Graph
from argmap.query.selectors import select


def unmet(graph: Graph, requirements: Iterable[Requirement]) -> Iterator[tuple[Requirement, Hit]]:
    """Yield each requirement with a hit for every claim that does not meet it.

    Raises:
        SelectorError: if one of its selectors cannot be read, or names a claim that the map does not have.
    """
    for requirement in requirements:
        asked = select(graph, requirement.every)
        good = frozenset(select(graph, requirement.be)) if asked else ()
        for id in asked:
            if id not in good:
                help = (
                    requirement.help or f"It should be {requirement.be}, as all {requirement.every} should."
                )
                yield (
                    requirement,
                    Hit(f"{named(graph.claims[id])}: {requirement.name}", ("claims", id), help=help),
                )
