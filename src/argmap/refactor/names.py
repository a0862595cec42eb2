"""Ids changed wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.nodes import Mapping, Node, Scalar
from argmap.formats.nodes import Sequence as List
from argmap.formats.notation import CITATIONS
from argmap.model import Map
from argmap.refactor.opened import Edited, EditError, Opened, close, open_map
from argmap.suggest import did_you_mean


def rename(text: str, name: str, old: str, new: str) -> Edited:
    """Give a claim, a relation or a source another id, wherever it is named.

    Raises:
        EditError: if there is nothing of the old id, or the new one is taken or is none.
    """
    opened = open_map(text, name)
    map = opened.map
    if (
        "/" in old and old.partition("/")[0] in map.include
    ):  # it is another map's to know whether there is such a thing
        named = [*_claims_named(opened, old)]
    elif old in map.sources:
        opened.free(new)
        if new in map.sources:
            raise EditError(f"the id {new!r} is taken", "Choose another.")
        named = [*_sources_named(opened, old)]
    elif old in map.claims or old in map.relations:
        opened.free(new)
        named = [*_claims_named(opened, old)]
    else:
        known = [*map.claims, *map.sources, *(id for id in map.relations if ":" not in id)]
        raise EditError(f"the map has no {old!r}", did_you_mean(old, known))
    for node in {id(node): node for node in named}.values():
        opened.editor.rewrite(node, new)
    return close(opened, lambda after: _renamed(map, after, old, new))


def _claims_named(opened: Opened, id: str) -> Iterator[Scalar]:
    """Yield every word of the file that stands for a claim or a relation."""
    root = opened.editor.root
    for table in ("claims", "expect"):
        node = root.get(table)
        if isinstance(node, Mapping) and id in node.entries:
            yield node.entries[id][0]
    yield from _words(root.get("thesis"), id)
    for relation in opened.editor.relations.values():
        if isinstance(relation, Mapping):
            yield from _words(relation.get("premises"), id)
            yield from _words(relation.get("id"), id)
        else:
            yield from _words(relation, id)


def _sources_named(opened: Opened, id: str) -> Iterator[Scalar]:
    """Yield every word of the file that stands for a source."""
    root = opened.editor.root
    for table in ("sources", "not_argument"):
        node = root.get(table)
        if isinstance(node, Mapping) and id in node.entries:
            yield node.entries[id][0]
    for claim in opened.map.claims:
        fields = opened.mapping("claims", claim)
        for key in CITATIONS:
            cited = fields.get(key)
            if isinstance(cited, Mapping) and id in cited.entries:
                yield cited.entries[id][0]
            else:
                yield from _words(cited, id)


def _words(node: Node | None, word: str) -> Iterator[Scalar]:
    for item in node.items if isinstance(node, List) else [node]:
        if isinstance(item, Scalar) and item.value == word:
            yield item


def _renamed(before: Map, after: Map, old: str, new: str) -> bool:
    """Tell whether one map is the other with an id in place of another."""

    def ids(table: dict[str, object]) -> list[str]:
        return [new if id == old else id for id in table]

    return (
        ids(dict(before.claims)) == list(after.claims)
        and ids(dict(before.sources)) == list(after.sources)
        and len(before.relations) == len(after.relations)
    )
