"""Where the quotes of a map stand in the texts of its sources, on the terminal and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from rich.console import RenderableType

from argmap.model import Claim, Quote
from argmap.render.flow import Line, address, indented, shorten, wrap
from argmap.render.page import Page
from argmap.render.signs import FAINT, GAP, HEADING, Signs
from argmap.sources import Anchor, Method, Sources, Unanchored
from argmap.sources.selectors import position_selector, quote_selector

VERSION = 1
_INDENT = 2
_LINES = 2
"""Lines that a passage may take."""


@dataclass(frozen=True, slots=True)
class Row:
    """A quote of a claim and what became of it."""

    claim: str
    field: Literal["at", "evidence"]
    quote: Quote
    anchor: Anchor | Unanchored

    @property
    def quotes(self) -> bool:
        """Whether it is words or a paragraph, not the whole source."""
        return self.quote.text is not None or self.quote.paragraph is not None

    @property
    def found(self) -> bool:
        """Whether the quote is anchored."""
        return isinstance(self.anchor, Anchor)


def resolve(claims: Iterable[Claim], sources: Sources) -> list[Row]:
    """Return what becomes of every quote of some claims, in their order."""
    rows = []
    for claim in claims:
        rows += [Row(claim.id, "at", quote, sources.anchor(quote)) for quote in claim.at]
        rows += [Row(claim.id, "evidence", quote, sources.anchor(quote)) for quote in claim.evidence]
    return rows


def anchors_text(rows: Sequence[Row], sources: Sources) -> RenderableType:
    """Return the anchors as a list, claim by claim, to fit the terminal."""

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        for claim, group in groupby(rows, key=lambda row: row.claim):
            yield from wrap([(signs.clean(claim), HEADING)], width)
            for row in group:
                for line in _row(row, sources, signs, width - _INDENT):
                    yield [(" " * _INDENT, ""), *line]

    return Page(lines)


def _row(row: Row, sources: Sources, signs: Signs, width: int) -> Iterator[Line]:
    it = row.anchor
    head = [(row.field, ""), *signs.words(row.quote.source)]
    if isinstance(it, Unanchored):
        reason = shorten(": ".join(filter(None, (it.message, str(row.quote)))), 2 * width, signs.more)
        yield from wrap([*head, *signs.marked(signs.unknown, reason, GAP)], width)
        return
    where = " ".join(f"¶{number}" for number in it.paragraphs) if it.method is not Method.WHOLE else ""
    inexact = it.method is Method.FUZZY
    how = f"{it.method.value}, {it.score:.0%} alike" if inexact else it.method.value
    head += [*signs.words(where), *signs.words(f"({how})", GAP if inexact else FAINT)]
    yield from wrap(head, width)
    passage = shorten(it.passage, _LINES * (width - _INDENT), signs.more)
    if passage:
        yield from indented(signs.words(passage), width, _INDENT)
    if link := sources.link(it):
        yield address((signs.clean(link), FAINT), _INDENT)


def anchors_json(rows: Sequence[Row], sources: Sources) -> dict[str, Any]:
    """Return the anchors as what :func:`json.dumps` takes.

    The shape, beside ``argmap-anchors`` (its version, 1): ``anchors``, a list of, in the order of the map, ``claim`` (id),
    ``field`` (``at`` or ``evidence``), ``quote`` (as in the map), ``source`` (id), ``method`` (``exact``, ``normalised``,
    ``fuzzy``, ``paragraph``, ``whole`` or null), ``score`` (0–1 or null), ``paragraphs``, ``passage``, ``link`` (or null),
    ``problem`` (why it could not be anchored, or null), and ``target``: the target of a Web Annotation, with the
    address of the source and the selectors of the passage (https://www.w3.org/TR/annotation-model/), or null.
    """
    return {"argmap-anchors": VERSION, "anchors": [_data(row, sources) for row in rows]}


def _data(row: Row, sources: Sources) -> dict[str, Any]:
    it = row.anchor
    place = {
        "claim": row.claim,
        "field": row.field,
        "source": row.quote.source,
        "quote": str(row.quote),
    }
    if isinstance(it, Unanchored):
        nothing = dict.fromkeys(("method", "score"))
        return {
            **place,
            **nothing,
            "paragraphs": [],
            "passage": "",
            "link": None,
            "problem": it.message,
            "target": None,
        }
    return {
        **place,
        "method": it.method.value,
        "score": round(it.score, 4),
        "paragraphs": list(it.paragraphs),
        "passage": it.passage,
        "link": sources.link(it),
        "problem": None,
        "target": None if it.method is Method.WHOLE else _target(it, sources),
    }


def _target(anchor: Anchor, sources: Sources) -> dict[str, Any]:
    text = sources.texts[anchor.source]
    return {
        "source": sources.declared[anchor.source].url or text.name,
        "selector": [quote_selector(text, anchor), position_selector(anchor)],
    }
