"""``argmap export``: the map as a picture, or in another tool's format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from argmap.cli import maps, terminal, texts, where, writing
from argmap.formats import FORMATS
from argmap.suggest import did_you_mean

if TYPE_CHECKING:
    from argmap.graph import Graph
    from argmap.sources import Sources

PICTURES = ("svg", "dot")
Engine = Literal["bundled", "system"]


def _complete(incomplete: str) -> list[str]:
    return [name for name in _names() if name.startswith(incomplete)]


def export(
    format: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="A picture (svg, dot) or a format of argmap convert.",
            autocompletion=_complete,
            show_default=False,
        ),
    ],
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
      argmap export json maps/bridge.yaml | jq .claims
    """  # noqa: D301  \b is for the help text
    known = FORMATS.get(format)
    if format not in PICTURES and not (known and known.writes):
        names = _names()
        terminal.fail(
            f"there is no format {format!r}", did_you_mean(format, names) or f"One of {', '.join(names)}."
        )
    if known and (engine or timeout is not None):
        terminal.fail("--engine and --timeout are for pictures", "Leave them out.")
    writing.keep_inputs(output, map)
    graph = where.part_of(maps.graph(map), only, but)
    if known:
        made = writing.written(graph.map, known)
        writing.deliver(made, output)
        writing.tell_dropped(made.dropped, known)
        return
    sources = texts.open_if_any(graph.map, map, texts.given(source), allow_outside=allow_outside)
    picture = _picture(format, graph, sources, engine, timeout)
    if output is None or str(output) == maps.STDIN:
        terminal.write(picture)
    else:
        terminal.save(output, picture)


def _picture(
    format: str, graph: Graph, sources: Sources | None, engine: Engine | None, timeout: float | None
) -> bytes:
    """Return the picture of a map; end the command if it cannot be drawn."""
    from argmap.render import dot

    links = sources.links(graph.claims.values()) if sources else dot.NO_LINKS
    if format == "dot":
        return dot.to_dot(graph, links=links).encode()
    from argmap.render.engine import TIMEOUT, RenderError, choose_engine
    from argmap.render.svg import to_svg

    try:
        return to_svg(graph, links=links, engine=choose_engine(engine), timeout=timeout or TIMEOUT).encode()
    except RenderError as error:
        terminal.fail(str(error), error.help)


def _names() -> list[str]:
    return [*PICTURES, *(name for name, format in FORMATS.items() if format.writes)]
