"""The styles of a configuration, applied to a map."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.config import Style
from argmap.graph import Graph
from argmap.query.selectors import select
from argmap.render.overlay import Look, attributes_of


def looks_of(graph: Graph, styles: Iterable[Style]) -> tuple[dict[str, Look], frozenset[str]]:
    """Return how claims look by somebody's choice, and which are to be left out; later styles go before earlier ones.

    What a selector names and the map does not have is passed over: a configuration is for many maps.

    Raises:
        SelectorError: if a selector cannot be read.
    """
    looks: dict[str, Look] = {}
    hidden: set[str] = set()
    for style in styles:
        named = select(graph, style.where, set())
        if style.hide:
            hidden.update(named)
            continue
        label = style.label or (style.where if style.colour or style.shape else "")
        attributes = attributes_of(style.graphviz.items())
        for id in named:
            old = looks.get(id, Look())
            looks[id] = Look(
                (*old.labels, (label, style.colour)) if label else old.labels,
                style.colour or old.colour,
                style.shape or old.shape,
                {**old.graphviz, **attributes},
            )
    return looks, frozenset(hidden)
