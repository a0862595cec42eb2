"""Strengths: worked values, limits, and what is refused."""

from math import exp, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluate import SupportLoopError, UnsuitableError, evaluate, suppose
from argmap.evaluate.labels import Label
from argmap.model import Kind
from evaluate.argument_maps import M1, chain, loads, maps

COUNTED = (Kind.SUPPORTS, Kind.ATTACKS, Kind.UNDERCUTS)


def strengths(map, strength, **how):
    evaluation = evaluate(map, strength=strength, **how)
    assert evaluation.convergence.converged
    return evaluation.strengths


@pytest.mark.parametrize(
    ("semantics", "linked", "expected"),
    [
        ("dfquad", "min", 0.705),
        ("dfquad", "product", 0.687),
        ("qe", "min", 0.658096),
        ("qe", "product", 0.638833),
        ("euler", "min", 0.629213),
    ],
)
def test_worked_map(semantics, linked, expected):
    assert strengths(M1, semantics, linked=linked)["T"] == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize(
    ("bearing", "dfquad", "qe", "euler"),
    [
        ("supported_by: [a], attacked_by: [b]", 0.6, 0.519231, 0.534364),
        ("supported_by: [c, d, e]", 0.9375, 0.846154, 0.768579),
    ],
)
def test_worked_sums(bearing, dfquad, qe, euler):
    map = loads(f"""
    t: {{confidence: 0.5, {bearing}}}
    a: {{confidence: 0.8}}
    b: {{confidence: 0.6}}
    c: {{}}
    d: {{}}
    e: {{}}
    """)
    for semantics, expected in (("dfquad", dfquad), ("qe", qe), ("euler", euler)):
        assert strengths(map, semantics)["t"] == pytest.approx(expected, abs=5e-7)


@pytest.mark.parametrize(
    ("semantics", "a", "b", "itself"),
    [("dfquad", 0.615385, 0.230769, 0.5), ("qe", 0.685797, 0.408075, 0.682328)],
)
def test_worked_cycles(semantics, a, b, itself):
    map = loads("""
    a: {confidence: 0.8, attacked_by: [b]}
    b: {confidence: 0.6, attacked_by: [a]}
    c: {confidence: 1, attacked_by: [c]}
    """)
    found = evaluate(map, strength=semantics)
    assert found.convergence.method == "rk4"
    assert [found.strengths[id] for id in "abc"] == pytest.approx([a, b, itself], abs=5e-7)


def test_hcat():
    map = loads(
        "a: {confidence: 1}\nb: {confidence: 1, attacked_by: [a]}\nc: {confidence: 1, attacked_by: [b]}"
    )
    found = strengths(map, "hcat")
    assert [found[id] for id in "abc"] == pytest.approx([1, 0.5, 2 / 3])
    with pytest.raises(UnsuitableError) as caught:
        evaluate(M1, strength="hcat")
    assert (
        str(caught.value) == "hcat weighs attacks only, and the map has 2 supports; use dfquad, qe or euler"
    )


def test_relations_have_weights_and_strengths():
    map = loads("t: {supported_by: [{premises: [a], weight: 0.5, id: r}]}\na: {confidence: 0.8}")
    found = strengths(map, "dfquad")
    assert found["r"] == pytest.approx(0.4)
    assert found["t"] == pytest.approx(0.5 + 0.5 * 0.4)


def test_support_loop():
    map = loads("t: {supported_by: [a]}\na: {supported_by: [[b, c]]}\nb: {supported_by: [t]}\nc: {}")
    with pytest.raises(SupportLoopError, match="use qe or euler") as caught:
        evaluate(map, strength="dfquad")
    assert caught.value.claims == ("t", "a", "b")
    assert str(caught.value) == (
        "DF-QuAD drives claims that support one another in a circle to 1.0 (t, a, b); use qe or euler"
    )
    assert evaluate(map, strength="qe").convergence.converged


@pytest.mark.parametrize(("size", "shown"), [(5, "c0, c1, c2, c3, c4"), (6, "c0, c1, c2, c3, c4, …")])
def test_a_large_support_loop_is_named_by_its_first_claims(size, shown):
    ring = "\n".join(f"c{i}: {{supported_by: [c{(i + 1) % size}]}}" for i in range(size))
    with pytest.raises(SupportLoopError) as caught:
        evaluate(loads(ring), strength="dfquad")
    assert f"to 1.0 ({shown}); use" in str(caught.value)


def test_a_circle_with_an_attack_is_no_support_loop():
    map = loads("t: {supported_by: [a]}\na: {attacked_by: [t]}")
    assert evaluate(map, strength="dfquad").convergence.converged


def test_self_support_is_a_support_loop():
    with pytest.raises(SupportLoopError):
        evaluate(loads("t: {supported_by: [t]}"), strength="dfquad")


def test_what_does_not_come_to_rest_is_reported(monkeypatch):
    monkeypatch.setattr("argmap.evaluate.dynamics.MAX_STEPS", 3)
    found = evaluate(loads("a: {attacked_by: [b]}\nb: {attacked_by: [a]}\nc: {}"), strength="qe")
    assert not found.convergence.converged
    assert found.convergence.unsettled == ("a", "b")
    assert found.convergence.residual > 1e-10


def test_undercuts_in_a_cycle_follow_those_that_undercut_them():
    map = loads("""
    t: {supported_by: [{premises: [a], undercut_by: [{premises: [t], undercut_by: [a, b]}]}]}
    a: {attacked_by: [t]}
    b: {}
    """)
    found = evaluate(map, strength="qe")
    assert found.convergence.converged
    values = found.strengths
    energy = values["a"] + values["b"]
    impact = energy * energy / (1 + energy * energy)
    assert values["t:undercuts:a:supports:t"] == pytest.approx(values["t"] * (1 - impact), abs=1e-8)


def test_long_chain():
    found = strengths(chain(20_000), "dfquad")
    assert found["c0"] == pytest.approx(1.0)


@given(maps(acyclic=True, kinds=COUNTED))
def test_dfquad_at_the_extremes_is_the_grounded_labelling(map):
    supported = {r.target for r in map.relations.values() if r.kind is Kind.SUPPORTS}
    claims = {
        id: claim.model_copy(update={"confidence": 0.0 if id in supported else 1.0})
        for id, claim in map.claims.items()
    }
    found = evaluate(map.model_copy(update={"claims": claims}), strength="dfquad")
    strength = {Label.IN: 1.0, Label.OUT: 0.0}
    assert found.strengths == {id: strength[label] for id, label in found.labels.items()}


@given(maps(), st.sampled_from(["qe", "euler"]), st.sampled_from(["min", "product"]))
def test_strengths_are_fixpoints_from_0_to_1(map, semantics, linked):
    """What more steps would do: nothing, where a cycle has come to rest."""
    found = evaluate(map, strength=semantics, linked=linked)
    assert all(0.0 <= strength <= 1.0 for strength in found.strengths.values())
    assert found.convergence.residual <= 1e-10 or not found.convergence.converged


def combined(semantics, base, supporters, attackers):
    energy = sum(supporters) - sum(attackers)
    if semantics == "dfquad":
        pro, con = (1 - prod(1 - it for it in side) for side in (supporters, attackers))
        return base + (1 - base) * (pro - con) if pro >= con else base - base * (con - pro)
    if semantics == "qe":
        impact = energy**2 / (1 + energy**2)
        return base + (1 - base) * impact if energy > 0 else base - base * impact
    return 1 - (1 - base**2) / (1 + base * exp(energy))


def by_definition(map, semantics, linked, strengths):
    """What each strength should be, given those of what bears on it."""
    expected = {}
    for id in strengths:
        bearing = [r for r in map.relations.values() if r.target == id]
        pro = [strengths[r.id] for r in bearing if r.kind is Kind.SUPPORTS and id in map.claims]
        con = [
            strengths[r.id]
            for r in bearing
            if r.kind in (Kind.ATTACKS, Kind.UNDERCUTS)
            and not any(p in map.claims and map.claims[p].residual for p in r.premises)
        ]
        if relation := map.relations.get(id):
            premises = [strengths.get(premise, 0.5) for premise in dict.fromkeys(relation.premises)]
            base = (min if linked == "min" else prod)(premises)
            base *= 1.0 if relation.weight is None else relation.weight
            expected[id] = combined(semantics, base, (), con) if con else base
        else:
            confidence = map.claims[id].confidence
            expected[id] = combined(semantics, 0.5 if confidence is None else confidence, pro, con)
    return expected


WEIGHTS = st.sampled_from([None, 0.0, 0.3, 0.5, 1.0])


@given(
    maps(max_relations=9, weights=WEIGHTS),
    st.sampled_from(["qe", "euler"]),
    st.sampled_from(["min", "product"]),
)
def test_strengths_agree_with_the_definition(map, semantics, linked):
    found = evaluate(map, strength=semantics, linked=linked)
    if found.convergence.converged:
        expected = by_definition(map, semantics, linked, found.strengths)
        assert found.strengths == pytest.approx(expected, abs=1e-8)


@given(maps(max_relations=9, weights=WEIGHTS, acyclic=True), st.sampled_from(["min", "product"]))
def test_dfquad_agrees_with_the_definition(map, linked):
    found = evaluate(map, strength="dfquad", linked=linked)
    assert found.convergence.method == "topological"
    assert found.strengths == pytest.approx(by_definition(map, "dfquad", linked, found.strengths), abs=1e-12)


@given(
    maps(max_relations=9, weights=WEIGHTS, acyclic=True),
    st.sampled_from(["dfquad", "qe", "euler"]),
    st.lists(st.sampled_from(["drop", "deny", "open", "grant", None]), min_size=5, max_size=5),
    st.sampled_from(["min", "product"]),
)
def test_suppositions_agree_with_the_definition(map, semantics, chosen, linked):
    supposed = {how: [] for how in ("drop", "deny", "open", "grant")}
    for id, how in zip([*map.relations, *map.claims], chosen, strict=False):
        if how:
            supposed[how].append(id)
    held = {"drop": 0.0, "deny": 0.0, "open": 0.5, "grant": 1.0}
    pins = {id: held[how] for how, ids in supposed.items() for id in ids}
    expected = dict.fromkeys([*map.claims, *map.relations], 0.0)
    while (after := by_definition(map, semantics, linked, expected) | pins) != expected:
        expected = after
    before = evaluate(map, strength=semantics, linked=linked).strengths
    consequences = suppose(map, **supposed, strength=semantics, linked=linked)
    changed = {change.id: change for change in consequences.changes}
    for id in map.claims:
        if id in changed:
            assert changed[id].strength_before == before[id]
            wanted = None if id in supposed["drop"] else pytest.approx(expected[id], abs=1e-12)
            assert changed[id].strength_after == wanted
        else:
            assert before[id] == pytest.approx(expected[id], abs=1e-8)


@pytest.mark.parametrize("linked", ["min", "product"])
@pytest.mark.parametrize("semantics", ["qe", "euler"])
def test_a_tangle_agrees_with_the_definition(semantics, linked):
    map = loads("""
    t: {confidence: 0.7, supported_by: [{premises: [a, b], weight: 0.8, undercut_by: [{premises: [t], undercut_by: [{premises: [a], weight: 0.5}, b]}]}], attacked_by: [c, b]}
    a: {confidence: 0.9, attacked_by: [t, {premises: [c], weight: 0.2}]}
    b: {supported_by: [[a, c, gone]]}
    c: {confidence: 0.3, supported_by: [d], attacked_by: [e]}
    d: {confidence: 0.6, supported_by: [e]}
    e: {confidence: 0.2}
    f: {supported_by: [b, {premises: [t], undercut_by: [f]}]}
    """)
    found = evaluate(map, strength=semantics, linked=linked)
    assert found.convergence.method == "rk4"
    assert found.convergence.converged
    assert found.convergence.unsettled == ()
    assert 0 < found.convergence.residual <= 1e-10
    assert found.strengths == pytest.approx(by_definition(map, semantics, linked, found.strengths), abs=1e-9)


@given(
    maps(acyclic=True, kinds=(Kind.SUPPORTS,), max_claims=4),
    st.sampled_from(["dfquad", "qe", "euler"]),
    st.sampled_from(["min", "product"]),
    st.integers(0, 3),
)
def test_more_confidence_in_what_supports_never_weakens(map, semantics, linked, number):
    id = [*map.claims][number % len(map.claims)]
    surer = map.claims[id].model_copy(update={"confidence": 1.0})
    after = map.model_copy(update={"claims": {**map.claims, id: surer}})
    before = strengths(map, semantics, linked=linked)
    assert all(
        strength >= before[id] - 1e-12 for id, strength in strengths(after, semantics, linked=linked).items()
    )
