"""Words set in lines: wrapped to a width, wide characters counted as such, nothing read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len

Piece = tuple[str, str]
"""Characters that stay on one line if they can, and the name of their style. A space before them sets them
off from what is on the line already."""
Line = list[Piece]
"""Pieces to be printed one after the other."""

# Columns at the end of a line that are not worth filling.
_SLIVER = 6
# Not \s, which counts the no-break spaces as well.
_SPACE = re.compile("[ \t-\r\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+")


def words(text: str, style: str = "") -> Iterator[Piece]:
    r"""Yield the words of a text, whatever space is between them.

    >>> list(words("two\n  words", "dim"))
    [('two', 'dim'), ('words', 'dim')]
    """
    return ((word, style) for word in _SPACE.split(text) if word)


def wrap(pieces: Iterable[Piece], width: int, first: int | None = None) -> Iterator[Line]:
    """Set pieces in lines, a space between them; at least one line, even if it is empty.

    What is longer than a line (addresses, scripts written without spaces) is broken where it must be.

    Args:
        pieces: what to set.
        width: columns of a line; at least 2 are used, so that a wide character has room.
        first: columns of the first line, if it has others.

    >>> [[text for text, _ in line] for line in wrap(words("a long-winded claim"), 6)]
    [['a'], ['long-'], ['winded'], ['claim']]
    """
    width = max(width, 2)
    left = max(width if first is None else first, 2)
    line: Line = []
    for piece, style in pieces:
        text = piece
        while text := text if line else text.lstrip(" "):
            gap = " " if line else ""
            # No more than could fit is measured: a word may be as long as a file.
            length = len(gap) + _columns(text[: 4 * width])
            if length > left and line and (length - 1 <= width or text.isascii() or left < _SLIVER):
                yield line
                left = width
                line = []
                continue
            chunk = text if length <= left else _fitting(text, left - len(gap))
            if line and line[-1][1] == style:
                line[-1] = (f"{line[-1][0]} {chunk}", style)
            else:
                line += [(gap, ""), (chunk, style)] if gap else [(chunk, style)]
            left -= len(gap) + _columns(chunk)
            text = text[len(chunk) :]
    yield line


def _columns(text: str) -> int:
    """Count columns, of most words without asking which characters are wide."""
    return len(text) if text.isascii() and text.isprintable() else cell_len(text)


def address(piece: Piece, indent: int) -> Line:
    """Set an address in a line of its own, however long: broken, it would lead nowhere."""
    return [(" " * indent, ""), piece]


def indented(pieces: Iterable[Piece], width: int, indent: int, hanging: int = 0) -> Iterator[Line]:
    """Set pieces in lines that begin some columns in; those after the first, more columns in by what hangs.

    >>> [list(line) for line in indented(words("two words"), 9, 2, 1)]
    [[('  ', ''), ('two', '')], [('   ', ''), ('words', '')]]
    """
    for number, line in enumerate(wrap(pieces, width - indent - hanging, width - indent)):
        yield [(" " * (indent + hanging if number else indent), ""), *line]


def named(name: str, pieces: Iterable[Piece], width: int, room: int, style: str = "") -> Iterator[Line]:
    """Set pieces in lines beside their name, for which there is so much room.

    >>> list(named("be", words("two words"), 9, 4))
    [[('be  ', ''), ('two', '')], [('    ', ''), ('words', '')]]
    """
    for number, line in enumerate(wrap(pieces, width - room)):
        yield [(("" if number else name).ljust(room), style), *line]


def _fitting(text: str, width: int) -> str:
    """Return the longest beginning of a text that fits, up to a hyphen or slash if it can, and not less than a character."""
    end = used = 0
    while end < len(text) and (used := used + cell_len(text[end])) <= width:
        end += 1
    return text[: max(text.rfind(mark, 1, end) for mark in "-/") + 1 or max(end, 1)]


def shorten(text: str, width: int, ellipsis: str) -> str:
    """Return a text in one line of at most so many columns, whole words if it can.

    >>> shorten("The bridge should be closed to cars.", 20, "…")
    'The bridge should…'
    """
    whole = " ".join(_SPACE.split(text.strip()))
    if _columns(whole) <= width:
        return whole
    cut = _fitting(whole, max(width - cell_len(ellipsis), 1))
    at_word = cut.rsplit(" ", 1)[0] if " " in cut and whole[len(cut)] != " " else cut
    return at_word.rstrip(" ,;:.") + ellipsis
