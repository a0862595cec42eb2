"""Mermaid: what renderers draw is the map, whatever its texts hold, and never more than they take."""

import html
import re

import pytest
from hypothesis import given

from argmap import load
from argmap.graph import Graph
from argmap.model import Claim, Map, Relation
from argmap.render import mermaid
from argmap.render.engine import RenderError
from argmap.render.mermaid import MOST_CHARACTERS, MOST_LINES, to_mermaid
from argmap.testing import maps
from checks.building import map_of

_LINE = re.compile(r"  (\w+) (---|-\.-|-->|--x|-\.->|<-->)(?:\|\"([^\"]*)\"\|)? (\w+)")
_NODE = re.compile(r"  (\w+)(?:\[|\(\[|\(\()\"([^\"]*)\"(?:\]|\]\)|\)\)):::(\w+)")
_FRAME = re.compile(r"  subgraph s_\d+ \[\"[^\"]*\"\]|  end|  class s_\d+ section")
_STYLE = re.compile(
    r"  (?:classDef \w+ fill:#\w+,stroke:#\w+,color:#\w+|linkStyle [\d,]+ stroke:#\w+,stroke-width:2px)"
)


def flowchart(text):
    """Take a flowchart apart: nodes by name, lines; anything else that is no frame or style is a mistake."""
    direction, *body = re.sub(r"\A---\ntitle: .*\n---\n", "", text)[:-1].split("\n")
    assert direction in ("flowchart BT", "flowchart RL")
    nodes, lines = {}, []
    for each in body:
        if node := _NODE.fullmatch(each):
            assert node[1] not in nodes
            nodes[node[1]] = (node[3], read(node[2]).split("<br>"))
        elif line := _LINE.fullmatch(each):
            lines.append((line[1], line[2], line[4], read(line[3] or "")))
        else:
            assert _FRAME.fullmatch(each) or _STYLE.fullmatch(each), each
    return nodes, lines


def read(label):
    """Read a label as Mermaid does."""
    return html.unescape(re.sub(r"#(\d+);", r"&#\1;", label))


def chart(map):
    return flowchart(to_mermaid(Graph(map))[""])


def test_the_bridge():
    nodes, lines = chart(load("examples/bridge/bridge.yaml"))
    assert nodes["c_close_to_cars"] == (
        "thesis",
        ["thesis", "Mill Bridge should be closed to cars and kept for walkers and cyclists."],
    )
    assert nodes["c_shops_lose_customers"][1][0] == "counterclaim · reported: Traders of Water Street"
    assert ("c_damage_goes_on", "---", "j_damage_goes_on", "") in lines
    assert ("j_damage_goes_on", "-->", "c_close_to_cars", "practical-reasoning") in lines
    assert ("c_weight_limit_would_do", "-.->", "j_damage_goes_on", "") in lines
    assert ("c_detour_is_longer", "--x", "c_close_to_cars", "") in lines


@given(maps())
def test_every_claim_and_relation_is_drawn_and_every_text_survives(map):
    nodes, lines = chart(map)
    texts = [words for kind, words in nodes.values() if kind not in ("beyond", "point")]
    assert sorted(words[-1] for words in texts) == sorted(
        " ".join(claim.text.split()) or " " for claim in map.claims.values()
    )
    heads = [line for line in lines if line[1] not in ("---", "-.-")]
    assert len(heads) == len(map.relations)


@pytest.mark.parametrize(
    "text",
    [
        'a"]',
        "end",
        "%%{init: {}}%%",
        "1. x",
        "- x",
        "<b>",
        "&lt;",
        "#35;",
        "`x`",
        "http://a.b",
        "x_y",
        "$$x$$",
    ],
)
def test_no_markup_is_left_in_a_label(text):
    written = to_mermaid(Graph(Map(claims={"end": Claim(id="end", text=text)})))[""]
    label = re.search(r'c_end\["detached<br>(.*)"\]', written)[1]
    assert read(label) == text
    assert not re.search(r'["%<>`_:$]|#(?!\d+;)|^\d+\.|^-|\.\w', label)


def test_names_stay_apart():
    claims = {id: Claim(id=id, text=id) for id in ("a.b", "a-b", "关", "門")}
    nodes, _ = chart(Map(claims=claims))
    assert list(nodes) == ["c_a_b", "c_a_b_2", "c_", "c__2"]


def wide(sections=0, *, count=600):
    claims = {"t": Claim(id="t", text="T")}
    relations = {}
    for n in range(count):
        section = f"Part {n % sections + 1}" if sections else None
        claims[f"c{n}"] = Claim(id=f"c{n}", text=f"Claim {n}", section=section)
        target = "t" if n < 10 else f"c{n % 10}"
        relations[f"r{n}"] = Relation(id=f"r{n}", kind="supports", premises=(f"c{n}",), target=target)
    return Map(title="Wide", thesis=("t",), claims=claims, relations=relations)


@pytest.mark.parametrize(("map", "first"), [(wide(), "01-wide.mmd"), (wide(5), "01-other-claims.mmd")])
def test_what_is_too_large_comes_in_parts(map, first):
    parts = to_mermaid(Graph(map))
    assert next(iter(parts)) == first
    drawn = [
        words[-1]
        for text in parts.values()
        for kind, words in flowchart(text)[0].values()
        if kind != "beyond"
    ]
    assert sorted(drawn) == sorted(claim.text for claim in map.claims.values())
    for text in parts.values():
        assert len(text) <= MOST_CHARACTERS
        assert len(flowchart(text)[1]) <= MOST_LINES


def test_a_part_refers_to_what_it_bears_on():
    parts = to_mermaid(Graph(wide(5)))
    nodes, lines = flowchart(parts["03-part-2.mmd"])
    assert nodes["c_t"] == ("beyond", ["↗ T"])
    assert ("c_c1", "-->", "c_t", "") in lines


def test_what_has_no_parts_is_refused():
    claims = {id: Claim(id=id, text="x" * 300) for id in ("t", *(f"c{n}" for n in range(501)))}
    relations = {
        id: Relation(id=f"r-{id}", kind="supports", premises=(id,), target="t") for id in claims if id != "t"
    }
    map = Map(thesis=("t",), claims=claims, relations={it.id: it for it in relations.values()})
    with pytest.raises(RenderError, match="too large for Mermaid") as error:
        to_mermaid(Graph(map))
    assert "--where" in error.value.help


def test_the_rest_is_not_drawn_once_a_part_is_too_large(monkeypatch):
    ids = [f"c{number}" for number in range(2000)]
    flat = map_of(" ".join(ids), *(f"{id} supports c0" for id in ids[1:]), thesis=("c0",))
    drawn = []
    fits = mermaid._Chart.fits.fget
    monkeypatch.setattr(mermaid._Chart, "fits", property(lambda chart: drawn.append(chart) or fits(chart)))
    with pytest.raises(RenderError, match="too large for Mermaid"):
        to_mermaid(Graph(flat))
    assert len({id(chart) for chart in drawn}) == 3  # the whole, its only section, and the overview


def test_names_without_latin_letters_are_told_apart_without_trying_all():
    ids = [chr(number) * 2 for number in range(0x4E00, 0x4E00 + 20_000)]
    chart = mermaid._Chart(Graph(map_of(" ".join(ids))), frozenset(ids), None)
    assert list(chart._names.values())[:3] == ["c_", "c__2", "c__3"]
    assert len(set(chart._names.values())) == 20_000
