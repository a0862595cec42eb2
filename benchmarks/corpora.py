"""Reads every AIF file in a folder, writes it back, and compares; arguebuf, from PyPI, does the same beside it.

    python benchmarks/corpora.py corpora/qt30 [--rounds 5] [--without-peer]

Both work on one file in turn, each in its own process; what counts is the processor time of loading, best of the rounds, so
that starting Python and importing is none of it. "equal" means that what is written holds the same JSON, in the same
order, as what was read. Generated nodesets are measured by benchmarks/run.py.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from measuring import Limits
from peers import ARGUEBUF
from worker import Answer, Worker

NAMES = ("argmap", "arguebuf")


@dataclass
class Results:
    """What came of one program's work on all files."""

    read: int = 0
    equal: int = 0
    load: list[float] = field(default_factory=list)
    """Seconds for each file, best of the rounds; those that could not be read are left out."""
    errors: Counter[str] = field(default_factory=Counter)


def files(folder: Path) -> list[Path]:
    """Return the AIF files in a folder and those below it."""
    from argmap.formats import format_of

    found = []
    for path in sorted(folder.rglob("*.json")):
        text = path.read_text(encoding="utf-8-sig", errors="replace")
        if format_of(path.name, text).name in ("aif", "xaif"):
            found.append(path)
    return found


@dataclass
class Program:
    """A program that works on files as they are named to it."""

    name: str
    worker: Worker
    results: Results = field(default_factory=Results)

    def once(self, path: Path) -> Answer:
        """Let it work on a file once."""
        return self.worker.ask({"path": str(path), "back": True})

    def note(self, answers: list[Answer]) -> None:
        """Take over what came of the rounds on a file."""
        if error := answers[0].get("error"):
            self.results.errors[error] += 1
            return
        self.results.read += 1
        self.results.equal += all(answer["equal"] for answer in answers)
        self.results.load.append(min(answer["seconds"] for answer in answers))


def measure(paths: list[Path], programs: list[Program], rounds: int) -> Iterator[tuple[Path, list[float]]]:
    """Let programs work on files by turns; yield those that all could read, with the seconds of each."""
    for path in paths:
        answers: list[list[Answer]] = [[] for _ in programs]
        for _ in range(rounds):
            for program, found in zip(programs, answers, strict=True):
                found.append(program.once(path))
        for program, found in zip(programs, answers, strict=True):
            program.note(found)
        if not any("error" in found[0] for found in answers):
            yield path, [program.results.load[-1] for program in programs]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--without-peer", action="store_true")
    options = parser.parse_args()
    names = NAMES[:1] if options.without_peer else NAMES
    if len(names) > 1 and (reason := ARGUEBUF.install()):
        sys.exit(f"arguebuf {reason}; --without-peer goes on without")
    paths = files(options.folder)
    with ExitStack() as stack:
        programs = [
            Program(name, stack.enter_context(Worker(f"loading:{name}", env, Limits())))
            for name, env in zip(NAMES, ({}, ARGUEBUF.env), strict=True)
            if name in names
        ]
        both = list(measure(paths, programs, options.rounds))
    if not both:
        sys.exit("no AIF file that all could read")
    largest = max(range(len(both)), key=lambda i: both[i][0].stat().st_size)
    from rich.console import Console
    from rich.table import Table

    table = Table("program", "files", "read", "equal", "load, all", "median", "largest", "ratio", "errors")
    first = [sum(seconds[0] for _, seconds in both)]
    for i, program in enumerate(programs):
        seconds = [times[i] for _, times in both]
        found = program.results
        table.add_row(
            program.name,
            f"{len(paths):,}",
            f"{found.read:,}",
            f"{found.equal:,}",
            f"{sum(seconds):.2f} s",
            f"{median(seconds) * 1000:.2f} ms",
            f"{seconds[largest] * 1000:.1f} ms",
            f"{sum(seconds) / first[0]:.2f}",
            ", ".join(f"{error} {count}" for error, count in found.errors.items()),
        )
    console = Console(width=max(100, Console().width))
    console.print(table)
    size = both[largest][0].stat().st_size
    console.print(f"times over the {len(both):,} files that all could read; the largest has {size:,} bytes")


if __name__ == "__main__":
    main()
