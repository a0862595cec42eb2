"""Do argmap and formal-argumentation (PyPI) agree on random frameworks and debates?

    python benchmarks/agree.py [200]

formal-argumentation is installed into benchmarks/.peers.
"""

from __future__ import annotations

import argparse
import random
import sys

from peers import FORMAL
from solving import bipolar_graph, debate, framework, mapped

from argmap.evaluate import evaluate, solve


def agree(count: int) -> int:
    """Compare answers with formal-argumentation on random frameworks; return how many differ."""
    from argumentation.core.dung import ArgumentationFramework, extensions_for
    from argumentation.gradual.dfquad import dfquad_bipolar_strengths
    from argumentation.gradual.gradual import quadratic_energy_strengths

    differing = 0
    pick = random.Random(7)
    for number in range(count):
        size = pick.randint(2, 9)
        attacks = sorted(
            {(pick.randint(1, size), pick.randint(1, size)) for _ in range(pick.randint(1, 2 * size))}
        )
        made = ArgumentationFramework(
            frozenset(map(str, range(1, size + 1))), frozenset((str(a), str(b)) for a, b in attacks)
        )
        for name, theirs in (
            ("GR", "grounded"),
            ("CO", "complete"),
            ("PR", "preferred"),
            ("ST", "stable"),
            ("SST", "semi-stable"),
            ("ID", "ideal"),
        ):
            found = {frozenset(e) for e in solve(framework(size, attacks), f"EE-{name}").extensions}
            if found != set(extensions_for(made, semantics=theirs)):
                differing += 1
                print(f"{theirs} differs: {attacks}")
        tree, cyclic = debate(size, seed=number), mapped(attacks, size)
        for map_, strength, peer in (
            (tree, "dfquad", dfquad_bipolar_strengths),
            (tree, "qe", quadratic_energy_strengths),
            (cyclic, "qe", quadratic_energy_strengths),
        ):
            expected = peer(bipolar_graph(map_)).strengths
            strengths = evaluate(map_, strength=strength).strengths or {}
            if any(abs(strengths[id] - value) > 1e-6 for id, value in expected.items()):
                differing += 1
                print(f"{strength} differs: seed {number}")
    print(f"{count} frameworks and {count} debates compared with formal-argumentation: {differing} differ")
    return differing


def main() -> int:
    """Compare, and tell how many differ."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int, nargs="?", default=200)
    options = parser.parse_args()
    if reason := FORMAL.install():
        sys.exit(f"{FORMAL.name} {reason}")
    sys.path.insert(0, str(FORMAL.folder))
    return min(1, agree(options.count))


if __name__ == "__main__":
    sys.exit(main())
