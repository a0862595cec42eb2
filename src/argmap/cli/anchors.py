"""``argmap anchors``: where the quotes of a map stand in the texts of its sources."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli import maps, terminal, texts, where


def anchors(
    map: maps.MapArgument,
    claim: Annotated[
        str | None,
        typer.Argument(
            metavar="CLAIM",
            help="The id of a claim, for its quotes only.",
            autocompletion=maps.complete_claims,
        ),
    ] = None,
    *,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    source: texts.SourceOption = None,
    allow_outside: texts.OutsideOption = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print JSON with W3C Web Annotation selectors.")
    ] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """Show where each quote of a map stands in its source.

    Each comes with how it was found and a link to it.

    \b
    Examples:
      argmap anchors maps/bridge.yaml
      argmap anchors maps/bridge.yaml detour-jobs
      argmap anchors maps/bridge.yaml --source column=column.txt --json
    """  # noqa: D301  \b is for the help text
    from argmap.render import anchors as view

    graph = maps.graph(map)
    ids = where.chosen(graph, only, but)
    named = [maps.claim(graph, claim)] if claim else list(graph.claims)
    chosen = [id for id in named if ids is None or id in ids]
    sources = texts.open_for(graph.map, map, texts.given(source), allow_outside=allow_outside)
    rows = view.resolve((graph.claims[id] for id in chosen), sources)
    if json:
        terminal.write_json(view.anchors_json(rows, sources))
    else:
        terminal.show(view.anchors_text(rows, sources), terminal.console(color))
    quotes = [row for row in rows if row.quotes]
    if lost := sum(not row.found for row in quotes):
        terminal.say(f"argmap: {lost} of {len(quotes)} quotes could not be anchored")
