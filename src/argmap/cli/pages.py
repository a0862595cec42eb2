"""Maps as pages, with their pictures where they can be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.cli import terminal, waiting

if TYPE_CHECKING:
    from argmap.cli.drawing import Drawing
    from argmap.graph import Graph


@waiting.doing("Drawing")
def page(graph: Graph, drawing: Drawing) -> str:
    """Return a map, or a part of it, as a page; where it cannot be drawn, one without a picture that says why."""
    from argmap.render.web import map_page

    svg, without = picture(graph, drawing)
    if without:
        terminal.say(f"argmap: the page has no picture: {without}")
    found = [it for it in drawing.findings if it.claim is None or it.claim in graph.claims]
    return map_page(graph, svg, without=without, findings=found, sources=drawing.sources)


def picture(graph: Graph, drawing: Drawing) -> tuple[str | None, str]:
    """Return the picture of a map, or None and why there is none."""
    from argmap.render.engine import TIMEOUT, RenderError, choose_engine
    from argmap.render.overlay import PLAIN
    from argmap.render.svg import to_svg
    from argmap.render.web.document import MOST_DRAWN, TOO_LARGE

    if not graph.claims:
        return None, "The map has no claims."
    if len(graph.claims) > MOST_DRAWN:
        return None, TOO_LARGE
    try:
        engine, timeout = choose_engine(drawing.engine), drawing.timeout or TIMEOUT
        return to_svg(graph, overlay=drawing.overlay or PLAIN, engine=engine, timeout=timeout), ""
    except RenderError as error:
        return None, " ".join(filter(None, (error.message, error.help)))
