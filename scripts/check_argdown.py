"""Compare argmap's reading of Argdown with that of Argdown's own command.

    python scripts/check_argdown.py [--command argdown] FOLDER…

Every .argdown and .ad file below the folders is read by both: the same claims with the same tags in the same
sections, the same supports, attacks and undercuts; and an error where Argdown reports one. What argmap then writes
of the map is given to Argdown in turn, which has to find the same in it. FOLDER is, for one, a clone of
github.com/argdown/argdown; tests/corpora/argdown holds some of its files. Argdown's command (npm, @argdown/cli) is
installed into build/argdown unless one is named.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from argdown_reading import Fact, Theirs, words

from argmap.files import read_bytes
from argmap.formats import FORMATS, read_file
from argmap.model import Map, Relation

_VERSION = "1.7.5"


def install() -> Path:
    """Return Argdown's command, installed if it is not there."""
    folder = Path(__file__).parent.parent / "build" / "argdown"
    command = folder / "node_modules" / ".bin" / "argdown"
    if not command.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--prefix", folder, f"@argdown/cli@{_VERSION}"], check=True)  # noqa: S607
    return command


def characters(command: Path) -> dict[str, str]:
    """Return the characters that Argdown puts for their names; argmap leaves the names."""
    script = "console.log(JSON.stringify(require('@argdown/core').shortcodes))"
    module = command.resolve().parents[3]
    done = subprocess.run(["node", "-e", script], cwd=module, capture_output=True, text=True, check=True)  # noqa: S607
    return {name: it["unicode"] for name, it in json.loads(done.stdout).items()}


def our_claims(map: Map, names: dict[str, str], *, sections: bool) -> Counter[Fact]:
    """Return the claims that argmap has read."""
    return Counter(
        (
            words(_named(it.text, names)),
            tuple(sorted(it.tags)),
            words(_named(it.section, names)) if it.section and sections else None,
        )
        for it in map.claims.values()
    )


def our_facts(map: Map, names: dict[str, str]) -> Counter[Fact]:
    """Return the relations that argmap has read."""

    def name(id: str) -> str:
        return words(_named(map.claims[id].text, names)) if id in map.claims else id

    def fact(it: Relation) -> Fact:
        target = map.relations.get(it.target)
        premises = tuple(sorted({name(id) for id in it.premises}))
        return str(it.kind), premises, fact(target) if target else name(it.target)

    return Counter(fact(it) for it in map.relations.values())


def _named(text: str, names: dict[str, str]) -> str:
    """Return a text with characters for their names, as Argdown has it."""
    return re.sub(r"(?:\.\S+?\.|:\S+?:)", lambda match: names.get(match[0], match[0]), text)


class Comparison:
    """Counts what both find, and says where they differ."""

    def __init__(self, command: Path) -> None:
        self.command = command
        self.names = characters(command)
        self.counts: Counter[str] = Counter()
        self.differences = 0

    def ask(self, path: Path) -> dict[str, Any] | None:
        """Return what Argdown makes of a file; None if it reports errors."""
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([self.command, "json", path.resolve(), folder], capture_output=True, check=False)
            made = list(Path(folder).glob("*.json"))
            return json.loads(made[0].read_text(encoding="utf-8")) if made else None

    def differ(self, path: Path, what: str) -> None:
        """Note a difference."""
        self.differences += 1
        print(f"{path}: {what}")

    def file(self, path: Path) -> None:
        """Compare the readings of a file."""
        self.counts["files"] += 1
        reading = read_file(path, str(path), read_bytes(path))
        data = self.ask(path)
        if data is None or reading.map is None or not reading.sound:
            if data is None and not reading.sound:
                self.counts["errors"] += 1
            else:
                said = reading.problems[0] if reading.problems else "none"
                self.differ(path, f"Argdown {'has' if data is None else 'has no'} errors, argmap: {said}")
            return
        self.compare(path, reading.map, data)
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "written.argdown")
            copy.write_bytes(FORMATS["argdown"].write(reading.map).parts[""])
            if (again := self.ask(copy)) is None:
                self.differ(path, "Argdown does not read what argmap writes of it")
            else:
                self.compare(path, reading.map, again, "written: ")
                self.counts["written and read again"] += 1

    def compare(self, path: Path, map: Map, data: dict[str, Any], where: str = "") -> None:
        """Compare what both have found."""
        sections = '"regroup"' not in map.carried.get("argdown", "")  # which gives claims other sections
        theirs = Theirs(data, sections=sections)
        ours = our_claims(map, self.names, sections=sections), our_facts(map, self.names)
        for what, mine, other in zip(
            ("claims", "relations"), ours, (theirs.claims(), theirs.facts()), strict=True
        ):
            self.counts[where + what] += mine.total()
            for fact in sorted((mine - other).elements(), key=repr):
                self.differ(path, f"{where}only argmap has {fact}")
            for fact in sorted((other - mine).elements(), key=repr):
                self.differ(path, f"{where}only Argdown has {fact}")


def main() -> int:
    """Compare all files, print counts; exit 1 if anything differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--command", type=Path, help="Argdown's command")
    options = parser.parse_args()
    comparison = Comparison(options.command or install())
    for folder in options.folders:
        paths = sorted(path for path in folder.rglob("*") if path.suffix in (".argdown", ".ad"))
        for path in paths if folder.is_dir() else [folder]:
            comparison.file(path)
    for what, number in comparison.counts.items():
        print(f"{number:8,}  {what}")
    print(f"{comparison.differences:8,}  differences")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main())
