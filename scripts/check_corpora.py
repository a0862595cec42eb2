"""Run all rules over argument maps that others wrote, and draw a sample of findings to be read.

    python scripts/check_corpora.py [--sample 100] [--seed 1] FOLDER…

FOLDER holds clones of public repositories, which the licences of some keep out of this one: arg-microtexts
(github.com/peldszus/arg-microtexts, CC BY-NC-SA 4.0, English), gsn2x (github.com/jonasthewolf/gsn2x, MIT), and what Argdown's
own command makes of .argdown files (``argdown json``; github.com/christianvoigt/argdown, MIT). Each is turned into a map
as far as a check needs it. docs/corpora.md tells what came of reading a sample.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import yaml

from argmap.checks import check_map
from argmap.finding import Finding, Span
from argmap.model import Claim, Kind, Map, Quote, Relation, Source, Voice

_KINDS = {
    "sup": Kind.SUPPORTS,
    "exa": Kind.SUPPORTS,
    "reb": Kind.ATTACKS,
    "und": Kind.UNDERCUTS,
    "support": Kind.SUPPORTS,
    "attack": Kind.ATTACKS,
    "contrary": Kind.ATTACKS,
    "contradictory": Kind.ATTACKS,
    "undercut": Kind.UNDERCUTS,
}


class Draft:
    """A map in the making: claims and relations are added in any order."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self.claims: dict[str, Claim] = {}
        self.relations: dict[str, Relation] = {}
        self.sources: dict[str, Source] = {}
        self.thesis: list[str] = []

    def claim(self, id: str, text: str, **fields: Any) -> None:  # noqa: ANN401  fields of a claim
        """Add a claim."""
        text = " ".join(text.split()) or id
        self.claims[id] = Claim(id=id, text=text, **fields)

    def relation(self, id: str, kind: Kind, premises: list[str], target: str) -> None:
        """Add a relation."""
        self.relations[id] = Relation(
            id=id, kind=kind, premises=tuple(dict.fromkeys(premises)), target=target
        )

    def map(self) -> Map:
        """Return the map; relations whose target is not there are left out."""
        known = self.claims.keys() | self.relations.keys()
        relations = {id: r for id, r in self.relations.items() if r.target in known}
        return Map(
            language=self.language,
            thesis=tuple(self.thesis),
            sources=self.sources,
            claims=self.claims,
            relations=relations,
        )


def microtext(path: Path) -> Map:
    """Read an argumentative microtext: segments, units, and edges between units or to edges."""
    root = ET.parse(path).getroot()  # noqa: S314  files of a corpus that one has fetched oneself
    words = {edu.get("id", ""): edu.text or "" for edu in root.iter("edu")}
    edges = {edge.get("id", ""): edge for edge in root.iter("edge")}
    told: dict[str, list[str]] = {}
    for edge in edges.values():
        if edge.get("type") == "seg":
            told.setdefault(edge.get("trg", ""), []).append(words[edge.get("src", "")])
    draft = Draft()
    for adu in root.iter("adu"):
        text = " ".join(told.get(adu.get("id", ""), []))
        opponent = {"voice": Voice.REPORTED, "speaker": "an opponent"} if adu.get("type") == "opp" else {}
        draft.claim(adu.get("id", ""), text, **opponent)
    added: dict[str, list[str]] = {}
    for edge in edges.values():
        if edge.get("type") == "add":
            added.setdefault(edge.get("trg", ""), []).append(edge.get("src", ""))
    for id, edge in edges.items():
        if (kind := _KINDS.get(edge.get("type", ""))) is not None:
            premises = [edge.get("src", ""), *added.get(id, [])]
            draft.relation(f"r{id}", kind, premises, _target(edge.get("trg", ""), draft))
    outgoing = {premise for relation in draft.relations.values() for premise in relation.premises}
    draft.thesis = [id for id in draft.claims if id not in outgoing]
    return draft.map()


def _target(id: str, draft: Draft) -> str:
    return id if id in draft.claims else f"r{id}"


def safety_case(path: Path) -> Map:
    """Read a safety case of gsn2x: goals, strategies that join them, solutions as evidence, defeaters."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    nodes = {str(id): it for id, it in data.items() if isinstance(it, dict) and "text" in it}
    draft = Draft()
    for id, it in nodes.items():
        supports = [str(child) for child in it.get("supportedBy") or ()]
        solutions = [child for child in supports if child.startswith("Sn")]
        if id.startswith("Sn"):
            draft.sources[id] = Source(id=id, title=" ".join(str(it["text"]).split()))
        elif not id.startswith(("S", "C", "J")):
            fields: dict[str, Any] = {"evidence": tuple(Quote(source=child) for child in solutions)}
            draft.claim(id, str(it["text"]), assumed=id.startswith("A"), **fields)
            for child in (child for child in supports if child in nodes and child not in solutions):
                step = (
                    [str(g) for g in nodes[child].get("supportedBy") or ()]
                    if child.startswith("S")
                    else [child]
                )
                if premises := [g for g in step if g in nodes and not g.startswith("S")]:
                    draft.relation(f"{id}.{child}", Kind.SUPPORTS, premises, id)
        for challenged in it.get("challenges") or () if isinstance(it.get("challenges"), list) else ():
            draft.relation(f"{id}.x.{challenged}", Kind.ATTACKS, [id], str(challenged))
    outgoing = {premise for relation in draft.relations.values() for premise in relation.premises}
    draft.thesis = [id for id in draft.claims if id.startswith("G") and id not in outgoing][:3]
    return draft.map()


def argdown(path: Path) -> Map:  # noqa: C901, PLR0912  its arguments are three things in one
    """Read what Argdown's command exports as JSON: statements, arguments with their premises, relations."""
    data = json.loads(path.read_text(encoding="utf-8"))
    draft = Draft(language="en")
    ids: dict[tuple[str, str], str] = {}
    steps: dict[str, tuple[str, str]] = {}
    for number, (title, it) in enumerate(data["statements"].items()):
        ids["equivalence-class", title] = id = f"s{number}"
        draft.claim(id, _longest(it["members"]) or title)
    for number, (title, it) in enumerate(data["arguments"].items()):
        parts = [
            (part.get("role"), ids.get(("equivalence-class", part.get("title"))))
            for part in it.get("pcs") or ()
        ]
        premises: list[str] = []
        for role, id in parts:
            if id is None:
                continue
            if role == "premise":
                premises.append(id)
            elif premises:
                draft.relation(f"a{number}.{len(steps)}", Kind.SUPPORTS, premises, id)
                steps[title] = (f"a{number}.{len(steps)}", id)
                premises = [id]
        if title not in steps:
            ids["argument", title] = f"a{number}"
            draft.claim(f"a{number}", _longest(it["members"]) or title)
    for number, it in enumerate(data["relations"]):
        kind = _KINDS.get(it["relationType"])
        source = steps[it["from"]][1] if it["from"] in steps else ids.get((it["fromType"], it["from"]))
        target = steps[it["to"]][0] if it["to"] in steps else ids.get((it["toType"], it["to"]))
        if kind is None or source is None or target is None or source == target:
            continue
        if target in draft.relations:
            kind = Kind.UNDERCUTS if kind.sign < 0 else kind
        elif kind is Kind.UNDERCUTS:
            kind = Kind.ATTACKS
        if kind.sign < 0 or target not in draft.relations:
            draft.relation(f"r{number}", kind, [source], target)
    outgoing = {premise for relation in draft.relations.values() for premise in relation.premises}
    incoming = {relation.target for relation in draft.relations.values()}
    for id in draft.claims.keys() - outgoing - incoming:  # what Argdown takes any paragraph of prose for
        del draft.claims[id]
    draft.thesis = [id for id in draft.claims if id not in outgoing and id in incoming][:3]
    return draft.map()


def _longest(members: list[dict[str, Any]]) -> str:
    texts = [re.sub(r"#\S+|#\([^)]*\)", "", str(it.get("text") or "")).strip() for it in members]
    return max(texts, key=len, default="")


def corpus(folders: list[Path]) -> Iterator[tuple[str, Path, Callable[[Path], Map]]]:
    """Yield every file of a corpus with the function that reads it."""
    for folder in folders:
        yield from (("microtexts", path, microtext) for path in sorted(folder.rglob("en/micro_*.xml")))
        yield from (("gsn2x", path, safety_case) for path in sorted(folder.rglob("*.gsn.yaml")))
        yield from (
            ("argdown", path, argdown)
            for path in sorted(folder.rglob("argdown-json/*.json"))
            if "primer" not in path.stem
        )


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
    for name, path, read in corpus(options.folders):
        try:
            map = read(path)
        except (ValueError, KeyError, yaml.YAMLError, AttributeError, TypeError):
            unread += 1  # templates and deliberately broken files
            continue
        files[name] += 1
        place = Span(1, 1, 1, 1)
        found = check_map(map, [], file=f"{name}/{path.stem}", locate=lambda _, here=place: here)
        counted.update((finding.code, finding.name) for finding in found)
        if name != "gsn2x":  # whose goals are called "Goal 1"
            findings += found
    print(", ".join(f"{number} {name}" for name, number in files.items()), f"({unread} not read)")
    for (code, name), number in sorted(counted.items()):
        print(f"{number:6}  {code} {name}")
    dice = random.Random(options.seed)  # noqa: S311  a sample to be read
    chosen = dice.sample(findings, min(options.sample, len(findings)))
    for number, finding in enumerate(chosen, 1):
        print(f"\n{number}. {finding.file} {finding.code} {finding.name}: {finding.message}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
