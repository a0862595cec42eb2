"""Reads every AIF file in a folder, writes it back, and compares; arguebuf, from PyPI, does the same beside it.

    python benchmarks/formats.py corpora/qt30 [--rounds 5] [--without-peer]

Both work on one file in turn, each in its own process; what counts is the processor time of loading, best of the rounds, so
that starting Python and importing is none of it. "equal" means that what is written holds the same JSON, in the same
order, as what was read. arguebuf is installed into benchmarks/.peers/arguebuf the first time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import venv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

PEERS = Path(__file__).resolve().parent / ".peers"
NAMES = ("argmap", "arguebuf")


@dataclass
class Results:
    """What came of one program's work on all files."""

    read: int = 0
    equal: int = 0
    load: list[float] = field(default_factory=list)
    """Seconds for each file, best of the rounds; those that could not be read are left out."""
    largest: float | None = None
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


def work(name: str) -> None:
    """Read paths from standard input; for each write a line of JSON with what came of it."""
    load, dump = {"argmap": _argmap, "arguebuf": _arguebuf}[name]()
    load('{"nodes": [], "edges": [], "locutions": []}')  # imports what is imported on first use
    for line in sys.stdin:
        text = Path(line.rstrip("\n")).read_text(encoding="utf-8-sig")
        try:
            start = time.process_time()
            loaded = load(text)
            seconds = time.process_time() - start
            written = dump(loaded)
        except Exception as error:
            print(json.dumps({"error": type(error).__name__}), flush=True)
            continue
        equal = json.dumps(json.loads(text)) == written
        print(json.dumps({"seconds": seconds, "equal": equal}), flush=True)


def _argmap():  # noqa: ANN202  what it returns is of the peer's types
    from argmap.formats import format_of

    def load(text: str):  # noqa: ANN202
        format = format_of("x.json", text)
        reading = format.read(text, "x.json")
        if reading.map is None:
            raise ValueError(reading.problems[0].message)
        return format, reading.map

    def dump(loaded) -> str:  # noqa: ANN001
        format, map = loaded
        return json.dumps(json.loads(format.write(map).parts[""]))

    return load, dump


def _arguebuf():  # noqa: ANN202
    import arguebuf

    def load(text: str):  # noqa: ANN202
        data = json.loads(text)
        return (arguebuf.load.xaif if "AIF" in data else arguebuf.load.aif)(data)

    return load, lambda graph: json.dumps(arguebuf.dump.aif(graph))


class Program:
    """A program that works on files as they are named to it."""

    def __init__(self, name: str, python: str) -> None:
        self.results = Results()
        self._process = subprocess.Popen(
            [python, __file__, "--work", name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def once(self, path: Path) -> dict[str, object]:
        """Let it work on a file once."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        answer: dict[str, object] = json.loads(self._process.stdout.readline())
        return answer

    def note(self, answers: list[dict[str, object]]) -> None:
        """Take over what came of the rounds on a file."""
        if error := answers[0].get("error"):
            self.results.errors[str(error)] += 1
            return
        self.results.read += 1
        self.results.equal += all(answer["equal"] for answer in answers)
        self.results.load.append(min(float(str(answer["seconds"])) for answer in answers))


def peer() -> str:
    """Return a Python that has arguebuf."""
    home = PEERS / "arguebuf"
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "arguebuf"], check=True)
    return str(python)


def measure(paths: list[Path], programs: list[Program], rounds: int) -> Iterator[tuple[Path, list[float]]]:
    """Let programs work on files by turns; yield those that all could read, with the seconds of each."""
    for path in paths:
        answers: list[list[dict[str, object]]] = [[] for _ in programs]
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
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--without-peer", action="store_true")
    parser.add_argument("--work", choices=NAMES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.work)
        return
    if options.folder is None:
        parser.error("which folder?")
    paths = files(options.folder)
    pythons = {"argmap": sys.executable} | ({} if options.without_peer else {"arguebuf": peer()})
    programs = [Program(name, python) for name, python in pythons.items()]
    both = list(measure(paths, programs, options.rounds))
    if not both:
        sys.exit("no AIF file that all could read")
    largest = max(range(len(both)), key=lambda i: both[i][0].stat().st_size)
    from rich.console import Console
    from rich.table import Table

    table = Table("program", "files", "read", "equal", "load, all", "median", "largest", "ratio", "errors")
    first = [sum(seconds[0] for _, seconds in both)]
    for i, (name, program) in enumerate(zip(pythons, programs, strict=True)):
        seconds = [times[i] for _, times in both]
        found = program.results
        table.add_row(
            name,
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
