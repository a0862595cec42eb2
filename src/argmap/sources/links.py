"""Deep links: addresses that open a page at the very passage a claim is anchored to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from argmap.sources.anchor import Anchor, Method
from argmap.sources.directive import Page, TextDirective, with_directive
from argmap.sources.text import SourceText

EXACT = 300
"""Characters up to which a passage is named in full, as the report recommends; of longer ones, and of
those that run over the end of a paragraph, the first and last words are named."""
_WORDS = (4, 6, 9, 13, 20)  # named of either end: as few as will do
_CONTEXT = (0, 1, 2, 3, 5, 8, 12)  # words named before and behind: as few as will do
_WIDE = 12  # characters of a word; more of them are cut, in scripts that set no spaces


class Linker:
    """Makes links into a page that has the text of a source.

    Each link is tried on the text as a browser would: words are added until the first passage that fits is the
    right one. Where no number of words does it (the text repeats itself, or the passage is all there is),
    the link leads to the first passage that fits.

    Args:
        text: the text of the source, which the page is taken to have, paragraph by paragraph.
    """

    def __init__(self, text: SourceText) -> None:
        self._source = text
        lines = [text.passage(unit.start, unit.end) for unit in text.units]
        self.page = Page(lines)
        self._unit_starts = [unit.start for unit in text.units]
        self._line_starts: list[int] = []
        at = 0
        for line in lines:
            self._line_starts.append(at)
            at += len(line) + 1

    def link(self, url: str, anchor: Anchor) -> str | None:
        """Return a link to a passage of a page; None if the address is not one of a page.

        A source cited as a whole gives its address.
        """
        if not url.lower().startswith(("https://", "http://")):
            return None
        return url if anchor.method is Method.WHOLE else with_directive(url, self.directive(anchor))

    def directive(self, anchor: Anchor) -> TextDirective:
        """Return the shortest text directive that leads to a passage."""
        start, end = self.span(anchor)
        tried = None
        for directive in self._directives(start, end):
            tried = tried or directive
            if self.page.find(directive) == (start, end):
                return directive
        return tried or TextDirective(anchor.passage)

    def span(self, anchor: Anchor) -> tuple[int, int]:
        """Return where a passage is on the page, made to begin and end at edges of words."""
        start, end = self._on_page(anchor.start), self._on_page(anchor.end, end=True)
        while start > 0 and not self.page.is_word_edge(start):
            start -= 1
        while end < len(self.page.text) and not self.page.is_word_edge(end):
            end += 1
        return start, end

    def _on_page(self, at: int, *, end: bool = False) -> int:
        i = max(0, bisect_right(self._unit_starts, at - end) - 1)
        before = self._source.text[self._unit_starts[i] : at]
        length = len(" ".join(before.split()))
        gap = bool(length) and not end and before[-1:].isspace()
        return self._line_starts[i] + length + gap

    def _directives(self, start: int, end: int) -> Iterator[TextDirective]:
        """Yield ways to name a span of the page, the shortest first."""
        text = self.page.text
        passage = text[start:end]
        lines = [line.strip() for line in passage.split("\n") if line.strip()]
        if not lines:
            return
        before = _line_before(text, start).split()
        behind = _line_behind(text, end).split()
        if len(lines) == 1 and len(passage) <= EXACT:
            ends: list[tuple[str, str | None]] = [(passage, None)]
        else:
            ends = [(_first(lines[0], count), _last(lines[-1], count)) for count in _WORDS]
            if len(lines) == 1:
                ends = [(a, b) for a, b in ends if b is not None and len(a) + len(b) < len(passage)]
        for count in _CONTEXT:
            prefix = " ".join(before[-count:]) if count and before else None
            suffix = " ".join(behind[:count]) if count and behind else None
            for first, last in ends:
                yield TextDirective(first, last, prefix)
                if suffix is not None:
                    yield TextDirective(first, last, prefix, suffix)


def _line_before(text: str, at: int) -> str:
    """Return the last words before a place, as far as they stand in one line; the text is not copied for it."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[text.rfind("\n", 0, at) + 1 : at]


def _line_behind(text: str, at: int) -> str:
    while at < len(text) and text[at].isspace():
        at += 1
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)]


def _first(line: str, count: int) -> str:
    words = " ".join(line.split()[:count])
    return words[: count * _WIDE].rstrip()


def _last(line: str, count: int) -> str:
    words = " ".join(line.split()[-count:])
    return words[-count * _WIDE :].lstrip()
