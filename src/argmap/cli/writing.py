"""What commands that write a map in another format share: saving it, and saying what it has no room for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from argmap.cli import maps, terminal
from argmap.files import same_file

if TYPE_CHECKING:
    from argmap.formats import Dropped, Format, Written
    from argmap.model import Map


def written(map: Map, format: Format) -> Written:
    """Return a map in a format; end the command if it cannot be written so."""
    try:
        return format.write(map)
    except ValueError as error:
        terminal.fail(f"this cannot be written as {format.title}: {error}")


def deliver(made: Written, output: Path | None) -> None:
    """Save what was written, or print it if no output is given; several files go into a folder."""
    single = made.parts.get("") if len(made.parts) == 1 else None
    if output is None or str(output) == maps.STDIN:
        if single is None:
            terminal.fail("this format takes several files", "Name a folder for them with -o.")
        terminal.write(single)
    elif single is not None:
        terminal.save(output, single)
    else:
        try:
            output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            terminal.fail(f"cannot make the folder {output}: {error.strerror or error}")
        for name, data in made.parts.items():
            terminal.save(output / name, data)


def tell_dropped(dropped: Sequence[Dropped], format: Format) -> None:
    """Say on standard error what a format had no room for."""
    if dropped:
        typer.echo(f"argmap: {format.title} has no room for", err=True)
    for each in dropped:
        typer.echo(f"  {each}", err=True)


def keep_inputs(output: Path | None, *inputs: str) -> None:
    """End the command if the output is one of the files that are read."""
    for path in inputs:
        if output is not None and path != maps.STDIN and same_file(output, Path(path)):
            terminal.fail(f"{output} is the map itself", "Name another file with -o.")
