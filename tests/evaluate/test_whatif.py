"""What-ifs: the worked map, routes, contradictions, and agreement with the definition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluate import ContradictionError, EvaluationError, UnknownIdError, evaluate, suppose
from argmap.evaluate.labels import LABELS
from evaluate.argument_maps import M1, chain, leaves, loads, maps
from evaluate.definitions import IN, OUT, UNDEC, Rules


def changed(map, **supposed):
    return {
        change.id: (change.before.verdict, change.after and change.after.verdict)
        for change in suppose(map, **supposed).changes
        if change.before is not change.after
    }


def route(consequences, claim):
    return tuple(consequences.back(claim))[::-1]


def test_worked_map():
    assert changed(M1, deny=["s"]) == {
        "T": ("stands", "falls"),
        "q": ("falls", "stands"),
        "s": ("stands", "falls"),
    }
    assert changed(M1, open=["s"])["T"] == ("stands", "open")
    assert changed(M1, grant=["q"]) == {"T": ("stands", "falls"), "q": ("falls", "stands")}
    assert changed(M1, drop=["p1"], deny=["u"]) == {"p1": ("stands", None), "u": ("stands", "falls")}


def test_route():
    consequences = suppose(M1, deny=["s"])
    assert route(consequences, "T") == ("s", "s:attacks:q", "q", "q:attacks:T", "T")
    assert route(consequences, "s") == ("s",)
    with pytest.raises(KeyError):
        route(consequences, "p1")


def test_a_step_can_be_dropped():
    map = loads("t: {supported_by: [{premises: [a], id: step}]}\na: {}")
    consequences = suppose(map, drop=["step"])
    assert [change.id for change in consequences.changes] == ["t"]
    assert route(consequences, "t") == ("step", "t")


def test_a_claim_does_not_become_an_assertion_when_its_reasons_are_dropped():
    assert changed(loads("t: {supported_by: [a]}\na: {}"), drop=["a"])["t"] == ("stands", "falls")


def test_strengths():
    consequences = suppose(M1, confidence={"p2": 0.1}, strength="dfquad")
    by_id = {change.id: change for change in consequences.changes}
    assert by_id.keys() == {"T", "p2"}
    assert by_id["T"].strength_before == pytest.approx(0.705)
    assert by_id["T"].strength_after == pytest.approx(0.555)
    assert by_id["T"].before is by_id["T"].after
    assert route(consequences, "T") == ("p2", "p1+p2:supports:T", "T")
    assert consequences.convergence.converged


def test_what_stays_as_strong_is_no_change():
    assert [it.id for it in suppose(M1, confidence={"p1": 0.95}, strength="dfquad").changes] == ["p1"]
    assert suppose(M1, confidence={"p1": 0.9 + 1e-12}, strength="dfquad").changes == ()


def test_pinned_strengths():
    for how, strength in (("drop", None), ("deny", 0.0), ("open", 0.5), ("grant", 1.0)):
        changes = {change.id: change for change in suppose(M1, **{how: ["p1"]}, strength="qe").changes}
        assert changes["p1"].strength_after == strength


def test_a_support_loop_can_be_broken():
    map = loads("t: {supported_by: [a]}\na: {supported_by: [t]}")
    with pytest.raises(EvaluationError):
        suppose(map, grant=["a"], strength="dfquad")
    assert suppose(map, grant=["a"], strength="qe").changes[0].strength_after > 0.5


def test_contradictions():
    for first, second, supposed in (
        ("denied", "granted", {"deny": ["s"], "grant": ["s"]}),
        ("dropped", "given a confidence", {"drop": ["s"], "confidence": {"s": 0.3}}),
        ("dropped", "left open", {"open": ["s"], "drop": ["s"]}),
    ):
        with pytest.raises(ContradictionError, match=f"^'s' cannot be both {first} and {second}$") as caught:
            suppose(M1, **supposed)
        assert caught.value.id == "s"
    suppose(M1, deny=["s", "s"])


def test_bad_input():
    with pytest.raises(UnknownIdError, match=r"^the map has no claim 'x'$") as caught:
        suppose(M1, deny=["x"])
    assert caught.value.id == "x"
    with pytest.raises(UnknownIdError):
        suppose(M1, confidence={"r2": 0.5})
    for score in (-0.1, 1.1, float("nan")):
        with pytest.raises(
            EvaluationError, match=f"^the confidence of 's' must be from 0 to 1, not {score}$"
        ):
            suppose(M1, confidence={"s": score})


@pytest.mark.parametrize("score", [0.0, 1.0])
def test_confidence_may_be_all_or_nothing(score):
    changes = suppose(M1, confidence={"p1": score}, strength="qe").changes
    assert {it.id: it.strength_after for it in changes}["p1"] == score


def test_nothing_supposed():
    assert suppose(M1, strength="qe").changes == ()


def test_long_route():
    consequences = suppose(chain(20_000), deny=["c19999"])
    assert len(consequences.changes) == 20_000
    assert len(route(consequences, "c0")) == 2 * 20_000 - 1


@given(
    maps(), leaves, st.lists(st.sampled_from(["drop", "deny", "open", "grant", None]), min_size=5, max_size=5)
)
def test_agrees_with_the_definition(map, leaves, chosen):
    supposed = {how: [] for how in ("drop", "deny", "open", "grant")}
    for claim, how in zip(map.claims, chosen, strict=False):
        if how:
            supposed[how].append(claim)
    label = {"drop": OUT, "deny": OUT, "open": UNDEC, "grant": IN}
    pins = {claim: label[how] for how, claims in supposed.items() for claim in claims}
    before = evaluate(map, leaves=leaves).labels
    after = Rules(map, leaves, pins=pins).grounded()
    consequences = suppose(map, **supposed, leaves=leaves)
    found = {change.id: change.after for change in consequences.changes if change.after is not None}
    expected = {id: LABELS[after[id]] for id in map.claims if LABELS[after[id]] is not before[id]}
    assert found == {id: it for id, it in expected.items() if id not in supposed["drop"]}
    for change in consequences.changes:
        way = route(consequences, change.id)
        assert way[0] in pins
        assert all(before[id] is not LABELS[after[id]] for id in way if id not in supposed["drop"])


def test_routes_keep_to_causes():
    """Something that rises is no way by which a claim sinks, though it bears on it and is nearer."""
    map = loads("""
    t: {supported_by: [good, {premises: [step], id: r, undercut_by: [u]}], attacked_by: [o]}
    good: {}
    step: {}
    u: {}
    o: {attacked_by: [answer]}
    answer: {}
    """)
    consequences = suppose(map, deny=["u", "answer"])
    assert route(consequences, "t") == ("answer", "answer:attacks:o", "o", "o:attacks:t", "t")
