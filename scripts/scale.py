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
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))

from measuring import Command, EndedError, Limits, Usage, run
from shapes import SHAPES, WRITERS, Shape, words, write_yaml

LARGE = 100_000
"""Claims from which on some commands refuse."""
LIMITS = Limits(seconds=900, megabytes=4000)
"""Of any command; on the wall, where others may be at work too."""
PARTS = 200_000
"""Claims and relations of a tree of so many claims."""
SECONDS = 60.0
SOON = 30.0
"""CPU that a command may take for so many parts, and that it may take to say that it will not do it."""
GROWTH = 1.5
"""By how much a claim may cost more in the larger map."""


@dataclass(frozen=True)
class Case:
    """A command.

    ``{map}`` and others stand for files (FILES), ``{out}`` for one to write, ``{last}`` for the id of a claim, ``{step}`` for
    that of a relation.
    """

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
    "show {map} --where 2+c0",
    "show {map} --json",
    "list {map}",
    "list {map} --columns id,role,depth,reasons,verdict,text --sort -reasons",
    "list {map} --where 3+c5,text:ferry --output-format csv",
    "list {map} --json",
    "stats {map}",
    "stats {map} --json",
    "search 'market bridge' {map}",
    "search council {map} --where 3+c0 --json",
    "path {map} {last}",
    "path {map} {last} --json",
    "evaluate {map}",
    "evaluate {map} --tree --depth 3",
    "evaluate {map} --json",
    *(f"evaluate {{map}} --semantics {name} --json" for name in ("complete", "preferred", "stable")),
    *(f"evaluate {{map}} --strength {name} --json" for name in ("dfquad", "qe", "euler")),
    "why {map} c0",
    "why {map} {last} --json",
    "whatif {map} --deny {last}",
    "whatif {map} --drop c1 --strength qe",
    "whatif {map} --confidence {last}=0.2 --json",
    "rests-on {map}",
    "rests-on {map} --min --sufficient",
    "rests-on {map} c1 --json",
    "anchors {cited} --source text={text}",
    "anchors {cited} --source text={text} --json",
    "coverage {cited} --source text={text}",
    "coverage {cited} --source text={text} --html {out}",
    "show {cited} c1 --source text={text}",
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
    "export dot {map} -o {out} --verdicts --strength dfquad --findings",
    "export mermaid {map} -o {out} --where 2+c0",
    "export svg {map} -o {out} --depth 1",
    "export pdf {map} -o {out} --depth 1",
    "convert {map} - --to argdown",
    "convert {argdown} {out} --to yaml",
    "convert {aif} {out} --to yaml",
    "new {out}.yaml --from {text}",
    "solve -p SE-GR -f {framework}",
    "solve -p DC-PR -f {framework} -a 1",
]
FINDING = [
    "check {map}",
    "check {map} --strictness pedantic --output-format concise",
    *(f"check {{map}} --output-format {name}" for name in ("json", "sarif", "github", "gitlab", "junit")),
    "check {map} --where 2+c0",
    "check {map} --statistics",
    "check {cited} --source text={text}",
    "check {copy} --fix --unsafe-fixes",
    "check {copy} --write-baseline --baseline {out}",
    "check {argdown}",
    "check {aif}",
    "diff {map} {other}",
    "diff {map} {other} --json",
]
EDITS = [
    "add claim {copy} fresh 'Something new is said.'",
    "add support {copy} c0 fresh 'Something new is said.'",
    "link {copy} {last} attacks c1",
    "move {copy} {step} {last}",
    "unlink {copy} {step}",
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
    "rests-on {map} --where 9+c0",
]
ALONE = ("serve", "formats", "rule", "config", "schema", "scheme")
"""Commands whose work does not grow with a map; ``serve`` shows the page that ``export html`` writes."""
DEPENDING = ["rests-on {map} --contributions removal", "rests-on {map} --contributions gradient"]
"""Refused or not, as the shape is."""
CASES = [
    *map(Case, READ_ONLY),
    *(Case(words, (0, 2)) for words in DEPENDING),
    *(Case(words, (0, 1)) for words in FINDING),
    *map(Case, EDITS),
    *(Case(words, (2,)) for words in REFUSED),
]


def _write_other(shape: Shape, size: int, file: TextIO) -> None:
    """Write a map that differs from the one of the size by ten claims."""
    write_yaml(shape, size - 10, file)


def _write_text(_shape: Shape, size: int, file: TextIO) -> None:
    """Write a text in which each sentence is what a claim says, ten to a paragraph."""
    ends = [" "] * 9 + ["\n\n"]
    file.writelines(f"{words(number)}.{ends[number % 10]}" for number in range(size))


def _write_cited(_shape: Shape, size: int, file: TextIO) -> None:
    """Write a map whose claims each quote their sentence of the text: some with its paragraph, some without."""
    file.write("argmap: 1\nthesis: c0\nsources: {text: {title: The text}}\nclaims:\n")
    for number in range(size):
        place = f"¶{number // 10 + 1} " if number % 2 else ""
        file.write(
            f"  c{number}:\n    text: {words(number)}\n    at: {{text: '{place}\"{words(number)}\"'}}\n"
        )


def _write_framework(shape: Shape, size: int, file: TextIO) -> None:
    """Write an abstract framework in which what bears on something attacks it."""
    file.write(f"p af {size}\n")
    for number in range(size):
        for reason in shape(number, size):
            file.writelines(f"{premise + 1} {number + 1}\n" for premise in reason.premises)


FILES: dict[str, tuple[str, Callable[[Shape, int, TextIO], None]]] = {
    "map": ("yaml", write_yaml),
    "copy": ("yaml", write_yaml),
    "other": ("yaml", _write_other),
    "argdown": ("argdown", WRITERS["argdown"]),
    "aif": ("json", WRITERS["json"]),
    "text": ("txt", _write_text),
    "cited": ("yaml", _write_cited),
    "framework": ("af", _write_framework),
}
"""How the name of each file ends, and what writes it."""


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
    parts = sum(1 + len(SHAPES[shape](number, size)) for number in range(size))
    seconds = (SOON if case.refused else SECONDS) * max(parts / PARTS, 0.1)
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
        files = {key: str(Path(name, f"{key}.{ending}")) for key, (ending, _) in FILES.items()}
        premises = SHAPES[shape](0, size)[0].premises if SHAPES[shape](0, size) else (1,)
        step = f"{'+'.join(f'c{premise}' for premise in premises)}:supports:c0"
        values = {**files, "out": str(Path(name, "out")), "last": f"c{size - 1}", "step": step}
        for key, file in files.items():
            if f"{{{key}}}" in case.words:
                with Path(file).open("w", encoding="utf-8") as target:
                    FILES[key][1](SHAPES[shape], size, target)
        given = [
            (quoted or word).format(**values) for quoted, word in re.findall(r"'([^']*)'|(\S+)", case.words)
        ]
        env = {"ARGMAP_MAX_SIZE": "1000000000", "COLUMNS": "100"}
        command = [sys.executable, "-m", "argmap", *given]
        return run(Command(command, env, case.good, least=0), LIMITS)


if __name__ == "__main__":
    os.environ.pop("FORCE_COLOR", None)
    main()
