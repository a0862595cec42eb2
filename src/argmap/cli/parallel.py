"""Doing the same with many files: one after the other or, if there are many, in several processes; with progress."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import TypeVar

from argmap.cli import waiting

_MANY = 48
"""Files from which on it pays to start processes."""

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
    found = _in_processes(do, items) if many else (do(item) for item in items)
    total = len(items) if len(items) > 1 else None
    with closing(found), waiting.doing(doing, total) as done:
        for result in found:
            done()
            yield result


def _in_processes(do: Callable[[Item], Result], items: Sequence[Item]) -> Generator[Result]:
    from argmap.cli import pool  # which takes its time to load

    return pool.each(do, items)
