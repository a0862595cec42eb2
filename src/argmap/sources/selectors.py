"""Selectors of the Web Annotation Data Model, read and written.

A *text quote selector* has the words of a passage and a few before and behind it; a *text position
selector* has the offsets of its first character and of the one behind its last, in Unicode code points
(https://www.w3.org/TR/annotation-model/#selectors, sections 4.2.4 and 4.2.5).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from argmap.model import Quote
from argmap.sources.anchor import Anchor, Method, Reason, Unanchored, locate
from argmap.sources.candidates import candidates
from argmap.sources.folding import fold
from argmap.sources.literal import Found, find
from argmap.sources.quotation import Quotation
from argmap.sources.text import SourceText

_CONTEXT = 32  # characters, as most annotation clients keep


class TextQuoteSelector(TypedDict):
    """Words of a text and what stands around them."""

    type: str
    exact: str
    prefix: str
    suffix: str


class TextPositionSelector(TypedDict):
    """Offsets in a text."""

    type: str
    start: int
    end: int


def quote_selector(text: SourceText, anchor: Anchor) -> TextQuoteSelector:
    """Return an anchor as a text quote selector."""
    return {
        "type": "TextQuoteSelector",
        "exact": text.text[anchor.start : anchor.end],
        "prefix": text.text[max(0, anchor.start - _CONTEXT) : anchor.start],
        "suffix": text.text[anchor.end : anchor.end + _CONTEXT],
    }


def position_selector(anchor: Anchor) -> TextPositionSelector:
    """Return an anchor as a text position selector, whose offsets are those of the source's text."""
    return {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end}


def read_selector(text: SourceText, source: str, selector: Mapping[str, object]) -> Anchor | Unanchored:
    """Return the anchor that a selector stands for.

    Words are found as those of a quote are, with three dots standing for themselves; of several
    places, the one is taken that has what the selector says before and behind it.

    Args:
        text: the text that the selector selects from.
        source: id of its source.
        selector: a text quote or text position selector; what else it has is passed over.

    Raises:
        ValueError: if it is neither, or has a bad value.
    """
    match selector:
        case {"type": "TextPositionSelector", "start": int(start), "end": int(end)}:
            if not 0 <= start <= end <= len(text.text):
                raise ValueError(f"the text has {len(text.text)} characters, no {start} to {end}")
            return Anchor(
                source,
                start,
                end,
                text.paragraphs_at(start, end),
                Method.EXACT,
                1.0,
                text.passage(start, end),
            )
        case {"type": "TextQuoteSelector", "exact": str(exact)} if exact.strip():
            prefix, suffix = (fold(str(selector.get(key) or "")) for key in ("prefix", "suffix"))
            return _quoted(text, source, exact.strip(), prefix, suffix)
    raise ValueError("not a TextQuoteSelector or TextPositionSelector, or one without its fields")


def _quoted(text: SourceText, source: str, exact: str, prefix: str, suffix: str) -> Anchor | Unanchored:
    quote = Quote(source=source, text=exact)
    words = Quotation((exact,), (fold(exact),))
    if not words.parts[0]:
        return Unanchored(quote, Reason.EMPTY, "the selector has no words")
    found = find(text, words, 0, len(text.text))
    if len(found) > 1:
        fitting = [place for place in found if _fits(text, place, prefix, suffix)]
        if len(fitting) == 1:
            start, end = fitting[0].start, fitting[0].end
            method = Method.EXACT if fitting[0].exact else Method.NORMALISED
            return Anchor(
                source, start, end, text.paragraphs_at(start, end), method, 1.0, text.passage(start, end)
            )
        spans = [(place.start, place.end, 1.0) for place in fitting or found]
        message = f"the words stand in {len(spans)} places, and what is around them does not tell which"
        return Unanchored(quote, Reason.AMBIGUOUS, message, None, candidates(text, quote, spans))
    return locate(text, quote, words, 0, len(text.text))


def _fits(text: SourceText, place: Found, prefix: str, suffix: str) -> bool:
    reach = 2 * _CONTEXT + len(prefix) + len(suffix)
    before = fold(text.text[max(0, place.start - reach) : place.start])
    behind = fold(text.text[place.end : place.end + reach])
    return before.endswith(prefix) and behind.startswith(suffix)
