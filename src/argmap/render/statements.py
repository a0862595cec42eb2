"""Statements of DOT: a node or an edge with its attributes, a line each.

They are letter for letter what ``graphviz`` makes of the same attributes, and it is asked wherever something is to be
escaped. But it looks through each name and value with several patterns, which took half the time of a large picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_WORD = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*+|-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)")
_KEYWORDS: Final = frozenset(["node", "edge", "graph", "digraph", "subgraph", "strict"])


def node(name: str, attributes: str) -> str:
    r"""Write a node.

    >>> node("a b", listed({"class": "claim", "label": "<<B>A</B>>"}))
    '\t"a b" [label=<<B>A</B>> class=claim]\n'
    """
    return f"\t{_quoted(name)} {attributes}\n"


def edge(tail: str, head: str, attributes: str) -> str:
    r"""Write an edge.

    >>> edge("a", "b", listed({"tooltip": "a supports b"}))
    '\ta -> b [tooltip="a supports b"]\n'
    """
    return f"\t{_quoted(tail)} -> {_quoted(head)} {attributes}\n"


def listed(attributes: Mapping[str, str]) -> str:
    """Write attributes, the label first."""
    names = _in_order(tuple(attributes))
    return f"[{' '.join([f'{written}={_quoted(attributes[name])}' for name, written in names])}]"


@lru_cache(maxsize=1000)
def _in_order(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return names of attributes in their order, and how they are written: most items have the same as many others."""
    return [(name, _quoted(name)) for name in sorted(names, key=lambda name: (name != "label", name))]


def _quoted(text: str) -> str:
    if text.startswith("<") and text.endswith(">") and type(text) is str:  # or graphviz.nohtml() made it
        return text
    if '"' in text or "\\" in text:
        from graphviz.quoting import quote

        quoted: str = quote(text)
        return quoted
    if _WORD.fullmatch(text) and text.lower() not in _KEYWORDS:
        return text
    return f'"{text}"'
