"""Hypothesis strategies for maps: every field, every kind of relation, cycles and dangling ids included."""

from unicodedata import category

from hypothesis import strategies as st

from argmap.model import Claim, Kind, Map, Quote, Relation, Source, Standard, Voice, relation_id

_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
texts = st.text(_LETTERS | st.sampled_from("\n\t:#\"'…-¶[]{}&*!|>%@`, "), min_size=1, max_size=30).filter(
    lambda text: any(not letter.isspace() and category(letter) not in ("Cf", "Zl", "Zp") for letter in text)
)
lines = (
    st.sampled_from(["A text.", "no", "1", "¶2 x", '"quoted"', "a: b # c", "null", "", "~"]).filter(bool)
    | texts
)
flags = st.booleans() | lines.filter(lambda text: text.strip().lower() not in ("true", "yes", "false", "no"))
units = st.floats(0, 1, allow_nan=False)
ids = st.sampled_from(["a", "b", "c", "d", "e", "é", "关", "no", "1", "x.y-z_0"])


def _optional(strategy):
    return st.none() | strategy


def quotes(sources):
    """Citations of some sources."""
    return st.lists(
        st.builds(
            Quote,
            source=st.sampled_from(sources),
            paragraph=_optional(st.integers(1, 99)),
            text=_optional(lines),
        ),
        max_size=4,
    ).map(tuple)


@st.composite
def claims(draw, id, sources):
    """A claim with any of its fields."""
    citations = quotes(sources)
    voice = draw(st.sampled_from(Voice))
    return Claim(
        id=id,
        text=draw(lines),
        label=draw(_optional(lines)),
        at=draw(citations),
        evidence=draw(citations),
        voice=voice,
        speaker=draw(_optional(lines)) if voice is Voice.REPORTED else None,
        assumed=draw(flags),
        residual=draw(flags),
        confidence=draw(_optional(units)),
        standard=draw(_optional(st.sampled_from(Standard))),
        tags=draw(st.lists(lines, max_size=2)),
        section=draw(_optional(lines)),
        note=draw(_optional(lines)),
        ignore=draw(st.dictionaries(st.sampled_from(["AM107", "unsupported"]), lines, max_size=1)),
        draft=draw(flags),
    )


@st.composite
def relations(draw, claims):
    """Relations among claims: to claims and to one another, circles and unknown premises among them."""
    made = {}
    for number in range(draw(st.integers(0, 8))):
        target = draw(st.sampled_from([*claims, *made]))
        fitting = [Kind.UNDERCUTS] if target in made else [Kind.SUPPORTS, Kind.ATTACKS, Kind.REPHRASES]
        kind = draw(
            st.sampled_from(fitting) | st.sampled_from(Kind) if number % 4 == 3 else st.sampled_from(fitting)
        )
        premises = tuple(draw(st.lists(st.sampled_from(claims) | ids, min_size=1, max_size=3)))
        id = draw(st.sampled_from([f"r{number}", relation_id(kind, premises, target)]))
        if id in made:
            id = f"{id}#{number}"
        made[id] = Relation(
            id=id,
            kind=kind,
            premises=premises,
            target=target,
            scheme=draw(_optional(lines)),
            warrant=draw(_optional(lines)),
            weight=draw(_optional(units)),
            note=draw(_optional(lines)),
            draft=draw(flags),
        )
    return made


@st.composite
def maps(draw):
    """A map with anything in it that the model allows."""
    sources = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    names = draw(st.lists(ids, min_size=1, max_size=6, unique=True))
    return Map(
        title=draw(_optional(lines)),
        description=draw(_optional(lines)),
        language=draw(_optional(st.sampled_from(["en", "no", "pt-BR"]))),
        authors=draw(st.lists(lines, max_size=2)),
        license=draw(_optional(lines)),
        thesis=draw(st.lists(st.sampled_from(names) | ids, max_size=2)),
        sources={
            id: Source(
                id=id,
                title=draw(lines),
                published=draw(_optional(st.just("2025-03"))),
                sha256=draw(_optional(st.just("0a" * 32))),
                language=draw(_optional(st.just("de"))),
            )
            for id in sources
        },
        claims={id: draw(claims(id, sources)) for id in names},
        relations=draw(relations(names)),
        expect=draw(
            st.dictionaries(st.sampled_from(names), st.sampled_from(["in", "out", "undec"]), max_size=2)
        ),
        not_argument=draw(
            st.dictionaries(st.sampled_from(sources), st.dictionaries(lines, lines, max_size=2), max_size=2)
        ),
        carried=draw(st.dictionaries(st.sampled_from(["aif", "x-y"]), lines, max_size=2)),
    )
