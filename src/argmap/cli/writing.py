"""What commands that write a map in another format share: saving it, and saying what it has no room for."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli import maps, terminal
from argmap.files import is_folder, same_file

if TYPE_CHECKING:
    from argmap.cli.targets import Target
    from argmap.formats import Dropped, Written

_SHOWN = 3


def deliver(made: Written, output: Path | None, target: Target) -> None:
    """Save what was written, or print it if no output is given; several files go into a folder."""
    single = made.parts.get("") if len(made.parts) == 1 else None
    for note in made.notes:
        terminal.say(f"argmap: {note}")
    if output is None or str(output) == maps.STDIN:
        if single is None:
            terminal.fail(several(made, target), "Name a folder for them with -o.")
        if sys.stdout.isatty() and not _is_text(single):
            terminal.fail(f"{target.title} is not for a terminal", f"Name a file: -o map{target.suffixes[0]}")
        terminal.write(single)
    elif single is not None:
        terminal.save(output, single)
    else:
        if output.name.endswith(target.suffixes) and not is_folder(output):
            terminal.fail(several(made, target), f"Name a folder for them: -o {output.with_suffix('')}")
        try:
            output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            terminal.fail(f"cannot make the folder {output}: {error.strerror or error}")
        for name, data in made.parts.items():
            terminal.save(output / name, data)


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def several(made: Written, target: Target) -> str:
    """Say that what was written is more than a file."""
    return f"{target.title} takes {len(made.parts)} files here: {', '.join(shown(list(made.parts)))}"


def shown(names: list[str]) -> list[str]:
    """Return the first few of many names."""
    return names if len(names) <= _SHOWN else [*names[:_SHOWN], "…"]


def tell_dropped(dropped: Sequence[Dropped], target: Target) -> None:
    """Say on standard error what a format had no room for."""
    if dropped:
        terminal.say(f"argmap: {target.title} has no room for")
    for each in dropped:
        terminal.say(f"  {each}")


def keep_inputs(output: Path | None, option: str, map: str, others: Iterable[Path] = ()) -> None:
    """End the command if the output, given by an option, is one of the files that are read."""
    help = f"Name another file with {option}."
    if output is not None and map != maps.STDIN and same_file(output, Path(map)):
        terminal.fail(f"{output} is the map itself", help)
    if output is not None and any(same_file(output, path) for path in others):
        terminal.fail(f"{output} is one of the files that are read", help)
