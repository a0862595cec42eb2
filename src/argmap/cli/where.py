"""What commands that look at a part of a map share: which claims."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import maps, terminal
from argmap.suggest import did_you_mean

if TYPE_CHECKING:
    from argmap.graph import Graph


def complete(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return what a selector may go on to: ids, properties, and their values in the map named before."""
    from argmap.query.selectors import completions

    last = re.split(r"[\s,+]", incomplete)[-1]
    start = incomplete.removesuffix(last)
    return [f"{start}{word}" for word in completions(maps.graph_to_complete(ctx), last)]


WhereOption = Annotated[
    str | None,
    typer.Option(
        "--where",
        metavar="SELECTOR",
        help="Only these claims, such as '+thesis,role:counterclaim'.",
        autocompletion=complete,
    ),
]
ExceptOption = Annotated[
    str | None,
    typer.Option("--except", metavar="SELECTOR", help="All but these claims.", autocompletion=complete),
]


def chosen(
    graph: Graph, where: str | None, but: str | None, absent: set[str] | None = None
) -> frozenset[str] | None:
    """Return the claims that the options name, or None if none is given; end the command if one is no selector.

    Args:
        graph: the map.
        where: the option ``--where``.
        but: the option ``--except``.
        absent: takes up ids that the map does not have; without it they end the command.
    """
    if where is None and but is None:
        return None
    ids = _select(graph, "--where", where, absent) if where is not None else frozenset(graph.claims)
    return ids - _select(graph, "--except", but, absent) if but is not None else ids


def refuse_nonsense(where: str | None, but: str | None) -> None:
    """End the command if one of the options is no selector, whatever the map."""
    if where is not None or but is not None:
        from argmap.graph import Graph
        from argmap.model import Map

        chosen(Graph(Map()), where, but, set())


def refuse_absent(absent: Iterable[Collection[str]], ids: Iterable[Collection[str]] = ()) -> None:
    """End the command if there is an id that each of some maps is without."""
    each = list(map(frozenset, absent))
    if nowhere := frozenset.intersection(*each) if each else frozenset():
        id = min(nowhere)
        help = did_you_mean(id, {id for each in ids for id in each})
        terminal.fail(f"no map has a claim {id!r}", help or "To list the ids of one: argmap list MAP")


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


def only(graph: Graph, where: str | None, but: str | None) -> Graph:
    """Return the claims that the options name, and the relations between them, with nothing around them."""
    return only_of(graph, chosen(graph, where, but))


def only_of(graph: Graph, ids: Collection[str] | None) -> Graph:
    """Return these claims, if any are given, and the relations between them, with nothing around them."""
    if ids is None:
        return graph
    from argmap.graph import Graph
    from argmap.query.part import part

    return Graph(part(graph, ids, graph.claims.keys() - ids), graph)


def _select(graph: Graph, option: str, expression: str, absent: set[str] | None = None) -> frozenset[str]:
    from argmap.query.selectors import SelectorError, select

    try:
        return frozenset(select(graph, expression, absent))
    except SelectorError as error:
        marks = " " * error.start + "^" * (error.end - error.start)
        terminal.fail(f"{option}: {error.problem}\n  {error.expression}\n  {marks}", error.help)
