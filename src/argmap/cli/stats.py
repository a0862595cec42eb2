"""``argmap stats``: counts and shape of maps."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from argmap.cli import many, maps, terminal, where


def stats(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Map files, folders with maps, or - for standard input.",
            autocompletion=maps.complete_paths,
            show_default=False,
        ),
    ],
    *,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """Count what is in a map; of several maps, a row for each.

    What a map includes is counted with it; but a claim of a map that is among them, there alone.

    \b
    Examples:
      argmap stats maps/bridge.yaml
      argmap stats maps
    """  # noqa: D301  \b is for the help text
    from argmap.query.statistics import statistics
    from argmap.render import counts

    found, complete = many.of_each(statistics, paths, only, but, "Counting")
    if json:
        rows = [{"file": path, **asdict(each)} for path, each in found]
        terminal.write_json({"argmap-stats": 1, "maps": rows})
    elif len(found) == 1:
        terminal.show(counts.counts_text(found[0][1]), terminal.console(color))
    elif found:
        terminal.show(counts.counts_table(found), terminal.console(color))
    if not complete:
        raise typer.Exit(terminal.UNUSABLE)
