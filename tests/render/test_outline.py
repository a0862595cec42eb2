"""What show shows, as data."""

import json
from pathlib import Path

import pytest
from hypothesis import given

import argmap
from argmap.graph import Graph
from argmap.model import Claim
from argmap.render.outline import claim_json, map_json
from argmap.testing import maps
from render.printing import graph

BRIDGE = Path(__file__).parents[2] / "examples" / "bridge" / "bridge.yaml"


def keyed(items):
    return {item["id"]: item for item in items}


def test_a_claim_in_full(snapshot):
    it = graph(
        "a+b supports t;c attacks b", b=Claim(id="b", text="B.", evidence=[{"source": "s", "paragraph": 2}])
    )
    assert json.dumps(map_json(it), indent=1, ensure_ascii=False) == snapshot


def test_what_the_graph_adds():
    data = map_json(graph("a supports t;b attacks t;c supports a;c supports b", d="D."))
    claims = keyed(data["claims"])
    assert {id: (it["role"], it["polarity"], it["distance"]) for id, it in claims.items()} == {
        "t": ("thesis", "positive", 0),
        "a": ("premise", "positive", 1),
        "b": ("counterclaim", "negative", 1),
        "c": ("mixed", "both", 2),
        "d": ("detached", None, None),
    }
    assert [it["unsupported"] for it in claims.values()] == [True, False, False, False, True]
    assert [it["polarity"] for it in data["relations"]] == ["positive", "negative", "positive", "negative"]


def test_one_claim():
    it = graph(
        "a supports b;c attacks b;u undercuts #1;b+d attacks e;e undercuts #6;f supports t;b supports x"
    )
    data = claim_json(it, "b")
    assert data["argmap-show"] == 1
    assert data["claim"]["id"] == "b"
    assert data["grounds"] == ["r1"]
    assert data["objections"] == ["r2", "r3"]
    assert data["bears_on"] == ["r4", "r7"]
    assert data["way"] == ["r4", "r5", "r6"]
    assert list(keyed(data["relations"])) == ["r1", "r2", "r3", "r4", "r7", "r5", "r6"]
    assert set(keyed(data["claims"])) == set("acudeftx")


def test_the_steps_that_an_undercut_denies_are_there():
    it = graph("a supports b;u undercuts #1;v undercuts #2;w attacks b")
    assert list(keyed(claim_json(it, "v")["relations"])) == ["r3", "r2", "r1"]
    assert claim_json(it, "v")["way"] == []


def test_sources_that_a_claim_cites():
    data = claim_json(Graph(argmap.load(BRIDGE)), "four-thousand-cars")
    assert list(keyed(data["sources"])) == ["column", "inspection"]
    assert data["claim"]["at"] == [{"source": "column", "paragraph": 1, "text": "Every morning … for carts"}]


def test_a_claim_that_is_not_there():
    with pytest.raises(KeyError):
        claim_json(graph(t="It rains."), "ghost")


@given(maps())
def test_any_map_becomes_json(map):
    it = Graph(map)
    data = json.loads(json.dumps(map_json(it)))
    assert [claim["id"] for claim in data["claims"]] == list(map.claims)
    for claim in map.claims:
        part = json.loads(json.dumps(claim_json(it, claim)))
        assert part["claim"] in data["claims"]
        named = {id for key in ("grounds", "objections", "bears_on", "way") for id in part[key]}
        assert named <= keyed(part["relations"]).keys()
        known = {claim} | keyed(part["claims"]).keys() | keyed(part["relations"]).keys()
        assert all(relation["target"] in known for relation in part["relations"])
