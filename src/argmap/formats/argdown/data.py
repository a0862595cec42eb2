"""YAML in an Argdown text: front matter, and the data of statements, arguments, headings and inferences."""

from __future__ import annotations

import re
from typing import Final

from pydantic import JsonValue

from argmap.finding import Problem, Span
from argmap.formats.nodes import Lines, Mapping, Node, Scalar, Sequence

_FRONT: Final = re.compile(r"={3,}")
_BLOCK: Final = re.compile(r"\{[ \t]*\n")
_SIMPLE: Final = re.compile(r"\{[ ]*(?P<key>\w+):[ ](?P<value>[A-Za-z][\w \-]*[\w]|\d+(?:\.\d+)?)[ ]*\}")
_NUMBER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_WORDS: Final = {"true": True, "false": False, "null": None, "~": None}


class _Part(Lines):
    """A part of a text, with its places in the whole."""

    def __init__(self, whole: Lines, start: int, end: int) -> None:
        super().__init__(whole.text[start:end])
        self.whole = whole
        self.start = start

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the span in the whole of characters of the part."""
        return self.whole.span(self.start + start, None if end is None else self.start + end)


def read_data(lines: Lines, place: tuple[int, int], problems: list[Problem]) -> Mapping | None:
    """Return data in braces; behind a line break it is in YAML's block style."""
    start, end = place
    if match := _SIMPLE.fullmatch(lines.text, start, end):
        return _simple(match)
    if match := _BLOCK.match(lines.text, start, end):
        start, end = match.end(), end - 1
    return _read(lines, start, end, problems, "data")


def read_front_matter(lines: Lines, place: tuple[int, int], problems: list[Problem]) -> Mapping | None:
    """Return the front matter."""
    start, end = place
    match = _FRONT.match(lines.text, start, end)
    start = match.end() if match else start
    while end > start and lines.text[end - 1] == "=":
        end -= 1
    return _read(lines, start, end, problems, "front matter")


def typed(node: Node) -> JsonValue:
    """Return a node as plain data, in which numbers and truth values are not text as they are in a map."""
    match node:
        case Sequence():
            return [typed(item) for item in node.items]
        case Mapping():
            return {key: typed(value) for key, value in node.pairs()}
        case Scalar(plain=True, value=str(word)):
            if word in _WORDS:
                return _WORDS[word]
            if _NUMBER.fullmatch(word):
                return float(word) if set(word) & set(".eE") else int(word)
            return word
        case Scalar():
            return node.value
    raise TypeError(node)


def _simple(match: re.Match[str]) -> Mapping:
    """Return data of one field, the usual case, without a parser."""
    node = Mapping(match.start(), match.end())
    key = Scalar(match.start("key"), match.end("key"), match["key"], plain=True)
    word = None if match["value"] in ("null", "Null", "NULL") else match["value"]
    node.entries[match["key"]] = key, Scalar(match.start("value"), match.end("value"), word, plain=True)
    return node


def _read(lines: Lines, start: int, end: int, problems: list[Problem], what: str) -> Mapping | None:
    from argmap.formats import yaml_nodes

    root, found = yaml_nodes.read(_Part(lines, start, end))
    problems += found
    if isinstance(root, Mapping):
        _shift(root, start)
        return root
    if root is not None and not (isinstance(root, Scalar) and root.value is None):
        help = "Write it so: {key: value}"
        problems.append(Problem("AM006", f"{what} should be a mapping", lines.span(start, end), help=help))
    return None


def _shift(root: Mapping, by: int) -> None:
    """Move nodes from their places in a part of the text to those in the whole."""
    todo: list[Node] = [root]
    while todo:
        node = todo.pop()
        node.start += by
        node.end += by if node.end else 0
        if isinstance(node, Sequence):
            todo += node.items
        elif isinstance(node, Mapping):
            for key, value in node.entries.values():
                todo += (key, value)
