"""What Argdown's own command finds in a file, for scripts/check_argdown.py."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

_KINDS = {
    "support": "supports",
    "entails": "supports",
    "attack": "attacks",
    "contrary": "attacks",
    "contradictory": "attacks",
    "undercut": "undercuts",
}

Fact = tuple[Any, ...]


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
