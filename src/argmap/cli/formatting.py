"""Formatting files, one or many."""

from __future__ import annotations

from dataclasses import dataclass

import typer

from argmap.cli import editing, maps, terminal
from argmap.errors import ArgmapError


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with every file."""

    named: frozenset[str]
    """The files that are named, not found in a folder."""
    only_told: bool
    """Whether nothing is changed."""
    quiet: bool
    """Whether what would change is not shown."""


def format_file(job: Job, path: str) -> bool | None:
    """Format a file and say so; tell whether that changes it, or None if it cannot be done: that has been said."""
    from argmap.refactor import format_text

    if path not in job.named and not _is_edited(path):
        return False
    try:
        changed = editing.edit(path, format_text, dry_run=job.only_told, quiet=job.quiet)
    except ArgmapError as error:
        terminal.tell(error.message, error.help)
        return None
    except typer.Exit:  # which has told why
        return None
    if changed:
        terminal.say(f"Would format {path}" if job.only_told else f"Formatted {path}")
    return changed


def _is_edited(path: str) -> bool:
    """Tell whether a file is in a format of argmap's own, or cannot be read, which editing it will tell."""
    from argmap.formats import format_of

    try:
        return format_of(path, maps.data(path).decode("utf-8-sig", "replace")).edits
    except maps.UnreadableError:
        return True
