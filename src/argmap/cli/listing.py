"""``argmap list``: claims as a table, ids, JSON or CSV."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from argmap.cli import maps, terminal, where

Format = Literal["table", "ids", "json", "csv"]


def _complete(incomplete: str) -> list[str]:
    from argmap.query.columns import COLUMNS

    start, comma, last = incomplete.rpartition(",")
    return [f"{start}{comma}{name}" for name in COLUMNS if name.startswith(last)]


def list_claims(
    context: typer.Context,
    map: maps.MapArgument,
    *,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    columns: Annotated[
        str | None,
        typer.Option(metavar="NAMES", help="Which columns, with commas.", autocompletion=_complete),
    ] = None,
    sort: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Sort by a column; -NAME the other way round.", autocompletion=_complete
        ),
    ] = None,
    output_format: Annotated[Format, typer.Option(help="ids is one a line, for other commands.")] = "table",
    json: Annotated[bool, typer.Option("--json", help="The same as --output-format json.")] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """List the claims of a map.

    \b
    Examples:
      argmap list maps/bridge.yaml
      argmap list maps/bridge.yaml --where is:unsupported --output-format ids
      argmap list maps/bridge.yaml --columns id,depth,reasons,text --sort -reasons
      argmap list maps/bridge.yaml --output-format csv > claims.csv

    Columns: id, role, voice, speaker, text, label, depth, reasons, objections, supported_by, attacked_by, undercuts,
    verdict, unsupported, assumed, residual, confidence, evidence, at, section, tags.
    """  # noqa: D301  \b is for the help text
    from argmap.query.columns import COLUMNS, DEFAULT, table

    if json and output_format != "json":
        terminal.refuse_idle(context, "with --json", "output_format")
    if output_format == "ids" and not json:
        terminal.refuse_idle(context, "with --output-format ids", "columns")
    graph = maps.graph(map)
    ids = where.chosen(graph, only, but)
    chosen = [id for id in graph.claims if ids is None or id in ids]
    format: Format = "json" if json else output_format
    wanted = [name.strip() for name in columns.split(",")] if columns is not None else None
    rows = table(graph, chosen, wanted or (DEFAULT if format == "table" else tuple(COLUMNS)), sort)
    if format == "json":
        terminal.write_json({"argmap-list": 1, "claims": rows})
    elif format == "ids":
        terminal.write("".join(f"{row['id']}\n" for row in table(graph, chosen, ["id"], sort)))
    elif format == "csv":
        from argmap.formats.csv_tables import to_csv

        terminal.write(to_csv([*rows[0]] if rows else [], (list(row.values()) for row in rows)))
    else:
        from argmap.render.listing import rows_table

        terminal.show(rows_table(rows), terminal.console(color))
        if not rows:
            terminal.say("argmap: no claim is selected" if graph.claims else "argmap: the map has no claims")
