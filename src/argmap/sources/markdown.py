"""Markdown: its paragraphs and headings, as CommonMark with tables reads them.

A paragraph in a list or a block quotation counts as any other. Code and tables are kept as units that
are not counted, a table's rows in one unit. Markup, images, raw HTML and front matter are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.sources.units import Block, UnitKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_BREAKS = ("softbreak", "hardbreak")


def blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs, headings and other units of a Markdown text."""
    from markdown_it import MarkdownIt

    kind, level = UnitKind.PARAGRAPH, 0
    cells: list[str] | None = None
    for token in MarkdownIt("commonmark").enable("table").parse(_FRONT_MATTER.sub("", text, count=1)):
        match token.type:
            case "heading_open":
                kind, level = UnitKind.HEADING, int(token.tag[1:])
            case "heading_close":
                kind, level = UnitKind.PARAGRAPH, 0
            case "table_open":
                cells = []
            case "table_close":
                yield Block(UnitKind.OTHER, " ".join(cells or ()))
                cells = None
            case "fence" | "code_block":
                yield Block(UnitKind.OTHER, token.content)
            case "inline" if cells is not None:
                cells.append(_words(token))
            case "inline":
                yield Block(kind, _words(token), level)


def _words(token: Token) -> str:
    """Return what a reader sees of inline Markdown."""
    words = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            words.append(child.content)
        elif child.type in _BREAKS:
            words.append(" ")
    return "".join(words)
