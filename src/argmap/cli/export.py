"""``argmap export``: the map as a picture, or in another tool's format."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import configured, maps, targets, terminal, texts, where, writing

if TYPE_CHECKING:
    from argmap.finding import Finding


def export(
    format: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="A picture (svg, dot, mermaid), a page (html) or a format of argmap convert.",
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
    """Draw a map as a picture or a page, or write it in another format.

    \b
    Examples:
      argmap export svg maps/bridge.yaml -o bridge.svg
      argmap export dot maps/bridge.yaml | dot -Tpdf -o bridge.pdf
      argmap export svg maps/bridge.yaml --where '+costs' -o costs.svg
      argmap export svg maps/bridge.yaml --engine system > bridge.svg
      argmap export mermaid maps/bridge.yaml
      argmap export html maps/bridge.yaml -o bridge.html
      argmap export json maps/bridge.yaml | jq .claims
    """  # noqa: D301  \b is for the help text
    target = targets.named(format)
    drawn = isinstance(target, targets.Picture)
    if not drawn and (engine or timeout is not None):
        terminal.fail("--engine and --timeout are for pictures", "Leave them out.")
    writing.keep_inputs(output, map)
    reading, whole = maps.reading_and_graph(map)
    graph = where.part_of(whole, only, but)
    given = texts.given(source)
    sources = texts.open_if_any(graph.map, map, given, allow_outside=allow_outside) if drawn else None
    found: Sequence[Finding] = ()
    if format == "html":
        from argmap.cli.checking import findings

        found = findings(reading, sources, configured.config(None))
    try:
        made = targets.make(target, graph, targets.Drawing(sources, engine, timeout, found))
    except targets.TargetError as error:
        terminal.fail(error.message, error.help)
    writing.deliver(made, output, target)
    writing.tell_dropped(made.dropped, target)
