"""Measure argmap's commands beside Argdown's on the same arguments, in one run.

    python benchmarks/commands.py [--sizes 100 1000 10000] [--runs 5]

Every figure is of a whole process: CPU seconds (user and system) and peak memory, medians of several runs that take
turns after one that is not counted. Argdown's command comes from npm into benchmarks/.peers; where npm is missing the
table says so and has argmap's figures alone. The inputs are trees of claims, three reasons to each, every fifth of them
an attack, written in both formats, and the article's map.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEERS = Path(__file__).resolve().parent / ".peers"
ARTICLE = ROOT / "maps" / "fentanyl-tariffs.yaml"
ARGMAP = [sys.executable, "-m", "argmap"]


@dataclass(frozen=True)
class Work:
    """One thing to measure, with the peer's way of doing it."""

    name: str
    ours: list[str]
    theirs: list[str] | None


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    argdown = install_argdown()
    if argdown is None:
        print("Argdown could not be installed (is npm there?): argmap alone is measured.\n")
    with tempfile.TemporaryDirectory() as folder:
        print(f"| {'work':<28} | argmap CPU | Argdown CPU | ratio | argmap MB | Argdown MB |")
        print(f"| {'-' * 28} | ---------- | ----------- | ----- | --------- | ---------- |")
        for work in works(options.sizes, Path(folder), argdown):
            print(row(work, options.runs), flush=True)


def works(sizes: list[int], folder: Path, argdown: str | None) -> list[Work]:
    """Return what to measure, writing the inputs to a folder."""

    def peer(*arguments: str) -> list[str] | None:
        return None if argdown is None else [argdown, *arguments]

    found = [
        Work("--help", [*ARGMAP, "--help"], peer("--help")),
        Work("show, the article", [*ARGMAP, "show", str(ARTICLE)], None),
        Work("check, the article", [*ARGMAP, "check", str(ARTICLE)], None),
        Work("export svg, the article", [*ARGMAP, "export", "svg", str(ARTICLE)], None),
    ]
    for size in sizes:
        ours, theirs = folder / f"{size}.yaml", folder / f"{size}.argdown"
        ours.write_text(tree(size, claim_in_yaml, "argmap: 1\nthesis: c0\nclaims:\n"), encoding="utf-8")
        theirs.write_text(tree(size, claim_in_argdown, ""), encoding="utf-8")
        parse, dot = peer("json", str(theirs), "--stdout"), peer("map", str(theirs), "--stdout")
        found.append(Work(f"check, {size:,} claims", [*ARGMAP, "check", str(ours)], parse))
        page = peer("html", str(theirs), "--stdout")
        found.append(Work(f"export html, {size:,} claims", [*ARGMAP, "export", "html", str(ours)], page))
        found.append(Work(f"export dot, {size:,} claims", [*ARGMAP, "export", "dot", str(ours)], dot))
        if size <= 1000:
            picture = peer("map", str(theirs), "-f", "svg", "--stdout")
            found.append(Work(f"export svg, {size:,} claims", [*ARGMAP, "export", "svg", str(ours)], picture))
    return found


def tree(size: int, claim: Callable[[int, list[int]], str], head: str) -> str:
    """Return an argument of so many claims, each with the three reasons that follow from its number."""
    children = ([n for n in range(3 * i + 1, 3 * i + 4) if n < size] for i in range(size))
    return head + "".join(claim(number, reasons) for number, reasons in enumerate(children))


def words(number: int) -> str:
    """Return the text of a claim, as long as claims usually are."""
    return f"Claim number {number} says of some matter or other that it is so and not as others have it"


def claim_in_yaml(number: int, reasons: list[int]) -> str:
    """Return a claim with what bears on it."""
    lines = [f"  c{number}:", f"    text: {words(number)}"]
    for key, chosen in (
        ("supported_by", [n for n in reasons if n % 5]),
        ("attacked_by", [n for n in reasons if not n % 5]),
    ):
        if chosen:
            lines.append(f"    {key}: [{', '.join(f'c{n}' for n in chosen)}]")
    return "\n".join(lines) + "\n"


def claim_in_argdown(number: int, reasons: list[int]) -> str:
    """Return the same claim in Argdown."""
    bears = [f"  {'+' if n % 5 else '-'} [c{n}]" for n in reasons]
    return "\n".join([f"[c{number}]: {words(number)}", *bears]) + "\n\n"


def row(work: Work, runs: int) -> str:
    """Measure one thing and return its row of the table."""
    ours, theirs = measure(work.ours, work.theirs, runs)
    cells = [f"{work.name:<28}", f"{ours[0]:8.2f} s", "–" * 11, "–" * 5, f"{ours[1]:9.0f}", "–" * 10]
    if theirs:
        cells[2], cells[3], cells[5] = (
            f"{theirs[0]:9.2f} s",
            f"{ours[0] / theirs[0]:5.2f}",
            f"{theirs[1]:10.0f}",
        )
    return f"| {' | '.join(cells)} |"


Figures = tuple[float, float]
"""CPU seconds and peak memory in megabytes."""


def measure(ours: list[str], theirs: list[str] | None, runs: int) -> tuple[Figures, Figures | None]:
    """Run two commands in turn and return the medians of each."""
    results: tuple[list[Figures], list[Figures]] = ([], [])
    for turn in range(runs + 1):
        for command, figures in zip((ours, theirs), results, strict=True):
            if command and (figure := run(command)) and turn:
                figures.append(figure)
    first, second = (median(figures) if figures else None for figures in results)
    assert first is not None
    return first, second


def median(figures: list[Figures]) -> Figures:
    """Return the medians of figures, each for itself."""
    return statistics.median(cpu for cpu, _ in figures), statistics.median(memory for _, memory in figures)


def run(command: list[str]) -> Figures:
    """Run a command to its end and return what it used."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6


def install_argdown() -> str | None:
    """Install Argdown's command from npm if it is not there; return its path."""
    command = PEERS / "node_modules" / ".bin" / "argdown"
    npm = shutil.which("npm")
    if not command.exists() and npm:
        PEERS.mkdir(exist_ok=True)
        print("Installing Argdown from npm …", file=sys.stderr)
        subprocess.run(
            [npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(PEERS), "@argdown/cli"],
            check=False,
        )
    return str(command) if command.exists() else None


if __name__ == "__main__":
    main()
