"""What a reader or a check has to say about a map, and where.

Positions come in two forms. A *path* names a part of a :class:`~argmap.model.Map`:
``("claims", "c1", "text")``, ``("relations", "c2:supports:c1", "premises", 0)``, ``("thesis", 0)``.
A *span* names characters of a file. Rules speak of paths; whoever read the file turns them into spans.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

LINE_BREAK = re.compile(r"\r\n|\n|\r")
"""What ends a line where positions are counted, as editors count them (YAML 1.1 has three breaks more)."""

Path = tuple[str | int, ...]


class Span(NamedTuple):  # a large map has many: tuples are made many times faster than frozen dataclasses
    """Characters of a file. Lines and columns count from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


Locate = Callable[[Path], Span]
"""Turn a path into a span of the file that the map was read from; of a path that the file does not
spell out, the nearest part that it does."""


class Severity(StrEnum):
    """How much a finding matters, most first."""

    ERROR = "error"
    """The map does not say what its writer meant."""
    WARNING = "warning"
    """The argument has a gap, or the map a flaw, that someone should look at."""
    INFO = "info"
    """Worth knowing."""


@dataclass(frozen=True, slots=True)
class Related:
    """A further place that a finding involves."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file, found while reading it."""

    code: str
    message: str
    span: Span
    related: tuple[Related, ...] = ()
    help: str | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """A change of the file that answers a finding."""

    path: Path
    """The part of the map that is changed."""
    value: str | None = None
    """What it becomes; None if it is taken out."""
    safe: bool = True
    """Whether it is certain to be what its writer would do."""


class Finding(NamedTuple):
    """What a check reports to people and other programs."""

    code: str
    name: str
    severity: Severity
    message: str
    file: str
    span: Span
    related: tuple[Related, ...] = ()
    help: str | None = None
    claim: str | None = None
    """Id of the claim that it concerns, or leads to, if it does one."""
    fix: Fix | None = None
    """What would answer it, if that can be done without asking."""
