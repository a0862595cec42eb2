"""Anchoring: from the words of a quote to a span of a source's text.

Words are looked for as they are written; then folded (:mod:`argmap.sources.folding`: case, white space,
quotation marks, dashes and hyphens, Unicode spellings set aside); then by likeness
(:mod:`argmap.sources.fuzzy`). The first way that finds them is the one reported. Only whole words are found.

``first words … last words`` stands for the shortest stretch that begins and ends so. A stretch inside one
paragraph goes before any that runs on into the next, and none is longer than :data:`~argmap.sources.quotation.MAX_SPAN`.
With a paragraph given, nothing outside of it is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from argmap.model import Quote
from argmap.sources import fuzzy, literal
from argmap.sources.candidates import Candidate, candidates
from argmap.sources.quotation import Quotation, read_quotation
from argmap.sources.text import SourceText


class Method(StrEnum):
    """How an anchor was found."""

    EXACT = "exact"
    """Letter by letter."""
    NORMALISED = "normalised"
    """With case, white space, quotation marks, dashes and spellings of characters set aside."""
    FUZZY = "fuzzy"
    """By likeness."""
    PARAGRAPH = "paragraph"
    """By the number of the paragraph alone."""
    WHOLE = "whole"
    """The source is cited as a whole."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quote or paragraph resolved to a span of a source's text."""

    source: str
    """Id of the source."""
    start: int
    """Offset of the first character in the source's text."""
    end: int
    """Offset behind the last."""
    paragraphs: tuple[int, ...]
    """Numbers of the paragraphs that the span touches; none for a heading."""
    method: Method
    score: float
    """Likeness of the quote to the text, 0–1: 1 unless the method is fuzzy."""
    passage: str
    """The words of the span on one line; empty where the source is cited as a whole."""


class Reason(StrEnum):
    """Why a quote could not be anchored."""

    UNKNOWN_SOURCE = "unknown-source"
    NO_TEXT = "no-text"
    """The map names no file for the source, and none was given."""
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    """The quote has no words: only an ellipsis or punctuation."""
    NO_PARAGRAPH = "no-paragraph"
    """The text has no paragraph of that number."""
    NOT_FOUND = "not-found"
    ELSEWHERE = "elsewhere"
    """The words stand in another paragraph than the one given."""
    OUT_OF_ORDER = "out-of-order"
    """The words are there, but what should come last comes first."""
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Unanchored:
    """A quote that could not be anchored, and why."""

    quote: Quote
    reason: Reason
    message: str
    """What is wrong, without a full stop."""
    help: str | None = None
    """What to do about it."""
    candidates: tuple[Candidate, ...] = ()
    """Of an ambiguous quote, the places that it could mean, in the order of the text; of words that stand
    elsewhere, where they do; of words not found, the place most like them, if any is like them at all."""


def anchor(text: SourceText, quote: Quote) -> Anchor | Unanchored:
    """Return where a quote stands in a text, or why that cannot be told.

    >>> from argmap.sources.text import read_text
    >>> text = read_text("He came. “She saw,” he said, and went.".encode(), "x.txt")
    >>> found = anchor(text, Quote(source="x", text="she saw … WENT"))
    >>> found.passage, found.method.value
    ('She saw,” he said, and went', 'normalised')
    """
    low, high = 0, len(text.text)
    if quote.paragraph is not None:
        if quote.paragraph > len(text.paragraphs):
            count = len(text.paragraphs)
            counted = "1 paragraph" if count == 1 else f"{count} paragraphs"
            return Unanchored(
                quote,
                Reason.NO_PARAGRAPH,
                f"{quote.source!r} has {counted}, no ¶{quote.paragraph}",
                "Headings are not counted.",
            )
        paragraph = text.paragraphs[quote.paragraph - 1]
        low, high = paragraph.start, paragraph.end
    if quote.text is None:
        whole = quote.paragraph is None
        method = Method.WHOLE if whole else Method.PARAGRAPH
        passage = "" if whole else text.passage(low, high)
        return Anchor(quote.source, low, high, text.paragraphs_at(low, high), method, 1.0, passage)
    words = read_quotation(quote.text)
    if not words.parts:
        help = "Quote words of the source, or cite a paragraph by its number (¶12)."
        return Unanchored(quote, Reason.EMPTY, "the quote has no words", help)
    return locate(text, quote, words, low, high)


def locate(text: SourceText, quote: Quote, words: Quotation, low: int, high: int) -> Anchor | Unanchored:
    """Return where a quotation that was read from a quote stands between two offsets of a text."""
    spans = literal.find(text, words, low, high)
    if len(spans) == 1:
        method = Method.EXACT if spans[0].exact else Method.NORMALISED
        return _anchor(text, quote, (spans[0].start, spans[0].end), method)
    if spans:
        return _ambiguous(text, quote, [(span.start, span.end, 1.0) for span in spans])
    if quote.paragraph is not None:
        elsewhere = literal.find(text, words, 0, len(text.text))
        if elsewhere:
            return _elsewhere(text, quote, [(span.start, span.end, 1.0) for span in elsewhere])
    if literal.is_reversed(text, words, low, high):
        message = "the words are there, but the end of the quote stands before its beginning"
        return Unanchored(quote, Reason.OUT_OF_ORDER, message, "Quote them in the order of the source.")
    return _find_like(text, quote, words, low, high)


def _find_like(text: SourceText, quote: Quote, words: Quotation, low: int, high: int) -> Anchor | Unanchored:
    folded = text.index.folded
    found = fuzzy.nearest(text.index, words.parts, folded.folded(low), folded.folded(high))
    enough = fuzzy.threshold(words.parts)
    likely = [
        (*folded.original(near.start, near.end), near.score)
        for near in found
        if near.score >= enough and near.score >= found[0].score - fuzzy.MARGIN
    ]
    if len(likely) == 1:
        start, end, score = likely[0]
        return _anchor(text, quote, (start, end), Method.FUZZY, score)
    if likely:
        return _ambiguous(text, quote, sorted(likely), "words like these")
    where = f"¶{quote.paragraph} of {quote.source!r}" if quote.paragraph else repr(quote.source)
    message = f"the words are not in {where}"
    if not found:
        return Unanchored(quote, Reason.NOT_FOUND, message, "Is it the right source?")
    nearest = (*folded.original(found[0].start, found[0].end), found[0].score)
    candidate = candidates(text, quote, [nearest])[0]
    help = f'The nearest passage ({candidate.score:.0%} alike) is: "{candidate.passage}"'
    return Unanchored(quote, Reason.NOT_FOUND, message, help, (candidate,))


def _anchor(
    text: SourceText, quote: Quote, span: tuple[int, int], method: Method, score: float = 1.0
) -> Anchor:
    start, end = span
    passage = text.passage(start, end)
    return Anchor(quote.source, start, end, text.paragraphs_at(start, end), method, score, passage)


def _ambiguous(
    text: SourceText, quote: Quote, spans: Sequence[tuple[int, int, float]], what: str = "the words"
) -> Unanchored:
    choice = candidates(text, quote, spans)
    many = f"{literal.LIMIT} places or more" if len(spans) >= literal.LIMIT else f"{len(spans)} places"
    where = f" in ¶{quote.paragraph}" if quote.paragraph else ""
    help = "Say which: " + ", ".join(f'"{candidate.place}"' for candidate in choice[:3])
    help += ", …" if len(choice) > 3 else "."
    return Unanchored(quote, Reason.AMBIGUOUS, f"{what} stand in {many}{where}", help, choice)


def _elsewhere(text: SourceText, quote: Quote, spans: Sequence[tuple[int, int, float]]) -> Unanchored:
    choice = candidates(text, quote, spans)
    first = choice[0]
    where = f"¶{first.paragraphs[0]}" if first.paragraphs else "a heading"
    others = " and elsewhere" if len(choice) > 1 else ""
    message = f"the words are in {where}{others}, not in ¶{quote.paragraph}"
    return Unanchored(quote, Reason.ELSEWHERE, message, f'Write "{first.place}".', choice)
