"""``@include(path)``: the text of another file in its place, wherever it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from argmap.finding import LINE_BREAK, Problem, Span
from argmap.formats.include import MOST_FILES, project_of
from argmap.formats.nodes import Lines

_INCLUDE: Final = re.compile(r"@include\((?P<file>[^)]+)\)")
_HELP: Final = "The path starts from the folder of the file that names it, and stays inside the project."


class Spliced(Lines):
    """A text that others have been taken into; their places are where they are named.

    Attributes:
        main: the text before that, with the places in it.
        problems: what could not be included.
    """

    def __init__(self, text: str) -> None:
        super().__init__(_with_line_feeds(text))
        self.main = Lines(self.text)
        self.problems: list[Problem] = []
        self._starts_here = [0]
        self._places: list[tuple[int, int | None]] = [(0, None)]
        """For each piece where it begins in the main text and, if it is of another file, where its mention ends."""

    def splice(self, path: Path, read: Callable[[Path], str]) -> None:
        """Take in the texts of other files; each is taken once, as Argdown does it.

        Args:
            path: the file of the main text.
            read: returns the text of another file; raises OSError if it cannot.
        """
        reader = _Reader(path.resolve(), read)
        pieces: list[str] = []
        starts: list[int] = []
        places: list[tuple[int, int | None]] = []
        length = position = 0
        for match in _INCLUDE.finditer(self.text):
            reader.fault = None
            words = reader.text(match["file"], reader.main)
            if reader.fault is not None:
                span = self.main.span(match.start(), match.end())
                self.problems.append(Problem("AM113", reader.fault, span, help=_HELP))
            for piece, place in (
                (self.text[position : match.start()], (position, None)),
                (words, (match.start(), match.end())),
            ):
                pieces.append(piece)
                starts.append(length)
                places.append(place)
                length += len(piece)
            position = match.end()
        self._starts_here = [*starts, length]
        self._places = [*places, (position, None)]
        self.text = "".join((*pieces, self.text[position:]))

    def refuse(self) -> None:
        """Report what is to be included in a text that belongs to no folder."""
        for match in _INCLUDE.finditer(self.text):
            message = f"{match['file']} cannot be included: the text is not read from a file"
            self.problems.append(Problem("AM113", message, self.span(match.start(), match.end())))

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the span in the main text."""
        begin, mention_end = self._place(start)
        if mention_end is not None:
            return self.main.span(begin, mention_end)
        if end is None:
            return self.main.span(begin)
        last, mention_end = self._place(max(end - 1, start))
        return self.main.span(begin, last + 1 if mention_end is None else mention_end)

    def _place(self, offset: int) -> tuple[int, int | None]:
        index = bisect_right(self._starts_here, offset) - 1
        start, mention_end = self._places[index]
        if mention_end is not None:
            return start, mention_end
        return start + offset - self._starts_here[index], None


@dataclass(slots=True)
class _Reader:
    """Reads files with what they include."""

    main: Path
    read: Callable[[Path], str]
    taken: set[Path] = field(default_factory=set)
    fault: str | None = None

    def text(self, file: str, path: Path) -> str:
        """Return the text of a file that another names; empty if it has been taken or cannot be read."""
        target = (path.parent / file.strip()).resolve()
        if target == self.main:
            self.fault = f"{file} includes this file in turn"
        elif not target.is_relative_to(project_of(self.main)):
            self.fault = f"{file} lies outside the project"
        elif target in self.taken:
            return ""
        elif len(self.taken) >= MOST_FILES:
            self.fault = f"more than {MOST_FILES} files are included"
        else:
            self.taken.add(target)
            try:
                text = _with_line_feeds(self.read(target))
            except OSError as error:
                self.fault = f"cannot read {file}: {error.strerror or error}"
            else:
                return _INCLUDE.sub(lambda match: self.text(match["file"], target), text)
        return ""


def _with_line_feeds(text: str) -> str:
    return LINE_BREAK.sub("\n", text)
