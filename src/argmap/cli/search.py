"""``argmap search``: full text over many maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import many, maps, terminal, where

if TYPE_CHECKING:
    from argmap.graph import Graph
    from argmap.model import Claim


def _claims(graph: Graph, elsewhere: frozenset[str]) -> list[Claim]:
    """Return the claims that a map does not include from another of the maps."""
    return [claim for id, claim in graph.claims.items() if id not in elsewhere]


def search(
    query: Annotated[
        str, typer.Argument(metavar="WORDS", help="Words; a phrase in double quotes; wor* for a beginning.")
    ],
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
    limit: Annotated[int, typer.Option(min=1, help="How many claims at most.")] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """Find claims by their words in many maps, best first.

    Case and accents make no difference.

    \b
    Examples:
      argmap search 'tariff cooperation' maps
      argmap search '"root cause" deman*' maps --json

    Exit code 1 if nothing is found.
    """  # noqa: D301  \b is for the help text
    from argmap.query.search import search as find
    from argmap.render.listing import rows_table

    parts, complete = many.of_each(_claims, paths, only, but, "Reading")
    best = find(parts, query, limit=limit + 1)
    found = best[:limit]
    if json:
        rows = [
            {"file": it.file, "id": it.claim.id, "text": it.claim.text, "score": round(it.score, 4)}
            for it in found
        ]
        terminal.write_json({"argmap-search": 1, "claims": rows})
    elif found:
        shown = [{"file": it.file, "id": it.claim.id, "text": it.claim.text} for it in found]
        terminal.show(rows_table(shown), terminal.console(color))
    elif complete:
        terminal.say("argmap: no claim holds all of these words")
    if len(best) > limit:
        terminal.say(f"argmap: these are the best {limit}; --limit shows more")
    if not complete:
        raise typer.Exit(terminal.UNUSABLE)
    if not found:
        raise typer.Exit(terminal.FINDINGS)
