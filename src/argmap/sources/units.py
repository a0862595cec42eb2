"""The units of a text: paragraphs, headings, and what is neither."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit of a text is to its reader."""

    PARAGRAPH = "paragraph"
    """Counted, from 1."""
    HEADING = "heading"
    """Not counted; begins a section."""
    OTHER = "other"
    """Not counted: a table, a caption, code. It can be quoted all the same."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a text: which, and which characters. A heading has a level, 1 for the highest."""

    kind: UnitKind
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """The text of a unit, before it has a place."""

    kind: UnitKind
    text: str
    level: int = 0


def lay_out(blocks: Iterable[Block]) -> tuple[str, tuple[Unit, ...]]:
    """Return blocks as one text, a blank line between them, and where each stands.

    White space in a block becomes single spaces; blocks without letters or digits are left out.
    """
    texts: list[str] = []
    units: list[Unit] = []
    length = 0
    for block in blocks:
        text = " ".join(block.text.split())
        if any(map(str.isalnum, text)):
            units.append(Unit(block.kind, length, length + len(text), block.level))
            texts.append(text)
            length += len(text) + 2
    return "\n\n".join(texts), tuple(units)
