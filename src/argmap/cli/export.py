"""``argmap export``: the map as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from argmap.cli import maps, terminal, texts, where
from argmap.files import same_file

Format = Literal["dot", "svg"]
Engine = Literal["bundled", "system"]


def export(
    format: Annotated[Format, typer.Argument(metavar="FORMAT", help="dot or svg.", show_default=False)],
    map: maps.MapArgument,
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to; standard output if not given."),
    ] = None,
    engine: Annotated[
        Engine | None,
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
        float, typer.Option(min=0.1, max=86_400, help="Seconds that the layout may take.")
    ] = 60.0,
) -> None:
    """Draw a map as a picture.

    \b
    Examples:
      argmap export svg maps/bridge.yaml -o bridge.svg
      argmap export dot maps/bridge.yaml | dot -Tpdf -o bridge.pdf
      argmap export svg maps/bridge.yaml --where '+costs' -o costs.svg
      argmap export svg maps/bridge.yaml --engine system > bridge.svg
    """  # noqa: D301  \b is for the help text
    graph = where.part_of(maps.graph(map), only, but)
    if output is not None and map != maps.STDIN and same_file(output, Path(map)):
        terminal.fail(f"{output} is the map itself", "Name another file with -o.")
    from argmap.render import dot

    sources = texts.open_if_any(graph.map, map, texts.given(source), allow_outside=allow_outside)
    links = sources.links(graph.claims.values()) if sources else dot.NO_LINKS
    if format == "dot":
        picture = dot.to_dot(graph, links=links)
    else:
        from argmap.render.engine import RenderError, choose_engine
        from argmap.render.svg import to_svg

        try:
            picture = to_svg(graph, links=links, engine=choose_engine(engine), timeout=timeout)
        except RenderError as error:
            terminal.fail(str(error), error.help)
    if output is None or str(output) == maps.STDIN:
        terminal.write(picture)
    else:
        terminal.save(output, picture.encode())
