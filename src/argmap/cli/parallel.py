"""Doing the same with many files: one after the other or, if there are many, in several processes; with progress."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import InvalidStateError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import partial
from multiprocessing import active_children
from typing import TypeVar

from argmap.cli import terminal

_MANY = 48
"""Files from which on it pays to start processes."""
_AT_ONCE = 8
_PATIENCE = 1.0
"""Seconds after which progress is shown."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def each(
    do: Callable[[Item], Result], items: Sequence[Item], doing: str, *, here: bool = False
) -> Iterator[Result]:
    """Yield what comes of each item, in their order; show progress if it takes a while.

    Args:
        do: what to do; a function that other processes can be handed.
        items: what to do it with.
        doing: what the progress is called.
        here: whether it has to be done in this process, whose standard input others do not have.
    """
    many = len(items) >= _MANY and not here and (os.cpu_count() or 1) > 1
    found = _in_parallel(do, items) if many else (do(item) for item in items)
    with closing(found):
        yield from _shown(found, len(items), doing)


def _in_parallel(do: Callable[[Item], Result], items: Sequence[Item]) -> Generator[Result]:
    tell = threading.excepthook
    threading.excepthook = partial(_unless_cancelled, tell)
    with ProcessPoolExecutor(initializer=_end_quietly) as pool:
        try:
            yield from pool.map(do, items, chunksize=_AT_ONCE)
        except BrokenProcessPool:
            help = "Is there enough memory? It may help to name fewer maps at once."
            terminal.fail("a process that worked beside this one was stopped", help)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in active_children():  # which may be busy with a large map
                child.terminate()
            raise
    threading.excepthook = tell  # not where something was raised: the thread of the pool may outlast that


def _unless_cancelled(
    tell: Callable[[threading.ExceptHookArgs], object], what: threading.ExceptHookArgs
) -> None:
    """Tell what a thread failed of, but for work that we cancelled: when its processes end, the pool stumbles over it."""
    if not issubclass(what.exc_type, InvalidStateError):
        tell(what)


def _end_quietly() -> None:
    """Let a process that is interrupted or stopped end there and then: the first one tells what has to be told."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def _shown(found: Iterable[Result], total: int, doing: str) -> Iterator[Result]:
    """Pass results on; on a terminal, show how many are still to come once a second has passed."""
    if not sys.stderr.isatty() or total < 2:
        yield from found
        return
    from rich.progress import Progress

    progress = Progress(console=terminal.console(stderr=True), transient=True)
    task = progress.add_task(doing, total=total)
    start = time.monotonic()
    try:
        for result in found:
            progress.advance(task)
            if not progress.live.is_started and time.monotonic() - start > _PATIENCE:
                progress.start()
            yield result
    finally:
        progress.stop()
