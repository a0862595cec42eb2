"""Compare verdicts with the labels that Carneades 4 expects of its example argument graphs.

    python scripts/check_carneades.py                   # clones the examples (Mozilla Public Licence 2.0)
    python scripts/check_carneades.py path/to/carneades-4

The graphs are read as ``argmap`` reads them. Those that weigh or find arguments in ways a map has no words for are
skipped, and named.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from argmap.evaluate import Standards, Thresholds, evaluate
from argmap.formats import FORMATS
from argmap.model import Map

REPOSITORY = "https://github.com/carneades/carneades-4"
THRESHOLDS = Thresholds(alpha=0, beta=0.5, beta_doubt=0.5, gamma=0.3)
"""Those of Carneades 4, which has no bound on the weight itself."""
OWN_SCHEMES = re.compile(r"^(argument_schemes|issue_schemes|weighing_functions)[ \t]*:", re.MULTILINE)
WEIGHING = re.compile(r"^[ \t]+scheme:[ \t]*(cumulative|factorized)\b", re.MULTILINE)


def unlike(text: str) -> str | None:
    """Return why a map cannot say what a graph says, or None if it can."""
    if OWN_SCHEMES.search(text):
        return "schemes of its own"
    weighing = WEIGHING.search(text)
    return f"weighs by {weighing[1]}" if weighing else None


def differences(map: Map) -> list[str]:
    """Return how verdicts differ from those expected."""
    assumed = {id for id, claim in map.claims.items() if claim.assumed}  # whatever is said for and against it
    gone = {id for id, relation in map.relations.items() if relation.target in assumed}
    relations = {id: relation for id, relation in map.relations.items() if not {id, relation.target} & gone}
    standards = {
        id: claim.standard for id, claim in map.claims.items() if claim.standard and id not in assumed
    }
    graph = map.model_copy(update={"relations": relations})
    labels = evaluate(graph, standards=Standards(standards, THRESHOLDS)).labels
    return [
        f"{id}: {labels[id].value}, expected {expected}"
        for id, expected in map.expect.items()
        if labels[id].value != expected
    ]


def main() -> int:
    """Compare all, and print what differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, help="a clone that is there already")
    given = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as folder:
        root = given or Path(folder)
        if given is None:
            command = ["git", "clone", "--quiet", "--depth", "1", REPOSITORY, folder]
            subprocess.run(command, check=True)
        agreeing, wrong, skipped = 0, 0, []
        for file in sorted((root / "examples" / "AGs" / "YAML").glob("*.yml")):
            text = file.read_text(encoding="utf-8")
            map = FORMATS["carneades"].read(text, str(file)).map
            if reason := unlike(text):
                skipped.append(f"{file.stem} ({reason})")
            elif map is None or not map.expect:
                skipped.append(f"{file.stem} (expects nothing)")
            else:
                found = differences(map)
                agreeing += not found
                wrong += bool(found)
                for line in found:
                    print(f"{file.stem}: {line}")
    print(f"{agreeing} graphs agree, {wrong} differ, {len(skipped)} skipped: {', '.join(skipped)}")
    return 1 if wrong or not agreeing else 0


if __name__ == "__main__":
    sys.exit(main())
