"""What commands take from the configuration of the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import maps

if TYPE_CHECKING:
    from argmap.config import Config

ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="A configuration; by default the nearest argmap.toml, or pyproject.toml with [tool.argmap].",
    ),
]


def config(path: Path | None) -> Config:
    """Return the configuration that is named, or the nearest.

    Raises:
        ConfigError: if it cannot be used.
    """
    from argmap.config import find_config, read_config

    return read_config(path) if path else find_config(Path.cwd())


def name_in(folder: Path, file: str) -> str:
    """Return what a configuration in a folder calls a file: its path from there, with slashes."""
    if file in (maps.STDIN, "<stdin>"):
        return "<stdin>"
    return Path(os.path.relpath(file, folder)).as_posix()
