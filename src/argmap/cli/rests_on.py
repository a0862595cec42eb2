"""``argmap rests-on``: what a verdict hangs from."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from argmap.cli import evaluation, maps, terminal, where

_MOST = 20_000_000
"""Claims that are asked about, times the size of the map, at most: some minutes' work."""


def rests_on(
    context: typer.Context,
    map: maps.MapArgument,
    claim: Annotated[
        str | None,
        typer.Argument(
            metavar="CLAIM",
            help="The id of a claim; without it, each thesis.",
            autocompletion=maps.complete_claims,
        ),
    ] = None,
    *,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    leaves: evaluation.LeavesOption = "asserted",
    min: Annotated[
        bool, typer.Option("--min", help="Find the fewest premises whose loss together turns the verdict.")
    ] = False,
    sufficient: Annotated[
        bool,
        typer.Option(
            "--sufficient", help="Find the fewest premises that carry the verdict with all else left open."
        ),
    ] = False,
    contributions: Annotated[
        Literal["removal", "gradient", "shapley"] | None,
        typer.Option(help="Tell what each premise contributes to the claim's strength."),
    ] = None,
    strength: Annotated[evaluation.Strength, typer.Option(help="The semantics of that strength.")] = "dfquad",
    linked: evaluation.LinkedOption = "min",
    threshold: evaluation.ThresholdOption = None,
    budget: evaluation.BudgetOption = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """Tell what a verdict rests on.

    First of all, that is the premises whose loss alone would change it.

    \b
    Examples:
      argmap rests-on maps/bridge.yaml
      argmap rests-on maps/bridge.yaml detour-jobs
      argmap rests-on maps/bridge.yaml --min --sufficient
      argmap rests-on maps/bridge.yaml --contributions shapley

    A premise is a claim without reasons; what answers an objection counts, too. Of an open claim, the open
    questions are listed that would decide it.
    """  # noqa: D301  \b is for the help text
    from argmap.evaluate import Index, rest
    from argmap.render import resting as view

    if claim:
        terminal.refuse_idle(context, "with a claim", "only", "but")
    if not contributions:
        terminal.refuse_idle(context, "without --contributions", "strength", "linked")
    if not (min or sufficient or contributions):
        terminal.refuse_idle(context, "without --min, --sufficient or --contributions", "budget")
    graph = maps.graph(map)
    ids = where.chosen(graph, only, but)
    claims = (
        [maps.claim(graph, claim)]
        if claim
        else graph.theses
        if ids is None
        else [*filter(ids.__contains__, graph.claims)]
    )
    if not claims:
        terminal.fail("the map has no thesis", "Name a claim.")
    if len(claims) > 1 and len(claims) * (len(graph.claims) + len(graph.relations)) > _MOST:
        terminal.fail(
            f"to go through this map for each of {len(claims):,} claims would take too long",
            "Name fewer with --where, such as --where '1+thesis', or one by its id.",
        )
    index = Index.of(graph)
    with evaluation.refusals(graph):
        found = [
            rest(
                index,
                id,
                leaves=leaves,
                standards=evaluation.standards(graph, threshold),
                loss=min,
                sufficient=sufficient,
                contribution=contributions,
                strength=strength,
                linked=linked,
                budget=evaluation.budget(budget),
            )
            for id in claims
        ]
    if json:
        terminal.write_json(view.rests_json(found))
    else:
        terminal.show(view.rests_text(graph, found), terminal.console(color))
    if any(it.contributions and not it.contributions.converged for it in found):
        terminal.say("argmap: strengths in circles did not come to rest")
    if any(it.unknown for it in found):
        evaluation.unknown("the fewest premises were not found")
