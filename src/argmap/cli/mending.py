"""``argmap check --fix`` and ``--diff``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from argmap.cli import editing, maps, parallel, terminal
from argmap.cli.checking import Job, mend_text

if TYPE_CHECKING:
    from argmap.refactor import Edited


def mend(job: Job, paths: Sequence[str], *, unsafe: bool) -> None:
    """Mend files in place."""
    if maps.STDIN in paths:
        terminal.fail("--fix cannot write to standard input", "Name a file, or use --diff.")
    for _ in parallel.each(partial(_mend, job, unsafe), paths, "Mending"):
        pass


def _mend(job: Job, unsafe: bool, path: str) -> None:
    if maps.read_or_finding(path).map is not None:  # what is wrong with others the check will tell
        editing.edit(path, partial(_mended, job, unsafe=unsafe), dry_run=False)


def _mended(job: Job, text: str, path: str, *, unsafe: bool) -> Edited:
    from argmap.refactor import Edited

    after, fixed = mend_text(job, path, text, unsafe=unsafe)
    counted = f"{fixed} {'finding' if fixed == 1 else 'findings'}"
    return Edited(after, (f"fixed {counted} in {path}",) if after != text else ())


def show(job: Job, paths: Sequence[str], *, unsafe: bool) -> bool:
    """Print what mending would change, as a diff; tell whether it would change anything."""
    return any(list(parallel.each(partial(_show, job, unsafe), paths, "Mending", here=maps.STDIN in paths)))


def _show(job: Job, unsafe: bool, path: str) -> bool:
    before = maps.read_or_finding(path).text
    after, _ = mend_text(job, path, before, unsafe=unsafe)
    editing.show(path, before, after)
    return after != before
