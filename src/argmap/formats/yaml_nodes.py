"""Reads YAML into nodes, strictly: no anchor, alias, tag or merge key, one document, nothing typed.

The parser's *events* are used, not its loader: that keeps the place of every value, leaves ``no`` and
``0123`` the words they are, and lets nothing expand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
)

from argmap.finding import LINE_BREAK, Problem, Related
from argmap.formats.building import Builder, End, Taker
from argmap.formats.nodes import Folded, Lines, Mapping, Node, Scalar, Sequence, TooDeepError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BREAK = re.compile("[\x85\u2028\u2029]")
"""What ends a line in YAML 1.1, but not where positions are counted."""

_INVISIBLE = "Remove the invisible character at this place."
_HELP = (
    (
        "mapping values are not allowed",
        "If the text itself holds a colon and a space, put the whole text in double quotes. If not, see that "
        "the fields of a claim are indented alike, with plain spaces, and that each key has a space behind its colon.",
    ),
    ("control characters are not allowed", _INVISIBLE),
    ("special characters are not allowed", _INVISIBLE),
    ("found unexpected end of stream", "A quote that is opened above is never closed."),
    (
        "could not find expected ':'",
        "A key needs a colon and a space behind it; a text that goes on over several lines must be indented.",
    ),
    (
        "did not find expected alphabetic",
        "Text that begins with '*' or '&' needs double quotes round the whole.",
    ),
    (
        "did not find expected hexdecimal",
        "In double quotes a backslash begins an escape: write two, or use single quotes.",
    ),
    (
        "found unknown escape character",
        "In double quotes a backslash begins an escape: write two, or use single quotes.",
    ),
    (
        "did not find expected",
        "Look at the indentation here, and for an unclosed quote or bracket above."
        " A text that begins with a quote or bracket but goes on behind it needs quotes round the whole.",
    ),
)
"""How the parser's messages begin, with what to do about them."""


class _YamlBuilder(Builder):
    """Builds nodes from events, refusing what a map does not have."""

    def pieces(self, following: Callable[[], Any]) -> Iterator[Node]:
        """Yield the pieces of the tree, given what returns the next event, or None."""
        while (event := following()) is not None:
            start, end = event.start_mark.index, event.end_mark.index
            if isinstance(event, ScalarEvent):
                plain = not event.style
                node = Scalar(start, end, event.value or (None if plain else ""), plain)
                if event.anchor or event.tag:
                    self.decoration(event, node)
                yield node
            elif isinstance(event, CollectionStartEvent):
                kind = Mapping if isinstance(event, MappingStartEvent) else Sequence
                collection = kind(start, end)
                if event.anchor or event.tag:
                    self.decoration(event, collection)
                yield collection
            elif isinstance(event, CollectionEndEvent):
                yield End(start, end)
            elif isinstance(event, AliasEvent):
                node = Scalar(start, end, None)
                self.refuse(node, f"alias *{event.anchor}", "Write the value out: a map has no aliases.")
                yield node
            elif isinstance(event, DocumentStartEvent):
                here = Scalar(start, end, None)
                if event.tags:
                    self.refuse(here, "%TAG directive", "Remove it: a map has no tags.")
                if self.root is not None:
                    self.refuse(here, "second document in the file", "Put each map in a file of its own.")

    def decoration(self, event: ScalarEvent | CollectionStartEvent, node: Node) -> None:
        if event.anchor:
            self.refuse(node, f"anchor &{event.anchor}", "Remove the anchor: a map has no aliases.")
        if event.tag:
            help = "Remove the tag, or put a text that begins with '!' in double quotes."
            self.refuse(node, f"tag {event.tag}", help)

    def refuse(self, node: Node, what: str, help: str) -> None:
        self.problem("AM005", node, what, help)


def reread(lines: Lines, folded: Folded) -> Node | None:
    """Return a list or mapping of a text once more, given its place; None if it cannot be read by itself."""
    text = lines.text[folded.start : folded.stop]
    column = 0
    if text[:1] not in ("[", "{") and LINE_BREAK.search(text):
        # What stands below it may be indented by as much.
        line = lines.text[folded.start - lines.column(folded.start) : folded.start]
        column = len(_BREAK.split(line)[-1])
    builder = _YamlBuilder(lines)
    try:
        builder.build(builder.pieces(_events(" " * column + text)))
    except yaml.YAMLError:
        return None
    if builder.root is not None:
        _move(builder.root, folded.start - column)
    return builder.root


def _move(node: Node, by: int) -> None:
    """Move a node and all that is in it."""
    node.start += by
    node.end += by
    if isinstance(node, Mapping):
        for key, value in node.entries.values():
            _move(key, by)
            _move(value, by)
    elif isinstance(node, Sequence):
        for item in node.items:
            _move(item, by)


def read(lines: Lines, taker: Taker | None = None) -> tuple[Node | None, list[Problem]]:
    """Return the root node of a YAML text (None if there is none to use) and all problems met.

    The claims of a map are handed to a taker, if there is one, and are then not in the tree.

    Time and memory are linear in the text; nesting is capped at
    :data:`~argmap.formats.nodes.MAX_DEPTH`.
    """
    builder = _YamlBuilder(lines, taker=taker)
    try:
        builder.build(builder.pieces(_events(lines.text)))
    except TooDeepError as error:
        return None, [*builder.problems, error.problem(lines)]
    except yaml.YAMLError as error:
        # The parser reads ahead: one that has a bound of its own meets it before we have been told.
        if "nesting depth" in str(getattr(error, "problem", "")):
            return None, [*builder.problems, TooDeepError(_place(error)).problem(lines)]
        return None, [*builder.problems, _syntax(error, lines)]
    return builder.root, builder.problems


def _events(text: str) -> Callable[[], Any]:
    """Return what gives the next event of a text; ``yaml.parse`` asks for each twice, and takes twice as long."""
    following: Callable[[], Any] = _Loader(
        text
    ).get_event  # the marks of the two parsers are of different types
    return following


def _place(error: Any) -> int:  # noqa: ANN401  what an error knows of its place depends on its kind
    """Return the offset at which a parser gave up."""
    return int(error.problem_mark.index)


def _syntax(error: yaml.YAMLError, lines: Lines) -> Problem:
    """Say what the parser could not read, and where."""
    last = max(len(lines.text) - 1, 0)
    related: tuple[Related, ...] = ()
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        what = error.problem or error.context or "not readable"
        at = min(error.problem_mark.index, last)
        if error.context and error.context_mark and error.context_mark.line != error.problem_mark.line:
            related = (Related(error.context, lines.span(error.context_mark.index)),)
    else:  # a character that YAML does not allow; libyaml counts its place in bytes
        what = str(getattr(error, "reason", "not readable"))
        at = max(lines.text.find(chr(getattr(error, "character", 0))), 0)
    if "cannot start any token" in what:
        return _bad_start(lines, at)
    help = next((advice for sign, advice in _HELP if what.startswith(sign)), None)
    return Problem("AM001", f"not valid YAML: {what}", lines.span(at), related, help)


def _bad_start(lines: Lines, at: int) -> Problem:
    character = lines.text[at]
    if character == "\t":
        what, help = "a tab", "Indent with spaces: YAML does not allow tabs there."
    else:
        what, help = repr(character), f"Put a text that begins with {character} in double quotes."
    return Problem("AM001", f"not valid YAML: {what} cannot stand here", lines.span(at), help=help)
