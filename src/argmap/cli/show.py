"""``argmap show``: the map as a tree, or one claim in full."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli import maps, terminal, texts, where


def show(
    context: typer.Context,
    map: maps.MapArgument,
    claim: Annotated[
        str | None,
        typer.Argument(
            metavar="CLAIM",
            help="The id of a claim, to see it in full.",
            autocompletion=maps.complete_claims,
        ),
    ] = None,
    *,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    source: texts.SourceOption = None,
    allow_outside: texts.OutsideOption = False,
    depth: Annotated[int | None, typer.Option(min=0, help="Show this many levels below the thesis.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """Show what a map argues, as a tree.

    \b
    Examples:
      argmap show maps/bridge.yaml                the whole argument as a tree
      argmap show maps/bridge.yaml --depth 1      the main reasons and objections
      argmap show maps/bridge.yaml detour-jobs    one claim in full
      argmap show maps/bridge.yaml --where role:counterclaim
      argmap show maps/bridge.yaml --json | jq .  for other programs
    """  # noqa: D301  \b is for the help text
    if source and (json or not claim):
        terminal.fail("--source is for a claim in full", "Name a claim, and leave out --json.")
    if json or not claim:
        terminal.refuse_idle(context, "without a claim in full", "allow_outside")
    if depth is not None and (json or claim):
        terminal.fail(
            "--depth is for the tree of a whole map", "Leave it out, or leave out the claim and --json."
        )
    if claim and (only or but):
        terminal.fail("--where and --except are for the tree", "Leave them out, or leave out the claim.")
    graph = where.part_of(maps.graph(map), only, but)
    chosen = maps.claim(graph, claim) if claim else None
    if json:
        from argmap.render import outline

        data = outline.claim_json(graph, chosen) if chosen else outline.map_json(graph)
        terminal.write_json(data)
        return
    target = terminal.console(color)
    if chosen:
        from argmap.render import detail

        sources = texts.open_if_any(graph.map, map, texts.given(source), allow_outside=allow_outside)
        terminal.show(detail.claim_detail(graph, chosen, sources), target)
    else:
        from argmap.render import tree

        terminal.show(tree.map_tree(graph, depth=depth), target)
