"""A map that is being edited: what is asked of every edit, and of what comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from shlex import quote

from argmap.errors import ArgmapError
from argmap.formats import FORMATS, Reading, read, stem
from argmap.formats.edit import Editor
from argmap.formats.nodes import Mapping, Node
from argmap.graph import Graph
from argmap.model import Map, Relation
from argmap.scalars import ID_PATTERN
from argmap.suggest import did_you_mean


class EditError(ArgmapError, ValueError):
    """An edit that cannot be made."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of an edit.

    Attributes:
        text: the new content of the file.
        notes: what the person should know: what has lost its support, what goes in a circle now (of a map that includes
            others, see :func:`losses`).
    """

    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A map that is being edited."""

    name: str
    map: Map
    editor: Editor

    @property
    def graph(self) -> Graph:
        """The graph of the map as it was."""
        return Graph(self.map)

    def elsewhere(self, id: str) -> bool:
        """Tell whether an id is one of a map that is included."""
        return "/" in id and id.partition("/")[0] in self.map.include

    def claim(self, id: str) -> None:
        """Raise an error if there is no such claim."""
        if self.elsewhere(id):
            return  # argmap check tells if the map that is included has none
        if id not in self.map.claims:
            hint = did_you_mean(id, self.map.claims) or "The ids are what argmap show MAP prints in brackets."
            raise EditError(f"the map has no claim {id!r}", hint)

    def own(self, id: str) -> None:
        """Raise an error if a claim is that of a map that is included."""
        if self.elsewhere(id):
            file = self.map.include[id.partition("/")[0]]
            raise EditError(f"{id} stands in another map", f"Edit that: {file}")

    def relation(self, id: str) -> Relation:
        """Return a relation; raise an error if there is none of that id."""
        if id not in self.map.relations:
            hint = did_you_mean(id, self.map.relations) or "A relation is written premise:supports:target."
            raise EditError(f"the map has no relation {id!r}", hint)
        return self.map.relations[id]

    def free(self, id: str) -> None:
        """Raise an error if an id is taken, or is none."""
        if "/" in id or not re.fullmatch(ID_PATTERN[1:-1], id):
            raise EditError(
                f"{id!r} is not an id", "An id has letters, digits, '-', '_' and '.', and no spaces."
            )
        if id in self.map.claims or id in self.map.relations:
            raise EditError(f"the id {id!r} is taken", "Choose another.")

    def node(self, *path: str | int) -> Node:
        """Return what stands at a path that there is."""
        node = self.editor.find(path)
        if node is None:
            raise EditError("the file writes this in a way that cannot be edited", "Edit it by hand.")
        return node

    def mapping(self, *path: str | int) -> Mapping:
        """Return the mapping at a path."""
        node = self.node(*path)
        if not isinstance(node, Mapping):
            raise EditError("the file writes this in a way that cannot be edited", "Edit it by hand.")
        return node


def open_map(text: str, name: str) -> Opened:
    """Return a map to be edited.

    Raises:
        EditError: if it cannot be read as it is meant.
    """
    reading, map = readable(text, name)
    return Opened(name, map, Editor(text, json=reading.format == "json"))


def readable(text: str, name: str) -> tuple[Reading, Map]:
    """Return the reading of a file that is to be edited, and its map.

    Raises:
        EditError: if it is not in a format of argmap's own, or cannot be read as it is meant.
    """
    reading = read(text.encode(), name)
    if not FORMATS[reading.format].edits:
        title = FORMATS[reading.format].title
        raise EditError(
            f"{name} is in the format {title}, which argmap does not edit",
            f"Convert it: argmap convert {quote(name)} {quote(stem(name) + '.yaml')}",
        )
    if reading.map is None or not reading.sound:
        raise EditError(*_unreadable(reading))
    return reading, reading.map


def _unreadable(reading: Reading) -> tuple[str, str]:
    """Say what keeps a file from being read as it is meant, and what to do about it."""
    problem = reading.faults[0]
    place = f"{reading.name}:{problem.span.line}:{problem.span.column}"
    return (
        f"{reading.name} cannot be read as it is meant: {place}: {problem.message}",
        f"See all that is wrong with: argmap check {quote(reading.name)}",
    )


def close(opened: Opened, expected: Callable[[Map], bool], notes: Sequence[str] = ()) -> Edited:
    """Return the edited text; raise an error if it is not read as the map that it should be."""
    text = opened.editor.result()
    after = read(text.encode(), opened.name)
    if after.faults:
        raise EditError(f"that would not be read as a map: {after.faults[0].message}", after.faults[0].help)
    if after.map is None or not expected(after.map):
        raise EditError("the file writes this in a way that cannot be edited", "Edit it by hand.")
    if not opened.map.include:  # else what stands in the other maps decides
        notes = (*notes, *losses(opened.graph, Graph(after.map)))
    return Edited(text, tuple(notes))


def losses(before: Graph, after: Graph) -> Iterator[str]:
    """Yield what has lost its last ground, and what goes in a circle now."""
    for id in after.claims:
        if id in before.claims and id in after.unsupported and id not in before.unsupported:
            yield f"{id} has no support any more"
    bore = {id for id in before.claims if before.distance.get(id) is not None}
    for id in after.claims:
        if id in bore and after.theses and after.distance.get(id) is None:
            yield f"{id} does not bear on the thesis any more"
    if before.theses and not after.theses:
        yield "the map has no thesis any more"
    circles = len(list(after.support_cycles())) - len(list(before.support_cycles()))
    if circles > 0:
        yield "claims support one another in a circle now (AM104)"
