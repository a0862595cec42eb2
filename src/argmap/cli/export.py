"""``argmap export``: the map as a picture, or in another tool's format."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from argmap.cli import (
    configured,
    evaluation,
    maps,
    pictures,
    targets,
    terminal,
    texts,
    where,
    writing,
)
from argmap.cli.drawing import Drawing


def export(
    context: typer.Context,
    format: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="A picture (svg, png, pdf, dot, mermaid), a page (html) or a format of argmap convert.",
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
    theme: pictures.ThemeOption = "light",
    depth: pictures.DepthOption = None,
    pages: pictures.PagesOption = None,
    paper: pictures.PaperOption = "a4",
    verdicts: pictures.VerdictsOption = False,
    leaves: evaluation.LeavesOption = "asserted",
    strength: pictures.StrengthOption = None,
    findings: pictures.FindingsOption = False,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    source: texts.SourceOption = None,
    allow_outside: texts.OutsideOption = False,
    config: configured.ConfigOption = None,
    engine: pictures.EngineOption = None,
    timeout: pictures.TimeoutOption = None,
) -> None:
    """Draw a map as a picture or a page, or in another format.

    \b
    Examples:
      argmap export svg maps/bridge.yaml -o bridge.svg
      argmap export pdf maps/bridge.yaml -o bridge.pdf --paper a3
      argmap export png maps/bridge.yaml -o bridge.png --theme dark --verdicts
      argmap export svg maps/bridge.yaml -o costs.svg --where '+costs' --depth 2
      argmap export svg maps/bridge.yaml -o bridge --pages
      argmap export html maps/bridge.yaml -o bridge.html
      argmap export mermaid maps/bridge.yaml
      argmap export json maps/bridge.yaml | jq .claims
    """  # noqa: D301  \b is for the help text
    target = targets.named(format)
    drawn = isinstance(target, targets.Picture) and target.laid_out
    paged = target.name == "pdf" if pages is None else pages
    for idle, when, options in (
        (not drawn, f"on {target.title}", (*pictures.ENGINES, *pictures.DRAWN)),
        (target.name == "html", "on a page", pictures.DRAWN),
        (target.name == "dot", "on DOT", ("pages", "paper", "engine", "timeout")),
        (not paged, "on a single page", ("paper",)),
        (not verdicts, "without --verdicts", ("leaves",)),
    ):
        if idle:
            terminal.refuse_idle(context, when, *options)
    given = texts.given(source)
    reading, whole = maps.reading_and_graph(map)
    others = [*reading.included.values(), *texts.files(whole.map, map, given)]
    writing.keep_inputs(output, "-o", map, others)
    graph = where.part_of(whole, only, but)
    drawing = Drawing()
    if drawn:
        sources = texts.open_if_any(graph.map, map, given, allow_outside=allow_outside)
        settings = configured.config(config)
        asked = pictures.Asked(target.name, verdicts, leaves, strength, findings)
        graph, drawing = pictures.prepare(graph, reading, settings, sources, asked)
        drawing = replace(
            drawing, engine=engine, timeout=timeout, theme=theme, depth=depth, pages=pages, paper=paper
        )
    made = targets.make(target, graph, drawing)
    writing.deliver(made, output, target)
    writing.tell_dropped(made.dropped, target)
