"""Sources: quotes to spans of a source's text, coverage, deep links and selectors."""

from argmap.sources.anchor import Anchor, Method, Reason, Unanchored, anchor
from argmap.sources.candidates import Candidate
from argmap.sources.shelf import Sources, open_sources, open_text
from argmap.sources.text import Paragraph, Section, Sentence, SourceError, SourceText, read_text

__all__ = [
    "Anchor",
    "Candidate",
    "Method",
    "Paragraph",
    "Reason",
    "Section",
    "Sentence",
    "SourceError",
    "SourceText",
    "Sources",
    "Unanchored",
    "anchor",
    "open_sources",
    "open_text",
    "read_text",
]
