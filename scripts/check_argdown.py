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

from argmap.files import read_bytes
from argmap.formats import FORMATS, read_file
from argmap.model import Map, Relation

_KINDS = {
    "support": "supports",
    "entails": "supports",
    "attack": "attacks",
    "contrary": "attacks",
    "contradictory": "attacks",
    "undercut": "undercuts",
}
_VERSION = "1.7.5"

Fact = tuple[Any, ...]


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


class Theirs:
    """What Argdown finds in a file, said in argmap's words as docs/decisions/0010-argdown.md has it."""

    def __init__(self, data: dict[str, Any], *, sections: bool) -> None:
        self.told = sections
        self.statements: dict[str, Any] = data["statements"]
        self.arguments: dict[str, Any] = data["arguments"]
        self.sections = dict(_sections(data["sections"]))
        self.relations: list[dict[str, Any]] = data["relations"]
        self.folded: dict[str, str] = {}
        """Statements that only say what a step does, with what it is: attacks, undercuts …"""
        for argument in self.arguments.values():
            if argument["pcs"]:
                last = argument["pcs"][-1]
                does = [it for it in self.relations if it["from"] == last["title"] and _from_statement(it)]
                met = any(
                    it["to"] == last["title"] and it["toType"] == "equivalence-class" for it in self.relations
                )
                kind = (last["inference"].get("data") or {}).get("kind")
                if kind and len(does) == 1 and not met and last["title"].startswith("Untitled"):
                    self.folded[last["title"]] = kind

    def claims(self) -> Counter[Fact]:
        """Return the claims: text, tags and section."""
        used = {(it[f"{end}Type"], it[end]) for it in self.relations for end in ("from", "to")}
        found: Counter[Fact] = Counter()
        for title, it in self.statements.items():
            roles = {member.get("role") for member in it["members"]}
            part = ("equivalence-class", title) in used or roles & {
                "premise",
                "main-conclusion",
                "intermediary-conclusion",
            }
            prose = title.startswith("Untitled") and not part and not (it.get("data") or {}).get("isInMap")
            if title not in self.folded and not prose:
                found[self.fact(it)] += 1
        for it in self.arguments.values():
            if not it["pcs"]:
                found[self.fact(it)] += 1
        return found

    def fact(self, it: dict[str, Any]) -> Fact:
        """Return a claim as it is compared."""
        data = it.get("data") or {}
        tags = data.get("tags") or it.get("tags") or ()
        section = data.get("section") or self.sections.get(it.get("section"))
        return self.text(it), tuple(sorted(map(str, tags))), words(section) if section and self.told else None

    def text(self, it: dict[str, Any]) -> str:
        """Return the text of a statement or argument."""
        if text := (it.get("data") or {}).get("text"):
            return words(text)
        spoken = [member for member in it["members"] if not member.get("isReference")]
        marked = [member for member in spoken if (member.get("data") or {}).get("isCanonical")]
        text = (marked or spoken or [{}])[-1].get("text")
        return words(text) if text and words(text) else words(it["title"])

    def facts(self) -> Counter[Fact]:  # noqa: C901, PLR0912  what an undercut is depends on what it undercuts
        """Return the relations."""
        found: Counter[Fact] = Counter()
        steps = {title: list(self.steps(it)) for title, it in self.arguments.items()}
        kept = [it for it in self.relations if not (it["from"] in self.folded and _from_statement(it))]
        sent: dict[str, list[Fact]] = {}
        for made in steps.values():
            for step in made:
                found[step] += 1
        plain: set[Fact] = set()
        for it in kept:
            kind, target = _KINDS[it["relationType"]], it["to"]
            source = self.name(it["fromType"], it["from"])
            if it["toType"] == "inference":
                steps_of = steps[target]
                conclusions = [i for i, p in enumerate(self.arguments[target]["pcs"]) if "inference" in p]
                place = it.get("conclusionIndex")
                index = conclusions.index(place) if place in conclusions else -1
                fact = (kind, (source,), steps_of[index])
            elif it["toType"] == "argument" and steps[target]:
                kind = "undercuts" if kind == "attacks" else kind
                fact = (kind, (source,), steps[target][-1])
            elif kind != "undercuts" or it["toType"] != "argument":
                fact = (kind, (source,), self.name(it["toType"], target))
                if it["relationType"] in ("contrary", "contradictory"):
                    other = (kind, (self.name(it["toType"], target),), source)
                    plain.add(other)
                    if it["toType"] == "argument":
                        sent.setdefault(target, []).append(other)
            else:
                continue
            plain.add(fact)
            if it["fromType"] == "argument":
                sent.setdefault(it["from"], []).append(fact)
        for it in kept:
            if it["relationType"] == "undercut" and it["toType"] == "argument" and not steps[it["to"]]:
                source = self.name(it["fromType"], it["from"])
                targets = sent.get(it["to"]) or [self.name("argument", it["to"])]
                plain.update(("undercuts", (source,), target) for target in targets)
        for fact in plain:
            found[fact] += 1
        texts: Counter[Fact] = Counter()
        for fact, number in found.items():
            texts[self.told_by_text(fact)] += number
        return texts

    def told_by_text(self, fact: Fact) -> Fact:
        """Return a relation with the texts of claims for their names."""
        kind, premises, target = fact
        told = self.told_by_text(target) if len(target) == 3 else self.text(self.entity(target))
        return kind, tuple(sorted({self.text(self.entity(name)) for name in premises})), told

    def entity(self, name: Fact) -> dict[str, Any]:
        """Return the statement or argument of a name."""
        type, title = name
        return dict((self.arguments if type == "argument" else self.statements)[title])

    def steps(self, argument: dict[str, Any]) -> list[Fact]:
        """Return a relation for each step of an argument."""
        made: list[Fact] = []
        begin = 0
        lines = argument["pcs"]
        for index, line in enumerate(lines):
            if (inference := line.get("inference")) is None:
                continue
            data = (inference.get("data") or {}) | (line.get("data") or {})
            uses = data.get("uses") or data.get("from")
            used = [i - 1 for i in uses] if uses else range(begin, index)
            premises = tuple(sorted({self.name("equivalence-class", lines[i]["title"]) for i in used}))
            begin = index
            kind, target = "supports", self.name("equivalence-class", line["title"])
            if line["title"] in self.folded:
                kind = self.folded[line["title"]]
                target = self.folded_target(line["title"])
            made.append((kind, premises, target))
        return made

    def folded_target(self, title: str) -> Fact:
        """Return what a statement bears on that only says what a step does."""
        [it] = [it for it in self.relations if it["from"] == title and _from_statement(it)]
        if it["toType"] == "equivalence-class" or not self.arguments[it["to"]]["pcs"]:
            return self.name(it["toType"], it["to"])
        return self.steps(self.arguments[it["to"]])[-1]

    def name(self, type: str, title: str) -> Fact:
        """Return what tells a claim from others: two may have the same text."""
        return type, title


def _from_statement(it: dict[str, Any]) -> bool:
    return bool(it["fromType"] == "equivalence-class")


def _sections(sections: list[dict[str, Any]]) -> list[tuple[str, str]]:
    found = []
    for section in sections:
        found.append((section["id"], section["title"]))
        found += _sections(section["children"])
    return found


def words(text: str) -> str:
    """Return a text as it is compared: without the addresses of links, tags at the end, and double spaces."""
    text = re.sub(r"\[([^\]]+?)\]\([^)]+?\)", r"\1", text)
    text = re.sub(r"(\s*#(\([^)]+\)|[\w-]+))+\s*$", "", text) or text
    return " ".join(text.split())


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
