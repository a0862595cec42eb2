"""AIF and xAIF: nothing of a document is lost, and what has changed goes into its place."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import aif, argmap_yaml, read, xaif
from argmap.model import Claim, Kind, Map, Relation
from formats.aif_documents import documents, wrapped
from formats.aif_nodes import document, node, of, reading, relations, written
from strategies import maps

SAMPLES = sorted((Path(__file__).parents[1] / "corpora" / "aif").glob("*.json"))


@given(documents)
def test_a_document_comes_back_as_it_was(data):
    text = json.dumps(data)
    map = reading(data).map
    assert json.dumps(written(map)) == text
    through_yaml = argmap_yaml.read(argmap_yaml.write(map).parts[""].decode(), "m.yaml")
    assert through_yaml.map == map
    assert json.dumps(written(through_yaml.map)) == text


@given(wrapped)
def test_an_envelope_comes_back_as_it_was(data):
    map = reading(data, xaif).map
    assert json.dumps(written(map, xaif)) == json.dumps(data)


@given(documents, st.data())
def test_a_damaged_document_never_raises(data, draw):
    text = json.dumps(data)
    for _ in range(draw.draw(st.integers(1, 3))):
        at = draw.draw(st.integers(0, len(text)))
        text = (
            text[:at]
            + draw.draw(st.sampled_from(["", "[", "}", '"', "null", "1", ":", ",", "\\"]))
            + text[at + 1 :]
        )
    for format in (aif, xaif):
        found = format.read(text, "m.json")
        assert found.map is not None or found.problems
        if found.map is not None:
            assert json.dumps(written(found.map, format)) == json.dumps(json.loads(text))


@given(maps())
def test_a_map_comes_back(map):
    for format in (aif, xaif):
        again = reading(written(map, format), format).map
        assert again.model_copy(update={"carried": {}}) == map.model_copy(update={"carried": {}})
        assert {k: v for k, v in again.carried.items() if k != "aif"} == {
            k: v for k, v in map.carried.items() if k != "aif"
        }


@given(documents, maps())
def test_a_document_takes_over_another_map(data, map):
    """However little the two have in common."""
    carried = reading(data).map.carried
    again = reading(written(map.model_copy(update={"carried": carried}))).map
    assert sorted(claim.text for claim in again.claims.values()) == sorted(
        claim.text for claim in map.claims.values()
    )
    assert len(again.relations) == len(map.relations)


# -- changes


BASE = document(
    [*of("1:I", "2:I", "3:I", "r:RA", "c:CA", "y:YA", "x:RA"), node("a", "L", "Ann : Text 3.")],
    "2>r r>1 3>c c>1 a>y y>3 2>x",
    locutions=[{"nodeID": "a", "personID": "1"}],
    participants=[{"participantID": "1", "firstname": "Ann", "surname": ""}],
    schemefulfillments=[{"nodeID": "c", "schemeID": "71"}, {"nodeID": "r", "schemeID": "72"}],
)


def changed(**fields):
    map = reading(BASE).map
    return written(map.model_copy(update=fields)), map


def test_a_changed_text_goes_into_its_node():
    map = reading(BASE).map
    claims = {**map.claims, "2": map.claims["2"].model_copy(update={"text": "New."})}
    after = written(map.model_copy(update={"claims": claims}))
    assert after == {
        **BASE,
        "nodes": [{**it, "text": "New."} if it["nodeID"] == "2" else it for it in BASE["nodes"]],
    }


def test_a_removed_claim_goes_with_all_that_was_there_for_it():
    map = reading(BASE).map
    claims = {id: claim for id, claim in map.claims.items() if id != "3"}
    kept = {id: it for id, it in map.relations.items() if id != "c"}
    after = written(map.model_copy(update={"claims": claims, "relations": kept}))
    assert [it["nodeID"] for it in after["nodes"]] == ["1", "2", "r", "x"]
    assert [(it["fromID"], it["toID"]) for it in after["edges"]] == [("2", "r"), ("r", "1"), ("2", "x")]
    assert after["locutions"] == []
    assert after["schemefulfillments"] == [{"nodeID": "r", "schemeID": "72"}]
    assert after["participants"] == BASE["participants"]


def test_new_claims_and_relations_are_added():
    map = reading(BASE).map
    claims = {**map.claims, "y": Claim(id="y", text="New.", voice="reported", speaker="Bo Day")}
    added = {
        "u": Relation(id="u", kind=Kind.UNDERCUTS, premises=("y",), target="c", scheme="sign"),
        "v": Relation(id="v", kind=Kind.SUPPORTS, premises=("y", "2"), target="1", weight=0.5),
    }
    after = written(map.model_copy(update={"claims": claims, "relations": {**map.relations, **added}}))
    assert after["nodes"][: len(BASE["nodes"])] == BASE["nodes"]
    assert after["edges"][: len(BASE["edges"])] == BASE["edges"]
    assert after["_argmap"] == {
        "ids": {"y-2": "y"},
        "relations": {"v": {"weight": 0.5}},
    }  # an illocution is called y
    again = reading(after).map
    assert again.claims["y"].speaker == "Bo Day"
    assert relations(again) >= {("undercuts", ("y",), "c"), ("supports", ("y", "2"), "1")}
    assert written(again) == after
    assert again.relations["u"].scheme == "sign"


def test_a_changed_relation_keeps_its_node():
    map = reading(BASE).map
    other = Relation(id="r", kind=Kind.ATTACKS, premises=("3",), target="2", scheme="sign")
    after = written(map.model_copy(update={"relations": {**map.relations, "r": other}}))
    assert {**node("r", "CA"), "text": "sign"} in after["nodes"]
    assert relations(reading(after).map) == {("attacks", ("3",), "2"), ("attacks", ("3",), "1")}


def test_fields_that_aif_lacks_stand_in_one_of_their_own():
    map = Map(title="T", claims={"a": Claim(id="a", text="A", tags=("x",))})
    data = written(map)
    assert data["_argmap"] == {"title": "T", "claims": {"a": {"tags": ["x"]}}}
    assert aif.write(map).dropped == ()
    data["nodes"] = []  # another program takes the claim out
    assert reading(data).map.title == "T"
    assert reading(data).map.claims == {}


def test_aif_and_its_envelope_become_each_other():
    data = {"AIF": BASE, "text": "words", "OVA": {"nodes": [], "edges": []}}
    map = reading(data, xaif).map
    assert written(map) == BASE
    fresh = written(reading(BASE).map, xaif)
    assert fresh["AIF"] == BASE


def test_a_picture_is_drawn_of_what_is_new():
    map = Map(
        claims={id: Claim(id=id, text=id) for id in "ab"},
        relations={"r": Relation(id="r", kind=Kind.SUPPORTS, premises=("b",), target="a")},
    )
    data = written(map, xaif)
    assert [(it["nodeID"], it["y"]) for it in data["OVA"]["nodes"]] == [("a", 150), ("b", 450), ("r", 300)]
    assert {(it["fromID"], it["toID"]) for it in data["OVA"]["edges"]} == {("b", "r"), ("r", "a")}
    again = reading(data, xaif).map
    gone = written(again.model_copy(update={"claims": {"a": again.claims["a"]}, "relations": {}}), xaif)
    assert [it["nodeID"] for it in gone["OVA"]["nodes"]] == ["a"]
    assert gone["OVA"]["edges"] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_come_back_as_they_were(path):
    data = path.read_bytes()
    found = read(data, path.name)
    format = {"aif": aif, "xaif": xaif}[found.format]
    assert json.dumps(written(found.map, format)) == json.dumps(json.loads(data.decode("utf-8-sig")))
