"""What commands that read the texts of sources share: where those texts are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import maps, terminal
from argmap.suggest import did_you_mean

if TYPE_CHECKING:
    from argmap.model import Map
    from argmap.sources import Sources

SourceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar="ID=PATH",
        help="The text of a source: plain text, Markdown or HTML. Comes before the map's own 'file:'.",
    ),
]
OutsideOption = Annotated[
    bool, typer.Option("--allow-outside", help="Read texts outside the map's folder, too.")
]


def given(options: list[str] | None) -> dict[str, Path]:
    """Return the texts given on the command line by the id of their source; end the command if one is not ID=PATH."""
    paths: dict[str, Path] = {}
    for option in options or ():
        id, equals, path = option.partition("=")
        if not (id and equals and path):
            terminal.fail(
                f"--source should be ID=PATH, not {option!r}", "Such as: --source article=article.txt"
            )
        if id in paths:
            terminal.fail(f"--source names {id!r} twice", "Give each source one text.")
        paths[id] = Path(path)
    return paths


def open_for(map: Map, path: str, paths: dict[str, Path], *, allow_outside: bool = False) -> Sources:
    """Return the sources of the map in the file ``path``; end the command if a text was given to none of them."""
    from argmap.sources import open_sources

    for id in paths:
        if id not in map.sources:
            declared = f"Its sources: {', '.join(map.sources)}." if map.sources else "It declares none."
            terminal.fail(f"the map has no source {id!r}", did_you_mean(id, map.sources) or declared)
    return open_sources(map, folder(path), paths, allow_outside=allow_outside)


def files(map: Map, path: str, given: dict[str, Path]) -> list[Path]:
    """Return the texts of the map in the file ``path``: those that it names, and those that are given."""
    own = (folder(path) / source.file for source in map.sources.values() if source.file)
    return [*own, *given.values()]


def folder(path: str) -> Path:
    """Return the folder that the texts of the map in the file ``path`` are named from."""
    return Path.cwd() if path == maps.STDIN else Path(path).parent


def open_if_any(
    map: Map, path: str, paths: dict[str, Path], *, allow_outside: bool = False
) -> Sources | None:
    """Return the same, or None if the map names no text and none is given: then nothing is loaded."""
    if paths or any(source.file for source in map.sources.values()):
        return open_for(map, path, paths, allow_outside=allow_outside)
    return None
