"""The canonical order and layout of a map file, comments kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.formats import read
from argmap.formats.edit import Editor
from argmap.formats.nodes import Mapping
from argmap.formats.notation import MAP_FIELDS, SOURCE_FIELDS
from argmap.formats.writer import CLAIM_ORDER, to_json
from argmap.refactor.opened import Edited, readable

_MAP_ORDER = (
    "argmap",
    "title",
    "description",
    "language",
    "authors",
    "license",
    "thesis",
    "expect",
    "sources",
)
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_TRAILING = re.compile(r"[ \t]+(?=\n)")


def format_text(text: str, name: str) -> Edited:
    """Return the text of a map in canonical order and layout.

    Fields stand in canonical order, each with the comment lines above it; what an empty line sets off from the first
    field stays on top. Lines end in nothing but their end, and there is one empty line between parts at most. Entries
    written on one line stay as they are, and so does the kind of line end. JSON is written anew.
    Formatting what is formatted changes nothing.

    Raises:
        EditError: if the map cannot be read as it is meant.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    before, map = readable(text, name)
    if before.format == "json":
        return Edited(to_json(map).replace("\n", end))
    for change in (_ordered_inside, _ordered, _tidied):
        changed = change(text)
        if changed == text:
            continue
        after = read(changed.encode(), name)
        if after.sound and after.map == before.map:  # what would change the map is left undone
            text = changed
    return Edited(text.replace("\n", end))


def _ordered_inside(text: str) -> str:
    """Return the text with the fields of claims and sources in order."""
    editor = Editor(text)
    cuts: list[tuple[int, int, str]] = []
    for table, order in (("sources", SOURCE_FIELDS), ("claims", CLAIM_ORDER)):
        node = editor.root.get(table)
        if isinstance(node, Mapping):
            for _, entry in node.pairs():
                if isinstance(entry, Mapping):
                    cuts += _sorted(editor, entry, order)
    return _made(text, cuts)


def _ordered(text: str) -> str:
    """Return the text with the fields of the map in order."""
    editor = Editor(text)
    order = (*_MAP_ORDER, *(name for name in MAP_FIELDS if name not in _MAP_ORDER))
    return _made(text, list(_sorted(editor, editor.root, order)))


def _sorted(editor: Editor, node: Mapping, order: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the lines of a mapping in order, if it is written in lines and they are not."""
    names = list(node.entries)
    wanted = sorted(names, key=lambda name: order.index(name) if name in order else len(order))
    chunks = editor.chunks(node)
    if wanted != names and chunks is not None:
        lines = {}
        gaps = [""]  # empty lines stay where they are: they set off places, not fields
        for name, (start, end) in chunks.items():
            chunk = editor.text[start:end]
            lines[name] = chunk.strip("\n") + "\n"
            gaps[-1] += chunk[: len(chunk) - len(chunk.lstrip("\n"))]
            gaps.append(chunk[len(chunk.rstrip("\n")) + 1 :])
        text = "".join(gap + lines[name] for gap, name in zip(gaps, wanted, strict=False)) + gaps[-1]
        yield min(start for start, _ in chunks.values()), max(end for _, end in chunks.values()), text


def _made(text: str, cuts: Sequence[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(cuts):
        pieces += (text[at:start], new)
        at = end
    return "".join([*pieces, text[at:]])


def _tidied(text: str) -> str:
    """Return the text without spaces at the ends of lines, and with one empty line at most between others."""
    text = _TRAILING.sub("", text.rstrip() + "\n")
    return _BLANK_LINES.sub("\n\n", text)
