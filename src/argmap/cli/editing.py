"""What commands that edit maps share: reading the file, writing it whole or not at all, showing what would change."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import maps, terminal

if TYPE_CHECKING:
    from argmap.refactor import Edited

DryRunOption = Annotated[
    bool, typer.Option("--dry-run", "-n", help="Show what would change, and change nothing.")
]


def edit(path: str, change: Callable[[str, str], Edited], *, dry_run: bool, quiet: bool = False) -> bool:
    """Edit a file; tell whether that changes it. End the command if it cannot be done.

    Args:
        path: the file.
        change: takes its text and its name, and returns it edited.
        dry_run: whether only to print what would change.
        quiet: whether not even to print that.
    """
    from argmap.refactor import EditError

    if path == maps.STDIN:
        terminal.fail("standard input cannot be edited", "Name a file.")
    data = _read(path)
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    try:
        text = data.decode("utf-8-sig")
        edited = change(text, path)
    except UnicodeDecodeError:
        terminal.fail(f"{path} is not UTF-8", "Save it as UTF-8.")
    except EditError as error:
        terminal.fail(str(error), error.help)
    if dry_run:
        if not quiet:
            show(path, text, edited.text)
    elif edited.text != text:
        if _read(path) != data:
            terminal.fail(f"{path} has been changed meanwhile", "Try again.")
        terminal.save(Path(path), (mark + edited.text).encode(), quiet=True)
    for note in edited.notes:
        typer.echo(f"argmap: {note}", err=True)
    return edited.text != text


def including(path: str) -> Iterator[tuple[str, str]]:
    """Yield the maps of the project that include a file, each with the name that they include it by."""
    from argmap.formats import find_maps, read
    from argmap.formats.include import project_of

    target = Path(path).resolve()
    for file in find_maps(project_of(target)):
        try:
            data = file.read_bytes()
        except OSError:
            continue
        map = read(data, str(file)).map if b"include" in data else None
        for name, other in map.include.items() if map else ():
            if (file.parent / other).resolve() == target:
                yield os.path.relpath(file), name


def show(path: str, before: str, after: str) -> None:
    """Print what has changed in a file, as a diff."""
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    terminal.write("".join(line if line.endswith("\n") else f"{line}\n" for line in lines))


def _read(path: str) -> bytes:
    try:
        return maps.data(path)
    except maps.UnreadableError as error:
        terminal.fail(error.message, error.help)
