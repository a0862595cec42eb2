"""Coverage: which sentences of a source some claim accounts for.

The rule: a sentence is *covered* if at least half of its letters and digits lie in spans that claims are
anchored to, all claims taken together. A sentence that is not covered is *set aside* if at least half of
them lie in spans that the map says hold no argument, and *uncovered* otherwise. A claim that cites a whole
paragraph accounts for all of it; one that cites the source as a whole accounts for none of it. Headings
are not sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from argmap.model import Map, Quote
from argmap.sources.anchor import Anchor, Method
from argmap.sources.shelf import Sources
from argmap.sources.text import Sentence, SourceText

ENOUGH = 0.5
"""Share of the letters and digits of a sentence that must be accounted for."""

_Spans = list[tuple[int, int]]


class State(StrEnum):
    """Whether a sentence is accounted for."""

    COVERED = "covered"
    SET_ASIDE = "set-aside"
    UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True)
class CoveredSentence:
    """A sentence and what accounts for it."""

    sentence: Sentence
    state: State
    share: float
    """Share of its letters and digits that claims are anchored to, 0–1."""
    claims: tuple[str, ...]
    """Ids of the claims that are anchored in it, as they were given, also where it is not covered."""
    reasons: tuple[str, ...]
    """Why it is set aside, or parts of it are."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Sentences counted by their state."""

    covered: int
    set_aside: int
    uncovered: int

    @property
    def share(self) -> float:
        """Covered sentences among those not set aside, 0–1; 1 if there are none."""
        counted = self.covered + self.uncovered
        return self.covered / counted if counted else 1.0


@dataclass(frozen=True)
class Coverage:
    """The coverage of one source."""

    sentences: tuple[CoveredSentence, ...]
    """All sentences, in order."""

    @cached_property
    def total(self) -> Tally:
        """The sentences of the whole text, counted."""
        return _tally(self.sentences)

    @cached_property
    def paragraphs(self) -> dict[int, Tally]:
        """The sentences of each paragraph, counted, by its number."""
        grouped: defaultdict[int, list[CoveredSentence]] = defaultdict(list)
        for sentence in self.sentences:
            grouped[sentence.sentence.paragraph].append(sentence)
        return {number: _tally(sentences) for number, sentences in grouped.items()}


def measure(
    text: SourceText,
    anchored: Iterable[tuple[str, Anchor]],
    set_aside: Iterable[tuple[str, Anchor]] = (),
) -> Coverage:
    """Return which sentences of a text are covered.

    Args:
        text: the text.
        anchored: anchors in it, each with the id of its claim. A claim may have several; they may overlap.
        set_aside: anchors of passages that hold no argument, each with the reason.

    >>> from argmap.model import Quote
    >>> from argmap.sources import anchor, read_text
    >>> text = read_text(b"It rains a lot. It is cold. Hello.", "x.txt")
    >>> wet = anchor(text, Quote(source="x", text="rains a lot"))
    >>> [sentence.state.value for sentence in measure(text, [("wet", wet)]).sentences]
    ['covered', 'uncovered', 'uncovered']
    """
    claims, claim_spans = _by_sentence(text.sentences, anchored)
    reasons, aside_spans = _by_sentence(text.sentences, set_aside)
    found = []
    for i, sentence in enumerate(text.sentences):
        share = _share(text.text, sentence, claim_spans[i])
        if share >= ENOUGH:
            state = State.COVERED
        elif _share(text.text, sentence, aside_spans[i]) >= ENOUGH:
            state = State.SET_ASIDE
        else:
            state = State.UNCOVERED
        found.append(
            CoveredSentence(
                sentence, state, share, tuple(dict.fromkeys(claims[i])), tuple(dict.fromkeys(reasons[i]))
            )
        )
    return Coverage(tuple(found))


def measure_map(
    map: Map, sources: Sources, set_aside: Iterable[tuple[Quote, str]] = ()
) -> tuple[dict[str, Coverage], int]:
    """Return the coverage of every text at hand, by the id of its source, and how many quotes are not to be found.

    Args:
        map: the map, whose claims cover what they are made in (``at``) and what they rest on (``evidence``).
        sources: its sources.
        set_aside: passages that hold no argument, each with the reason.
    """
    quoted = [(c.id, quote) for c in map.claims.values() for quote in (*c.at, *c.evidence)]
    lost = 0
    found: tuple[dict[str, list[tuple[str, Anchor]]], ...] = ({}, {})
    for anchors, quotes in zip(
        found, (quoted, [(reason, quote) for quote, reason in set_aside]), strict=True
    ):
        for name, quote in quotes:
            if quote.source in sources.texts:
                place = sources.anchor(quote)
                if isinstance(place, Anchor):
                    anchors.setdefault(quote.source, []).append((name, place))
                else:
                    lost += 1
    return {
        id: measure(text, *(anchors.get(id, ()) for anchors in found)) for id, text in sources.texts.items()
    }, lost


def total(measured: Iterable[Coverage]) -> Tally:
    """Return the sentences of several texts, counted."""
    return _tally([sentence for coverage in measured for sentence in coverage.sentences])


def _by_sentence(
    sentences: Sequence[Sentence], anchored: Iterable[tuple[str, Anchor]]
) -> tuple[defaultdict[int, list[str]], defaultdict[int, _Spans]]:
    """Return what is anchored in each sentence, by its index, and the spans it is anchored to."""
    starts = [sentence.start for sentence in sentences]
    names: defaultdict[int, list[str]] = defaultdict(list)
    spans: defaultdict[int, _Spans] = defaultdict(list)
    for name, anchor in anchored:
        if anchor.method is Method.WHOLE:
            continue
        first = max(0, bisect_right(starts, anchor.start) - 1)
        for i in range(first, bisect_left(starts, anchor.end)):
            start, end = max(anchor.start, sentences[i].start), min(anchor.end, sentences[i].end)
            if start < end:
                names[i].append(name)
                spans[i].append((start, end))
    return names, spans


def _share(text: str, sentence: Sentence, spans: _Spans) -> float:
    """Return the share of the letters and digits of a sentence that lie in any of the spans."""
    inside, done = 0, sentence.start
    for start, end in sorted(spans):
        inside += sum(map(str.isalnum, text[max(start, done) : end]))
        done = max(done, end)
    return inside / (sum(map(str.isalnum, text[sentence.start : sentence.end])) or 1)


def _tally(sentences: Sequence[CoveredSentence]) -> Tally:
    states = [sentence.state for sentence in sentences]
    return Tally(*(states.count(state) for state in (State.COVERED, State.SET_ASIDE, State.UNCOVERED)))
