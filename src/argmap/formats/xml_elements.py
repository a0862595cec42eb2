"""Reads XML into a flat list of elements that know their place; nothing in a file can expand or be fetched.

Python's own parser (expat) judges the text. Files that bring a document type with declarations of their
own are refused: entities and default attributes are what bombs are made of.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pyexpat import ErrorString, ExpatError, ParserCreate

from argmap.errors import ArgmapError
from argmap.finding import Problem
from argmap.formats.base import EMPTY
from argmap.formats.nodes import MAX_DEPTH, Lines, Node, TooDeepError


@dataclass(slots=True)
class Element:
    """An element: its name, its attributes, the text right inside it, and where its tag stands."""

    name: str
    attributes: dict[str, str]
    tag: Node
    depth: int
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text right inside the element, that of elements in it left out."""
        return "".join(self.words)

    def get(self, attribute: str) -> str:
        """Return an attribute, or nothing if it is not there."""
        return self.attributes.get(attribute, "")


class _RefusedError(ArgmapError):
    """What brings more than elements and text."""


def read(lines: Lines) -> tuple[list[Element], list[Problem]]:
    """Return the elements of an XML text in the order of the file, and what is wrong with it.

    Time and memory are linear in the text; nesting is capped at
    :data:`~argmap.formats.nodes.MAX_DEPTH`.
    """
    if not lines.text.strip():
        return [], [EMPTY]
    reader = _Reader(lines)
    try:
        reader.parser.Parse(lines.text.encode(), True)
    except ExpatError as error:
        at = min(lines.offset(error.lineno, error.offset), max(len(lines.text) - 1, 0))
        return [], [Problem("AM001", f"not valid XML: {ErrorString(error.code)}", lines.span(at))]
    except _RefusedError as error:
        return [], [Problem("AM005", error.message, lines.span(reader.stopped), help=error.help)]
    except TooDeepError as error:
        return [], [error.problem(lines)]
    return reader.elements, []


class _Reader:
    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.stopped = 0
        """The offset of what made the reader give up."""
        self.parser = parser = ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.words
        parser.StartDoctypeDeclHandler = self.document_type
        parser.SkippedEntityHandler = self.entity

    @property
    def here(self) -> int:
        """The offset that the parser has come to."""
        return self.lines.offset(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise TooDeepError(self.here)
        start = self.here
        end = self.lines.text.find(">", start) + 1
        element = Element(name, attributes, Node(start, end or start + 1), len(self.open))
        self.elements.append(element)
        self.open.append(element)

    def end(self, _: str) -> None:
        self.open.pop()

    def words(self, words: str) -> None:
        self.open[-1].words.append(words)

    def document_type(self, _: str, __: str | None, ___: str | None, internal: int) -> None:
        if internal:
            self.stopped = self.here
            help = "Remove what stands between [ and ] there: a map needs no declarations."
            raise _RefusedError("declarations in the document type (entities, attributes)", help)

    def entity(self, name: str, _: int) -> None:
        self.stopped = self.here
        raise _RefusedError(f"the entity &{name};, which stands for something outside", "Write it out.")
