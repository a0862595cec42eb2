"""Kialo exports: what is written is read back as far as a debate has room for it."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from argmap import formats
from argmap.formats import FORMATS, Dropped
from argmap.formats.kialo.writer import DEEPEST
from argmap.model import Claim, Kind, Map, Quote, Relation, Source
from formats.kialo_exports import CORPUS, sample
from strategies import maps, texts

KIALO = FORMATS["kialo"]


def written(map):
    result = KIALO.write(map)
    return result.parts[""].decode(), list(result.dropped)


def test_a_title_may_have_an_empty_line():
    map = Map(title="One\n\nTwo", thesis=("a",), claims={"a": claim("a")})
    assert formats.read(written(map)[0].encode(), "m.txt").map.title == "One\n\nTwo"


def test_what_is_written_looks_like_an_export():
    text, dropped = written(sample("old-school.txt").map)
    assert text.replace("\n", "\r\n").strip() == (
        CORPUS / "old-school.txt"
    ).read_bytes().decode().strip().replace(
        "flats [1], above all small ones (p. 4 [2]).", "flats, above all small ones (p. 4)."
    ).replace("is a line of this text [5].", "is a line of this text \\[5]. [1] [2]").replace(
        "\\[like the old one\\]", "[like the old one]"
    ).replace("\\(2023\\)", "(2023)").replace('"Some', "Some").replace(
        '\r\n[7] are waiting."', "\r\n\\[7] are waiting."
    )
    assert dropped == []


def claim(id, text=None, **fields):
    return Claim(id=id, text=text or id.upper(), **fields)


def relation(id, kind, premises, target):
    return Relation(id=id, kind=kind, premises=premises, target=target)


def test_what_a_debate_has_no_room_for_is_told():
    map = Map(
        thesis=("a",),
        sources={
            "s": Source(id="s", title="S", url="https://example.org"),
            "t": Source(id="t", title="T", publisher="P"),
        },
        claims={
            **{id: claim(id) for id in "abcde"},
            "f": claim("f", tags=("x",), evidence=(Quote(source="s"), Quote(source="nowhere"))),
        },
        relations={
            "r": relation("r", Kind.SUPPORTS, ("b", "f"), "a"),
            "u": relation("u", Kind.UNDERCUTS, ("c",), "r"),
            "v": relation("v", Kind.UNDERCUTS, ("d",), "u"),
            "w": relation("w", Kind.REPHRASES, ("e",), "a"),
        },
    )
    text, dropped = written(map)
    assert dropped == [
        Dropped("publisher of sources", ("t",)),
        Dropped("tags of claims", ("f",)),
        Dropped("relations of the kind rephrases", ("w",)),
        Dropped("linked premises (written as a reason each)", ("r",)),
        Dropped("undercuts (written as Cons of the premise)", ("u", "v")),
        Dropped("claims that bear on no thesis", ("e",)),
        Dropped("sources that nothing rests on", ("t",)),
        Dropped("titles of sources with an address", ("s",)),
    ]
    back = formats.read(text.encode(), "m.txt").map
    assert [(r.premises[0], r.kind.value, r.target) for r in back.relations.values()] == [
        ("1.1", "supports", "1"),
        ("1.1.1", "attacks", "1.1"),
        ("1.1.1.1", "attacks", "1.1.1"),
        ("1.2", "supports", "1"),
    ]
    assert [claim.text for claim in back.claims.values()] == ["A", "B", "C", "D", "F"]


def test_without_a_thesis_what_bears_on_nothing_further_is_one():
    ring = {"x": claim("x"), "y": claim("y")}
    round_ = {"1": relation("1", Kind.SUPPORTS, ("x",), "y"), "2": relation("2", Kind.SUPPORTS, ("y",), "x")}
    assert "1. Thesis:\nX\n" in written(Map(claims=ring, relations=round_))[0]
    text, dropped = written(Map(claims=ring, relations={"1": round_["1"]}))
    assert "1. Thesis:\nY\n" in text
    assert dropped == [Dropped("thesis (none is named: these are written as theses)", ("y",))]
    assert formats.read(written(Map())[0].encode(), "m.txt").map == Map()


def test_what_stands_too_deep_is_left_out_and_told():
    claims = {f"c{n}": claim(f"c{n}") for n in range(DEEPEST + 5)}
    chain = {
        f"r{n}": relation(f"r{n}", Kind.SUPPORTS, (f"c{n}",), f"c{n - 1}") for n in range(1, DEEPEST + 5)
    }
    text, dropped = written(Map(thesis=("c0",), claims=claims, relations=chain))
    assert len(formats.read(text.encode(), "m.txt").map.claims) == DEEPEST
    assert sum(len(it.ids) for it in dropped) == 5


MARKS = [
    "1.2. Pro: x",
    "1.1. Con:",
    "  1. Thesis:",
    "-> See 1.",
    "Sources:",
    "[1]",
    "[1] x",
    "[a](http://b.c)",
    "\\[",
]
STRAY = [
    "Discussion Title: x",
    " ",
    "¶3",
    '"q"',
    "[",
    "]",
    "(",
    ")",
    "](",
    "!",
    "-> See discussion #3: x",
    "\r",
    "\t",
    "\\",
]
odd = st.lists(st.sampled_from(MARKS) | st.sampled_from(STRAY), min_size=1, max_size=5).flatmap(
    lambda parts: st.sampled_from(["\n", "", " "]).map(lambda between: between.join(parts))
)
any_texts = (texts | odd).filter(str.strip)


def folded(text):
    """Return a text as it comes back: with one kind of line break."""
    return None if text is None else text.replace("\r\n", "\n").replace("\r", "\n").strip()


@st.composite
def debates(draw):
    """A map that a debate has room for: everything bears on the theses, by single premises."""
    number = draw(st.integers(1, 7))
    ids = [f"c{n}" for n in range(number)]
    theses = draw(st.integers(1, number))
    pages = ["https://example.org/a", "https://example.org/b_(c)", "http://d.e/\\[1]"]
    sources = {url: Source(id=f"s{n}", title=url, url=url) for n, url in enumerate(pages)}
    claims = {
        id: claim(
            id,
            draw(any_texts),
            evidence=tuple(
                Quote(
                    source=sources[url].id,
                    paragraph=draw(st.none() | st.integers(1, 9)),
                    text=draw(st.none() | any_texts),
                )
                for url in draw(st.lists(st.sampled_from(pages), max_size=2, unique=True))
            ),
        )
        for id in ids
    }
    relations = {}
    kinds = st.sampled_from([Kind.SUPPORTS, Kind.ATTACKS])
    for n, id in enumerate(ids[theses:], theses):
        relations[f"r{n}"] = relation(f"r{n}", draw(kinds), (id,), draw(st.sampled_from(ids[:n])))
    for n in range(draw(st.integers(0, 3))):
        ends = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
        relations[f"x{n}"] = relation(f"x{n}", draw(kinds), ends[:1], ends[1])
    return Map(
        title=draw(st.none() | any_texts),
        description=draw(st.none() | any_texts) if theses > 1 else None,
        thesis=ids[:theses],
        sources={source.id: source for source in sources.values()},
        claims=claims,
        relations=relations,
    )


def told(map):
    """Return all that a debate says, without ids."""

    def cited(claim):
        return tuple((map.sources[q.source].url, q.paragraph, folded(q.text)) for q in claim.evidence)

    text = {id: (folded(claim.text), cited(claim)) for id, claim in map.claims.items()}
    return (
        folded(map.title),
        folded(map.description),
        [text[id] for id in map.thesis],
        Counter(text.values()),
        Counter((r.kind, text[r.premises[0]], text[r.target]) for r in map.relations.values()),
    )


@given(map=debates())
def test_a_debate_is_read_back_as_it_was(map):
    text, _ = written(map)
    reading = formats.read(text.encode(), "m.txt")
    assert reading.problems == ()
    title, description, *rest = told(map)
    same = description == title
    assert told(reading.map) == (title, None if same else description, *rest)


@given(map=maps())
def test_whatever_is_written_can_be_read(map):
    text, _ = written(map)
    assert formats.read(text.encode(), "m.txt").sound
