"""What commands that edit maps share: reading the file, writing it whole or not at all, showing what would change."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import maps, terminal
from argmap.files import locked

if TYPE_CHECKING:
    from argmap.refactor import Edited

_TRIES = 10
"""Times that an edit is made anew because someone else has changed the file."""

DryRunOption = Annotated[
    bool, typer.Option("--dry-run", "-n", help="Show what would change, and change nothing.")
]


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit makes of a file."""

    path: str
    data: bytes
    """The file as it was read."""
    before: str
    edited: Edited

    def __bool__(self) -> bool:
        return self.edited.text != self.before


def edit(path: str, change: Callable[[str, str], Edited], *, dry_run: bool, quiet: bool = False) -> bool:
    """Edit a file; tell whether that changes it. End the command if it cannot be done.

    Args:
        path: the file.
        change: takes its text and its name, and returns it edited.
        dry_run: whether only to print what would change.
        quiet: whether not even to print that.
    """
    (change_made,) = carry_out(lambda: [whole(prepare(path, change))], dry_run=dry_run, quiet=quiet)
    return bool(change_made)


def whole(change: Change) -> Change:
    """Return a change of a map with what it means for the whole that it includes others in.

    End the command if it names what these do not have.
    """
    if not change or b"include" not in change.data:
        return change
    before, after = (
        maps.reading_of(change.path, text.encode()) for text in (change.before, change.edited.text)
    )
    if before.map is None or after.map is None or not after.map.include:
        return change
    from argmap.checks.registry import CHECKS
    from argmap.graph import Graph
    from argmap.refactor import Edited, losses

    known = {problem.message for problem in before.problems}
    for problem in after.faults:
        if problem.message not in known:
            terminal.fail(problem.message, problem.help)
    old, new = Graph(before.map), Graph(after.map)
    known = {hit.message for hit in CHECKS["AM101"](old)}
    for hit in CHECKS["AM101"](new):
        if hit.message not in known:
            terminal.fail(hit.message, hit.help)
    notes = (*change.edited.notes, *losses(old, new))
    return replace(change, edited=Edited(change.edited.text, notes))


def prepare(path: str, change: Callable[[str, str], Edited]) -> Change:
    """Return what an edit would make of a file; end the command if it cannot be done."""
    if path == maps.STDIN:
        terminal.fail("standard input cannot be edited", "Name a file.")
    data = maps.data(path)
    try:
        text = data.decode("utf-8-sig")
        return Change(path, data, text, change(text, path))
    except UnicodeDecodeError:
        terminal.fail(f"{path} is not UTF-8", "Save it as UTF-8.")


def carry_out(
    prepared: Callable[[], Sequence[Change]], *, dry_run: bool, quiet: bool = False
) -> Sequence[Change]:
    """Write what edits make of files, or show it; no file is written if one of them cannot be.

    Args:
        prepared: reads the files and returns what is to become of them; is asked again if one has changed meanwhile.
        dry_run: whether only to print what would change.
        quiet: whether not even to print that.
    """
    left = _TRIES
    while True:
        changes = prepared()
        made = [change for change in changes if change]
        if dry_run:
            for change in made if not quiet else ():
                show(change.path, change.before, change.edited.text)
        elif not _written(made):
            left -= 1
            if not left:
                terminal.fail(f"{made[0].path} has been changed meanwhile", "Try again.")
            continue
        for note in dict.fromkeys(note for change in changes for note in change.edited.notes):
            terminal.say(f"argmap: {note}")
        return changes


def _written(changes: Sequence[Change]) -> bool:
    """Write files, unless one of them has changed since it was read: tell whether."""
    with ExitStack() as stack:
        for path in sorted(Path(change.path) for change in changes):
            terminal.refuse_read_only(path)
            stack.enter_context(locked(path))
        if any(maps.data(change.path) != change.data for change in changes):
            return False
        for change in changes:
            mark = "\ufeff" if change.data.startswith(b"\xef\xbb\xbf") else ""
            terminal.save(Path(change.path), (mark + change.edited.text).encode(), quiet=True)
    return True


def including(path: str) -> dict[str, list[str]]:
    """Return the maps of the project that include a file, or include one that does.

    With each stands what ids of the file begin with there, once for each way by which it is included: ``name/``.
    """
    from argmap.formats import find_maps, read
    from argmap.formats.include import project_of

    start = Path(path).resolve()
    included: dict[Path, list[tuple[Path, str]]] = {}
    for file in find_maps(project_of(start)):
        try:
            data = file.read_bytes()
        except OSError:
            continue
        map = read(data, str(file)).map if b"include" in data else None
        for name, other in map.include.items() if map else ():
            included.setdefault((file.parent / other).resolve(), []).append((file, name))
    found: dict[str, list[str]] = {}
    waiting = [(start, "", frozenset({start}))]
    while waiting:
        target, beginning, passed = waiting.pop()
        for file, name in included.get(target, ()):
            by = file.resolve()
            if by not in passed:
                found.setdefault(os.path.relpath(file), []).append(f"{name}/{beginning}")
                waiting.append((by, f"{name}/{beginning}", passed | {by}))
    return found


def mentions(path: str, id: str) -> Iterator[str]:
    """Yield where maps that include a file name a claim of it, in words."""
    from argmap.refactor import EditError, lines_naming

    for other, beginnings in including(path).items():
        text = maps.data(other).decode("utf-8-sig", "replace")
        for beginning in beginnings:
            with suppress(EditError):  # what is wrong with that map is another matter
                lines = lines_naming(text, other, f"{beginning}{id}")
                if lines:
                    noun = "line" if len(lines) == 1 else "lines"
                    yield f"{other} names {beginning}{id} ({noun} {', '.join(map(str, lines))})"


def show(path: str, before: str, after: str) -> None:
    """Print what has changed in a file, as a diff."""
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    terminal.write("".join(line if line.endswith("\n") else f"{line}\n" for line in lines))
