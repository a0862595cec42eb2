"""Compare verdicts with the labels that Carneades 4 expects of its example argument graphs.

    python scripts/check_carneades.py                   # clones the examples (Mozilla Public Licence 2.0)
    python scripts/check_carneades.py path/to/carneades-4

What becomes what: an argument is a support of linked premises (``convergent``: one each); its undercutter, an
undercut; an assumed statement, an assumed claim; a statement without arguments falls. Positions of an issue
exclude each other: the arguments for one attack the others, and the proof standard of the issue decides.
Graphs that weigh or find arguments in ways a map has no words for are skipped, and named.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from argmap.evaluate import Standards, Thresholds, evaluate
from argmap.model import Claim, Kind, Map, Relation, Standard

REPOSITORY = "https://github.com/carneades/carneades-4"
STANDARDS = {
    "PE": Standard.PREPONDERANCE,
    "CCE": Standard.CLEAR_AND_CONVINCING,
    "BRD": Standard.BEYOND_REASONABLE_DOUBT,
}
THRESHOLDS = Thresholds(alpha=0, beta=0.5, beta_doubt=0.5, gamma=0.3)
"""Those of Carneades 4, which has no bound on the weight itself."""
GIVEN = "what is given"


class UnlikeError(Exception):
    """A graph that a map cannot say."""


class Translation:
    """A map of an argument graph, and the standards of its claims."""

    def __init__(self, graph: dict[str, Any]) -> None:
        if graph.keys() & {"argument_schemes", "issue_schemes", "weighing_functions"}:
            raise UnlikeError("schemes of its own")
        statements = graph.get("statements") or {}
        assumed = set(graph.get("assumptions") or ())
        assumed |= {id for id, it in statements.items() if isinstance(it, dict) and it.get("assumed")}
        self.id = {statement: f"s{number}" for number, statement in enumerate((GIVEN, *statements))}
        """What claims are called: statements have names that no claim may have."""
        claims = {
            id: Claim(id=id, text=name, assumed=name in assumed or name == GIVEN)
            for name, id in self.id.items()
        }
        self.relations: dict[str, Relation] = {}
        self.numbers = count()
        issues = (graph.get("issues") or {}).values()
        self.standards = {
            self.id[position]: STANDARDS[issue.get("standard", "PE")]
            for issue in issues
            for position in issue["positions"]
        }
        arguments = (graph.get("arguments") or {}).values()
        concluded = set()
        for argument in arguments:
            conclusion = argument["conclusion"]
            concluded.add(conclusion)
            against = {
                other
                for issue in issues
                if conclusion in issue["positions"]
                for other in issue["positions"]
                if other != conclusion
            }
            for premises in self._reasons(argument):
                self._add(Kind.SUPPORTS, premises, conclusion, argument)
                for position in sorted(against):
                    self._add(Kind.ATTACKS, premises, position, argument)
        for id in statements:
            if id not in concluded | assumed:
                self._add(Kind.ATTACKS, (GIVEN,), id, {})
        for id in assumed:  # whatever is said for and against it
            for name, relation in [*self.relations.items()]:
                if relation.target == self.id[id]:
                    del self.relations[name]
            self.standards.pop(self.id[id], None)
        self.map = Map(claims=claims, relations=self.relations)

    def _reasons(self, argument: dict[str, Any]) -> Iterator[tuple[str, ...]]:
        named = argument.get("premises") or (GIVEN,)
        premises = tuple(named.values() if isinstance(named, dict) else named)  # by role, or not
        match argument.get("scheme", "linked"):
            case "linked":
                yield premises
            case "convergent":
                yield from ((premise,) for premise in premises)
            case other:
                raise UnlikeError(f"weighs by {other}")

    def _add(self, kind: Kind, premises: tuple[str, ...], target: str, argument: dict[str, Any]) -> None:
        id = f"r{next(self.numbers)}"
        self.relations[id] = Relation(
            id=id,
            kind=kind,
            premises=tuple(self.id[premise] for premise in premises),
            target=self.id.get(target, target),
        )
        if undercutter := argument.get("undercutter"):
            self._add(Kind.UNDERCUTS, (undercutter,), id, {})


def differences(graph: dict[str, Any]) -> list[str]:
    """Return how the verdicts differ from the labels that a graph expects."""
    it = Translation(graph)
    labels = evaluate(it.map, leaves="evidenced", standards=Standards(it.standards, THRESHOLDS)).labels
    words = {"in": "in", "out": "out", "undecided": "undec"}
    return [
        f"{name}: {labels[it.id[name]].value}, expected {words[expected]}"
        for expected, names in graph["tests"].items()
        for name in names or ()
        if labels[it.id[name]].value != words[expected]
    ]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(sys.argv[1] if len(sys.argv) > 1 else folder)
        if len(sys.argv) == 1:
            command = ["git", "clone", "--quiet", "--depth", "1", REPOSITORY, folder]
            subprocess.run(command, check=True)
        files = sorted((root / "examples" / "AGs" / "YAML").glob("*.yml"))
        agreeing, wrong, skipped = 0, 0, []
        for file in files:
            graph = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
            if "tests" not in graph:
                skipped.append(f"{file.stem} (expects nothing)")
                continue
            try:
                found = differences(graph)
            except UnlikeError as reason:
                skipped.append(f"{file.stem} ({reason})")
                continue
            agreeing += not found
            wrong += bool(found)
            for line in found:
                print(f"{file.stem}: {line}")
    print(f"{agreeing} graphs agree, {wrong} differ, {len(skipped)} skipped: {', '.join(skipped)}")
    return 1 if wrong or not agreeing else 0


if __name__ == "__main__":
    sys.exit(main())
