"""What every format has in common: reading gives a map, or problems with their places."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.finding import Locate, Problem
from argmap.model import Map


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a file."""

    name: str
    """What to call the file in messages."""
    text: str
    """The text of the file, to show lines of; empty if it is not text."""
    map: Map | None
    """The map, or None if the file holds none that can be used."""
    problems: tuple[Problem, ...]
    """All that is wrong with the file, in the order of the file."""
    locate: Locate
    """Turns a path in the map into a span of the file."""
    included: frozenset[str] = frozenset()
    """Ids of the claims, relations and sources that stand in other files, which the map includes."""

    @property
    def sound(self) -> bool:
        """Whether the map is all that its writer put into the file, as far as reading can tell."""
        return self.map is not None and all(problem.code in _HARMLESS for problem in self.problems)


_HARMLESS = frozenset({"AM003", "AM902"})
"""Problems that may well be none, or that leave the map as its writer meant it."""


class ReadError(Exception):
    """A file that holds no usable map.

    Attributes:
        reading: the reading, with the problems and their places.
    """

    def __init__(self, reading: Reading) -> None:
        first = reading.problems[0]
        more = f" (and {len(reading.problems) - 1} more)" if len(reading.problems) > 1 else ""
        super().__init__(f"{reading.name}:{first.span.line}:{first.span.column}: {first.message}{more}")
        self.reading = reading
