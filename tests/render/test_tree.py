"""The map as a tree in the terminal."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import argmap
from argmap.graph import Graph
from argmap.model import Claim, Kind, Map, Relation
from argmap.render.tree import map_tree
from argmap.testing import maps
from render.printing import graph, printed

BRIDGE = Path(__file__).parents[2] / "examples" / "bridge" / "bridge.yaml"
KEY = re.compile(r"\n\n(\S+ supports|\S+ attacks|\S unsupported)  .*", re.DOTALL)


def drawn(graph, width=80, **options):
    """Return the trees of a map, without the counts above and the key below."""
    return KEY.sub("", printed(map_tree(graph, **options), width)).split("\n\n", 1)[1].rstrip("\n")


@pytest.fixture(scope="module")
def bridge():
    return Graph(
        Map(
            title="Should the old bridge be closed?",
            thesis=["close"],
            claims={
                claim.id: claim
                for claim in (
                    Claim(id="close", text="The bridge should be closed to cars."),
                    Claim(id="corroded", text="Four of the six bearings have lost a third of their section.", evidence=[{"source": "inspection"}]),
                    Claim(id="traffic", text="Traffic has doubled since 1990."),
                    Claim(id="load", text="The bridge was designed for half of that traffic.", voice="implicit"),
                    Claim(id="collapses", text="Twice in a year the deck had to be shored up overnight.", voice="reported", speaker="Bridge warden"),
                    Claim(id="cranes", text="Both times it was cranes that were crossing.", voice="analyst"),
                    Claim(id="cars-too", text="On the second night there was no crane.", assumed=True),
                    Claim(id="jobs", text="The detour would cost the harbour its trade.", voice="reported", speaker="Harbour Board", residual="Weighed and accepted."),
                    Claim(id="few", text="Few lorries to the harbour use the bridge."),
                    Claim(id="stone", text="The bridge is built of stone."),
                    Claim(id="quarry", text="There was a quarry near by."),
                )
            },
            relations={
                relation.id: relation
                for relation in (
                    Relation(id="r1", kind="attacks", premises=["jobs"], target="close"),
                    Relation(id="r2", kind="supports", premises=["corroded"], target="close"),
                    Relation(id="r3", kind="supports", premises=["traffic", "load"], target="close"),
                    Relation(id="r4", kind="supports", premises=["collapses"], target="close"),
                    Relation(id="r5", kind="undercuts", premises=["cranes"], target="r4"),
                    Relation(id="r6", kind="undercuts", premises=["cars-too"], target="r5"),
                    Relation(id="r7", kind="attacks", premises=["few"], target="jobs"),
                    Relation(id="r8", kind="supports", premises=["traffic", "collapses"], target="corroded"),
                    Relation(id="r9", kind="supports", premises=["quarry"], target="stone"),
                    Relation(id="r10", kind="rephrases", premises=["load"], target="stone"),
                )
            },
        )
    )  # fmt: skip


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_map_at_several_widths(bridge, width, snapshot):
    assert printed(map_tree(bridge), width) == snapshot


def test_ascii_signs(bridge, snapshot):
    text = printed(map_tree(bridge), encoding="ascii")
    assert text == snapshot
    assert text.isascii()


@pytest.mark.parametrize("encoding", ["latin-1", "cp437"])
def test_an_encoding_without_the_signs_gets_ascii(bridge, encoding):
    assert printed(map_tree(bridge), encoding=encoding) == printed(map_tree(bridge), encoding="ascii")


def test_colours(bridge, snapshot):
    assert printed(map_tree(bridge), colour=True) == snapshot


def test_the_example_map(snapshot):
    assert printed(map_tree(Graph(argmap.load(BRIDGE))), 100) == snapshot


def test_a_claim_met_again_is_shown_where_it_is_closest_to_the_thesis():
    lines = drawn(graph("a supports t;b supports a;c supports b;c supports t;d supports c"))
    assert lines == (
        "◎ thesis: Text of t.  [t]\n"
        "├─ ▲ supports: Text of a.  [a]\n"
        "│  └─ ▲ supports: Text of b.  [b]\n"
        "│     └─ ▲ supports: ↺ Text of c.  [c]  shown below\n"
        "└─ ▲ supports: Text of c.  [c]\n"
        "   └─ ▲ supports: Text of d.  [d]  ○ unsupported"
    )


def test_supports_come_before_attacks_and_undercuts_hang_from_their_step():
    lines = drawn(graph("a attacks t;b supports t;c supports b;u undercuts #2;v undercuts #4"))
    assert lines == (
        "◎ thesis: Text of t.  [t]\n"
        "├─ ▲ supports: Text of b.  [b]\n"
        "│  ├─ ◆ undercuts this support: Text of u.  [u]  ○ unsupported\n"
        "│  │  └─ ◆ undercuts this undercut: Text of v.  [v]  ○ unsupported\n"
        "│  └─ ▲ supports: Text of c.  [c]  ○ unsupported\n"
        "└─ ▼ attacks: Text of a.  [a]  ○ unsupported"
    )


def test_linked_premises_are_bracketed():
    lines = drawn(graph("a+b+c supports t;d supports a;u undercuts #1;e+f attacks c;x+x supports f"))
    assert lines == (
        "◎ thesis: Text of t.  [t]\n"
        "└─ ▲ supports, together:\n"
        "   ┏━ Text of a.  [a]\n"
        "   ┃  └─ ▲ supports: Text of d.  [d]  ○ unsupported\n"
        "   ┣━ Text of b.  [b]  ○ unsupported\n"
        "   ┗━ Text of c.  [c]  ○ unsupported\n"
        "   │  └─ ▼ attacks, together:\n"
        "   │     ┏━ Text of e.  [e]  ○ unsupported\n"
        "   │     ┗━ Text of f.  [f]\n"
        "   │        └─ ▲ supports, together:\n"
        "   │           ┏━ Text of x.  [x]  ○ unsupported\n"
        "   │           ┗━ ↺ Text of x.  [x]  shown above\n"
        "   └─ ◆ undercuts this support: Text of u.  [u]  ○ unsupported"
    )


def test_a_claim_that_supports_itself():
    assert drawn(graph("t supports t")) == (
        "◎ thesis: Text of t.  [t]\n└─ ▲ supports: ↺ Text of t.  [t]  shown above  a circle"
    )


def test_a_circle_of_two_apart_from_the_thesis():
    assert drawn(graph("b supports a;a supports b", t="T.")) == (
        "◎ thesis: T.  [t]  ○ unsupported\n"
        "\n"
        "Not connected to the thesis\n"
        "\n"
        "Text of b.  [b]\n"
        "└─ ▲ supports: Text of a.  [a]\n"
        "   └─ ▲ supports: ↺ Text of b.  [b]  shown above  a circle"
    )


def test_a_circle_of_two_thousand():
    lines = drawn(graph(";".join(f"c{(i + 1) % 2000} supports c{i}" for i in range(2000)), thesis="c0"))
    assert all(lines.count(f"Text of c{i}.") >= 1 for i in range(2000))
    assert lines.count("a circle") == 1
    assert lines.endswith("↺ Text of c0.  [c0]  shown above  a circle")


def test_an_undercut_that_starts_from_the_premise_it_separates_is_no_circle():
    lines = drawn(graph("a supports t;u undercuts #1;a supports u"))
    assert "↺ Text of a.  [a]  shown above" in lines
    assert "a circle" not in lines


def test_an_undercut_by_what_the_step_leads_to_is_a_circle():
    assert "↺ Text of t.  [t]  shown above  a circle" in drawn(graph("a supports t;t undercuts #1"))


def test_premises_that_are_not_defined():
    lines = drawn(graph("ghost supports t;a+ghost attacks t;u undercuts #1", unknown="ghost"))
    assert lines == (
        "◎ thesis: Text of t.  [t]\n"
        "├─ ▲ supports: ? ghost (not defined)\n"
        "│  └─ ◆ undercuts this support: Text of u.  [u]  ○ unsupported\n"
        "└─ ▼ attacks, together:\n"
        "   ┏━ Text of a.  [a]  ○ unsupported\n"
        "   ┗━ ? ghost (not defined)"
    )


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (0, "◎ thesis: Text of t.  [t]  … 5 more claims below"),
        (
            1,
            "◎ thesis: Text of t.  [t]\n"
            "├─ ▲ supports: Text of a.  [a]  … 1 more claim below\n"
            "├─ ▲ supports, together:\n"
            "│  ┏━ Text of b.  [b]  … 1 more relation below\n"
            "│  ┗━ Text of c.  [c]  ○ unsupported\n"
            "│  └─ … 1 more claim below\n"
            "└─ ▼ attacks: ↺ Text of t.  [t]  shown above  a circle",
        ),
    ],
)
def test_depth(depth, expected):
    it = graph("a supports t;b+c supports t;t attacks t;d supports a;a supports b;u undercuts #2")
    assert drawn(it, depth=depth) == expected


def test_whatever_is_near_enough_is_shown_whatever_the_way():
    lines = drawn(graph("a supports t;b supports a;c supports b;c supports t;d supports c"), depth=2)
    assert "Text of d." in lines


def test_no_thesis_shows_the_ends_of_the_argument():
    assert drawn(graph("a supports b;c attacks b", thesis="")) == (
        "No thesis: claims that bear on no other\n"
        "\n"
        "Text of b.  [b]\n"
        "├─ ▲ supports: Text of a.  [a]  ○ unsupported\n"
        "└─ ▼ attacks: Text of c.  [c]  ○ unsupported"
    )


def test_a_thesis_that_is_not_defined():
    assert drawn(graph(thesis="ghost", a="A.")).startswith("? thesis: ghost (not defined)\n\nNo thesis")


def test_several_theses_are_trees_of_their_own():
    assert drawn(graph("s supports t", thesis="t s t")) == (
        "◎ thesis: Text of t.  [t]\n"
        "└─ ▲ supports: ↺ Text of s.  [s]  shown below\n"
        "\n"
        "◎ thesis: Text of s.  [s]  ○ unsupported"
    )


def test_an_empty_map():
    assert printed(map_tree(Graph(Map()))) == "0 claims\n"


def test_a_map_that_is_a_thesis_only():
    assert drawn(graph(t="It rains.")) == "◎ thesis: It rains.  [t]  ○ unsupported"


def test_texts_are_never_read_as_anything_else():
    text = "[bold]No[/bold] :smile: [link=https://example.org]here[/] $x$ \\[red] {t} <b>"
    page = printed(map_tree(graph(t=text)), 120, colour=True)
    assert text in page
    assert "\x1b]8" not in page


def test_marks_that_turn_the_direction_are_dropped():
    it = graph(
        "a supports t",
        t="Not \u202eelbisrever\u202c \u2066here\u2069.",
        a=Claim(id="a", text="A.", voice="reported", speaker="\u202eAnn"),
    )
    page = printed(map_tree(it))
    assert "Not elbisrever here." in page
    assert not set(page) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_space_in_texts_is_no_layout():
    assert "One two three." in printed(map_tree(graph(t="One\n\ttwo\r\n   three.")))


def test_wide_characters_count_as_two_columns():
    page = printed(map_tree(graph("a supports t", t="橋は閉鎖すべきだ" * 12, a="👩‍👩‍👧 " * 30)), 40)
    assert max(map(cell_len, page.splitlines())) <= 40
    assert page.count("橋") == 12


def test_long_words_are_broken():
    page = printed(map_tree(graph(t="https://example.org/" + "x" * 200)), 40)
    assert max(map(len, page.splitlines())) <= 40
    assert page.count("x") == 201


def test_what_is_too_deep_for_the_width_goes_on_further_down():
    lines = drawn(graph(";".join(f"c{i + 1} supports c{i}" for i in range(12)), thesis="c0"), width=40)
    assert "↳ 5 more claims, continued further down" in " ".join(lines.replace("│", " ").split())
    assert "\n\n↳ continued: ▲ supports: Text of c7." in lines
    assert all(lines.count(f"Text of c{i}.") == 1 + (i == 7) for i in range(13))


def test_a_very_long_chain():
    lines = drawn(graph(";".join(f"c{i + 1} supports c{i}" for i in range(20_000)), thesis="c0"))
    assert "[c20000]  ○ unsupported" in lines
    assert max(map(len, lines.splitlines())) <= 80


def test_a_very_long_chain_of_undercuts():
    chain = ";".join(f"a undercuts #{i}" for i in range(1, 5_000))
    assert max(map(len, drawn(graph(f"a supports t;{chain}")).splitlines())) <= 80


@given(maps(), st.integers(1, 90))
def test_every_claim_and_every_relation_of_any_map_is_drawn(map, width):
    page = printed(map_tree(Graph(map)), width)
    assert max((cell_len(line) for line in page.splitlines()), default=0) <= max(width, 2)
    wide = printed(map_tree(Graph(map)), 1000)
    for claim in map.claims:
        assert re.search(rf"\[{re.escape(claim)}\](?!  shown)", wide)
    signs = {Kind.SUPPORTS: "▲", Kind.ATTACKS: "▼", Kind.UNDERCUTS: "◆", Kind.REPHRASES: "≈"}
    for kind, sign in signs.items():
        count = sum(relation.kind is kind for relation in map.relations.values())
        assert len(re.findall(rf"[─━] {sign} {kind}", wide)) == count
