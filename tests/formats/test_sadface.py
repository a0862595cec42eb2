"""SADFace: what a document argues, and that nothing of it is lost."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import argmap_yaml, read, sadface
from argmap.model import Claim, Kind, Map, Relation
from formats.aif_documents import documents
from strategies import maps

SAMPLES = sorted((Path(__file__).parents[1] / "corpora" / "sadface").glob("*.json"))
_NAMES = {"RA": "support", "CA": "attack", "MA": "disagreement", "YA": "Expert opinion", "PA": "preference"}
_KEYS = {"nodeID": "id", "edgeID": "id", "fromID": "source_id", "toID": "target_id"}


def atom(id, text=None):
    return {"id": id, "metadata": {}, "sources": [], "text": text or f"Text {id}.", "type": "atom"}


def scheme(id, name, type="scheme"):
    return {"id": id, "metadata": {}, "name": name, "type": type}


def document(nodes, edges, **core):
    pairs = [edge.split(">") for edge in edges.split()]
    rows = [
        {"id": f"e{i}", "source_id": source, "target_id": target} for i, (source, target) in enumerate(pairs)
    ]
    return {"edges": rows, "metadata": {"core": core}, "nodes": nodes, "resources": []}


def reading(data):
    return sadface.read(json.dumps(data), "m.json")


def written(map):
    return json.loads(sadface.write(map).parts[""])


def relations(map):
    return {(r.kind.value, r.premises, r.target) for r in map.relations.values()}


@pytest.mark.parametrize(
    ("step", "kind", "name"),
    [
        (scheme("s", "support"), "supports", None),
        (scheme("s", "Expert Opinion"), "supports", "Expert Opinion"),
        (scheme("s", "conflict"), "attacks", None),
        (scheme("s", "attack"), "attacks", None),
        (scheme("s", "attack", "conflict"), "attacks", None),
        (scheme("s", "Sign", "inference"), "supports", "Sign"),
        (scheme("s", "rephrase"), "rephrases", None),
    ],
)
def test_a_scheme_is_a_relation(step, kind, name):
    map = reading(document([atom("1"), atom("2"), step], "2>s s>1")).map
    assert relations(map) == {(kind, ("2",), "1")}
    assert map.relations["s"].scheme == name
    assert map.thesis == ("1",)


def test_atoms_that_disagree_deny_one_another():
    data = document([atom("1"), atom("2"), scheme("c", "disagree", "conflict")], "c>1 c>2")
    found = reading(data)
    assert relations(found.map) == {("attacks", ("2",), "1"), ("attacks", ("1",), "2")}
    assert found.problems == ()
    assert written(found.map) == data


def test_schemes_can_be_targets():
    map = reading(
        document([*map_atoms("123"), scheme("s", "support"), scheme("c", "attack")], "2>s s>1 3>c c>s")
    ).map
    assert relations(map) == {("supports", ("2",), "1"), ("undercuts", ("3",), "s")}


def map_atoms(ids):
    return [atom(id) for id in ids]


def test_what_a_document_says_of_itself():
    data = document(
        [atom("1")], "", title="Rents", description="A debate.", analyst_name="Ada Brandt", notes="x"
    )
    map = reading(data).map
    assert (map.title, map.description, map.authors) == ("Rents", "A debate.", ("Ada Brandt",))
    after = written(map.model_copy(update={"title": "New", "description": None, "authors": ("A", "B")}))
    core = {"title": "New", "description": "", "analyst_name": "Ada Brandt", "notes": "x"}
    assert after["metadata"] == {"core": core, "_argmap": {"authors": ["A", "B"]}}
    assert reading(after).map.authors == ("A", "B")
    assert reading(document([], "", analyst_name="A User")).map.authors == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (document([scheme("s", "support")], ""), "the step support has neither premise nor target"),
        (document([atom("1"), scheme("s", "preference")], "1>s"), "an edge from atom to preference"),
        (document([scheme("s", "x", "odd")], ""), "a node of the type 'odd'"),
    ],
)
def test_what_is_odd_is_told_and_kept(data, message):
    found = reading(data)
    assert any(message in problem.message for problem in found.problems)
    assert found.sound
    assert written(found.map) == data


def test_new_documents_are_as_the_format_wants_them():
    map = Map(
        claims={id: Claim(id=id, text=id) for id in ("a", "b")},
        relations={"r": Relation(id="r", kind=Kind.UNDERCUTS, premises=("b",), target="a", scheme="sign")},
    )
    data = written(map)
    assert all(
        UUID(it[key])
        for table in ("nodes", "edges")
        for it in data[table]
        for key in it
        if key.endswith("id")
    )
    assert sorted(data) == ["edges", "metadata", "nodes", "resources"]
    assert all(isinstance(block, dict) for block in data["metadata"].values())
    assert data == written(map)


def _as_sadface(data):
    if isinstance(data, list):
        return [_as_sadface(item) for item in data]
    if not isinstance(data, dict):
        return data
    made = {_KEYS.get(key, key): _as_sadface(value) for key, value in data.items()}
    kind = made.get("type")
    if isinstance(kind, str) and "nodeID" in data:
        made["type"] = "atom" if kind == "I" else "scheme" if kind in _NAMES else kind
        if kind in _NAMES:
            made["name"] = _NAMES[kind]
    return made


heads = st.fixed_dictionaries(
    {}, optional={"core": st.sampled_from([None, {}, {"title": " T "}, {"title": 7}])}
)


@given(documents.map(_as_sadface), st.none() | st.lists(st.nothing()) | heads)
def test_a_document_comes_back_as_it_was(data, metadata):
    data = {**data, "metadata": metadata}
    map = reading(data).map
    assert json.dumps(written(map)) == json.dumps(data)
    through_yaml = argmap_yaml.read(argmap_yaml.write(map).parts[""].decode(), "m.yaml").map
    assert json.dumps(written(through_yaml)) == json.dumps(data)


@given(maps())
def test_a_map_comes_back(map):
    again = reading(written(map)).map
    assert again.model_copy(update={"carried": {}}) == map.model_copy(update={"carried": {}})
    assert {k: v for k, v in again.carried.items() if k != "sadface"} == map.carried


@given(documents.map(_as_sadface), maps())
def test_a_document_takes_over_another_map(data, map):
    carried = reading(data).map.carried
    again = reading(written(map.model_copy(update={"carried": carried}))).map
    assert {id: claim.text for id, claim in again.claims.items()} == {
        id: it.text for id, it in map.claims.items()
    }
    assert len(again.relations) == len(map.relations)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_come_back_as_they_were(path):
    data = path.read_bytes()
    found = read(data, path.name)
    assert found.format == "sadface"
    assert json.dumps(written(found.map)) == json.dumps(json.loads(data))
