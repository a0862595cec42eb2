"""Hypothesis strategies for maps, for the tests of programs that work with them.

:func:`maps` makes maps with anything in them that the model allows: every field, linked premises, undercuts of
undercuts, circles, ids that name nothing. :func:`hostile_texts` and :func:`mutations` make what goes wrong elsewhere.
Needs `hypothesis <https://hypothesis.readthedocs.io>`_, which argmap itself does without.

>>> from hypothesis import find
>>> len(find(maps(), lambda map: len(map.relations) > 1).relations)
2
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final
from unicodedata import category

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pydantic import TypeAdapter, ValidationError

from argmap.model import Claim, Kind, Map, Place, Quote, Relation, Source, Standard, Voice, relation_id

__all__ = ["claims", "hostile_texts", "ids", "maps", "mutations", "quotes", "relations", "texts"]

_LETTERS: Final = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
)
_MARKS: Final = st.sampled_from("\n\t:#\"'…-¶[]{}&*!|>%@`, ")
_MISLEADING: Final = ("A text.", "no", "1", "¶2 x", '"quoted"', "a: b # c", "null", "~")
_PLACES: Final = TypeAdapter[str](Place)
_LANGUAGES: Final = ("en", "no", "pt-BR")

_TO_CLAIMS: Final = (*(Kind.SUPPORTS, Kind.ATTACKS, Kind.REPHRASES) * 3, *Kind)
_TO_RELATIONS: Final = (*(Kind.UNDERCUTS,) * 5, *Kind)
"""Kinds of relations, those more often that a map is meant to have."""

HOSTILE: Final = (
    *(
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!--",
        "-->",
        "]]>",
        "<![CDATA[",
    ),
    *(
        "&lol;",
        "&#0;",
        "&amp;lt;",
        "javascript:alert(1)",
        "data:text/html,x",
        "{{7*7}}",
        "${HOME}",
        "$(id)",
        "`id`",
    ),
    *(
        "%s%n",
        "{0}",
        "\\",
        '\\"',
        '"',
        "'",
        "`" * 4,
        "[bold]",
        "[/]",
        ":skull:",
        "../../etc/passwd",
        "C:\\con",
    ),
    *(
        "=1+1",
        "@x",
        "\r",
        "\r\n",
        "\n---\n",
        "\n...\n",
        "\t",
        "\u2028",
        "\u2029",
        "\x85",
        "\xa0",
        "\u200b",
        "\ufeff",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u2069",
        "a" + "\u0301" * 30,
        "\U0001f468\u200d\U0001f469",
        "\U000e0041",
        "ﷺ",
        "İ",
        "ß",
    ),
    *(
        "!!python/object:os.system",
        "&a",
        "*a",
        "<<: *a",
        "%TAG ! x",
        "? x",
        "- - -",
        "… … …",
        "…" * 30,
        "(" * 30,
    ),
    *(
        "#" * 30,
        "|" * 30,
        "[x]: y",
        "<x>",
        "=>",
        "+>",
        "->",
        "_>",
        "--",
        "====",
        "::",
        "/* */",
        "//",
        "digraph{",
    ),
)
"""Words that mean something to a shell, a terminal, a parser, a browser or a spreadsheet."""

_CONTROL: Final = ("\x00", "\x07", "\x08", "\x1b[2J", "\x1b]0;x\x07", "\x7f", "\x9b31m", "\ufffe", "\uffff")


@cache
def texts() -> SearchStrategy[str]:
    """Return texts that a claim may have: any script, marks that formats give a meaning, several lines."""
    made = st.text(_LETTERS | _MARKS, min_size=1, max_size=30).filter(_visible)
    return st.sampled_from(_MISLEADING) | made


def hostile_texts() -> SearchStrategy[str]:
    """Return texts that a claim may have and that break whatever takes them for more than text.

    To be put in the place of others: ``maps(texts=hostile_texts())``.
    """
    return st.lists(st.sampled_from(HOSTILE) | texts(), min_size=1, max_size=4).map("".join).filter(_visible)


@cache
def ids() -> SearchStrategy[str]:
    """Return ids of claims or sources, a few, so that they meet again."""
    return st.sampled_from(["a", "b", "c", "d", "e", "é", "关", "no", "1", "x.y-z_0"])


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


def _is_place(text: str) -> bool:
    """Tell whether a text can stand for a place; there is no paragraph 0."""
    try:
        _PLACES.validate_python(text)
    except ValidationError:
        return False
    return True


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


def mutations(data: bytes) -> SearchStrategy[bytes]:
    """Return what a file may become on its way: cut, doubled, shuffled, with bytes in it that no one wrote.

    Args:
        data: a valid file, which the others are made from.
    """
    at = st.integers(0, len(data))
    hostile = st.sampled_from([*HOSTILE, *_CONTROL]).map(lambda word: word.encode()) | st.binary(max_size=4)
    changes = st.tuples(
        at, at, hostile, st.sampled_from(["cut", "double", "move", "insert", "replace", "many"])
    )
    return st.lists(changes, min_size=1, max_size=4).map(lambda each: _mutated(data, each))


def _mutated(data: bytes, changes: Sequence[tuple[int, int, bytes, str]]) -> bytes:
    for one, other, word, how in changes:
        start, end = sorted((one, other))
        head, body, tail = data[:start], data[start:end], data[end:]
        data = {
            "cut": head + tail,
            "double": head + body + body + tail,
            "move": body + head + tail,
            "insert": head + word + body + tail,
            "replace": head + word + tail,
            "many": head + word * 150 + body + tail,
        }[how]
    return data


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


def _visible(text: str) -> bool:
    return any(not letter.isspace() and category(letter) not in ("Cc", "Cf", "Zl", "Zp") for letter in text)
