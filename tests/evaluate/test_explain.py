"""Explanations: each step holds, none leads back to itself, and none is longer than it must be."""

import pytest
from hypothesis import given

from argmap.evaluate import Label, UnknownIdError, Why, evaluate, why
from argmap.model import Kind, Relation
from evaluate.argument_maps import DUNG, M1, chain, leaves, loads, maps
from evaluate.definitions import Rules


def told(map, claim, **how):
    return [(step.depth, step.id, step.label.verdict) for step in why(map, claim, **how).steps]


def test_standing_claim():
    assert told(M1, "T") == [
        (0, "T", "stands"),
        (1, "p1+p2:supports:T", "stands"),
        (2, "p1", "stands"),
        (2, "p2", "stands"),
        (1, "q:attacks:T", "falls"),
        (2, "q", "falls"),
        (3, "s:attacks:q", "stands"),
        (4, "s", "stands"),
    ]


def test_the_height_is_that_of_the_deepest_step():
    assert why(M1, "T").height == 4
    assert why(M1, "p1").height == 0


def test_falling_claim_has_one_objection():
    map = loads("t: {supported_by: [p], attacked_by: [far, near]}\np: {}\nfar: {supported_by: [p]}\nnear: {}")
    assert [id for _, id, _ in told(map, "t")] == ["t", "near:attacks:t", "near"]


def test_undercut_step():
    map = loads("t: {supported_by: [{premises: [p], id: step, undercut_by: [u]}]}\np: {}\nu: {}")
    assert [id for _, id, _ in told(map, "t")] == ["t", "step", "u:undercuts:step", "u"]


def test_open_claim_leads_to_an_open_leaf():
    map = loads("t: {supported_by: [[a, b]]}\na: {assumed: true}\nb: {}")
    explanation = why(map, "t", leaves="evidenced")
    assert [step.id for step in explanation.steps] == ["t", "a+b:supports:t", "b"]
    assert explanation.steps[-1].reason.why is Why.NO_EVIDENCE


def test_open_claim_leads_into_a_circle():
    steps = why(DUNG, "c4").steps
    assert [step.id for step in steps if step.kind is None] == ["c4", "c3", "c1", "c2"]
    assert steps[-1].because == ("c1",)


def test_circular_claim():
    map = loads("t: {supported_by: [a]}\na: {supported_by: [t]}")
    explanation = why(map, "t")
    assert [step.id for step in explanation.steps] == ["t", "a:supports:t", "a", "t:supports:a"]
    assert explanation.steps[-1].because == ("t",)


def test_premise_that_names_no_claim():
    map = loads("t: {supported_by: [gone]}")
    step = why(map, "t").steps[-1]
    assert (step.id, step.label, step.kind, step.reason, step.because) == (
        "gone",
        Label.UNDEC,
        None,
        None,
        (),
    )


def test_unknown_claim():
    with pytest.raises(UnknownIdError):
        why(M1, "x")


def test_long_chain_and_circle():
    map = chain(20_000)
    assert why(map, "c0").height == 2 * 19_999
    back = Relation(id="back", kind=Kind.SUPPORTS, premises=("c0",), target="c19999")
    circle = map.model_copy(update={"relations": {**map.relations, "back": back}})
    assert len(why(circle, "c0").steps) == 40_000


@given(maps(), leaves)
def test_each_step_is_shown_by_what_it_names(map, leaves):
    """With all that a step does not name left open, its label still follows from what it names."""
    rules = Rules(map, leaves)
    labels = rules.grounded()
    for claim in map.claims:
        explanation = why(map, claim, leaves=leaves)
        steps = {step.id: step for step in explanation.steps}
        assert len(steps) == len(explanation.steps)
        assert explanation.label is evaluate(map, leaves=leaves).labels[claim]
        for step in explanation.steps:
            assert step.id == claim or step.depth > 0
            assert set(step.because) <= steps.keys()
            if step.id in labels and step.label is not Label.UNDEC:
                known = {id: labels[id] if id in step.because else 0 for id in labels}
                assert rules.value(step.id, known) == labels[step.id]


@given(maps(), leaves)
def test_explanations_of_decided_labels_have_the_least_height(map, leaves):
    rules = Rules(map, leaves)
    labels = dict.fromkeys(rules.ids, 0)
    rounds = {}
    number = 0
    while (after := {id: rules.value(id, labels) for id in labels}) != labels:
        rounds |= {id: number for id in labels if after[id] != labels[id]}
        labels, number = after, number + 1
    for claim in map.claims:
        explanation = why(map, claim, leaves=leaves)
        if explanation.label is not Label.UNDEC:
            assert depth(explanation) == rounds[claim]


def depth(explanation):
    """The height with steps that are told twice counted where they are deepest; no step leads back to itself."""
    because = {step.id: step.because for step in explanation.steps}
    known = {}

    def height(id, above):
        assert id not in above
        if id not in known:
            known[id] = max((1 + height(it, above | {id}) for it in because[id]), default=0)
        return known[id]

    return height(explanation.claim, frozenset())


@given(maps(), leaves)
def test_open_claims_are_open_because_of_something_open(map, leaves):
    for claim in map.claims:
        for step in why(map, claim, leaves=leaves).steps:
            if step.label is Label.UNDEC and step.because:
                labels = {s.id: s.label for s in why(map, claim, leaves=leaves).steps}
                assert Label.UNDEC in [labels[id] for id in step.because]
