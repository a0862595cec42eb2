"""Ids changed wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from argmap.formats.nodes import Lines, Mapping, Node, Scalar
from argmap.formats.nodes import Sequence as List
from argmap.formats.notation import CITATIONS
from argmap.model import Map
from argmap.refactor.opened import Edited, EditError, Opened, close, open_map
from argmap.suggest import did_you_mean

Table = Literal["claim", "source"]
"""What an id is of, where a claim and a source share it; a relation goes with the claims."""


def rename(text: str, name: str, old: str, new: str, of: Table | None = None) -> Edited:
    """Give a claim, a relation or a source another id, wherever it is named.

    Raises:
        EditError: if there is nothing of the old id, it is both a claim's and a source's and ``of`` does not say which,
            or the new one is taken or is none.
    """
    opened = open_map(text, name)
    map = opened.map
    elsewhere = opened.elsewhere(old)  # whether there is such a thing, its own map knows
    claimed = old in map.claims or old in map.relations
    if not elsewhere and not claimed and old not in map.sources:
        known = [*map.claims, *map.sources, *(id for id in map.relations if ":" not in id)]
        raise EditError(f"the map has no {old!r}", did_you_mean(old, known))
    if claimed and old in map.sources and of is None:
        raise EditError(
            f"{old!r} is the id of a claim and of a source", "Say which: --of claim or --of source."
        )
    if not elsewhere:
        opened.free(new)
    sourced = not elsewhere and (of == "source" or not claimed)
    if (
        of is not None
        and not elsewhere
        and old not in (map.sources if sourced else {**map.claims, **map.relations})
    ):
        raise EditError(f"the map has no {of} {old!r}", f"Leave out --of {of}.")
    if sourced and new in map.sources:
        raise EditError(f"the id {new!r} is taken", "Choose another.")
    named: list[Scalar] = []
    if not sourced and of != "source":
        named += _claims_named(opened, old)
    if sourced or (elsewhere and of != "claim"):
        named += _sources_named(opened, old)
    for node in {id(node): node for node in named}.values():
        opened.editor.rewrite(node, new)
    return close(opened, lambda after: _renamed(map, after, old, new, sourced=sourced))


def lines_naming(text: str, name: str, id: str) -> list[int]:
    """Return the lines of a map file that name a claim, whether there is such a claim or not.

    Raises:
        EditError: if the map cannot be read as it is meant.
    """
    lines = Lines(text)
    return sorted({lines.span(node.start).line for node in _claims_named(open_map(text, name), id)})


def _claims_named(opened: Opened, id: str) -> Iterator[Scalar]:
    """Yield every word of the file that stands for a claim or a relation."""
    root = opened.editor.root
    for table in ("claims", "expect"):
        node = root.get(table)
        if isinstance(node, Mapping) and id in node.entries:
            yield node.entries[id][0]
    yield from _words(root.get("thesis"), id)
    for _, relation in opened.editor.relations.values():
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


def _renamed(before: Map, after: Map, old: str, new: str, *, sourced: bool) -> bool:
    """Tell whether one map is the other with an id in place of another."""

    def ids(table: Iterable[str], *, there: bool) -> list[str]:
        return [new if there and id == old else id for id in table]

    return (
        ids(before.claims, there=not sourced) == list(after.claims)
        and ids(before.sources, there=sourced) == list(after.sources)
        and len(before.relations) == len(after.relations)
    )
