"""Argument maps as text: what a text argues, as a typed graph.

>>> import argmap
>>> m = argmap.loads("{argmap: 1, thesis: t, claims: {t: {text: It rains.}}}")
>>> argmap.Graph(m).roles["t"].value
'thesis'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap import evaluate as evaluate
    from argmap.formats import ReadError, load, loads
    from argmap.graph import Graph, Role
    from argmap.model import Claim, Kind, Map, Quote, Relation, Source, Voice
    from argmap.query.selectors import SelectorError, select

__all__ = [
    "Claim",
    "Graph",
    "Kind",
    "Map",
    "Quote",
    "ReadError",
    "Relation",
    "Role",
    "SelectorError",
    "Source",
    "Voice",
    "evaluate",
    "load",
    "loads",
    "select",
]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for: ``argmap --help`` needs none of it."""
    from importlib import import_module

    if name == "evaluate":
        return import_module("argmap.evaluate")
    if name in __all__:
        for module in ("argmap.model", "argmap.graph", "argmap.formats", "argmap.query.selectors"):
            found = getattr(import_module(module), name, None)
            if found is not None:
                return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
