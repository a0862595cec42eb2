"""The baseline of ``argmap check``: read, applied and written."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import partial
from pathlib import Path

from argmap.checks.baseline import Baseline, BaselineError, make_baseline, read_baseline
from argmap.cli import configured, maps, terminal
from argmap.finding import Finding


def write(path: Path, findings: list[Finding]) -> None:
    """Write all findings to a baseline."""
    baseline = make_baseline(findings, partial(_name, path.parent))
    terminal.save(path, baseline.text().encode())


def apply(
    path: Path, findings: list[Finding], checked: Collection[str], codes: Collection[str], *, prune: bool
) -> list[Finding]:
    """Return the findings that a baseline does not know, and those about the baseline itself, unless it is pruned."""
    baseline = _read(path)
    name = partial(_name, path.parent)
    files = {file for file, _, _ in baseline.lines} - {name(maps.STDIN)}
    gone = {file for file in files if not (path.parent / _file(file)).exists()}
    new, stale = baseline.apply(findings, checked, codes, file=str(path), name=name, gone=gone)
    if prune and stale:
        terminal.save(path, baseline.without(stale).text().encode())
        return new
    return new + (stale if "AM903" in codes else [])


def _name(folder: Path, file: str) -> str:
    """Return what a baseline in a folder calls a file: bytes that are not UTF-8 are escaped."""
    return configured.name_in(folder, file).encode("utf-8", "backslashreplace").decode()


def _file(name: str) -> str:
    """Return the file that a baseline calls by a name."""
    return re.sub(r"\\u(dc[89a-f][0-9a-f])", lambda escape: chr(int(escape[1], 16)), name)


def _read(path: Path) -> Baseline:
    try:
        return read_baseline(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        terminal.fail(f"there is no baseline {path}", "Write one with --write-baseline.")
    except (OSError, UnicodeDecodeError) as error:
        terminal.fail(f"cannot read the baseline {path}: {error}")
    except BaselineError as error:
        terminal.fail(f"{path}:{error.line}: {error}", "Write it anew with --write-baseline.")
