"""Programs measured from within: a process of its own for each, that does what it is told and says how long it took.

What counts is the processor time of the work, without starting Python and importing. This file is both sides: run as a
program, it takes requests, lines of JSON, for a function `MODULE:NAME` of this folder.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Self

from measuring import EndedError, Limits, Result, Usage, Watch, in_turn

Answer = dict[str, Any]
"""What came of a request: `seconds` and what else the program tells, or `error`."""


class Worker:
    """A process that works on requests."""

    def __init__(self, does: str, env: Mapping[str, str], limits: Limits) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, does],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=os.environ | env,
            start_new_session=True,
        )
        self._limits = limits

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, request: object) -> Answer:
        """Let it work once.

        Raises:
            EndedError: if it passed a limit, or is no more.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        watch = Watch(self._process.pid, self._limits)
        try:
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            watch.stop()
        if not line:
            raise EndedError(watch.passed or "fails")
        answer: Answer = json.loads(line)
        return answer


@dataclass(frozen=True)
class Ask:
    """A request, and who is to work on it."""

    does: str
    request: Mapping[str, object]
    env: Mapping[str, str] = field(default_factory=dict)


def measure_within(asks: Sequence[Ask], runs: int, budget: float, limits: Limits) -> list[Result]:
    """Let workers take turns at their requests and return what came of each, CPU alone."""
    with ExitStack() as stack:
        workers = [stack.enter_context(Worker(it.does, it.env, limits)) for it in asks]

        def once(at: int) -> Usage:
            answer = workers[at].ask(asks[at].request)
            if "error" in answer:
                raise EndedError(str(answer["error"]))
            return Usage(cpu=answer["seconds"])

        return in_turn(len(asks), once, runs, budget)


def main() -> None:
    """Work on requests, one a line, until there are no more."""
    module, _, name = sys.argv[1].partition(":")
    work: Callable[[Any], Answer] = getattr(importlib.import_module(module), name)()
    for line in sys.stdin:
        try:
            answer = work(json.loads(line))
        except Exception as error:
            answer = {"error": type(error).__name__}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
