"""The coverage of a map's sources, on the terminal and as data for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from rich.console import RenderableType

from argmap.model import Map
from argmap.render.flow import Line, wrap
from argmap.render.heading import source_in_words
from argmap.render.page import Page
from argmap.render.signs import FAINT, GAP, HEADING, Signs
from argmap.sources import Sources
from argmap.sources.coverage import Coverage, CoveredSentence, State, Tally, total

VERSION = 1
_MARGIN = 4
_STYLES = {State.COVERED: FAINT, State.SET_ASIDE: FAINT, State.UNCOVERED: GAP}


def in_words(tally: Tally) -> str:
    """Return a tally in a few words.

    >>> in_words(Tally(covered=3, set_aside=1, uncovered=1))
    '3 of 4 sentences covered (75 %), 1 set aside'
    """
    counted = tally.covered + tally.uncovered
    aside = f", {tally.set_aside} set aside" if tally.set_aside else ""
    noun = "sentence" if counted == 1 else "sentences"
    return f"{tally.covered} of {counted} {noun} covered ({_percent(tally)}){aside}"


def _percent(tally: Tally) -> str:
    """Return the share that is covered, never rounded up to all of it."""
    return f"{int(100 * tally.share)} %"


def coverage_text(map: Map, sources: Sources, measured: Mapping[str, Coverage]) -> RenderableType:
    """Return the texts of the sources, each sentence marked as covered or not, to fit the terminal."""

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        for id, coverage in measured.items():
            yield from wrap(
                [*signs.words(source_in_words(map.sources[id]), HEADING), (f"[{id}]", FAINT)], width
            )
            for number, sentences in groupby(coverage.sentences, lambda each: each.sentence.paragraph):
                yield []
                head = f"¶{number}  {in_words(coverage.paragraphs[number])}"
                yield from wrap(signs.words(head, HEADING), width)
                for sentence in sentences:
                    yield from _sentence(sentence, sources.texts[id].text, signs, width)
            yield []
        yield from _legend(map, measured, signs, width)

    return Page(lines)


def _sentence(it: CoveredSentence, text: str, signs: Signs, width: int) -> Iterator[Line]:
    words = [*signs.words(text[it.sentence.start : it.sentence.end], _STYLES[it.state])]
    if it.state is State.SET_ASIDE:
        words += signs.words(f"(set aside: {'; '.join(it.reasons)})", FAINT)
    words += [(f"[{signs.clean(claim)}]", "") for claim in it.claims]
    for number, line in enumerate(wrap(words, width - _MARGIN)):
        sign = " " if number else _sign(it.state, signs)
        yield [(f"  {sign} ", _STYLES[it.state]), *line]


def _sign(state: State, signs: Signs) -> str:
    return {
        State.COVERED: signs.evidence,
        State.SET_ASIDE: signs.aside,
        State.UNCOVERED: signs.unsupported,
    }[state]


def _legend(map: Map, measured: Mapping[str, Coverage], signs: Signs, width: int) -> Iterator[Line]:
    marks = ", ".join(f"{_sign(state, signs)} {state.value.replace('-', ' ')}" for state in State)
    yield from wrap(signs.words(f"{marks}; the claims in brackets.", FAINT), width)
    without = [id for id in map.sources if id not in measured]
    if without:
        yield from wrap(signs.words(f"Not measured, for want of a text: {', '.join(without)}.", FAINT), width)
    yield from wrap(signs.words(f"In all: {in_words(total(measured.values()))}.", HEADING), width)


def coverage_json(map: Map, sources: Sources, measured: Mapping[str, Coverage]) -> dict[str, Any]:
    """Return the coverage as what :func:`json.dumps` takes.

    The shape, beside ``argmap-coverage`` (its version, 1):

    - ``total``: ``covered``, ``set_aside``, ``uncovered`` (sentences) and ``share`` (0–1, of those not set aside);
    - ``sources``: of each text ``id``, ``title``, ``total``, ``paragraphs`` (each with its ``number`` and the same
      counts) and ``sentences``, each with ``paragraph``, ``start`` and ``end`` (characters of the text), ``text``,
      ``state`` (``covered``, ``set-aside``, ``uncovered``), ``share``, ``claims`` (ids) and ``reasons``;
    - ``not_measured``: ids of the sources whose text is not at hand.
    """
    return {
        "argmap-coverage": VERSION,
        "total": _counts(total(measured.values())),
        "sources": [
            {
                "id": id,
                "title": map.sources[id].title,
                "total": _counts(coverage.total),
                "paragraphs": [
                    {"number": number, **_counts(tally)} for number, tally in coverage.paragraphs.items()
                ],
                "sentences": [*_sentences(coverage.sentences, sources.texts[id].text)],
            }
            for id, coverage in measured.items()
        ],
        "not_measured": [id for id in map.sources if id not in measured],
    }


def _counts(tally: Tally) -> dict[str, float]:
    return {
        "covered": tally.covered,
        "set_aside": tally.set_aside,
        "uncovered": tally.uncovered,
        "share": round(tally.share, 4),
    }


def _sentences(sentences: Iterable[CoveredSentence], text: str) -> Iterator[dict[str, Any]]:
    for it in sentences:
        yield {
            "paragraph": it.sentence.paragraph,
            "start": it.sentence.start,
            "end": it.sentence.end,
            "text": " ".join(text[it.sentence.start : it.sentence.end].split()),
            "state": it.state.value,
            "share": round(it.share, 4),
            "claims": list(it.claims),
            "reasons": list(it.reasons),
        }
