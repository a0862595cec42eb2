"""Reads JSON into nodes: Python's own parser judges the text, a scan of its tokens gives the places."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from math import isfinite
from typing import NoReturn

from argmap.finding import Problem
from argmap.formats.building import Builder, End, Taker
from argmap.formats.nodes import (
    MAX_DEPTH,
    Folded,
    Lines,
    Mapping,
    Node,
    Scalar,
    Sequence,
    TooDeepError,
)

# A loop over whole runs: one over single characters would take a hundred bytes for each of them.
# A string that nothing ends goes on to the end, or each quote in it would be tried as its beginning.
_TOKEN = re.compile(r'"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?\Z)|[\[\]{}]|[^\s\[\]{},:"]+')


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def read(lines: Lines, taker: Taker | None = None) -> tuple[Node | None, list[Problem]]:
    """Return the root node of a JSON text (None if there is none to use) and all problems met.

    The claims of a map are handed to a taker, if there is one, and are then not in the tree.

    Time and memory are linear in the text; nesting is capped at
    :data:`~argmap.formats.nodes.MAX_DEPTH`.
    """
    if problem := _syntax(lines):
        return None, [problem]
    builder = Builder(lines, taker=taker)
    builder.build(_pieces(lines.text, 0, len(lines.text)))
    return builder.root, builder.problems


def reread(lines: Lines, folded: Folded) -> Node | None:
    """Return an array or object of a text once more, given its place."""
    builder = Builder(lines)
    builder.build(_pieces(lines.text, folded.start, folded.end))
    return builder.root


def _pieces(text: str, start: int, end: int) -> Iterator[Node]:
    """Yield the pieces of a part of a text."""
    for token in _TOKEN.finditer(text, start, end):
        start, end, word = token.start(), token.end(), token[0]
        if word == "{":
            yield Mapping(start, end)
        elif word == "[":
            yield Sequence(start, end)
        elif word in "]}":
            yield End(start, end)
        else:
            yield Scalar(start, end, json.loads(word))


def load(lines: Lines) -> tuple[object, list[Problem]]:
    """Return a JSON text of another tool as plain data, and what is wrong with it.

    If it is none that can be read, the problem is AM001 and the data None. Of a key that stands twice in an object the
    last counts, as for those tools.
    """
    repeats = False

    def whole(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal repeats
        found = dict(pairs)
        repeats = repeats or len(found) < len(pairs)
        return found

    try:
        data: object = json.loads(
            lines.text, parse_constant=_refuse_constant, parse_float=_finite, object_pairs_hook=whole
        )
    except RecursionError:
        return None, [_too_deep(lines) or TooDeepError(0).problem(lines)]
    except ValueError as error:
        return None, [_problem(lines, error)]
    if _deep(data):
        return None, [_too_deep(lines) or TooDeepError(0).problem(lines)]
    return data, _repeats(lines) if repeats else []


def _repeats(lines: Lines) -> list[Problem]:
    """Tell the keys that stand twice."""
    builder = Builder(lines)
    builder.build(_pieces(lines.text, 0, len(lines.text)))
    return [
        replace(
            problem,
            code="AM007",
            message=problem.message.replace("the second is not read", "only the last is read"),
            help="Take out the one that is not meant.",
        )
        for problem in builder.problems
    ]


def _deep(data: object) -> bool:
    """Tell whether data is nested deeper than :data:`~argmap.formats.nodes.MAX_DEPTH`."""
    level: list[dict[str, object] | list[object]] = [data] if isinstance(data, (dict, list)) else []
    for _ in range(MAX_DEPTH):
        below: list[dict[str, object] | list[object]] = []
        for item in level:
            values = item.values() if isinstance(item, dict) else item
            if not _COLLECTIONS.isdisjoint(map(type, values)):  # most hold none, and this is quick to see
                below += [value for value in values if isinstance(value, (dict, list))]
        if not below:
            return False
        level = below
    return True


_COLLECTIONS = frozenset({dict, list})


def _finite(number: str) -> float:
    value = float(number)
    if not isfinite(value):
        raise ValueError(f"{number[:40]} is too large a number")
    return value


def _syntax(lines: Lines) -> Problem | None:
    """Return what makes the text no JSON that can be read."""
    if problem := _too_deep(lines):  # first, for Python's parser is recursive
        return problem
    try:
        json.loads(lines.text, parse_constant=_refuse_constant)
    except ValueError as error:
        return _problem(lines, error)
    return None


def _too_deep(lines: Lines) -> Problem | None:
    depth = 0
    for token in _TOKEN.finditer(lines.text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth > MAX_DEPTH:
            return TooDeepError(token.start()).problem(lines)
    return None


def _problem(lines: Lines, error: ValueError) -> Problem:
    """Say what Python's parser found wrong, and where."""
    if isinstance(error, json.JSONDecodeError):
        at = min(error.pos, max(len(lines.text) - 1, 0))
        return Problem("AM001", f"not valid JSON: {error.msg[0].lower()}{error.msg[1:]}", lines.span(at))
    word = str(error).partition(" ")[0]  # NaN and its like, or a number beyond all bounds
    for token in _TOKEN.finditer(lines.text):
        if token[0].startswith(word):
            return Problem("AM001", f"not valid JSON: {error}", lines.span(token.start()))
        if len(token[0]) > _LONGEST_NUMBER and token[0].lstrip("-").isdecimal():
            message = f"a number of {len(token[0]):,} digits"
            return Problem("AM001", f"not valid JSON: {message}", lines.span(token.start()))
    return Problem("AM001", f"not valid JSON: {error}", lines.span(0))


_LONGEST_NUMBER = 640
"""Digits of a number that Python always reads."""
