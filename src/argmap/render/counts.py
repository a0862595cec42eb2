"""Counts of maps in words, or in a table with a row for each map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType

from argmap.query.columns import Value
from argmap.query.statistics import Statistics
from argmap.render.flow import Line, named
from argmap.render.listing import rows_table
from argmap.render.page import Page
from argmap.render.signs import HEADING, Signs

_NAME = 13
_DEPTHS = 10
"""Depths that are counted one by one."""


def counts_text(counted: Statistics) -> RenderableType:
    """Return the counts of a map, one kind of count a line."""

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        for name, text in _lines(counted):
            yield from named(name, signs.words(text), width, _NAME, HEADING)

    return Page(lines)


def _lines(it: Statistics) -> Iterator[tuple[str, str]]:
    parts = f" in {it.components} parts that no relation joins" if it.components > 1 else ""
    yield "claims", f"{it.claims}{parts}"
    yield "roles", _listed(it.roles)
    yield "voices", _listed(it.voices)
    yield "verdicts", f"{_listed(it.verdicts)} (if the premises are granted)"
    yield "steps to it", ", ".join(_depths(it.depths)) or "no thesis"
    yield "relations", f"{_listed(it.relations)}; {it.linked} of linked premises"
    grounds = {"rest on evidence": it.evidenced, "assumed": it.assumed, "unsupported": it.unsupported}
    yield "grounds", ", ".join(f"{number} {name}" for name, number in grounds.items())
    yield "residual", str(it.residual)
    for id, (made, rests) in it.sources.items():
        claims, rest = "claim" if made == 1 else "claims", "rests" if rests == 1 else "rest"
        yield "source", f"{id}: {made} {claims} made in it, {rests} {rest} on it"


def _depths(depths: Mapping[int, int]) -> Iterator[str]:
    """Yield how many claims are at each depth, of many depths those at the first of them."""
    nearest = list(depths.items())[: None if len(depths) <= _DEPTHS + 1 else _DEPTHS]
    for depth, number in nearest:
        yield f"{number} at {depth}"
    if further := sum(depths.values()) - sum(number for _, number in nearest):
        yield f"{further} further away, up to {max(depths)}"


def _listed(numbers: Mapping[str, int]) -> str:
    ranked = sorted(numbers.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{number} {name}" for name, number in ranked) or "none"


def counts_table(found: Sequence[tuple[str, Statistics]]) -> RenderableType:
    """Return a table with a row for each map, and one for all."""
    rows = [_row(path, it) for path, it in found]
    numbers = [name for name in rows[0] if name not in ("file", "depth")] if rows else []
    total: dict[str, Value] = {"file": "in all"}
    total |= {name: sum(_number(row[name]) for row in rows) for name in numbers}
    total["depth"] = max((_number(row["depth"]) for row in rows), default=0)
    return rows_table([*rows, total])


def _row(path: str, it: Statistics) -> dict[str, Value]:
    return {
        "file": path,
        "claims": it.claims,
        "relations": sum(it.relations.values()),
        "counter": it.roles.get("counterclaim", 0),
        "linked": it.linked,
        "evidence": it.evidenced,
        "unsupported": it.unsupported,
        "depth": max(it.depths, default=0),
    }


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0
