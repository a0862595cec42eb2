"""``argmap check --fix`` and ``--diff``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from argmap.cli import editing, maps, terminal
from argmap.cli.checking import Job, mend_file


def mend(job: Job, paths: Sequence[str], *, unsafe: bool) -> None:
    """Mend files in place."""
    for path in paths:
        _refuse_stdin(path, "--fix")
        before, after, fixed = mend_file(job, path, unsafe=unsafe)
        if after != before:
            terminal.save(Path(path), after.encode(), quiet=True)
            typer.echo(f"Fixed {fixed} {'finding' if fixed == 1 else 'findings'} in {path}", err=True)


def show(job: Job, paths: Sequence[str], *, unsafe: bool) -> bool:
    """Print what mending would change, as a diff; tell whether it would change anything."""
    changes = False
    for path in paths:
        before, after, _ = mend_file(job, path, unsafe=unsafe)
        editing.show(path, before, after)
        changes = changes or after != before
    return changes


def _refuse_stdin(path: str, option: str) -> None:
    if path == maps.STDIN:
        terminal.fail(f"{option} cannot write to standard input", "Name a file, or use --diff.")
