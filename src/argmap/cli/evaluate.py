"""``argmap evaluate``: what stands, how firmly, and why."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from argmap.cli import evaluation, maps, terminal, where

_BOTH: tuple[evaluation.Leaves, ...] = ("asserted", "evidenced")


def evaluate(
    context: typer.Context,
    map: maps.MapArgument,
    *,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    leaves: Annotated[
        evaluation.Leaves | None,
        typer.Option(help="One reading only: claims without reasons are granted, or need evidence."),
    ] = None,
    semantics: Annotated[
        Literal["grounded", "complete", "preferred", "stable"],
        typer.Option(help="List the alternative positions on what is open, too."),
    ] = "grounded",
    limit: Annotated[int, typer.Option(min=1, help="How many positions to list at most.")] = 100,
    strength: Annotated[
        evaluation.Strength | None, typer.Option(help="Compute strengths, 0 to 1, by this semantics.")
    ] = None,
    linked: evaluation.LinkedOption = "min",
    threshold: evaluation.ThresholdOption = None,
    budget: evaluation.BudgetOption = None,
    tree: Annotated[bool, typer.Option("--tree", help="Show the map as a tree, with verdicts.")] = False,
    depth: Annotated[
        int | None, typer.Option(min=0, help="Of the tree, show this many levels below the thesis.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """Tell what stands in a map, and why.

    It is told twice: if its premises are granted, and on the evidence given.

    \b
    Examples:
      argmap evaluate maps/bridge.yaml
      argmap evaluate maps/bridge.yaml --tree --depth 2
      argmap evaluate maps/bridge.yaml --strength dfquad
      argmap evaluate maps/bridge.yaml --semantics preferred

    A claim stands, falls or is open. "Falls" is not "false": it says that nothing in the map carries the claim.
    """  # noqa: D301  \b is for the help text
    if tree and json:
        terminal.fail("--tree and --json exclude each other", "Choose one.")
    if depth is not None and not tree:
        terminal.fail("--depth is for the tree", "Add --tree, or leave it out.")
    if semantics == "grounded":
        terminal.refuse_idle(context, "with --semantics grounded", "limit", "budget")
    if not strength:
        terminal.refuse_idle(context, "without --strength", "linked")
    from argmap.evaluate import Index
    from argmap.evaluate import evaluate as judge

    graph = maps.graph(map)
    index = Index.of(graph)
    with evaluation.refusals(graph):
        readings = [
            judge(
                index,
                leaves=reading,
                semantics=semantics,
                strength=strength,
                linked=linked,
                standards=evaluation.standards(graph, threshold),
                limit=limit,
                budget=evaluation.budget(budget),
            )
            for reading in ([leaves] if leaves else _BOTH)
        ]
    graph = where.part_of(graph, only, but)
    if json:
        from argmap.render import evaluation_json

        terminal.write_json(evaluation_json.evaluation_json(graph, readings))
    else:
        from argmap.render import evaluation as view

        shown = (
            view.evaluation_tree(graph, readings, depth) if tree else view.evaluation_text(graph, readings)
        )
        terminal.show(shown, terminal.console(color))
    evaluation.warn(readings[0].convergence)
    if any(reading.positions and reading.positions.unknown for reading in readings):
        evaluation.unknown("the list of positions is not complete")
