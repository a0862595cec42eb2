"""What can be asked of a picture, and how it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final

import typer

from argmap.cli import evaluation, terminal, waiting
from argmap.cli.drawing import Drawing
from argmap.render.choices import EngineName, PaperName, ThemeName

if TYPE_CHECKING:
    from argmap.config import Config
    from argmap.finding import Finding
    from argmap.formats import Reading, Written
    from argmap.graph import Graph
    from argmap.render.engine import Engine
    from argmap.render.overlay import Look
    from argmap.render.scene import Scene
    from argmap.sources import Sources

EngineOption = Annotated[
    EngineName | None,
    typer.Option(
        help="Which Graphviz lays the picture out: the one that comes with argmap (the default), or the "
        "system's dot, found on PATH or named by ARGMAP_DOT.",
        show_default=False,
    ),
]
TimeoutOption = Annotated[
    float | None,
    typer.Option(
        min=0.1, max=86_400, help="Seconds that the layout of a picture may take.", show_default="60"
    ),
]
ThemeOption = Annotated[ThemeName, typer.Option(help="Colours; print is black on white.")]
DepthOption = Annotated[
    int | None, typer.Option(min=0, help="Draw this many levels below the thesis, and how much is left out.")
]
VerdictsOption = Annotated[bool, typer.Option("--verdicts", help="Show what stands, falls or is open.")]
StrengthOption = Annotated[
    evaluation.Strength | None, typer.Option(help="Show strengths, 0 to 1, by this semantics.")
]
FindingsOption = Annotated[bool, typer.Option("--findings", help="Show what argmap check finds.")]
PagesOption = Annotated[
    bool | None,
    typer.Option(
        "--pages/--one-page",
        help="Several pages, an overview first, or one. If not given, a PDF has as many as can be read in print.",
        show_default=False,
    ),
]
PaperOption = Annotated[PaperName, typer.Option(help="What pages are for.")]


ENGINES: Final = ("verdicts", "leaves", "strength", "engine", "timeout", "config", "source", "allow_outside")
"""Options of what is laid out: pictures by an engine, and pages with such a picture."""
DRAWN: Final = ("theme", "depth", "pages", "paper", "findings")
"""Options of pictures alone."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be made of a map, and what the options ask to be shown besides."""

    picture: str
    """Name of the target: ``svg``, ``html`` …"""
    verdicts: bool = False
    leaves: evaluation.Leaves = "asserted"
    strength: evaluation.Strength | None = None
    findings: bool = False


def prepare(
    graph: Graph, reading: Reading, config: Config, sources: Sources | None, asked: Asked
) -> tuple[Graph, Drawing]:
    """Return what is to be drawn of a map or of a part of it, and what is shown besides.

    Styles that cannot be read, and evaluations that cannot be done, end the command.
    """
    from argmap.render.overlay import Overlay, attributes_of

    whole = graph.whole
    looks, graph = _styled(graph, config) if config.styles else ({}, graph)
    judged = None
    if asked.verdicts or asked.strength:
        from argmap.evaluate import evaluate

        with evaluation.refusals(whole):
            judged = evaluate(whole, leaves=asked.leaves, strength=asked.strength)
        evaluation.warn(judged.convergence)
    told = found(reading, sources, config) if asked.findings or asked.picture == "html" else ()
    badges = told if asked.findings else None
    overlay = Overlay(judged, asked.verdicts, badges, looks, attributes_of(config.graphviz.items()))
    return graph, Drawing(sources, findings=told, overlay=overlay)


def _styled(graph: Graph, config: Config) -> tuple[Mapping[str, Look], Graph]:
    """Return how claims look by the styles of a configuration, and what of a map these leave."""
    from argmap.graph import Graph
    from argmap.query.part import part
    from argmap.query.selectors import SelectorError
    from argmap.render.styles import looks_of

    try:
        looks, hidden = looks_of(graph.whole, config.styles)
    except SelectorError as error:
        terminal.fail(f"a style in {config.path} cannot be read: {error.message}", error.help)
    if hidden:
        graph = Graph(part(graph, graph.claims.keys() - hidden, hidden), graph.whole)
    return looks, graph


def found(reading: Reading, sources: Sources | None, config: Config) -> list[Finding]:
    """Return what checks find in a map."""
    from argmap.cli import checking

    return checking.findings(reading, sources, config)


@waiting.doing("Drawing")
def draw(picture: str, graph: Graph, drawing: Drawing) -> Written:
    """Draw a map by an engine.

    Raises:
        RenderError: if that cannot be done.
    """
    from argmap.formats import Written
    from argmap.render.crowd import refuse_crowd
    from argmap.render.dot import dot_of
    from argmap.render.engine import TIMEOUT, Deadline, choose_engine
    from argmap.render.forest import grow
    from argmap.render.overlay import PLAIN
    from argmap.render.scene import Scene
    from argmap.render.themes import THEMES
    from argmap.render.view import view_of

    engine = Deadline(choose_engine(drawing.engine), drawing.timeout or TIMEOUT)
    theme = THEMES[drawing.theme]
    scene = Scene(
        graph,
        theme.with_letters() if picture in ("png", "pdf") and engine.name == "bundled" else theme,
        view=view_of(grow(graph), drawing.depth),
        overlay=drawing.overlay or PLAIN,
        links=drawing.links(graph),
    )
    if picture == "dot":
        return Written.text(dot_of(scene))
    if drawing.timeout is None:
        refuse_crowd(scene, pages=drawing.pages or (picture == "pdf" and drawing.pages is None))
    notes = list(_missing_fonts(scene)) if picture in ("png", "pdf") and engine.name == "bundled" else []
    if picture == "pdf":
        from argmap.render.pdf import pdf_of

        data, note = pdf_of(
            scene,
            engine,
            paper=drawing.paper,
            depth=drawing.depth,
            one_page=drawing.pages is False,
        )
        return Written({"": data}, notes=(*notes, *note))
    if not drawing.pages:
        data, note = _single(picture, scene, engine)
        return Written({"": data}, notes=(*notes, *note))
    from argmap.render.pdf import paged

    pages, _ = paged(scene, engine, paper=drawing.paper, depth=drawing.depth)
    parts = {}
    for page in pages:
        data, note = _single(picture, page, engine)
        parts[f"page-{page.view.page:02}.{picture}"] = data
        notes += note
    return Written(parts, notes=tuple(dict.fromkeys(notes)))


def _single(picture: str, scene: Scene, engine: Engine) -> tuple[bytes, tuple[str, ...]]:
    """Return a picture on one page, and what is to be said of it."""
    if picture == "svg":
        from argmap.render.svg import svg_of

        return svg_of(scene, engine).encode(), ()
    from argmap.render.raster import png_of

    return png_of(scene, engine)


def _missing_fonts(scene: Scene) -> tuple[str, ...]:
    """Say so if letters are drawn in whatever fonts this machine has."""
    from argmap.render import fonts

    texts = (
        text for claim in scene.graph.claims.values() for text in (claim.text, claim.label, claim.speaker)
    )
    if fonts.has_more() or not any(text and fonts.needs_more(text) for text in texts):
        return ()
    return (
        "some letters of this map are drawn in this machine's fonts, or as boxes if it has none for them\n"
        "  help: pip install 'argmap[fonts]' brings fonts for them, the same on every machine.",
    )
