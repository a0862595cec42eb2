"""``argmap why``: the reason for one verdict."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli import evaluation, maps, terminal


def why(
    map: maps.MapArgument,
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            help="The id of a claim.",
            autocompletion=maps.complete_claims,
            show_default=False,
        ),
    ],
    *,
    leaves: evaluation.LeavesOption = "asserted",
    threshold: evaluation.ThresholdOption = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """Explain why a claim stands, falls or is open.

    It takes the fewest steps, and is made to be read out.

    \b
    Examples:
      argmap why maps/bridge.yaml close-the-bridge
      argmap why maps/bridge.yaml close-the-bridge --leaves evidenced
    """  # noqa: D301  \b is for the help text
    from argmap.evaluate import why as explain
    from argmap.render import explanation as view

    graph = maps.graph(map)
    found = explain(
        graph,
        maps.claim(graph, claim),
        leaves=leaves,
        standards=evaluation.standards(graph, threshold),
    )
    if json:
        terminal.write_json(view.explanation_json(found))
    else:
        terminal.show(view.explanation_text(graph, found), terminal.console(color))
