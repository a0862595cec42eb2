"""SADFace, the Simple Argument Description Format: atoms linked by schemes, in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from argmap.formats import steps
from argmap.formats.base import Reading, Written
from argmap.formats.imported import seen
from argmap.formats.steps import Dialect, Json, Links, Oddity, Sort, has_lists
from argmap.model import Kind, Map

_KINDS: Final = {
    "attack": Kind.ATTACKS,
    "conflict": Kind.ATTACKS,
    "defeat": Kind.ATTACKS,
    "disagree": Kind.ATTACKS,
    "disagreement": Kind.ATTACKS,
    "rephrase": Kind.REPHRASES,
}
"""What schemes of these names do; all others support."""
_NAMES: Final = {
    Kind.SUPPORTS: "support",
    Kind.ATTACKS: "attack",
    Kind.UNDERCUTS: "attack",
    Kind.REPHRASES: "rephrase",
}
_MUTUAL: Final = frozenset({"disagree", "disagreement"})
"""Names of schemes that lead to atoms that deny one another, and from none."""
_NO_SCHEME: Final = frozenset({*_KINDS, "support", "inference", ""})
_HEAD: Final = {"title": "title", "description": "description"}
"""Fields of a map with the keys that say the same of a document."""
_NOBODY: Final = "A User"
"""The analyst of whoever has not set a name."""
_NIL: Final = str(UUID(int=0))
_NEVER: Final = "1970-01-01T00:00:00"
"""Written for a document's times, which a map does not know: the same map always makes the same document."""


class Sadface(Dialect):
    """SADFace."""

    name = carried = "sadface"
    title = "SADFace"
    lacking = "there are no nodes"
    id = edge_id = "id"
    source = "source_id"
    target = "target_id"

    def document(self, carried: Json | None) -> Json:
        """Return a document to be brought up to date: the one that a map carries, or a new one."""
        if carried is not None and "nodes" in carried and has_lists(carried):
            return carried
        words = dict.fromkeys(("analyst_email", "analyst_name", "title", "description", "notes"), "")
        core = {**words, "created": _NEVER, "edited": _NEVER, "id": _NIL, "version": "0.2"}
        return {"edges": [], "metadata": {"core": core}, "nodes": [], "resources": []}

    def home(self, part: Json) -> Json:
        """Return the object in which argmap's own field stands: documents have a place for those of tools."""
        if not isinstance(part.get("metadata"), dict):
            return part
        home: Json = part["metadata"]
        return home

    def head(self, part: Json) -> Json:
        """Return what a document says of itself as fields of a map."""
        core = self._core(part)
        found: Json = {name: text for name, key in _HEAD.items() if (text := seen(core.get(key)))}
        analyst = seen(core.get("analyst_name"))
        return found | ({"authors": (analyst,)} if analyst and analyst != _NOBODY else {})

    def set_head(self, part: Json, map: Map) -> None:
        """Make a document say of itself what a map does."""
        core, before = self._core(part), self.head(part)
        for name, key in _HEAD.items():
            if (text := getattr(map, name)) != before.get(name):
                core[key] = text or ""
        if map.authors != before.get("authors", ()) and len(map.authors) < 2:
            core["analyst_name"] = "".join(map.authors)

    def _core(self, part: Json) -> Json:
        core = self.home(part).get("core")
        return core if isinstance(core, dict) else {}

    def sort(self, node: Json) -> Sort:
        """Tell what a node is: a claim, a step of some kind, or something else."""
        match node.get("type"):
            case "atom":
                return "claim"
            case "conflict":
                return Kind.ATTACKS
            case "inference":
                return Kind.SUPPORTS
            case "scheme":
                name = self._name(node)
                return "other" if name == "preference" else _KINDS.get(name, Kind.SUPPORTS)
        return "other"

    def word(self, node: Json) -> str:
        """Return the word by which the format calls such nodes."""
        return str(node.get("name") if self.sort(node) != "claim" else node.get("type"))[:20]

    def is_mutual(self, node: Json) -> bool:
        """Tell whether a step leads to claims that deny one another."""
        return self._name(node) in _MUTUAL

    def scheme(self, node: Json) -> str | None:
        """Return the name of the scheme that a step is said to be of, if it is."""
        return seen(node.get("name")) if self._name(node) not in _NO_SCHEME else None

    def _name(self, node: Json) -> str:
        name = node.get("name")
        return name.strip().lower() if isinstance(name, str) else ""

    def oddities(self, links: Links) -> Iterator[Oddity]:
        """Yield nodes of unknown types."""
        for number, node in enumerate(links.nodes):
            if node is not None and links.sorts[number] == "other" and node.get("type") != "scheme":
                kind = str(node.get("type"))[:20]
                yield Oddity(("nodes", number), f"a node of the type {kind!r}, which SADFace does not have")

    def node_id(self, id: str) -> str:
        """Return the id of a new node, which is a UUID in SADFace."""
        try:
            return str(UUID(id))
        except ValueError:
            return str(uuid5(NAMESPACE_URL, id))

    def claim_node(self, id: str, text: str) -> Json:
        """Return a new node for a claim."""
        return {"id": id, "metadata": {"core": {}}, "sources": [], "text": text, "type": "atom"}

    def step_node(self, id: str, kind: Kind, scheme: str | None) -> Json:
        """Return a new node for a step."""
        return {"id": id, "metadata": {"core": {}}, "name": self._named(kind, scheme), "type": "scheme"}

    def set_step(self, node: Json, kind: Kind, scheme: str | None) -> None:
        """Make a step one of this kind and scheme."""
        node |= {"name": self._named(kind, scheme), "type": "scheme"}

    def _named(self, kind: Kind, scheme: str | None) -> str:
        # Only of what supports does a scheme's name leave the kind to be seen.
        return scheme if scheme and kind is Kind.SUPPORTS else _NAMES[kind]

    def edge(self, number: object, source: object, target: object) -> Json:
        """Return a new edge between two nodes, given by their ids."""
        return {
            "id": str(uuid5(NAMESPACE_URL, f"{number} {source} {target}")),
            "source_id": source,
            "target_id": target,
        }


KEEPS: Final = None
"""All that a map holds: what the format has no place for stands in a field of its own."""

_SADFACE: Final = Sadface()


def read(text: str, name: str) -> Reading:
    """Return what came of reading a text; ``name`` is used in messages."""
    return steps.read(text, name, _SADFACE)


def write(map: Map) -> Written:
    """Return a map as SADFace; what SADFace has no place for stands in a field of its own among the metadata."""
    return steps.write(map, _SADFACE)
