"""One claim in full, in the terminal."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import argmap
from argmap.graph import Graph
from argmap.model import Claim, Map, Quote, Relation, Source, Voice
from argmap.render.detail import claim_detail
from argmap.testing import maps
from render.printing import graph, printed

BRIDGE = Path(__file__).parents[2] / "examples" / "bridge" / "bridge.yaml"


def section(graph, claim, title, width=100):
    """Return the lines under a heading."""
    sections = printed(claim_detail(graph, claim), width).split("\n\n")
    return next(part.removeprefix(title).strip("\n") for part in sections if part.startswith(f"{title}\n"))


@pytest.fixture(scope="module")
def full():
    """A claim with all that a claim can have."""
    relations = [
        Relation(id="r1", kind="supports", premises=["a", "b"], target="c", scheme="sign", warrant="It mostly is so.", weight=0.5, note="Weak."),
        Relation(id="r2", kind="supports", premises=["d"], target="c", scheme="cause-to-effect"),
        Relation(id="r3", kind="attacks", premises=["e"], target="c", warrant="If so, then not."),
        Relation(id="r4", kind="undercuts", premises=["f"], target="r1"),
        Relation(id="r5", kind="undercuts", premises=["g"], target="r4"),
        Relation(id="r6", kind="supports", premises=["c", "h"], target="m"),
        Relation(id="r7", kind="attacks", premises=["m"], target="t"),
        Relation(id="r8", kind="undercuts", premises=["i"], target="r6"),
        Relation(id="r9", kind="undercuts", premises=["c"], target="r5"),
        Relation(id="r10", kind="undercuts", premises=["j"], target="r3"),
    ]  # fmt: skip
    claim = Claim(
        id="c",
        text="The bearings are corroded through.",
        label="Corrosion",
        at=[Quote(source="article", paragraph=3, text="rusted … through"), Quote(source="article", paragraph=9), Quote(source="ghost")],
        evidence=[Quote(source="inspection", text="a third of their section")],
        voice=Voice.REPORTED,
        speaker="Bridge warden",
        assumed="Granted by both sides.",
        residual="Left standing.",
        confidence=0.75,
        tags=["steel", "safety"],
        section="The damage",
        note="The warden has since retired.",
        ignore={"AM107": "Known."},
    )  # fmt: skip
    others = (Claim(id=id, text=f"Text of {id}.") for id in "abdefghijmt")
    return Graph(
        Map(
            thesis=["t"],
            sources={
                "article": Source(id="article", title="Mind the bridge", authors=["A. Writer"], published="2025-03"),
                "inspection": Source(id="inspection", title="Inspection", url="https://example.org/inspection"),
            },
            claims={it.id: it for it in (claim, *others)},
            relations={relation.id: relation for relation in relations},
        )
    )  # fmt: skip


@pytest.mark.parametrize("width", [40, 80, 120])
def test_all_that_a_claim_can_have(full, width, snapshot):
    assert printed(claim_detail(full, "c"), width) == snapshot


def test_ascii_signs(full, snapshot):
    text = printed(claim_detail(full, "c"), encoding="ascii")
    assert text == snapshot
    assert text.isascii()


def test_the_example_map(snapshot):
    assert printed(claim_detail(Graph(argmap.load(BRIDGE)), "load-opens-cracks"), 100) == snapshot


def test_a_thesis(snapshot):
    it = graph("a supports t;b attacks t;u undercuts #1")
    assert printed(claim_detail(it, "t"), colour=True) == snapshot


def test_a_claim_that_is_not_there():
    with pytest.raises(KeyError):
        claim_detail(graph(t="It rains."), "ghost")


def test_nothing_known():
    it = graph(t="T.", a=Claim(id="a", text="A."))
    assert printed(claim_detail(it, "a")) == (
        "A.\n"
        "[a]  detached  ○ unsupported\n"
        "\n"
        "Grounds\n"
        "  None in this map.\n"
        "\n"
        "Objections\n"
        "  None in this map.\n"
        "\n"
        "Way to the thesis\n"
        "  None: it bears on no thesis.\n"
        "\n"
        "Where it is made\n"
        "  The map does not say.\n"
    )


@pytest.mark.parametrize(
    ("fields", "title", "expected"),
    [
        ({"assumed": True}, "Grounds", "None in this map. It is assumed."),
        ({"evidence": [{"source": "s"}]}, "Grounds", "None in this map. It rests on evidence."),
        ({"evidence": [{"source": "s"}]}, "Evidence", "? s (not defined)"),
        ({"voice": "implicit"}, "Where it is made", "Nowhere: left unstated, supplied by the map-maker."),
        ({"voice": "analyst"}, "Where it is made", "Nowhere: added by the map-maker."),
    ],
)
def test_what_stands_for_what_is_not_there(fields, title, expected):
    assert section(graph(t=Claim(id="t", text="T.", **fields)), "t", title).strip() == expected


@pytest.mark.parametrize(
    ("relations", "claim", "expected"),
    [
        (
            "a supports b;b attacks t",
            "a",
            "  ▲ it supports: Text of b.  [b]\n"
            "  ▼ which attacks: Text of t.  [t]\n"
            "  So it speaks against the thesis.",
        ),
        (
            "a supports t;u undercuts #1",
            "u",
            "  ◆ it undercuts the step by which [a] supports: Text of t.  [t]\n"
            "  So it speaks against the thesis.",
        ),
        (
            "a+b supports t;u undercuts #1;v undercuts #2;w supports v",
            "w",
            "  ▲ it supports: Text of v.  [v]\n"
            "  ◆ which undercuts the step by which [u] undercuts the step by which [a] + [b] supports: Text of t.\n"
            "    [t]\n"
            "  So it speaks for the thesis.",
        ),
        (
            "a supports b;b supports t;b attacks t",
            "a",
            "  ▲ it supports: Text of b.  [b]\n"
            "  ▲ which supports: Text of t.  [t]\n"
            "  So it speaks for the thesis and, another way, against it.",
        ),
        (
            "a supports b;b supports c;c supports a;b supports t",
            "c",
            "  ▲ it supports: Text of a.  [a]\n"
            "  ▲ which supports: Text of b.  [b]\n"
            "  ▲ which supports: Text of t.  [t]\n"
            "  So it speaks for the thesis.",
        ),
    ],
)
def test_the_way_to_the_thesis(relations, claim, expected):
    assert section(graph(relations), claim, "Way to the thesis") == expected


def test_what_else_it_bears_on():
    it = graph("a supports t;a+b attacks c;c supports t;a undercuts #3;d undercuts #2")
    assert section(it, "a", "Bears also on") == (
        "  ▼ it attacks: Text of c.  [c] (together with [b])  ◆ undercut by [d]\n"
        "  ◆ it undercuts the step by which [c] supports: Text of t.  [t]"
    )


def test_grounds_that_are_not_defined_or_the_claim_itself():
    it = graph("ghost supports t;t+a supports t", unknown="ghost")
    assert section(it, "t", "Grounds") == (
        "  ▲ supports: ? ghost (not defined)\n"
        "  ▲ supports, together:\n"
        "  ┏━ ↺ Text of t.  [t]  shown above  a circle\n"
        "  ┗━ Text of a.  [a]  ○ unsupported"
    )


def test_long_chains():
    it = graph(";".join(f"c{i + 1} supports c{i}" for i in range(20_000)), thesis="c0")
    assert section(it, "c20000", "Way to the thesis").count("which supports") == 19_999
    it = graph("a supports t;" + ";".join(f"{'ab'[i % 2]} undercuts #{i}" for i in range(1, 5_000)))
    assert "and so on, down to: Text of t." in " ".join(printed(claim_detail(it, "b")).split())


def test_texts_are_never_read_as_anything_else():
    text = "[bold]No[/bold] :smile: [red]"
    sly = Claim(id="t", text=text, note=text, speaker=text, voice="reported", section="\u202edne")
    page = printed(claim_detail(graph(t=sly), "t"), colour=True)
    assert page.count(text) == 3
    assert "section      dne" in page.replace("\x1b[2m", "").replace("\x1b[0m", "")


@given(maps(), st.integers(1, 90))
def test_every_claim_of_any_map_can_be_shown(map, width):
    for claim in map.claims:
        page = printed(claim_detail(Graph(map), claim), width)
        assert max(cell_len(line) for line in page.splitlines()) <= max(width, 2)
