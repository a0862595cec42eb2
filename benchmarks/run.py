"""Measure argmap beside its peers, on the same inputs, in one run.

    python benchmarks/run.py                  all of it: some 25 minutes
    python benchmarks/run.py --quick          a thousand claims, two runs each: less than two minutes
    python benchmarks/run.py --only "export"  what has these words in the name of its table or its own
    python benchmarks/run.py --write          put the tables into docs/benchmarks.md, too

Peers are installed into benchmarks/.peers, in the versions of benchmarks/peers.py: Argdown (npm), arguebuf, pygarg,
formal-argumentation and clingo (PyPI). One that cannot be had is named above the tables. Programs take turns; figures are medians.
Progress is told on standard error; if interrupted, the tables of what has been measured are printed all the same.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import peers
from inputs import Inputs
from measuring import Command, Limits, Result, measure
from tables import Row, page, put
from worker import Ask, measure_within
from works import LONG, Work, works

SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
QUICK = (1_000,)
ONLY = "what has these words in its name; --only=WORDS if they begin with a dash"


@dataclass
class Session:
    """What has been measured so far, and how to go on."""

    inputs: Inputs
    missing: dict[str, str]
    runs: int
    budget: float
    limits: Limits
    rows: list[Row] = field(default_factory=list)
    failed: dict[tuple[str, str, str], int] = field(default_factory=dict)
    """The size at which a program failed at something: it is not asked about more of the same."""

    def take(self, work: Work) -> Row:
        """Measure one thing and keep what came of it."""
        row = Row(work, {})
        asked = []
        for name, build in work.programs.items():
            if size := self.failed.get((work.section, work.name, name)):
                row.results[name] = Result(ended=f"not tried, see {size:,}")
            elif name not in self.missing:
                asked.append((name, build(self.inputs)))
        limits = Limits(min(work.seconds, self.limits.seconds), self.limits.megabytes)
        results = self._measured([command for _, command in asked], limits)
        for (name, _), result in zip(asked, results, strict=True):
            row.results[name] = result
            if result.ended:
                self.failed[work.section, work.name, name] = work.size
        row.results = {name: row.results[name] for name in work.programs if name in row.results}
        self.rows.append(row)
        return row

    def _measured(self, asked: Sequence[Command | Ask], limits: Limits) -> list[Result]:
        commands = [it for it in asked if isinstance(it, Command)]
        asks = [it for it in asked if isinstance(it, Ask)]
        if asks:
            return measure_within(asks, self.runs, self.budget, limits)
        return measure(commands, self.runs, self.budget, limits)


def main() -> int:
    """Measure and print tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="a thousand claims, two runs each")
    parser.add_argument("--sizes", type=int, nargs="+", help="claims, or arguments")
    parser.add_argument("--runs", type=int, help="how often each is run, if there is time (5)")
    parser.add_argument("--budget", type=float, default=15, help="seconds for all runs of one thing (15)")
    parser.add_argument("--only", default="", metavar="WORDS", help=ONLY)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    options = parser.parse_args()
    sizes = options.sizes or (QUICK if options.quick else SIZES)
    runs = options.runs or (2 if options.quick else 5)
    limits = Limits(5 if options.quick else LONG)
    wanted = [it for it in works(sorted(sizes)) if options.only in f"{it.section}: {it.title}"]
    if options.write and options.only:
        parser.error("--write wants all that is measured, not --only some of it")
    if not wanted:
        parser.error(f"nothing has {options.only!r} in its name")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    used = {name for work in wanted for name in work.programs}
    try:
        missing = peers.install([peer for peer in peers.PEERS if peer.name in used])
    except KeyboardInterrupt:
        print("\ninterrupted before anything was measured", file=sys.stderr)
        return 130
    complete = False
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Inputs(Path(folder)), missing, runs, options.budget, limits)
        try:
            go_through(wanted, session)
            complete = True
        except KeyboardInterrupt:
            print("\ninterrupted", file=sys.stderr)
        finally:
            made = page(session.rows, missing, complete=complete)
            print(made)
    if options.write and complete:
        put(made)
    return 0 if complete else 130


def go_through(wanted: Sequence[Work], session: Session) -> None:
    """Measure one thing after the other, and say how it goes."""
    start = time.perf_counter()
    for number, work in enumerate(wanted, 1):
        minutes, seconds = divmod(int(time.perf_counter() - start), 60)
        place = f"{minutes:2}:{seconds:02} [{number}/{len(wanted)}]"
        print(f"{place} {work.section}: {work.title} …", file=sys.stderr, flush=True)
        row = session.take(work)
        print(f"{' ' * len(place)} {row.brief()}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
