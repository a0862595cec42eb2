"""The strategies for maps make what they say, and argmap does without them."""

import subprocess
import sys

import pytest
from hypothesis import Phase, find, given, settings

from argmap.model import Claim, Kind, Map, Relation, Source
from argmap.testing import hostile_texts, ids, maps, mutations, texts


@given(texts() | hostile_texts())
def test_a_claim_may_have_any_of_the_texts(text):
    assert Claim(id="a", text=text).text == text.strip()


@given(maps(texts=hostile_texts()))
def test_maps_are_such_as_the_model_takes(map):
    assert Map.model_validate(map.model_dump()) == map


@pytest.fixture(scope="module")
def made():
    """Many maps, and the models in them."""
    found = []

    @settings(max_examples=80, phases=[Phase.generate], derandomize=True, database=None, deadline=None)
    @given(maps())
    def collect(map):
        found.append(map)

    collect()
    return found


@pytest.mark.parametrize(
    ("model", "table", "elsewhere"),
    [
        (Map, None, {"include"}),
        (Source, "sources", {"file"}),
        (Claim, "claims", set()),
        (Relation, "relations", set()),
    ],
    ids=["map", "source", "claim", "relation"],
)
def test_every_field_is_filled_now_and_then(made, model, table, elsewhere):
    """All but those that need other files: a field that is new wants a strategy."""
    items = [it for each in made for it in ([each] if table is None else getattr(each, table).values())]
    fields = model.model_fields
    plain = {name: field.get_default(call_default_factory=True) for name, field in fields.items()}
    filled = {name for it in items for name in fields if getattr(it, name) != plain[name]}
    assert fields.keys() - filled == elsewhere


def test_every_shape_is_met(made):
    relations = [(each, it) for each in made for it in each.relations.values()]
    assert any(it.target in map.relations and it.kind is Kind.UNDERCUTS for map, it in relations)
    assert any(len(it.premises) > 1 for _, it in relations)
    assert any(not map.claims.keys() >= set(it.premises) for map, it in relations)
    assert any(it.target in it.premises for _, it in relations)


def test_mutations_change_a_file():
    before = b"argmap: 1\nclaims: {a: {text: It rains.}}\n"
    find(mutations(before), lambda after: after != before and b"rains" in after)
    find(mutations(before), lambda after: len(after) < len(before))


@given(ids())
def test_ids_are_such_as_the_model_takes(id):
    assert Claim(id=id, text="A.").id == id


def test_argmap_does_without_hypothesis():
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import argmap; argmap.loads('{argmap: 1, claims: {a: {text: A.}}}')\n"
        "import argmap.cli\n"
        "try: import argmap.testing\n"
        "except ImportError as error: print(error.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "hypothesis\n"
