"""``argmap coverage``: which passages of the sources no claim accounts for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import maps, terminal, texts, where, writing

if TYPE_CHECKING:
    from argmap.model import Map
    from argmap.sources import Sources
    from argmap.sources.coverage import Coverage


def coverage(
    map: maps.MapArgument,
    *,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    source: texts.SourceOption = None,
    allow_outside: texts.OutsideOption = False,
    fail_under: Annotated[
        float | None,
        typer.Option(min=0, max=100, metavar="PERCENT", help="Exit with 1 if less is covered in all."),
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a page to this file; - is standard output.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """Tell which sentences of its sources a map accounts for.

    \b
    Examples:
      argmap coverage maps/bridge.yaml
      argmap coverage maps/bridge.yaml --source column=column.txt
      argmap coverage maps/bridge.yaml --html coverage.html
      argmap coverage maps/bridge.yaml --fail-under 90

    A sentence is covered if at least half of it lies in passages that claims are anchored to. What holds no
    argument is set aside in the map: not_argument: {source: {"¶3 first … last": the reason}}.
    """  # noqa: D301  \b is for the help text
    from argmap.render import coverage as view
    from argmap.sources.coverage import total

    graph = where.only(maps.graph(map), only, but)
    given = texts.given(source)
    sources = texts.open_for(graph.map, map, given, allow_outside=allow_outside)
    for error in sources.errors.values():
        raise error
    if not sources.texts:
        known = next(iter(graph.map.sources), "ID")
        terminal.fail(
            "there is no text to compare the map with",
            f"Give one: --source {known}=PATH, or name it in the map: sources: {{{known}: {{file: PATH}}}}.",
        )
    measured = _measure(graph.map, sources)
    if html is not None:
        writing.keep_inputs(html, "--html", map, texts.files(graph.map, map, given))
        from argmap.render.coverage_page import coverage_page

        page = coverage_page(graph.map, sources, measured).encode()
        if str(html) == maps.STDIN:
            terminal.write(page)
        else:
            terminal.save(html, page)
    if json:
        terminal.write_json(view.coverage_json(graph.map, sources, measured))
    elif html is None:
        terminal.show(view.coverage_text(graph.map, sources, measured), terminal.console(color))
    share = 100 * total(measured.values()).share
    if fail_under is not None and share < fail_under:
        terminal.say(f"argmap: {share:.1f} % covered, less than {fail_under:g} %")
        raise typer.Exit(terminal.FINDINGS)


def _measure(map: Map, sources: Sources) -> dict[str, Coverage]:
    """Measure all texts; tell of the quotes that are not to be found in them."""
    from argmap.formats.notation import passages_set_aside
    from argmap.sources.coverage import measure_map

    aside = [(quote, reason) for quote, _, reason in passages_set_aside(map)]
    measured, lost = measure_map(map, sources, aside)
    if lost:
        count = "1 quote is" if lost == 1 else f"{lost} quotes are"
        terminal.say(f"argmap: {count} not to be found and not counted; argmap check tells which")
    return measured
