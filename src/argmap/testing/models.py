"""Strategies for maps and what they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pydantic import TypeAdapter, ValidationError

from argmap.model import Claim, Kind, Map, Quote, Relation, Source, Standard, Voice, relation_id
from argmap.scalars import Place
from argmap.testing.words import ids, texts

_PLACES: Final = TypeAdapter[str](Place)
_LANGUAGES: Final = ("en", "no", "pt-BR")

_TO_CLAIMS: Final = (*(Kind.SUPPORTS, Kind.ATTACKS, Kind.REPHRASES) * 3, *Kind)
_TO_RELATIONS: Final = (*(Kind.UNDERCUTS,) * 5, *Kind)
"""Kinds of relations, those more often that a map is meant to have."""


def quotes(sources: Sequence[str], *, texts: SearchStrategy[str] | None = None) -> SearchStrategy[Quote]:
    """Return places in sources.

    Args:
        sources: ids of the sources, one at least.
        texts: the words that are quoted; :func:`texts` by default.
    """
    return st.builds(
        Quote,
        source=st.sampled_from(sources),
        paragraph=st.none() | st.integers(1, 99),
        text=_some(_given(texts)),
    )


@st.composite
def claims(draw: DrawFn, id: str, sources: Sequence[str], texts: SearchStrategy[str] | None = None) -> Claim:
    """Return claims with any of their fields.

    Args:
        draw: given by Hypothesis.
        id: the id of the claim.
        sources: ids of the sources that it may cite, one at least.
        texts: what stands in its fields; :func:`texts` by default.
    """
    words = _given(texts)
    some = _some(words)
    cited = st.lists(quotes(sources, texts=words), max_size=4).map(tuple)
    voice = draw(st.sampled_from(Voice))
    return Claim(
        id=id,
        text=draw(words),
        label=draw(some),
        at=draw(cited),
        evidence=draw(cited),
        voice=voice,
        speaker=draw(some) if voice is Voice.REPORTED else None,
        assumed=draw(_flags(words)),
        residual=draw(_flags(words)),
        confidence=draw(_units()),
        standard=draw(st.none() | st.sampled_from(Standard)),
        tags=draw(st.lists(words, max_size=2).map(tuple)),
        section=draw(some),
        note=draw(some),
        ignore=draw(st.dictionaries(st.sampled_from(["AM107", "unsupported"]), words, max_size=1)),
        draft=draw(_flags(words)),
    )


@st.composite
def relations(
    draw: DrawFn, claims: Sequence[str], texts: SearchStrategy[str] | None = None
) -> dict[str, Relation]:
    """Return relations among claims and to one another, by id; circles and unknown premises are among them.

    Args:
        draw: given by Hypothesis.
        claims: ids of the claims, one at least.
        texts: what stands in their fields; :func:`texts` by default.
    """
    words = _given(texts)
    some = _some(words)
    made: dict[str, Relation] = {}
    for number in range(draw(st.integers(0, 8))):
        target = draw(st.sampled_from([*claims, *made]))
        kind = draw(st.sampled_from(_TO_RELATIONS if target in made else _TO_CLAIMS))
        premises = tuple(draw(st.lists(st.sampled_from(claims) | ids(), min_size=1, max_size=3)))
        id = draw(st.sampled_from([f"r{number}", relation_id(kind, premises, target)]))
        if id in made:
            id = f"{id}#{number}"
        made[id] = Relation(
            id=id,
            kind=kind,
            premises=premises,
            target=target,
            scheme=draw(some),
            warrant=draw(some),
            questions=draw(st.dictionaries(st.sampled_from(["CQ1", "other-signs"]), words, max_size=1)),
            weight=draw(_units()),
            note=draw(some),
            draft=draw(_flags(words)),
        )
    return made


@st.composite
def maps(draw: DrawFn, texts: SearchStrategy[str] | None = None) -> Map:
    """Return small maps with anything in them that the model allows, but for maps that they include.

    Args:
        draw: given by Hypothesis.
        texts: what stands in their fields; :func:`texts` by default.
    """
    words = _given(texts)
    some = _some(words)
    names = st.lists(ids(), min_size=1, max_size=6, unique=True)
    cited = draw(names)[:3]
    claimed = draw(names)
    places = words.filter(_is_place)
    set_aside = st.dictionaries(places, words, max_size=2)
    return Map(
        title=draw(some),
        description=draw(some),
        language=draw(st.none() | st.sampled_from(_LANGUAGES)),
        authors=draw(st.lists(words, max_size=2).map(tuple)),
        license=draw(some),
        thesis=draw(st.lists(st.sampled_from(claimed) | ids(), max_size=2).map(tuple)),
        sources={id: draw(_sources(id, words)) for id in cited},
        claims={id: draw(claims(id, cited, words)) for id in claimed},
        relations=draw(relations(claimed, words)),
        expect=draw(
            st.dictionaries(st.sampled_from(claimed), st.sampled_from(["in", "out", "undec"]), max_size=2)
        ),
        not_argument=draw(st.dictionaries(st.sampled_from(cited), set_aside, max_size=2)),
        carried=draw(st.dictionaries(st.sampled_from(["aif", "x-y"]), words, max_size=2)),
    )


@st.composite
def _sources(draw: DrawFn, id: str, words: SearchStrategy[str]) -> Source:
    some = _some(words)
    return Source(
        id=id,
        title=draw(words),
        authors=draw(st.lists(words, max_size=2).map(tuple)),
        publisher=draw(some),
        published=draw(st.none() | st.sampled_from(["2025", "2025-03", "2025-03-02"])),
        url=draw(st.none() | st.sampled_from(["https://example.org/a?b=c&d#e", "mailto:a@example.org"])),
        sha256=draw(st.none() | st.just("0a" * 32)),
        language=draw(st.none() | st.sampled_from(_LANGUAGES)),
        note=draw(some),
    )


def _is_place(text: str) -> bool:
    """Tell whether a text can stand for a place; there is no paragraph 0."""
    try:
        _PLACES.validate_python(text)
    except ValidationError:
        return False
    return True


@cache
def _given(words: SearchStrategy[str] | None) -> SearchStrategy[str]:
    return texts() if words is None else words


@cache
def _some(words: SearchStrategy[str]) -> SearchStrategy[str | None]:
    return st.none() | words


@cache
def _flags(words: SearchStrategy[str]) -> SearchStrategy[bool | str]:
    reasons = words.filter(lambda text: text.strip().lower() not in ("true", "yes", "false", "no"))
    return st.booleans() | reasons


@cache
def _units() -> SearchStrategy[float | None]:
    return st.none() | st.floats(0, 1, allow_nan=False)
