"""Run every command on a map of 100,000 claims and fail if one takes more than it may.

    python scripts/scale.py [--size 100000] [--shape tree] [--only 'evaluate|why']

Each command is run on a map of a tenth of the size, too: what it costs for each claim should stay the same. What is not
meant for so large a map has to say so soon, with advice. Maps come from benchmarks/shapes.py, a shape at a time.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))

from measuring import Command, EndedError, Limits, Usage, run
from shapes import SHAPES, write_yaml

LARGE = 100_000
"""Claims from which on some commands refuse."""
LIMITS = Limits(seconds=900, megabytes=4000)
"""Of any command; on the wall, where others may be at work too."""
SECONDS = 60.0
SOON = 30.0
"""CPU that a command may take for 100,000 claims, and that it may take to say that it will not do it."""
GROWTH = 1.5
"""By how much a claim may cost more in the larger map."""


@dataclass(frozen=True)
class Case:
    """A command; ``{map}``, ``{other}``, ``{copy}`` and ``{out}`` stand for files, ``{last}`` for the id of a claim."""

    words: str
    good: tuple[int, ...] = (0,)

    @property
    def refused(self) -> bool:
        return self.good == (2,)


READ_ONLY = [
    "show {map}",
    "show {map} --depth 2",
    "show {map} c1",
    "show {map} --where role:counterclaim",
    "show {map} --json",
    "list {map}",
    "list {map} --columns id,role,depth,reasons,verdict,text --sort -reasons",
    "list {map} --where 3+c5,text:ferry --output-format csv",
    "list {map} --json",
    "stats {map}",
    "search 'market bridge' {map}",
    "path {map} {last}",
    "evaluate {map}",
    "evaluate {map} --tree --depth 3",
    "evaluate {map} --json",
    *(f"evaluate {{map}} --semantics {name} --json" for name in ("complete", "preferred", "stable")),
    *(f"evaluate {{map}} --strength {name} --json" for name in ("dfquad", "qe", "euler")),
    "why {map} c0",
    "whatif {map} --deny {last}",
    "whatif {map} --drop c1 --strength qe",
    "whatif {map} --confidence {last}=0.2 --json",
    "rests-on {map}",
    "rests-on {map} --min --sufficient",
    "rests-on {map} --contributions removal",
    "rests-on {map} --contributions gradient",
    "anchors {map}",
    "fmt {map} --check",
    "check {map} --diff",
    *(
        f"export {name} {{map}} -o {{out}}"
        for name in ("argdown", "json", "xaif", "aif", "sadface", "jsonld")
    ),
    *(
        f"export {name} {{map}} -o {{out}}"
        for name in ("graphml", "csv", "parquet", "kialo", "markdown", "dot")
    ),
    "export html {map} -o {out}",
    "export html {map} -o {out} --where 2+c0",
    "export svg {map} -o {out} --depth 1",
    "export pdf {map} -o {out} --depth 1",
    "convert {map} - --to argdown",
]
FINDING = [
    "check {map}",
    "check {map} --strictness pedantic --output-format concise",
    *(f"check {{map}} --output-format {name}" for name in ("json", "sarif", "github", "gitlab", "junit")),
    "check {map} --where 2+c0",
    "diff {map} {other}",
    "diff {map} {other} --json",
]
EDITS = [
    "add support {copy} c0 fresh 'Something new is said.'",
    "link {copy} {last} attacks c1",
    "move {copy} c1:supports:c0 c2",
    "unlink {copy} c2:supports:c0",
    "rename {copy} c1 renamed",
    "split {copy} c1 'One half is said.' half 'The other half is said.'",
    "remove {copy} c1",
    "fmt {copy}",
]
REFUSED = [
    "export svg {map} -o {out}",
    "export png {map} -o {out}",
    "export pdf {map} -o {out}",
    "export mermaid {map} -o {out}",
    "diff {map} {other} --output-format svg",
    "rests-on {map} --contributions shapley",
]
CASES = [
    *map(Case, READ_ONLY),
    *(Case(words, (0, 1)) for words in FINDING),
    *map(Case, EDITS),
    *(Case(words, (2,)) for words in REFUSED),
]


def main() -> None:
    """Measure, print a table and end with 1 if something took too much."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--shape", choices=SHAPES, default="tree")
    parser.add_argument("--only", default="", metavar="REGEX")
    options = parser.parse_args()
    failed = 0
    print(f"{options.size:,} claims, {options.shape}\n")
    print("| command | CPU | memory | each claim, beside a tenth of them |")
    print("| --- | --- | --- | --- |")
    for case in CASES:
        if re.search(options.only, case.words) and (options.size >= LARGE or not case.refused):
            row, good = _row(case, options.shape, options.size)
            failed += not good
            print(row, flush=True)
    print(f"\n{failed} of these took too much or failed" if failed else "\nall within bounds")
    sys.exit(bool(failed))


def _row(case: Case, shape: str, size: int) -> tuple[str, bool]:
    """Return a line of the table, and whether the command keeps within its bounds."""
    try:
        large = _measured(case, shape, size)
        small = None if case.refused else _measured(case, shape, size // 10)
    except EndedError as error:
        return f"| `{case.words}` | **{error}** | | |", False
    growth = large.cpu / small.cpu / 10 if small else 0.0
    seconds = (SOON if case.refused else SECONDS) * max(size / LARGE, 0.1)
    good = large.cpu <= seconds and growth <= GROWTH
    told = f"{growth:.2f}" if small else "refused"
    row = f"| `{case.words}` | {large.cpu:.1f} s | {large.memory:,.0f} MB | {told} |"
    return row if good else f"{row} **too much**", good


def _measured(case: Case, shape: str, size: int) -> Usage:
    """Return what a command uses, with files of its own.

    Raises:
        EndedError: if it passed a limit or did not do its work.
    """
    with tempfile.TemporaryDirectory(prefix="argmap-scale-") as name:
        files = {key: str(Path(name, f"{key}.yaml")) for key in ("map", "other", "copy")}
        values = {**files, "out": str(Path(name, "out")), "last": f"c{size - 1}"}
        for key, file in files.items():
            if f"{{{key}}}" in case.words:
                with Path(file).open("w", encoding="utf-8") as target:
                    write_yaml(SHAPES[shape], size if key != "other" else size - 10, target)
        words = [
            (quoted or word).format(**values) for quoted, word in re.findall(r"'([^']*)'|(\S+)", case.words)
        ]
        env = {"ARGMAP_MAX_SIZE": "1000000000", "COLUMNS": "100"}
        command = [sys.executable, "-m", "argmap", *words]
        return run(Command(command, env, case.good, least=0), LIMITS)


if __name__ == "__main__":
    os.environ.pop("FORCE_COLOR", None)
    main()
