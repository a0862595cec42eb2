"""The package as a whole: what it exports, what it imports, and Dung's frameworks as maps."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

import argmap
import argmap.evaluate as package
from argmap.evaluate import Index, evaluate, positions
from argmap.model import Claim, Kind, Map, Relation
from evaluate.argument_maps import M1
from evaluate.definitions import extensions
from evaluate.test_frameworks import frameworks

ROOT = Path(__file__).parents[2]


def test_everything_exported_is_there():
    for name in package.__all__:
        assert getattr(package, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        package.nothing  # noqa: B018


def test_the_package_can_be_called():
    assert package(M1, strength="qe").strengths == evaluate(M1, strength="qe").strengths


def test_graphs_and_indexes_will_do():
    graph = argmap.Graph(M1)
    assert evaluate(graph).labels == evaluate(Index.of(graph)).labels == evaluate(M1).labels


def test_evaluating_loads_neither_numpy_nor_a_solver():
    code = (
        "import sys, argmap; from argmap.evaluate import evaluate\n"
        f"m = argmap.load({str(ROOT / 'maps' / 'fentanyl-tariffs.yaml')!r})\n"
        "r = evaluate(m, strength='dfquad'); r.reasons\n"
        "print([m for m in ('numpy', 'pysat', 'networkx', 'scipy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


MAPS = [path for folder in ("maps", "examples", "examples/bridge") for path in ROOT.glob(f"{folder}/*.yaml")]


@pytest.mark.parametrize("path", sorted(MAPS), ids=lambda path: path.stem)
def test_examples_can_be_evaluated(path):
    for leaves in ("asserted", "evidenced"):
        result = evaluate(argmap.load(path), leaves=leaves, semantics="preferred", strength="qe")
        assert result.positions.exhaustive
        assert result.convergence.converged


@given(frameworks())
def test_maps_of_bare_attacks_are_frameworks(framework):
    claims = {name: Claim(id=name, text="It is so.") for name in framework.arguments}
    attacks = list(zip(framework.attackers, framework.attacked, strict=True))
    relations = {
        f"r{i}": Relation(id=f"r{i}", kind=Kind.ATTACKS, premises=(str(a),), target=str(b))
        for i, (a, b) in enumerate(attacks)
    }
    map = Map(claims=claims, relations=relations)
    expected = extensions(len(claims), attacks)
    for semantics, name in (("grounded", "GR"), ("complete", "CO"), ("preferred", "PR"), ("stable", "ST")):
        found = [position.accepted() for position in positions(map, semantics, limit=None).found]
        assert len(found) == len(expected[name])
        assert {frozenset(int(id) for id in accepted) for accepted in found} == expected[name]
