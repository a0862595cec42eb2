"""What a map can be turned into, for ``export`` and ``convert`` alike: pictures of it, and other tools' formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from argmap.cli import terminal
from argmap.formats import FORMATS, Format, WriteError
from argmap.formats.registry import told_by
from argmap.suggest import did_you_mean

if TYPE_CHECKING:
    from argmap.cli.drawing import Drawing
    from argmap.formats import Keeps, Written
    from argmap.graph import Graph


@dataclass(frozen=True, slots=True)
class Picture:
    """Something to look at or to read, made from a map; no map is read from it."""

    name: str
    """What it is called on the command line."""
    title: str
    """What it is called in a sentence."""
    suffixes: tuple[str, ...]
    """How names of such files end, the most usual first."""
    laid_out: bool = True
    """Whether an engine lays it out, or a part of it."""


PICTURES: Final[Mapping[str, Picture]] = {
    picture.name: picture
    for picture in (
        Picture("svg", "SVG", (".svg",)),
        Picture("png", "PNG", (".png",)),
        Picture("pdf", "PDF", (".pdf",)),
        Picture("dot", "DOT", (".dot", ".gv")),
        Picture("mermaid", "Mermaid", (".mmd", ".mermaid"), laid_out=False),
        Picture("markdown", "Markdown", (".md", ".markdown"), laid_out=False),
        Picture("html", "HTML", (".html", ".htm")),
    )
}

Target = Format | Picture


def names() -> list[str]:
    """Return what all targets are called, pictures first."""
    return [*PICTURES, *(name for name, format in FORMATS.items() if format.writes)]


def complete(incomplete: str) -> list[str]:
    """Return the names that a name may go on to."""
    return [name for name in names() if name.startswith(incomplete)]


def named(name: str) -> Target:
    """Return a target; end the command if there is none of the name."""
    if name not in names():
        hint = did_you_mean(name, names()) or f"One of {', '.join(names())}."
        if name in FORMATS:
            terminal.fail(f"{FORMATS[name].title} is read, not written", f"One of {', '.join(names())}.")
        terminal.fail(f"there is no format {name!r}", hint)
    return PICTURES.get(name) or FORMATS[name]


def by_ending(name: str) -> list[Target]:
    """Return the targets whose files are called like this, the most usual first."""
    told = [(told_by(name, target.suffixes), target) for target in map(named, names())]
    most = max(length for length, _ in told)
    return [target for length, target in told if length == most > 0]


def keeps(target: Target) -> Keeps | None:
    """Return what a target has room for; None if that is everything, or it is there to be looked at."""
    if isinstance(target, Format):
        return target.keeps
    if target.name == "markdown":
        from argmap.render.markdown import KEEPS

        return KEEPS
    return None


def make(target: Target, graph: Graph, drawing: Drawing) -> Written:
    """Turn a map into a picture or into another format.

    Raises:
        WriteError: if the format cannot take it.
        RenderError: if it cannot be drawn.
    """
    if not isinstance(target, Format):
        return _drawn(target, graph, drawing)
    try:
        # With what it includes: that has been read, and stands in the map.
        return target.write(graph.map.model_copy(update={"include": {}}))
    except WriteError as error:
        message = f"this cannot be written as {target.title}: {error.message}"
        raise WriteError(message, error.help) from error


def _drawn(picture: Picture, graph: Graph, drawing: Drawing) -> Written:
    from argmap.formats import Written

    if picture.name == "markdown":
        from argmap.render.markdown import KEEPS, to_markdown

        return Written.text(to_markdown(graph), KEEPS.dropped(graph.map))
    if picture.name == "mermaid":
        from argmap.render.mermaid import to_mermaid

        return Written({name: text.encode() for name, text in to_mermaid(graph).items()})
    if picture.name == "html":
        from argmap.cli.pages import page

        return Written.text(page(graph, drawing))
    from argmap.cli.pictures import draw

    return draw(picture.name, graph, drawing)
