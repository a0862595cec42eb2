"""xAIF: an AIF document with the text analysed and the picture of it, as OVA3 and the argument mining framework have it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any, Final

from argmap.finding import Path
from argmap.formats import steps
from argmap.formats.aif import WRAPPERS, Aif
from argmap.formats.base import Reading, Written
from argmap.formats.steps import Json, has_lists, key
from argmap.model import Map

_PICTURES: Final = ("OVA", "ova")
_COLUMN: Final = 300
_ROW: Final = 150


class Xaif(Aif):
    """AIF in the envelope of xAIF."""

    name = "xaif"
    title = "xAIF"
    lacking = "there is no AIF in it"

    def within(self, document: Json) -> Path | None:
        """Return the way to the part that holds nodes and edges; None if the document has none."""
        return super().within(document) or None

    def document(self, carried: Json | None) -> Json:
        """Return a document to be brought up to date: the one that a map carries, or a new one around its AIF."""
        within = self.within(carried) if carried is not None else None
        if carried is not None and within and has_lists(carried[str(within[0])]):
            return carried
        picture = {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []}
        return {"AIF": super().document(carried), "text": "", "dialog": False, "OVA": picture}

    def marks(self, part: Json) -> frozenset[str]:
        """Return the ids of the nodes."""
        return frozenset(_ids(part))

    def arrange(self, document: Json, before: object) -> None:
        """Draw what is new below the rest of OVA's picture, and take out of it what is gone."""
        part = document[next(name for name in WRAPPERS if isinstance(document.get(name), dict))]
        picture = next((document[name] for name in _PICTURES if isinstance(document.get(name), dict)), None)
        if picture is None or not isinstance(before, frozenset):
            return
        drawn, lines = picture.get("nodes"), picture.get("edges")
        if not isinstance(drawn, list) or not isinstance(lines, list):
            return
        now = set(_ids(part))
        gone = before - now
        drawn[:] = [it for it in drawn if not isinstance(it, dict) or key(it.get("nodeID")) not in gone]
        shown = {key(it.get("nodeID")) for it in drawn if isinstance(it, dict)}
        new = now - before - shown
        edges = list(_ends(part))
        if gone or new:
            kept = {(source, target) for source, target, _ in edges}
            lines[:] = [
                it
                for it in lines
                if not isinstance(it, dict) or _pair(it) in kept or gone.isdisjoint(_pair(it))
            ]
        self._draw(part, drawn, new, edges)
        known = {_pair(it) for it in lines if isinstance(it, dict)}
        for source, target, edge in edges:
            if (source, target) not in known and not new.isdisjoint((source, target)):
                lines.append({"fromID": edge["fromID"], "toID": edge["toID"], "visible": True})

    def _draw(self, part: Json, drawn: list[Any], new: set[str], edges: list[tuple[str, str, Json]]) -> None:
        heights = [it["y"] for it in drawn if isinstance(it, dict) and isinstance(it.get("y"), (int, float))]
        top = int(max(heights, default=0)) + _ROW
        columns: dict[int, int] = {}
        rows = _rows(new, edges)
        for node in part.get("nodes") or ():
            id = key(node.get("nodeID")) if isinstance(node, dict) else None
            if id in new:
                row = rows[id]
                column = columns[row] = columns.get(row, 0) + 1
                place = {"x": column * _COLUMN, "y": top + row * _ROW}
                drawn.append({"nodeID": node["nodeID"], "visible": True, **place, "timestamp": ""})


def _ids(part: Json) -> Iterator[str]:
    for node in part.get("nodes") or ():
        if isinstance(node, dict) and (id := key(node.get("nodeID"))) is not None:
            yield id


def _ends(part: Json) -> Iterator[tuple[str, str, Json]]:
    for edge in part.get("edges") or ():
        if isinstance(edge, dict):
            source, target = _pair(edge)
            if source is not None and target is not None:
                yield source, target, edge


def _pair(edge: Json) -> tuple[str | None, str | None]:
    return key(edge.get("fromID")), key(edge.get("toID"))


def _rows(nodes: set[str], edges: list[tuple[str, str, Json]]) -> dict[str, int]:
    """Return a row for each of some nodes: below all that it leads to, where that is possible."""
    sources: dict[str, list[str]] = {}
    leading: set[str] = set()
    for source, target, _ in edges:
        if source in nodes and target in nodes:
            sources.setdefault(target, []).append(source)
            leading.add(source)
    rows = dict.fromkeys(nodes - leading, 0)
    queue = deque(sorted(rows))
    while queue:
        target = queue.popleft()
        for source in sources.get(target, ()):
            if source not in rows:
                rows[source] = rows[target] + 1
                queue.append(source)
    return {node: rows.get(node, 0) for node in nodes}


KEEPS: Final = None
"""All that a map holds: what the format has no place for stands in a field of its own."""

_XAIF: Final = Xaif()


def read(text: str, name: str) -> Reading:
    """Return what came of reading a text; ``name`` is used in messages."""
    return steps.read(text, name, _XAIF)


def write(map: Map) -> Written:
    """Return a map as xAIF; what it has no place for stands in a field of its own."""
    return steps.write(map, _XAIF)
