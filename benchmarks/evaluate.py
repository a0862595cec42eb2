"""How long evaluation takes, beside other programs that are installed; and whether they agree.

    python benchmarks/evaluate.py               # the tables
    python benchmarks/evaluate.py --largest 10000
    python benchmarks/evaluate.py --agree 200   # compare answers on random frameworks

Peers, each measured if it can be imported (a missing one is said): pygarg, formal-argumentation, clingo.
All work is timed in CPU milliseconds, best of three in a process of its own, reading of files and building of each
program's own data structures apart ("prepare"). What passes the limit is ended.

*trees*: each argument attacks a random earlier one, 5 % of these attacks are mutual, 2 % more attacks go
anywhere. *random*: four attacks an argument, anywhere. *debates*: trees without cycles, of attacks and supports.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import process_time
from typing import Any

from evaluate_programs import PEERS, TABLES, Prepare, bipolar_graph, debate, framework, mapped

from argmap.evaluate import evaluate, solve

SIZES = (100, 1_000, 10_000, 100_000)


def measured(
    prepare: Prepare, make: Callable[[int], Any], size: int, limit: float
) -> tuple[float, float] | None:
    """Return the milliseconds that preparing and running take, in a process of its own; None beyond the limit."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(prepare, make, size, there))
    process.start()
    there.close()
    answer = here.recv() if here.poll(limit) else None
    process.terminate()
    process.join()
    return answer


def _measure(prepare: Prepare, make: Callable[[int], Any], size: int, out: Connection) -> None:
    sys.setrecursionlimit(10_000)
    given = make(size)
    start = process_time()
    run = prepare(size, given)
    prepared = process_time() - start
    times = []
    for _ in range(3):
        start = process_time()
        run()
        times.append(process_time() - start)
    out.send((1000 * prepared, 1000 * min(times)))


def table(
    title: str, make: Callable[[int], Any], programs: dict[str, Prepare], sizes: Iterable[int], limit: float
) -> None:
    print(f"\n{title}\n{'':22}" + "".join(f"{size:>22,}" for size in sizes))
    ours: dict[int, float] = {}
    for name, prepare in programs.items():
        if name in PEERS and find_spec(PEERS[name]) is None:
            print(f"{name:22}  (not installed)")
            continue
        cells, ended = [], False
        for size in sizes:
            found = None if ended else measured(prepare, make, size, limit)
            ended = found is None
            if found is None:
                cells.append(f"> {limit:.0f} s")
            elif name == "argmap":
                ours[size] = found[1]
                cells.append(f"{found[1]:.1f} ms (+{found[0]:.0f})")
            else:
                cells.append(f"{found[1]:.1f} ms, {found[1] / max(ours[size], 0.05):.1f}×")
        print(f"{name:22}" + "".join(f"{cell:>22}" for cell in cells))


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
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="largest number of arguments")
    parser.add_argument(
        "--limit", type=float, default=60, help="seconds after which a run, of three, is ended"
    )
    parser.add_argument("--only", default="", help="only tables whose title has these words")
    parser.add_argument(
        "--agree", type=int, metavar="N", help="compare answers on N random frameworks instead"
    )
    options = parser.parse_args()
    if options.agree:
        return min(1, agree(options.agree))
    for title, make, programs in TABLES:
        if options.only in title:
            table(title, make, programs, [s for s in SIZES if s <= options.largest], options.limit)
    return 0


if __name__ == "__main__":
    sys.exit(main())
