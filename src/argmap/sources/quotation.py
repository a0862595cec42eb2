"""Quotations as people write them: words, with an ellipsis for what is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from argmap.sources.folding import fold

MAX_SPAN = 10_000
"""Characters that a quote with an ellipsis may stand for."""

_ELLIPSIS = re.compile(r"[\[(]? ?(?:…|\.{3,}|\.(?: \.){2,}) ?[\])]?")


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between the ellipses of a quote, in order.

    Attributes:
        written: as they are written, white space collapsed.
        parts: folded. Parts without letters or digits are left out of both.
    """

    written: tuple[str, ...]
    parts: tuple[str, ...]


def read_quotation(quote: str) -> Quotation:
    """Split a quote at its ellipses: ``…``, ``...``, ``. . .`` or any of them in brackets.

    >>> read_quotation("The blame game [...] misplaced").parts
    ('the blame game', 'misplaced')
    >>> read_quotation("…").parts
    ()
    """
    written = [part.strip() for part in _ELLIPSIS.split(" ".join(quote.split()))]
    pairs = [(part, fold(part)) for part in written]
    worded = [(part, folded) for part, folded in pairs if any(map(str.isalnum, folded))]
    return Quotation(tuple(part for part, _ in worded), tuple(folded for _, folded in worded))
