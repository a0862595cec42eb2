"""Results as tables, in Markdown."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import peers
from bars import bars
from measuring import Result
from works import ARGMAP, SECTIONS, WITHIN, Work

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"
NONE = "–"
SMALL, LARGE = 10_000, 100_000
"""Sizes between which the cost of a claim is compared."""


@dataclass
class Row:
    """One thing that was measured, and what came of it for each program."""

    work: Work
    results: dict[str, Result]

    def brief(self) -> str:
        """Return the CPU seconds of all programs in a line."""
        return ", ".join(f"{name} {_cpu(result)}" for name, result in self.results.items())


def page(rows: Sequence[Row], missing: Mapping[str, str], *, complete: bool) -> str:
    """Return all tables.

    Args:
        rows: What was measured.
        missing: Peers that could not be had, and why.
        complete: Whether nothing is left out because the run was interrupted.
    """
    blocks = [_about(missing)]
    if not complete:
        blocks.append("**The run was interrupted: this is not all.**")
    found = {(row.work.section, row.work.name, row.work.size): row.results for row in rows}
    held = [[bar.name, bar.wanted, bar.measured, "yes" if bar.held else "**no**"] for bar in bars(found)]
    if held:
        blocks += ["### The bars", _table(["", "bar", "measured", "held"], held)]
    for section, inputs in SECTIONS.items():
        chosen = [row for row in rows if row.work.section == section]
        if chosen:
            table = _within(chosen) if section == WITHIN else _whole(chosen)
            blocks += [f"### {section}", inputs, table]
    if costs := list(_costs(rows)):
        header = ["CPU for a claim", "", f"of {SMALL:,}", f"of {LARGE:,}", "ratio"]
        blocks += ["### What a claim costs", _table(header, costs)]
    return "\n\n".join(blocks) + "\n"


def put(made: str) -> None:
    """Put tables into the page of the documentation that has them."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{made}\n{END}{after}", encoding="utf-8")


def _about(missing: Mapping[str, str]) -> str:
    """Say when, where and with what the run was made."""
    python, node = platform.python_version(), shutil.which("node")
    versions = [f"argmap {version('argmap')}", f"Python {python}"]
    if node:
        done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
        versions.append(f"Node {done.stdout.strip().removeprefix('v')}")
    versions += [f"{peer.name} {peer.version}" for peer in peers.PEERS if peer.folder.exists()]
    lines = [
        f"{datetime.now(UTC):%Y-%m-%d}; {_machine()}.",
        f"{', '.join(versions)}.",
        *(f"**Not measured: {name} {reason}.**" for name, reason in missing.items()),
    ]
    return "  \n".join(lines)


def _machine() -> str:
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        named = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        model = named[0].partition(":")[2].strip() if named else model
    cores = os.cpu_count() or 1
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {cores} core{'s' * (cores > 1)}, {memory:.0f} GB, {platform.system()}"


def _whole(rows: Sequence[Row]) -> str:
    """Return the table of whole processes: a line for each peer, argmap's figures in the first."""
    header = ["", "CPU", "wall", "memory", "beside", "CPU", "wall", "memory"]
    header += ["ratio: CPU", "wall", "memory", "runs"]
    lines = []
    for row in _grouped(rows):
        title, ours = row.work.title, row.results.get(ARGMAP, Result())
        theirs = {name: result for name, result in row.results.items() if name != ARGMAP}
        first = [title, *_figures(ours)]
        for name, result in theirs.items():
            lines.append([*first, name, *_figures(result), *_ratios(ours, result), _runs(ours, result)])
            first = [""] * 4
        if not theirs:
            lines.append([*first, *[""] * 7, _runs(ours)])
    return _table(header, lines)


def _within(rows: Sequence[Row]) -> str:
    """Return the table of what was measured within a process."""
    lines = []
    for row in _grouped(rows):
        title, ours = row.work.title, row.results.get(ARGMAP, Result())
        theirs = {name: result for name, result in row.results.items() if name != ARGMAP}
        first = [title, _cpu(ours)]
        for name, result in theirs.items():
            lines.append([*first, name, _cpu(result), _ratios(ours, result)[0], _runs(ours, result)])
            first = ["", ""]
        if not theirs:
            lines.append([*first, "", "", "", _runs(ours)])
    return _table(["", "CPU", "beside", "CPU", "ratio", "runs"], lines)


def _grouped(rows: Sequence[Row]) -> list[Row]:
    """Return rows with all sizes of one thing below one another."""
    names = list(dict.fromkeys(row.work.name for row in rows))
    return sorted(rows, key=lambda row: (names.index(row.work.name), row.work.size))


def _costs(rows: Sequence[Row]) -> Iterator[list[str]]:
    """Yield what a claim costs where there are few and where there are many."""
    for row in rows:
        work = row.work
        if work.section == WITHIN or work.unit != "claims" or work.size != LARGE:
            continue
        few = next((it for it in rows if it.work.name == work.name and it.work.size == SMALL), None)
        first = f"{work.section}: {work.name}"
        for name, result in row.results.items():
            before = few.results.get(name) if few else None
            if before and before.usage and result.usage:
                costs = [before.usage.cpu / SMALL, result.usage.cpu / LARGE]
                cells = [f"{cost * 1e6:.0f} µs" for cost in costs]
                yield [first, name, *cells, _number(costs[1] / costs[0])]
                first = ""


def _figures(result: Result) -> list[str]:
    if result.usage is None:
        return [result.ended or NONE, "", ""]
    return [_cpu(result), _seconds(result.usage.wall), f"{result.usage.memory:,.0f} MB"]


def _cpu(result: Result) -> str:
    return _seconds(result.usage.cpu) if result.usage else result.ended or NONE


def _seconds(seconds: float) -> str:
    return f"{_number(seconds)} s" if seconds >= 0.1 else f"{_number(seconds * 1000)} ms"


def _number(number: float) -> str:
    """Return a number with two or three digits that count."""
    digits = 0 if number >= 100 else 1 if number >= 10 else 2 if number >= 0.1 else 3
    return f"{number:,.{digits}f}"


def _ratios(ours: Result, theirs: Result) -> list[str]:
    if ours.usage is None or theirs.usage is None:
        return [""] * 3
    a, b = ours.usage, theirs.usage
    return [_number(x / y) if y else "" for x, y in ((a.cpu, b.cpu), (a.wall, b.wall), (a.memory, b.memory))]


def _runs(*results: Result) -> str:
    return f"{max(result.runs for result in results)}"


def _table(header: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    marks = ["---" if at == 0 else "--:" for at in range(len(header))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, marks, *lines))
