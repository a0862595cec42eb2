"""Text directives: the part of a link that names words on the page to scroll to and highlight.

They follow the draft report "URL Fragment Text Directives" of the WICG
(https://wicg.github.io/scroll-to-text-fragment/), which Chromium, Firefox and Safari carry out::

    #:~:text=[prefix-,]start[,end][,-suffix]
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from argmap.sources.index import is_edge

_IN_WORDS = frozenset("'’‘.:·,;_")  # marks that are no edge of a word between two letters or digits
_TEXT = "text="
_MARKER = ":~:"


@dataclass(frozen=True, slots=True)
class TextDirective:
    """Words on a page: those that a passage starts and ends with, and those before and behind it.

    Without an end, ``start`` is all of the passage. Each part has to stand in one block of the page.
    """

    start: str
    end: str | None = None
    prefix: str | None = None
    suffix: str | None = None

    def __str__(self) -> str:
        """The directive as part of a URL: everything but ASCII letters, digits and ``._~`` encoded."""
        parts = [
            None if self.prefix is None else _encoded(self.prefix) + "-",
            _encoded(self.start),
            None if self.end is None else _encoded(self.end),
            None if self.suffix is None else "-" + _encoded(self.suffix),
        ]
        return _TEXT + ",".join(part for part in parts if part is not None)

    @classmethod
    def read(cls, written: str) -> TextDirective:
        """Return the directive that a string such as ``text=a-,b,c,-d`` stands for.

        Raises:
            ValueError: if it is not one.
        """
        if not written.startswith(_TEXT) or "&" in written:
            raise ValueError(f"not a text directive: {written!r}")
        parts = written.removeprefix(_TEXT).split(",")
        prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else None
        suffix = parts.pop()[1:] if parts and parts[-1].startswith("-") else None
        if not 1 <= len(parts) <= 2 or "" in (*parts, prefix, suffix):
            raise ValueError(f"not a text directive: {written!r}")
        return cls(
            unquote(parts[0]),
            unquote(parts[1]) if len(parts) == 2 else None,
            None if prefix is None else unquote(prefix),
            None if suffix is None else unquote(suffix),
        )


def with_directive(url: str, directive: TextDirective) -> str:
    """Return a URL with a text directive in place of any that it has; its fragment is kept.

    >>> with_directive("https://example.org/a#top", TextDirective("well-known words", "& so on"))
    'https://example.org/a#top:~:text=well%2Dknown%20words,%26%20so%20on'
    """
    address = url.partition(_MARKER)[0]
    return f"{address}{'' if '#' in address else '#'}{_MARKER}{directive}"


def read_directives(url: str) -> tuple[TextDirective, ...]:
    """Return the text directives of a URL.

    Raises:
        ValueError: if one of them cannot be read.
    """
    _, marker, directives = url.partition(_MARKER)
    found = directives.split("&") if marker else []
    return tuple(TextDirective.read(written) for written in found if written.startswith(_TEXT))


class Page:
    """The text of a page as a browser searches it: block by block, white space collapsed.

    Case and accents do not count in the search.

    Args:
        blocks: the text of each block, on one line.
    """

    def __init__(self, blocks: list[str]) -> None:
        self.text = "\n".join(blocks)
        self._basic = "".join(map(_basic, self.text))

    def find(self, directive: TextDirective) -> tuple[int, int] | None:
        """Return the span that a browser highlights: the first that fits.

        These are the steps "find a range from a text directive" of the report.
        """
        at = 0
        while True:
            if directive.prefix is None:
                start = self._find(directive.start, at, before=True, behind=directive.suffix is None)
                at = start + 1
            else:
                prefix = self._find(directive.prefix, at, before=True, behind=False)
                if prefix < 0:
                    return None
                at = prefix + 1
                start = self._next_word(prefix + len(directive.prefix))
                if not self._stands(directive.start, start):
                    continue
            if start < 0:
                return None
            end = self._end(directive, start + len(directive.start))
            if end >= 0:
                return start, end
            if directive.end is not None:
                return None

    def _end(self, directive: TextDirective, at: int) -> int:
        """Return where a passage ends whose first words end at a place, or −1."""
        if directive.end is None:
            return at if self._followed(directive.suffix, at) else -1
        while (found := self._find(directive.end, at, before=True, behind=directive.suffix is None)) >= 0:
            at = found + len(directive.end)
            if self._followed(directive.suffix, at):
                return at
        return -1

    def _followed(self, suffix: str | None, at: int) -> bool:
        return suffix is None or self._stands(suffix, self._next_word(at))

    def _stands(self, words: str, at: int) -> bool:
        return self._basic.startswith("".join(map(_basic, words)), at)

    def _next_word(self, at: int) -> int:
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        return at

    def _find(self, words: str, at: int, *, before: bool, behind: bool) -> int:
        basic = "".join(map(_basic, words))
        found = self._basic.find(basic, at)
        while found >= 0:
            edges = (found,) * before + (found + len(basic),) * behind
            if all(self.is_word_edge(edge) for edge in edges):
                break
            found = self._basic.find(basic, found + 1)
        return found

    def is_word_edge(self, at: int) -> bool:
        """Tell whether a browser sees the edge of a word at a place (Unicode Standard Annex 29)."""
        text = self.text
        if not is_edge(text, at):
            return False
        if not 0 < at < len(text):
            return True
        behind_mark = at > 1 and text[at - 1] in _IN_WORDS and text[at - 2].isalnum() and text[at].isalnum()
        before_mark = (
            at + 1 < len(text) and text[at] in _IN_WORDS and text[at - 1].isalnum() and text[at + 1].isalnum()
        )
        return not behind_mark and not before_mark


@lru_cache(maxsize=4096)
def _basic(character: str) -> str:
    """Return a character without accents and case, or as it is if that takes more than one."""
    basic = unicodedata.normalize("NFD", character)[0].casefold()
    return basic if len(basic) == 1 else character


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
