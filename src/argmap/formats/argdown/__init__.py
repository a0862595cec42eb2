"""Argdown, the argumentation syntax of Christian Voigt (argdown.org): reading and writing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from argmap.finding import Problem
from argmap.formats import document
from argmap.formats.argdown.assembly import Assembly
from argmap.formats.argdown.include import Spliced
from argmap.formats.argdown.parser import Parser
from argmap.formats.argdown.scanner import Scanner
from argmap.formats.argdown.writer import Writer
from argmap.formats.base import Keeps, Reading, Written
from argmap.model import Claim, Map, Relation, Source

KEEPS: Final = Keeps(
    map=frozenset(Map.model_fields) - {"include"},
    source=frozenset(Source.model_fields),
    claim=frozenset(Claim.model_fields),
    relation=frozenset(Relation.model_fields),
)
"""What Argdown has room for, as data where not as syntax. Relations from claims that are not there cannot be written."""
_CUT: Final = "the text ends before this '//': what follows is a comment"
_CUT_HELP: Final = "If it is part of an address, write it with a backslash: http:\\//…"


def read(text: str, name: str) -> Reading:
    """Return what came of reading a text that stands by itself; ``name`` is used in messages."""
    lines = Spliced(text)
    lines.refuse()
    return _read(lines, name)


def read_at(text: str, name: str, path: Path, other: Callable[[Path], str]) -> Reading:
    """Return what came of reading a text with those that it includes.

    Args:
        text: the text.
        name: used in messages.
        path: the file of the text, which the paths of others start from.
        other: returns the text of another file; raises OSError if it cannot.
    """
    lines = Spliced(text)
    lines.splice(path, other)
    return _read(lines, name)


def _read(lines: Spliced, name: str) -> Reading:
    scanner = Scanner(lines.text)
    parser = Parser(scanner.scan())
    assembly = Assembly(lines, parser.parse())
    root = assembly.root()
    problems = [
        *lines.problems,
        *assembly.problems,
        *(Problem("AM001", message, lines.span(start)) for start, message in scanner.errors),
        *(Problem("AM001", it.message, lines.span(it.start, it.end), help=it.help) for it in parser.errors),
        *(Problem("AM003", _CUT, lines.span(start, end), help=_CUT_HELP) for start, end in scanner.cut),
    ]
    return replace(document.assemble(name, lines, root, problems, "argdown"), text=lines.main.text)


def write(map: Map) -> Written:
    """Return a map as Argdown.

    Raises:
        WriteError: if undercuts stand more than :data:`~argmap.formats.writer.MAX_UNDERCUTS` deep.
    """
    writer = Writer(map)
    return Written.text(writer.text(), (*KEEPS.dropped(map), *writer.dropped))
