"""What commands about several maps share: each map is read on its own, and in several processes if they are many."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from argmap.cli import maps, parallel, where

if TYPE_CHECKING:
    from argmap.graph import Graph

Result = TypeVar("Result")

Take = Callable[["Graph", frozenset[str]], Result]
"""What a command takes from a map, given the ids that it includes from another of the maps: a function with a name."""


@dataclass(frozen=True, slots=True)
class _Job(Generic[Result]):
    """What is to be done with every map."""

    take: Take[Result]
    only: str | None
    but: str | None
    files: frozenset[str]
    """What all the maps are called by the system."""


@dataclass(frozen=True, slots=True)
class Taken(Generic[Result]):
    """What came of a map."""

    path: str
    complaint: maps.Complaint | None
    """What is wrong with the file."""
    sound: bool
    absent: frozenset[str] = frozenset()
    """Ids that were named and that the map does not have."""
    ids: frozenset[str] = frozenset()
    """Those that it has, if there is one missing."""
    result: Result | None = None


def of_each(
    take: Take[Result], paths: list[str], only: str | None, but: str | None, doing: str
) -> tuple[list[tuple[str, Result]], bool]:
    """Return what is taken from each map in files and folders, and whether all could be read; show what is wrong.

    It is taken from the claims that the options name, and the relations between them, with nothing around them. Of several
    maps, those that do not have an id that is named are left out; that none has it ends the command.

    Args:
        take: what to take.
        paths: the files and folders.
        only: the option ``--where``.
        but: the option ``--except``.
        doing: what the progress is called.
    """
    where.refuse_nonsense(only, but)
    named = list(maps.expand(paths))
    job = _Job(take, only, but, frozenset(map(os.path.realpath, named)))
    done = list(_told(parallel.each(partial(_take, job), named, doing, here=maps.STDIN in named)))
    read = [it for it in done if it.sound]
    where.refuse_absent((it.absent for it in read), (it.ids for it in read))
    return [(it.path, it.result) for it in read if it.result is not None], len(read) == len(done)


def _told(found: Iterator[Taken[Result]]) -> Iterator[Taken[Result]]:
    """Pass on what came of each map, and show what is wrong with it."""
    for it in found:
        if it.complaint:
            maps.tell(it.complaint)
        yield replace(it, complaint=None)


def _take(job: _Job[Result], path: str) -> Taken[Result]:
    from argmap.graph import Graph

    reading = maps.read_or_finding(path)
    complaint = maps.complaint(reading)
    if reading.map is None or not reading.sound:
        return Taken(path, complaint, sound=False)
    graph = Graph(reading.map)
    absent: set[str] = set()
    several = len(job.files) > 1
    ids = where.chosen(graph, job.only, job.but, absent if several else None)
    if absent and not ids:
        return Taken(path, complaint, True, frozenset(absent), frozenset(graph.claims))
    elsewhere = frozenset(id for id, file in reading.included.items() if str(file) in job.files)
    result = job.take(where.only_of(graph, ids), elsewhere)
    return Taken(path, complaint, True, frozenset(absent), frozenset(graph.claims if absent else ()), result)
