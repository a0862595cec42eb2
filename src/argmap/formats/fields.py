"""The fields of an argmap file, from nodes to plain data; what does not fit is reported."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from sys import intern

from argmap.finding import Problem
from argmap.formats.nodes import Lines, Mapping, Node, Scalar, Sequence, plain
from argmap.formats.notation import CLAIM_FIELDS, LISTS, SOURCE_FIELDS, wrong_way
from argmap.scalars import nfc
from argmap.suggest import did_you_mean

_PROSE = frozenset(
    [
        "assumed",
        "authors",
        "description",
        "draft",
        "file",
        "label",
        "license",
        "note",
        "publisher",
        "residual",
        "scheme",
        "section",
        "speaker",
        "tags",
        "text",
        "title",
        "warrant",
    ]
)
"""Fields of free text, in which a ``#`` may be meant."""
_LOST = re.compile(r" #[^\r\n]*")


class Fields:
    """Reads the fields of nodes; what does not fit is left out and becomes a problem."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.problems: list[Problem] = []
        self.hashes = " #" in lines.text

    def problem(self, code: str, node: Node, message: str, help: str | None = None) -> None:
        """Note a problem with a node."""
        span = self.lines.span(node.start, max(node.end, node.start + 1))
        self.problems.append(Problem(code, message, span, help=help))

    def fields(self, node: Mapping, known: Collection[str], what: str) -> Iterator[tuple[str, Node]]:
        """Yield the fields of a mapping that are known and given; report the others."""
        for key, (word, value) in node.entries.items():
            if key not in known:
                self.problem(
                    "AM004",
                    word,
                    f"{what} has no field {key!r}",
                    wrong_way(key) or did_you_mean(key, known) or f"Known fields: {', '.join(known)}.",
                )
            elif given(value):
                yield key, value

    def entries(self, node: Node, key: str, what: str) -> Iterator[tuple[str, Node, Mapping]]:
        """Yield the entries of ``sources`` or ``claims`` that are mappings, with their keys; report the others."""
        for id, value in self.mapping(node, f"{key}: ids, each with its fields"):
            if isinstance(value, Mapping) and isinstance(node, Mapping):
                yield id, node.entries[id][0], value
            else:
                known, first = (CLAIM_FIELDS, "text") if key == "claims" else (SOURCE_FIELDS, "title")
                help = f"Write it so: {id}: {{{first}: …}}"
                if id in known:
                    help = f"{id!r} is a field of {what}: indent it more than the id that it belongs to."
                self.problem("AM006", value, f"{what} should be a mapping of fields", help)

    def mapping(self, node: Node, what: str) -> Iterator[tuple[str, Node]]:
        """Yield the entries of a mapping; report what is none."""
        if isinstance(node, Mapping):
            yield from node.pairs()
        elif given(node):
            self.problem("AM006", node, f"this should be a mapping: {what}", "Write it so: {key: value, …}")

    def value(self, key: str, node: Node) -> object:
        """Return the value of a field as plain data; a single value stands for a list of one."""
        if self.hashes and key in _PROSE:
            for item in node.items if isinstance(node, Sequence) else [node]:
                self.cut(item)
        if isinstance(node, Scalar):
            return [node.value] if key in LISTS else node.value
        return plain(node)

    def word(self, node: Node, what: str) -> str:
        """Return a single value as text; report what is none."""
        if isinstance(node, Scalar) and node.value is not None:
            return str(node.value)
        self.problem("AM006", node, f"this should be {what}")
        return "_"

    def id(self, node: Node, what: str) -> str:
        """Return an id, the same string wherever it stands; report what is no single value."""
        return intern(nfc(self.word(node, what)))

    def cut(self, node: Node) -> None:
        """Notice text that goes on behind `` #``, where YAML takes it for a comment.

        Comments at the end of a line are set off by two spaces or more; prose has one.
        """
        if not (self.hashes and isinstance(node, Scalar) and node.plain):
            return
        if rest := _LOST.match(self.lines.text, node.end):
            self.problem(
                "AM003",
                Node(rest.start() + 1, rest.end()),
                "the text ends before this ' #': what follows is a comment",
                "If it belongs to the text, put the whole text in double quotes; "
                "if it is a comment, set it off by two spaces.",
            )


def given(node: Node) -> bool:
    """Tell whether anything is written for a value."""
    return not (isinstance(node, Scalar) and node.value is None)
