"""What readers of other tools' YAML share: the fields of a file as keys, words and lists of words."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.finding import Span
from argmap.formats import yaml_nodes
from argmap.formats.base import EMPTY
from argmap.formats.collecting import Collector
from argmap.formats.nodes import Mapping, Node, Scalar, Sequence


def fields(made: Collector, what: str) -> Mapping:
    """Return the fields at the top of a YAML file, none if there are none; report what is wrong with it.

    Args:
        made: the map in the making, with the text of the file.
        what: what the file should be, for messages.
    """
    root, problems = yaml_nodes.read(made.lines)
    made.problems += problems
    if isinstance(root, Mapping):
        return root
    if not problems:
        if given(root):
            made.problem("AM006", root or Span(1, 1, 1, 1), f"not {what}: the file has no fields at its top")
        else:
            made.problems.append(EMPTY)
    return Mapping(0, 0)


def given(node: Node | None) -> bool:
    """Tell whether a field has a value."""
    return node is not None and not (isinstance(node, Scalar) and node.value is None)


def words(node: Node | None) -> str:
    """Return the text of a field; nothing if it is none."""
    return str(node.value) if isinstance(node, Scalar) and node.value is not None else ""


def entries(made: Collector, node: Node | None, what: str) -> Iterator[tuple[str, Scalar, Node]]:
    """Yield the entries of a mapping: the key, where it stands, and the value; report what is no mapping."""
    if isinstance(node, Mapping):
        for key, (place, value) in node.entries.items():
            yield key, place, value
    elif node is not None and given(node):
        made.problem("AM006", node, f"{what} should be keys, each with its value")


def names(made: Collector, node: Node | None, what: str) -> list[tuple[str, Node]]:
    """Return the words in a list, each with its place; a single one is a list of one; report what is no word."""
    if isinstance(node, Mapping):  # by role: the names are the values
        items = [value for _, value in node.pairs()]
    else:
        items = node.items if isinstance(node, Sequence) else [node] if node is not None else []
    found = []
    for item in items:
        if word := words(item).strip():
            found.append((word, item))
        elif given(item):
            made.problem("AM006", item, f"{what} should be a list of names")
    return found
