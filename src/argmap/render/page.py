"""Lines for the terminal as something that rich can print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment

from argmap.render.flow import Line
from argmap.render.signs import ASCII, UNICODE, Signs


@dataclass(frozen=True, slots=True)
class Page:
    """Lines that are made when it is known how wide they may be and which signs can be shown.

    Their texts are printed as they are: nothing in a map is read as markup, as emoji or as a link.
    """

    lines: Callable[[Signs, int], Iterator[Line]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        signs = ASCII if options.ascii_only else UNICODE
        for line in self.lines(signs, options.max_width):
            for style, pieces in groupby(line, key=itemgetter(1)):
                yield Segment(
                    "".join(text for text, _ in pieces), console.get_style(style) if style else None
                )
            yield Segment.line()
