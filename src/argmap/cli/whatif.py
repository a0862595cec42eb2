"""``argmap whatif``: what would change if some things were otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from argmap.cli import evaluation, maps, terminal, where


def _option(name: str, help: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(
        name, metavar="ID", help=help, autocompletion=maps.complete_claims
    )
    return option


def whatif(
    context: typer.Context,
    map: maps.MapArgument,
    *,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    drop: Annotated[list[str] | None, _option("--drop", "Take a claim or step out of the map.")] = None,
    deny: Annotated[list[str] | None, _option("--deny", "Let a claim or step fall.")] = None,
    open: Annotated[list[str] | None, _option("--open", "Leave a claim or step open.")] = None,
    grant: Annotated[list[str] | None, _option("--grant", "Let a claim or step stand.")] = None,
    confidence: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID=SCORE",
            help="Give a claim another base score, 0 to 1; compares strengths.",
            autocompletion=maps.complete_claims,
        ),
    ] = None,
    leaves: evaluation.LeavesOption = "asserted",
    strength: Annotated[
        evaluation.Strength | None, typer.Option(help="Compare strengths, too, by this semantics.")
    ] = None,
    linked: evaluation.LinkedOption = "min",
    threshold: evaluation.ThresholdOption = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """Tell which verdicts would change if some things were otherwise.

    Strengths, too, if asked for; and by which route each change comes.

    \b
    Examples:
      argmap whatif maps/bridge.yaml --deny two-near-collapses
      argmap whatif maps/bridge.yaml --drop detour-jobs --open traffic-doubled
      argmap whatif maps/bridge.yaml --confidence bearings-corroded=0.2

    Every option can be given several times. Claims are named by their ids, and so are steps.
    """  # noqa: D301  \b is for the help text
    from argmap.evaluate import suppose
    from argmap.render import consequences as view

    supposed = view.Supposed(
        drop=tuple(drop or ()),
        deny=tuple(deny or ()),
        open=tuple(open or ()),
        grant=tuple(grant or ()),
        confidence=evaluation.pairs("--confidence", confidence),
    )
    if not supposed:
        terminal.fail(
            "nothing is supposed", "Say what, with --drop, --deny, --open, --grant or --confidence."
        )
    if not (strength or confidence):
        terminal.refuse_idle(context, "without --strength or --confidence", "linked")
    graph = maps.graph(map)
    with evaluation.refusals(graph):
        found = suppose(
            graph,
            drop=supposed.drop,
            deny=supposed.deny,
            open=supposed.open,
            grant=supposed.grant,
            confidence=supposed.confidence,
            leaves=leaves,
            standards=evaluation.standards(graph, threshold),
            strength=strength or ("dfquad" if confidence else None),
            linked=linked,
        )
    ids = where.chosen(graph, only, but)
    if ids is not None:
        shown = ids.union(graph.theses)  # of which something is told in any case
        found = replace(found, changes=tuple(change for change in found.changes if change.id in shown))
    if json:
        terminal.write_json(view.consequences_json(graph, supposed, found))
    else:
        terminal.show(view.consequences_text(graph, supposed, found), terminal.console(color))
    evaluation.warn(found.convergence)
