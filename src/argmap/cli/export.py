"""``argmap export``: the map as a picture, or in another tool's format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli import maps, targets, terminal, texts, where, writing


def export(
    format: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="A picture (svg, dot, mermaid) or a format of argmap convert.",
            autocompletion=targets.complete,
            show_default=False,
        ),
    ],
    map: maps.MapArgument,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to, a folder if it takes several files; standard output if not given.",
        ),
    ] = None,
    engine: Annotated[
        targets.Engine | None,
        typer.Option(
            help="Which Graphviz lays the picture out: the one that comes with argmap (the default), or the "
            "system's dot, found on PATH or named by ARGMAP_DOT.",
            show_default=False,
        ),
    ] = None,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    source: texts.SourceOption = None,
    allow_outside: texts.OutsideOption = False,
    timeout: Annotated[
        float | None,
        typer.Option(
            min=0.1, max=86_400, help="Seconds that the layout of a picture may take.", show_default="60"
        ),
    ] = None,
) -> None:
    """Draw a map as a picture, or write it in another format.

    \b
    Examples:
      argmap export svg maps/bridge.yaml -o bridge.svg
      argmap export dot maps/bridge.yaml | dot -Tpdf -o bridge.pdf
      argmap export svg maps/bridge.yaml --where '+costs' -o costs.svg
      argmap export svg maps/bridge.yaml --engine system > bridge.svg
      argmap export mermaid maps/bridge.yaml
      argmap export json maps/bridge.yaml | jq .claims
    """  # noqa: D301  \b is for the help text
    target = targets.named(format)
    drawn = isinstance(target, targets.Picture)
    if not drawn and (engine or timeout is not None):
        terminal.fail("--engine and --timeout are for pictures", "Leave them out.")
    writing.keep_inputs(output, map)
    graph = where.part_of(maps.graph(map), only, but)
    links: Mapping[str, str] = {}
    given = texts.given(source)
    if drawn and (sources := texts.open_if_any(graph.map, map, given, allow_outside=allow_outside)):
        links = sources.links(graph.claims.values())
    try:
        made = targets.make(target, graph, targets.Drawing(links, engine, timeout))
    except targets.TargetError as error:
        terminal.fail(error.message, error.help)
    writing.deliver(made, output, target)
    writing.tell_dropped(made.dropped, target)
