"""Changes to a file that leave all else as it is: comments, order and layout."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from argmap.finding import Fix, Path
from argmap.formats import json_nodes, yaml_nodes
from argmap.formats.extents import Extents, children, end_of
from argmap.formats.nodes import Lines, Mapping, Node, Scalar, plain
from argmap.formats.nodes import Sequence as List
from argmap.formats.shape import flatten

_PLAIN: Final = re.compile(r"(?!(?:null|Null|NULL|~)$)[^\W_][^\n\r\t:#\[\]{},\"'&*!|>%@`\\]*(?<! )")
"""Texts that stand without quotes wherever YAML allows a value."""

_COMMENT: Final = re.compile(r"(?:^|(?<=\s))(#[^\r\n]*)", re.MULTILINE)

Data = str | float | bool | Sequence["Data"] | dict[str, "Data"]


class Editor:
    """Collects changes to the text of a map; none of them touches what it is not about.

    Args:
        text: the content of a map file that is read without problems.
        json: whether it is JSON.

    Raises:
        ValueError: if there is no map in it.
    """

    def __init__(self, text: str, *, json: bool = False) -> None:
        self.text = text
        self.json = json
        root, _ = (json_nodes if json else yaml_nodes).read(Lines(text))
        if not isinstance(root, Mapping):
            raise ValueError("the text holds no map")  # noqa: TRY004  what is wrong is the text
        self.root = root
        self.relations = flatten(root, Lines(text)).relations
        self._extents = Extents(text, root)
        self._cuts: list[tuple[int, int, str]] = []
        self._gone: dict[int, Node] = {}

    def find(self, path: Path) -> Node | None:
        """Return the node at a path; of a premise that is all there is to a relation, that."""
        node: Node | None = self.root
        rest = path
        if path[:1] == ("relations",):
            _, node = self.relations.get(str(path[1]), (None, None))
            rest = path[2:]
            if not isinstance(node, Mapping) and rest[:1] == ("premises",):
                rest = rest[1:]
        for part in rest:
            if isinstance(node, Mapping) and isinstance(part, str):
                node = node.get(part)
            elif isinstance(node, List) and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
            elif not (isinstance(node, Scalar) and part == 0):
                return None
        return node

    def remove(self, node: Node) -> None:
        """Take a part out, with its key; what then holds nothing goes, too."""
        self._gone[id(node)] = node

    def rewrite(self, node: Scalar, value: str) -> None:
        """Put another word in place of one, in quotes if that had some."""
        quote = self.text[node.start] if self.text[node.start] in "\"'" else ""
        self._cuts.append((node.start, node.end, f"{quote}{value}{quote}"))

    def replace(self, node: Node, data: Data) -> None:
        """Put other content in place of a part, on one line."""
        written = self.text[node.start : end_of(node)].rstrip()  # of "|" and ">", the line break goes with it
        self._cuts.append((node.start, node.start + len(written), self.inline(data)))

    def append(self, node: List, data: Data) -> None:
        """Add an item to a list, at its end."""
        self._insert(node, self.inline(data), "- ")

    def set(self, node: Mapping, key: str, data: Data) -> None:
        """Add a field to a mapping, at its end."""
        self._insert(node, f"{self.inline(key)}: {self.inline(data)}", "")

    def set_block(self, node: Mapping, key: str, fields: dict[str, Data]) -> None:
        """Add a mapping to a mapping, with a line for each of its fields if that is how the others are written."""
        if self._extents.flows(node) or not node.entries:
            self.set(node, key, fields)
            return
        indent = self._extents.column(next(iter(node.entries.values()))[0].start)
        lines = [f"{name}: {self.inline(value)}" for name, value in fields.items()]
        self._insert(node, f"\n{' ' * (indent + 2)}".join([f"{self.inline(key)}:", *lines]), "")

    def comments(self, node: Node) -> list[str]:
        """Return the comments that stand in the lines that are taken out with a part."""
        start, end = self._extents.whole(node) or (node.start, node.end)
        lines = list(self.text[start:end])
        waiting = [node]
        while waiting:
            part = waiting.pop()
            waiting += (child for _, child in children(part))
            if isinstance(part, Scalar):
                lines[part.start - start : part.end - start] = "." * (part.end - part.start)
        return [
            self.text[start + it.start(1) : start + it.end(1)] for it in _COMMENT.finditer("".join(lines))
        ]

    def chunks(self, node: Mapping) -> dict[str, tuple[int, int]] | None:
        """Return the lines of each entry of a mapping, comment lines above it included; None if they share lines."""
        if self._extents.flows(node) or not node.entries:
            return None
        found: dict[str, tuple[int, int]] = {}
        last = self._extents.comments_above(next(iter(node.entries.values()))[0].start)
        for key, (word, value) in node.entries.items():
            first = self._extents.line_start(word.start)
            if first < last or self.text[first : word.start].strip(" "):
                return None
            end = self._extents.line_end(max(end_of(value), word.end))
            found[key] = last, end
            last = end
        return found

    def data(self, node: Node) -> Any:  # noqa: ANN401  plain data of any shape
        """Return the content of a part."""
        return plain(node)

    def inline(self, data: Data) -> str:
        """Return content as it is written on one line."""
        if isinstance(data, bool | int | float):
            return json.dumps(data)
        if isinstance(data, str):
            return data if not self.json and _PLAIN.fullmatch(data) else json.dumps(data, ensure_ascii=False)
        if isinstance(data, dict):
            pairs = (f"{self.inline(key)}: {self.inline(value)}" for key, value in data.items())
            return f"{{{', '.join(pairs)}}}"
        return f"[{', '.join(map(self.inline, data))}]"

    def result(self) -> str:
        """Return the text with all changes made; of two that overlap, the later in the text."""
        text = self.text
        pieces: list[str] = []  # from the end
        last = len(text)
        line_end = "\r\n" if "\r\n" in text else "\n"
        for start, end, new in sorted([*self._cuts, *self._removals()], reverse=True):
            if end <= last:
                pieces += (text[end:last], new.replace("\r\n", "\n").replace("\n", line_end))
                last = start
        return "".join([text[:last], *reversed(pieces)])

    def _removals(self) -> Iterator[tuple[int, int, str]]:
        gone = dict(self._gone)
        met = set(gone)
        left: dict[int, int] = {}
        waiting = [*gone.values()]
        while waiting:
            parent = self._extents.parent(waiting.pop())
            if parent is None:
                continue
            left[id(parent)] = left.get(id(parent), len(self._extents.siblings(parent).extents)) - 1
            if not left[id(parent)]:
                for _, child in children(parent):
                    gone.pop(id(child), None)
                if id(parent) not in met:
                    met.add(id(parent))
                    gone[id(parent)] = parent
                    waiting.append(parent)
        for node in gone.values():
            if (extent := self._extents.whole(node)) is not None:
                yield *extent, ""

    def _insert(self, node: Mapping | List, text: str, dash: str) -> None:
        there = list(children(node))
        if self._extents.flows(node):
            if not there:
                self._cuts.append((node.start + 1, node.start + 1, text))
                return
            between = self.text[node.start + 1 : there[0][0]]
            separator = f",{between}" if between.strip() == "" and "\n" in between else ", "
            end = end_of(there[-1][1])
            self._cuts.append((end, end, separator + text))
            return
        start, last = there[-1]
        indent = self._extents.column(start) - len(dash)
        end = self._extents.line_end(end_of(last) or start)
        before = "" if self.text[:end].endswith(("\n", "\r")) else "\n"
        if len(there) > 1 and self._extents.is_blank_before(self._extents.line_start(start)):
            before += "\n"  # as between those that there are
        self._cuts.append((end, end, f"{before}{' ' * indent}{dash}{text}\n"))


def edit(text: str, fixes: Sequence[Fix], *, json: bool = False) -> str:
    """Return a text with parts of it taken out or replaced.

    Args:
        text: the content of a map file.
        fixes: what to do; one that cannot be done without touching something else is left undone, as is
            one that concerns what another has changed.
        json: whether the text is JSON.
    """
    editor = Editor(text, json=json)
    for fix in fixes:
        node = editor.find(fix.path)
        if node is not None and fix.value is None:
            editor.remove(node)
        elif isinstance(node, Scalar) and fix.value is not None:
            editor.rewrite(node, fix.value)
    return editor.result()
