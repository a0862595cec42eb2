"""What whole processes use: CPU, time on the wall, peak memory; medians of runs that take turns.

The program that measures has to stay small: Linux counts the memory of the parent as the child's until the child's own
program begins.
"""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

EVERY = 0.1
"""Seconds between looks at what a process takes."""
_REASONS = {
    "out of memory": ("heap out of memory", "MemoryError", "std::bad_alloc"),
    "stack overflow": ("Maximum call stack", "RecursionError"),
}


@dataclass(frozen=True)
class Limits:
    """When a run is ended."""

    seconds: float = 120
    megabytes: float = 4000


@dataclass(frozen=True)
class Command:
    """A command, and how one tells that it has done its work."""

    words: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)
    good: tuple[int, ...] = (0,)
    """Exit codes of success."""
    least: int = 1
    """Bytes that it writes to standard output at least."""


@dataclass(frozen=True)
class Usage:
    """What a run used: seconds, and megabytes."""

    cpu: float
    wall: float = 0.0
    memory: float = 0.0


@dataclass
class Result:
    """What came of a command: the medians of its runs, or why there are none."""

    usage: Usage | None = None
    runs: int = 0
    ended: str = ""


class EndedError(Exception):
    """A run did not come to a good end."""


def measure(commands: Sequence[Command], runs: int, budget: float, limits: Limits) -> list[Result]:
    """Let commands take turns and return what came of each; see :func:`in_turn`."""
    return in_turn(len(commands), lambda at: run(commands[at], limits), runs, budget)


def in_turn(count: int, once: Callable[[int], Usage], runs: int, budget: float) -> list[Result]:
    """Let programs take turns and return what came of each.

    Args:
        count: How many programs there are.
        once: Runs one of them; what has ended badly once has no more turns.
        runs: How often each is run, after a first run that is not counted.
        budget: Seconds that all turns may take; each is run once at least. The first run counts if there is no
            time for two more: what takes so long does not hang from what was read before.
    """
    found: list[list[Usage]] = [[] for _ in range(count)]
    ended = [""] * count
    start = time.perf_counter()
    for turn in range(runs + 1):
        if turn and (time.perf_counter() - start) * (turn + 1) / turn > budget:
            break
        for at in range(count):
            if not ended[at]:
                try:
                    found[at].append(once(at))
                except EndedError as error:
                    ended[at] = str(error)
    results = []
    for usages, why in zip(found, ended, strict=True):
        counted = usages[1:] if len(usages) > 2 else usages
        results.append(Result(ended=why) if why else Result(_median(counted), len(counted)))
    return results


def _median(usages: Sequence[Usage]) -> Usage:
    def of(name: str) -> float:
        return float(statistics.median(getattr(usage, name) for usage in usages))

    return Usage(of("cpu"), of("wall"), of("memory"))


def run(command: Command, limits: Limits) -> Usage:
    """Run a command to its end and return what it and the processes that it started used.

    Raises:
        EndedError: if it passed a limit or did not do its work.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        try:
            process = subprocess.Popen(
                command.words,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                env=os.environ | command.env,
                start_new_session=True,
            )
        except OSError as error:
            raise EndedError("cannot be started") from error
        watch = Watch(process.pid, limits)
        try:
            _, status, used = os.wait4(process.pid, 0)
        except BaseException:
            watch.kill()
            process.wait()
            raise
        finally:
            watch.stop()
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if watch.passed:
            raise EndedError(watch.passed)
        if process.returncode not in command.good or out.seek(0, os.SEEK_END) < command.least:
            raise EndedError(_reason(process.returncode, out, err))
    unit = 1 if sys.platform == "darwin" else 1024
    memory = max(used.ru_maxrss * unit, watch.peak) / 1e6
    return Usage(used.ru_utime + used.ru_stime, wall, memory)


def _reason(code: int, *outputs: IO[bytes]) -> str:
    said = ""
    for output in outputs:
        output.seek(0)
        said += output.read(100_000).decode(errors="replace")
    for reason, signs in _REASONS.items():
        if any(words in said for words in signs):
            return reason
    return f"fails (exit code {code})"


class Watch:
    """Looks at a process and those it has started, and ends all if they pass a limit.

    Attributes:
        passed: Which limit was passed, in words.
        peak: The most bytes that several processes were seen to take together.
    """

    def __init__(self, pid: int, limits: Limits) -> None:
        self.passed = ""
        self.peak = 0
        self._pid = pid
        self._limits = limits
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._done.set()
        self._thread.join()

    def kill(self) -> None:
        """End the processes."""
        with suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGKILL)

    def _look(self) -> None:
        start = time.perf_counter()
        while not self._done.wait(EVERY):
            memory = together(self._pid)
            self.peak = max(self.peak, memory)
            if time.perf_counter() - start > self._limits.seconds:
                self.passed = f"more than {self._limits.seconds:g} s"
            elif memory > self._limits.megabytes * 1e6:
                self.passed = f"more than {self._limits.megabytes / 1000:g} GB"
            if self.passed:
                self.kill()
                return


def together(pid: int) -> int:
    """Return the bytes that a process and those below it take, what they share counted once; 0 where /proc is not."""
    pids = [pid]
    for parent in pids:
        with suppress(OSError):
            for task in Path(f"/proc/{parent}/task").iterdir():
                pids += map(int, (task / "children").read_text().split())
    return sum(_taken(it, shared=len(pids) > 1) for it in pids)


def _taken(pid: int, *, shared: bool) -> int:
    try:
        if not shared:
            return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return next(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0
