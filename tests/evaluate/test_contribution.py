"""Contributions of premises to strengths."""

from itertools import permutations
from math import sqrt
from random import Random
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluate import SupportLoopError, TooMuchError, UnknownIdError, contributions, evaluate
from argmap.model import Kind
from checks.building import map_of
from evaluate.argument_maps import M1, chain, loads, maps
from evaluate.definitions import Rules

SUMS = ("qe", "euler")


def strength_of(map, claim, absent, semantics):
    claims = dict(map.claims)
    for id in absent:
        claims[id] = claims[id].model_copy(update={"confidence": 0.0})
    return evaluate(map.model_copy(update={"claims": claims}), strength=semantics).strengths[claim]


def test_removal():
    found = contributions(M1, "T", "removal")
    assert found.strength == pytest.approx(0.705)
    assert found.of == pytest.approx(
        {"p1": 0.18, "p2": 0.18, "p3": 0.08, "q": -0.175, "s": 0.175, "u": -0.08}
    )


def test_gradient():
    found = contributions(M1, "T", "gradient")
    expected = {"p1": 0, "p2": 0.3, "p3": 0.1, "q": -0.25, "s": 0.35, "u": -0.16}
    assert found.of == pytest.approx(expected, abs=1e-8)


def test_shapley_adds_up():
    found = contributions(M1, "T", "shapley")
    assert (found.orders, found.error) == (0, 0.0)
    assert sum(found.of.values()) == pytest.approx(0.705 - strength_of(M1, "T", found.of, "dfquad"))


def test_sampled_shapley_is_near_and_the_same_each_time(monkeypatch):
    exact = contributions(M1, "T", "shapley").of
    monkeypatch.setattr("argmap.evaluate.contribution.EXACT", 5)
    found = contributions(M1, "T", "shapley", orders=401)
    assert found.orders == 402
    assert 0 < found.error < 0.01
    assert found.of == pytest.approx(exact, abs=5 * found.error)
    assert found == contributions(M1, "T", "shapley", orders=401)
    assert found != contributions(M1, "T", "shapley", orders=401, seed=1)


@pytest.mark.parametrize(("orders", "sampled"), [(0, 2), (1, 2), (2, 2), (3, 4), (10, 10)])
def test_sampled_shapley_is_what_premises_add_in_orders_and_their_reverses(monkeypatch, orders, sampled):
    monkeypatch.setattr("argmap.evaluate.contribution.EXACT", 5)
    found = contributions(M1, "T", "shapley", orders=orders, seed=7)
    assert found.orders == sampled
    premises = list(contributions(M1, "T").of)
    random, places = Random(7), list(range(len(premises)))
    gains = {id: [] for id in premises}
    for _ in range(sampled // 2):
        random.shuffle(places)
        added = dict.fromkeys(premises, 0.0)
        for order in (places, places[::-1]):
            for number, place in enumerate(order):
                without = {premises[later] for later in order[number + 1 :]}
                gain = strength_of(M1, "T", without, "dfquad")
                gain -= strength_of(M1, "T", without | {premises[place]}, "dfquad")
                added[premises[place]] += gain / 2
        for id in premises:
            gains[id].append(added[id])
    assert found.of == pytest.approx({id: mean(each) for id, each in gains.items()}, abs=1e-12)
    error = max(stdev(each) for each in gains.values()) / sqrt(sampled // 2) if sampled > 2 else 0.0
    assert found.error == pytest.approx(error, abs=1e-12)


def test_two_hundred_orders_are_sampled_from_thirteen_premises_on():
    for count, orders in ((12, 0), (13, 200)):
        ids = [f"p{n}" for n in range(count)]
        map = loads(f"t: {{supported_by: [{', '.join(ids)}]}}\n" + "\n".join(f"{id}: {{}}" for id in ids))
        assert contributions(map, "t", "shapley", strength="qe").orders == orders


def test_gradient_at_the_ends():
    map = loads("t: {supported_by: [a, b]}\na: {confidence: 1.0}\nb: {confidence: 0.0}")
    assert contributions(map, "t", "gradient").of == pytest.approx({"a": 0.5, "b": 0.0}, abs=1e-8)


def test_what_is_measured_is_told():
    found = contributions(M1, "T")
    assert (found.claim, found.method, found.orders, found.error, found.converged) == (
        "T",
        "removal",
        0,
        0.0,
        True,
    )
    assert list(found.of) == ["p1", "p2", "p3", "q", "s", "u"]


def test_leaf_and_unknown_claim():
    assert contributions(M1, "p1").of == {}
    with pytest.raises(UnknownIdError):
        contributions(M1, "x")
    with pytest.raises(SupportLoopError):
        contributions(loads("t: {supported_by: [t]}"), "t")


def test_long_chain():
    assert contributions(chain(20_000), "c0", strength="qe").of.keys() == {"c19999"}


def test_what_does_not_come_to_rest_is_reported(monkeypatch):
    map = loads("a: {attacked_by: [b]}\nb: {attacked_by: [a], supported_by: [c]}\nc: {}")
    assert contributions(map, "a").converged
    monkeypatch.setattr("argmap.evaluate.dynamics.MAX_STEPS", 3)
    assert not contributions(map, "a").converged


@given(maps(max_claims=4), st.sampled_from(SUMS))
def test_agree_with_the_definitions(map, semantics):
    rules = Rules(map)
    claim = "c0"
    premises = rules.premises(claim)
    whole = strength_of(map, claim, [], semantics)
    assert contributions(map, claim, "removal", strength=semantics).of == pytest.approx(
        {id: whole - strength_of(map, claim, [id], semantics) for id in premises}, abs=1e-7
    )
    expected = dict.fromkeys(premises, 0.0)
    orders = list(permutations(premises))
    for order in orders:
        for place, id in enumerate(order):
            gain = strength_of(map, claim, order[place + 1 :], semantics)
            gain -= strength_of(map, claim, order[place:], semantics)
            expected[id] += gain / len(orders)
    found = contributions(map, claim, "shapley", strength=semantics).of
    assert found == pytest.approx(expected, abs=1e-7)


@given(maps(max_claims=4, acyclic=True, kinds=(Kind.SUPPORTS, Kind.ATTACKS, Kind.UNDERCUTS)))
def test_what_weakens_when_lost_does_not_have_a_negative_contribution(map):
    removal = contributions(map, "c0", "removal").of
    shapley = contributions(map, "c0", "shapley").of
    assert removal.keys() == shapley.keys()
    if len(removal) == 1:
        assert removal == pytest.approx(shapley)


def test_what_would_take_for_ever_is_refused_soon(monkeypatch):
    many = map_of(
        " ".join(["t", *(f"p{n}" for n in range(3000))]), *(f"p{n} supports t" for n in range(3000))
    )
    monkeypatch.setattr("argmap.evaluate.contribution._MOST", 10_000_000)
    monkeypatch.setattr("argmap.evaluate.contribution._GLANCE", 50_000)
    with pytest.raises(TooMuchError, match=r"3,000 premises .* too long to tell; name a claim") as removal:
        contributions(many, "t", "removal")
    assert removal.value.premises == 3000
    for method in ("gradient", "shapley"):
        with pytest.raises(TooMuchError, match="ask for the contributions by removal"):
            contributions(many, "t", method)
    monkeypatch.setattr("argmap.evaluate.contribution._MOST", 100_000_000)
    assert len(contributions(many, "t", "removal").of) == 3000
