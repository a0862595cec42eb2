"""Reads JSON into nodes: Python's own parser judges the text, a scan of its tokens gives the places."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from argmap.finding import Problem
from argmap.formats.nodes import MAX_DEPTH, Builder, Lines, Mapping, Node, Scalar, Sequence, TooDeepError

# A loop over whole runs: one over single characters would take a hundred bytes for each of them.
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{}]|[^\s\[\]{},:"]+')


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def read(lines: Lines) -> tuple[Node | None, list[Problem]]:
    """Return the root node of a JSON text (None if there is none to use) and all problems met.

    Time and memory are linear in the text; nesting is capped at
    :data:`~argmap.formats.nodes.MAX_DEPTH`.
    """
    if problem := _syntax(lines):
        return None, [problem]
    builder = Builder(lines)
    for token in _TOKEN.finditer(lines.text):
        start, end, word = token.start(), token.end(), token[0]
        if word == "{":
            builder.open(Mapping(start, end))
        elif word == "[":
            builder.open(Sequence(start, end))
        elif word in "]}":
            builder.close().end = end
        else:
            builder.add(Scalar(start, end, json.loads(word)))
    return builder.root, builder.problems


def _syntax(lines: Lines) -> Problem | None:
    """Return what makes the text no JSON that can be read."""
    depth = 0
    for token in _TOKEN.finditer(lines.text):  # first, for Python's parser is recursive
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth > MAX_DEPTH:
            return TooDeepError().problem(lines, token.start())
    try:
        json.loads(lines.text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        at = min(error.pos, max(len(lines.text) - 1, 0))
        return Problem("AM001", f"not valid JSON: {error.msg[0].lower()}{error.msg[1:]}", lines.span(at))
    except ValueError as error:  # NaN and its like, or a number of thousands of digits
        at = max(lines.text.find(str(error).partition(" ")[0]), 0)
        return Problem("AM001", f"not valid JSON: {error}", lines.span(at))
    return None
