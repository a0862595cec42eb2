"""What commands that look at a part of a map share: which claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import terminal

if TYPE_CHECKING:
    from argmap.graph import Graph

WhereOption = Annotated[
    str | None,
    typer.Option(
        "--where",
        metavar="SELECTOR",
        help="Only these claims, such as '+thesis,role:counterclaim'.",
    ),
]
ExceptOption = Annotated[
    str | None, typer.Option("--except", metavar="SELECTOR", help="All but these claims.")
]


def chosen(graph: Graph, where: str | None, but: str | None) -> frozenset[str] | None:
    """Return the claims that the options name, or None if none is given; end the command if one is no selector."""
    if where is None and but is None:
        return None
    ids = _select(graph, "--where", where) if where is not None else frozenset(graph.claims)
    return ids - _select(graph, "--except", but) if but is not None else ids


def part_of(graph: Graph, where: str | None, but: str | None) -> Graph:
    """Return the part of a map that the options name, or the map; end the command if there is nothing left."""
    ids = chosen(graph, where, but)
    if ids is None:
        return graph
    if not ids:
        terminal.fail("no claim is selected", "Selectors are explained in docs/selectors.md.")
    from argmap.graph import Graph
    from argmap.query.part import part

    return Graph(part(graph, ids, _select(graph, "--except", but) if but is not None else ()), graph)


def _select(graph: Graph, option: str, expression: str) -> frozenset[str]:
    from argmap.query.selectors import SelectorError, select

    try:
        return frozenset(select(graph, expression))
    except SelectorError as error:
        marks = " " * error.start + "^" * (error.end - error.start)
        terminal.fail(f"{option}: {error.problem}\n  {error.expression}\n  {marks}", error.help)
