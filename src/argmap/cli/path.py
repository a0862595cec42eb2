"""``argmap path``: how one claim bears on another."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli import maps, terminal, where


def path(
    map: maps.MapArgument,
    start: Annotated[
        str, typer.Argument(metavar="A", help="The claim that bears.", autocompletion=maps.complete_claims)
    ],
    end: Annotated[
        str | None,
        typer.Argument(
            metavar="B", help="What it bears on; by default the thesis.", autocompletion=maps.complete_claims
        ),
    ] = None,
    *,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    limit: Annotated[int, typer.Option(min=1, help="How many routes at most.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """Show every route by which a claim bears on another.

    The shortest come first; each tells whether it speaks for or against.

    \b
    Examples:
      argmap path maps/bridge.yaml traffic-doubled
      argmap path maps/bridge.yaml traffic-doubled bearings-corroded
      argmap path maps/bridge.yaml traffic-doubled --except detour-jobs

    --where and --except name the claims that a route may pass on its way. Exit code 1 if there is no route.
    """  # noqa: D301  \b is for the help text
    from argmap.query.routes import routes
    from argmap.render import ways

    graph = maps.graph(map)
    first = maps.claim(graph, start)
    ends = (
        [maps.claim(graph, end)] if end else [id for id in graph.theses if id != first] or list(graph.theses)
    )
    if not ends:
        terminal.fail("the map has no thesis", "Name the claim that it bears on.")
    by = where.chosen(graph, only, but)
    found = [(last, routes(graph, first, last, limit=limit, by=by)) for last in ends]
    if json:
        terminal.write_json(ways.ways_json(first, found))
    else:
        terminal.show(ways.ways_text(graph, first, found), terminal.console(color))
    if not any(each.found for _, each in found):
        raise typer.Exit(terminal.FINDINGS)
