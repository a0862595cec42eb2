"""What a format has to say of itself to be read and written as a document of claims and steps; a document in the making."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

from argmap.finding import Path
from argmap.formats.imported import NewIds
from argmap.formats.steps.argument import Argument, Json, Links, Oddity, Sort, key, rows
from argmap.model import Claim, Kind, Map

FIELD: Final = "_argmap"
"""The field for what a format has no place for; not "argmap", by which argmap's own JSON is known."""
NAMES: Final = "ids"
"""The part of it that has the ids of claims and relations that differ from those of their nodes."""

Pair = tuple[str, str]
"""The ids of the two nodes that an edge joins."""


class Dialect:
    """How a format spells nodes, edges and steps. Most of it is as AIF has it."""

    name: str
    """The name of the format."""
    title: str
    """What it is called in a sentence."""
    carried: str
    """The name under which a map carries the rest of a document."""
    lacking: str
    """What is wrong with JSON that is none of it."""
    id = "nodeID"
    """The key of a node's id."""
    source = "fromID"
    """The key of an edge for the node that it comes from."""
    target = "toID"
    """The key of an edge for the node that it leads to."""
    edge_id = "edgeID"
    """The key of an edge's id."""
    about_nodes: tuple[str, ...] = ("nodes",)
    """Lists whose entries are, or are about, the node whose id they give."""

    # -- documents

    def within(self, document: Json) -> Path | None:
        """Return the way to the part that holds nodes and edges; None if the document has none."""
        return () if "nodes" in document else None

    def document(self, carried: Json | None) -> Json:
        """Return a document to be brought up to date: the one that a map carries, or a new one."""
        raise NotImplementedError

    def home(self, part: Json) -> Json:
        """Return the object in which argmap's own field stands."""
        return part

    def names(self, part: Json) -> dict[str, str]:
        """Return the ids of claims and relations that go by another than that of their nodes, by the latter."""
        extra = self.home(part).get(FIELD)
        names = extra.get(NAMES) if isinstance(extra, dict) else None
        return (
            {str(node): id for node, id in names.items() if isinstance(id, str)}
            if isinstance(names, dict)
            else {}
        )

    def head(self, part: Json) -> Json:  # noqa: ARG002  of some formats none
        """Return what a document says of itself as fields of a map."""
        return {}

    def set_head(self, part: Json, map: Map) -> None:
        """Make a document say of itself what a map does."""

    def marks(self, part: Json) -> object:  # noqa: ARG002  of some formats none
        """Return what :meth:`arrange` needs to know of a document as it was."""
        return None

    def arrange(self, document: Json, before: object) -> None:
        """Bring up to date what a document has besides nodes and edges."""

    # -- reading

    def sort(self, node: Json) -> Sort:
        """Tell what a node is: a claim, a step of some kind, or something else."""
        raise NotImplementedError

    def word(self, node: Json) -> str:
        """Return the word by which the format calls such nodes."""
        return str(node.get("type"))[:20]

    def is_mutual(self, node: Json) -> bool:  # noqa: ARG002  of most formats none
        """Tell whether a step without premises leads to claims that deny one another."""
        return False

    def scheme(self, node: Json) -> str | None:
        """Return the name of the scheme that a step is said to be of, if it is."""
        raise NotImplementedError

    def speakers(self, part: Json, argument: Argument) -> dict[str, str]:  # noqa: ARG002  of some formats none
        """Return the speaker of each claim of which it is beyond doubt."""
        return {}

    def expects(self, source: Json, target: Json) -> bool:  # noqa: ARG002  of some formats none
        """Tell whether regular documents have edges between two such nodes that are no part of the argument."""
        return False

    def oddities(self, links: Links) -> Iterator[Oddity]:  # noqa: ARG002  of some formats none
        """Yield what else is odd about a document of this format."""
        yield from ()

    # -- writing

    def node_id(self, id: str) -> str:
        """Return the id of a new node for a claim or relation."""
        return id

    def claim_node(self, id: str, text: str) -> Json:
        """Return a new node for a claim."""
        raise NotImplementedError

    def step_node(self, id: str, kind: Kind, scheme: str | None) -> Json:
        """Return a new node for a step."""
        raise NotImplementedError

    def set_step(self, node: Json, kind: Kind, scheme: str | None) -> None:
        """Make a step one of this kind and scheme."""
        raise NotImplementedError

    def edge(self, number: object, source: object, target: object) -> Json:
        """Return a new edge between two nodes, given by their ids."""
        return {self.edge_id: number, self.source: source, self.target: target}

    def add_speaker(self, draft: Draft, node: object, claim: Claim) -> None:
        """Add to a document who says what a new node, given by its id, says."""

    def left_over(self, links: Links, gone: set[int]) -> set[int]:  # noqa: ARG002  of some formats none
        """Return the nodes that are there only for the sake of some that are taken out."""
        return set()


class Draft:
    """A document that is being changed."""

    def __init__(self, document: Json, dialect: Dialect) -> None:
        self.document = document
        self.dialect = dialect
        self.ids = NewIds()
        for node in rows(document, "nodes"):
            if (name := key(node.get(dialect.id))) is not None:
                self.ids.take(name)
        self.names: dict[str, str] = {}
        numbers = [edge.get(dialect.edge_id) for edge in rows(document, "edges")]
        self._counts = bool(numbers) and all(isinstance(number, int) for number in numbers)
        self._last = max(
            (int(word) for number in numbers if (word := key(number)) and word.isdecimal()), default=0
        )

    def table(self, name: str) -> list[Any]:
        """Return a list of the document; it is made if it is not there."""
        if not isinstance(self.document.get(name), list):
            self.document[name] = []
        return cast("list[Any]", self.document[name])

    def named(self, id: str) -> str:
        """Return an id for the node of a claim or relation; if it is another than theirs, the document says so."""
        node = self.ids.make(self.dialect.node_id(id))
        if node != id:
            self.names[node] = id
        return node

    def sign(self) -> None:
        """Write into the document the ids of claims and relations that go by others than their nodes."""
        if self.names:
            names = {**self.dialect.names(self.document), **self.names}
            self.dialect.home(self.document)[FIELD] = {NAMES: names}

    def add(self, node: Json) -> None:
        """Add a node."""
        self.table("nodes").append(node)

    def link(self, source: object, target: object) -> None:
        """Add an edge between two nodes, given by their ids."""
        self._last += 1
        number = self._last if self._counts else str(self._last)
        self.table("edges").append(self.dialect.edge(number, source, target))

    def without(self, nodes: set[str], edges: set[Pair]) -> None:
        """Take out nodes with their edges, and edges; all by the ids of nodes."""
        it = self.dialect
        if nodes:
            for table in it.about_nodes:
                self.filter(table, lambda row: key(row.get(it.id)) not in nodes)

        def stays(edge: Json) -> bool:
            ends = key(edge.get(it.source)), key(edge.get(it.target))
            return nodes.isdisjoint(ends) and ends not in edges

        if nodes or edges:
            self.filter("edges", stays)

    def filter(self, name: str, stays: Any) -> None:  # noqa: ANN401  a predicate
        """Keep those rows of a list that are to stay."""
        table = self.document.get(name)
        if isinstance(table, list):
            table[:] = [row for row in table if not isinstance(row, dict) or stays(row)]
