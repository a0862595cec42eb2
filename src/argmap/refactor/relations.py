"""Relations added, taken out and led elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from argmap.formats.edit import Data
from argmap.formats.nodes import Mapping, Node
from argmap.formats.nodes import Sequence as List
from argmap.formats.notation import REASONS
from argmap.model import Kind
from argmap.refactor.opened import Edited, EditError, Opened, close, open_map

KEYS: Final = {kind: key for key, kind in REASONS.items()}
"""The key that holds relations of each kind."""


def link(text: str, name: str, premises: Sequence[str], kind: Kind, target: str) -> Edited:
    """Let claims support, attack or undercut another, or a relation; several premises are linked.

    Raises:
        EditError: if a claim or the relation is not there, or they are linked so already.
    """
    opened = open_map(text, name)
    for premise in premises:
        opened.claim(premise)
    set_link(opened, list(premises), kind, target)
    number = len(opened.map.relations) + 1
    return close(opened, lambda after: len(after.relations) == number)


def set_link(
    opened: Opened, premises: list[str], kind: Kind, target: str, extra: dict[str, Data] | None = None
) -> None:
    """Write a relation into a map that is being edited.

    Raises:
        EditError: if its target is not there, or the claims are linked so already.
    """
    graph = opened.graph
    _refuse_twice(premises, kind, target)
    if kind is Kind.UNDERCUTS:
        opened.relation(target)
    else:
        opened.claim(target)
    for relation in graph.incoming(target, kind):
        if set(relation.premises) == set(premises):
            raise EditError(f"{' + '.join(premises)} {kind} {target} already")
    item: Data = premises if len(premises) > 1 else premises[0]
    if extra:
        item = {"premises": premises, **extra}
    key = KEYS[kind]
    if kind is not Kind.UNDERCUTS and target not in opened.map.claims:  # it is in a map that is included
        opened.editor.set_block(opened.mapping("claims"), target, {key: [item]})
        return
    if kind is not Kind.UNDERCUTS:
        holder: Node = opened.mapping("claims", target)
    else:
        holder = opened.node("relations", target)
        if not isinstance(holder, Mapping):  # written short: "- a" or "- [a, b]"
            named: Data = opened.editor.data(holder)
            opened.editor.replace(
                holder, {"premises": [named] if isinstance(named, str) else named, key: [item]}
            )
            return
    reasons = holder.get(key) if isinstance(holder, Mapping) else None
    if isinstance(reasons, List) and reasons.items:
        opened.editor.append(reasons, item)
    elif isinstance(holder, Mapping) and key not in holder.entries:
        opened.editor.set(holder, key, [item])
    else:
        raise EditError(f"{target} has an empty {key}", "Take it out by hand first.")


def unlink(text: str, name: str, relation: str) -> Edited:
    """Take a relation out, with what undercuts it.

    Raises:
        EditError: if there is no such relation.
    """
    opened = open_map(text, name)
    opened.relation(relation)
    opened.editor.remove(opened.node("relations", relation))
    return close(opened, lambda after: relation not in after.relations)


def move(text: str, name: str, relation: str, target: str) -> Edited:
    """Let a relation lead to another claim, with all that is said of it.

    Raises:
        EditError: if there is no such relation or claim, or the claim has that relation already.
    """
    opened = open_map(text, name)
    moved = opened.relation(relation)
    node = opened.node("relations", relation)
    data = opened.editor.data(node)
    extra = (
        {key: value for key, value in data.items() if key != "premises"} if isinstance(data, dict) else None
    )
    lost = opened.editor.comments(node)
    opened.editor.remove(node)
    set_link(opened, list(moved.premises), moved.kind, target, extra)
    number = len(opened.map.relations)
    notes = [f"comments that did not move with the relation: {' '.join(lost)}"] if lost else []
    return close(opened, lambda after: len(after.relations) == number, notes)


def _refuse_twice(premises: list[str], kind: Kind, target: str) -> None:
    """Raise an error if a relation would name a claim twice."""
    if target in premises or len(set(premises)) < len(premises):
        raise EditError(f"{' + '.join(premises)} {kind} {target} names a claim twice")
