"""Sentences of a paragraph, told apart by sentencex.

sentencex knows the abbreviations and final marks of some 300 languages. Three of its boundaries are
taken back here, as they cut sentences that go on: between letters with no space between them
(``China-U.|S. relations``), before a small letter (``“Really?” | she asked``), and beside a piece
that has no letter or digit.
"""

from __future__ import annotations

import re
from itertools import pairwise

from argmap.sources.index import sets_no_spaces

_CHUNK = 20_000
"""Characters that are looked at together: time grows with the square of unclosed quotation marks."""
# sentencex aborts on some kinds of white space wider than a byte, so it only ever sees spaces.
_SPACE = re.compile(r"\s")


def split(paragraph: str, language: str = "en") -> list[tuple[int, int]]:
    """Return the spans of the sentences in a paragraph, without the white space between them.

    Args:
        paragraph: the text; white space of any kind counts as a space.
        language: BCP 47 tag; English is taken for languages that are not known.
    """
    text = _SPACE.sub(" ", paragraph)
    code = language.partition("-")[0].lower()
    starts = _mended(text, _starts(text, code))
    found = []
    for start, end in pairwise([*starts, len(text)]):
        sentence = text[start:end]
        first = start + len(sentence) - len(sentence.lstrip())
        found.append((first, start + len(sentence.rstrip())))
    return [span for span in found if span[0] < span[1]]


def _starts(text: str, language: str) -> list[int]:
    from sentencex import get_sentence_boundaries

    starts: list[int] = []
    at = 0
    while at < len(text):
        chunk = text[at : at + _CHUNK]
        found = [at + int(sentence["start_index"]) for sentence in get_sentence_boundaries(language, chunk)]
        if at + _CHUNK < len(text) and len(found) > 1:
            at = found.pop()  # the last sentence may be cut off: the next chunk begins with it
        else:
            at += _CHUNK
        starts += found
    return starts


def _mended(text: str, starts: list[int]) -> list[int]:
    kept = starts[:1]
    for start, end in pairwise([*starts[1:], len(text)]):
        after = text[start:end].lstrip()
        goes_on = text[start - 1] == "." and text[start].isalnum() and not sets_no_spaces(text[start])
        worded = any(map(str.isalnum, after)) and any(map(str.isalnum, text[kept[-1] : start]))
        if worded and not goes_on and not after[:1].islower():
            kept.append(start)
    return kept
