"""Run all rules over argument maps that others wrote, and draw a sample of findings to be read.

    python scripts/check_corpora.py [--sample 100] [--seed 1] FOLDER…

FOLDER holds maps in any format that argmap reads, such as clones of public repositories, which the licences of some keep out
of this one: arg-microtexts (github.com/peldszus/arg-microtexts, ``corpus/en``, CC BY-NC-SA 4.0), gsn2x
(github.com/jonasthewolf/gsn2x, MIT) and Argdown (github.com/argdown/argdown, MIT). docs/corpora.md tells what came
of reading a sample.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

from argmap.checks import check_map
from argmap.files import read_bytes
from argmap.finding import Finding
from argmap.formats import find_maps, read_file


def main() -> int:
    """Check all, count, and print a sample."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    findings: list[Finding] = []
    counted: Counter[tuple[str, str]] = Counter()
    files: Counter[str] = Counter()
    unread = 0
    for folder in options.folders:
        for path in find_maps(folder):
            reading = read_file(path, str(path), read_bytes(path))
            if reading.map is None:
                unread += 1  # templates and deliberately broken files
                continue
            files[reading.format] += 1
            name = f"{reading.format}/{path.stem}"
            found = check_map(reading.map, reading.problems, file=name, locate=reading.locate)
            counted.update((finding.code, finding.name) for finding in found)
            if reading.format != "gsn2x":  # whose goals are called "Goal 1"
                findings += found
    print(", ".join(f"{number} {name}" for name, number in files.items()), f"({unread} not read)")
    for (code, name), number in sorted(counted.items()):
        print(f"{number:6}  {code} {name}")
    dice = random.Random(options.seed)  # noqa: S311  a sample to be read
    chosen = dice.sample(findings, min(options.sample, len(findings)))
    for number, finding in enumerate(chosen, 1):
        print(
            f"\n{number}. {finding.file}:{finding.span.line} {finding.code} {finding.name}: {finding.message}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
