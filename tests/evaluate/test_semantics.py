"""Complete, preferred and stable positions, against enumeration by the definition."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluate import Budget, Label, Standard, Standards, UnknownIdError, accepted, evaluate, positions
from argmap.evaluate.labels import LABELS
from evaluate.argument_maps import DUNG, chain, leaves, loads, maps
from evaluate.definitions import IN, Rules

SEMANTICS = st.sampled_from(["complete", "preferred", "stable"])


def accepted_in(map, semantics, **how):
    return [position.accepted() for position in positions(map, semantics, **how).found]


def test_worked_example():
    assert accepted_in(DUNG, "grounded") == [()]
    assert sorted(accepted_in(DUNG, "preferred")) == [("c4", "c1"), ("c4", "c2")]
    found = positions(DUNG, "preferred")
    assert found.sceptical == {"c4"}
    assert found.credulous == {"c4", "c1", "c2"}
    assert accepted(DUNG, "c4").holds
    assert not accepted(DUNG, "c1").holds
    assert accepted(DUNG, "c1", mode="credulous").holds


def test_an_odd_cycle_has_no_stable_position():
    map = loads("a: {attacked_by: [b]}\nb: {attacked_by: [c]}\nc: {attacked_by: [a]}")
    stable = positions(map, "stable")
    assert stable.found == ()
    assert stable.exhaustive
    assert stable.sceptical is None
    assert accepted(map, "a", "stable").holds
    assert accepted(map, "a", "stable", "credulous").holds is False
    assert accepted_in(map, "preferred") == [()]


def test_a_claim_that_no_stable_position_takes():
    map = loads("a: {attacked_by: [b]}\nb: {attacked_by: [a]}\nc: {attacked_by: [c, b]}")
    assert accepted_in(map, "stable") == [("b",)]
    assert accepted(map, "a", "preferred", "credulous").holds
    assert not accepted(map, "a", "stable", "credulous").holds
    assert accepted(map, "b", "stable").holds


def test_what_supports_only_itself_is_in_no_position():
    map = loads("a: {supported_by: [b]}\nb: {supported_by: [a]}\nc: {attacked_by: [a]}")
    assert sorted(accepted_in(map, "complete")) == [(), ("c",)]
    assert accepted_in(map, "preferred") == accepted_in(map, "stable") == [("c",)]


def test_a_circle_with_a_reason_from_outside_can_be_in():
    map = loads("""
    a: {supported_by: [b]}
    b: {supported_by: [a, p]}
    p: {attacked_by: [q]}
    q: {attacked_by: [p]}
    """)
    assert accepted_in(map, "preferred") == [("a", "b", "p"), ("q",)]


def test_a_claim_that_one_position_leaves_open_is_not_sceptical():
    map = loads("""
    q: {attacked_by: [x]}
    x: {attacked_by: [x, b]}
    a: {attacked_by: [b]}
    b: {attacked_by: [a]}
    """)
    answer = accepted(map, "q")
    assert answer.holds is False
    assert answer.witness["q"] is Label.UNDEC
    assert repr(answer.witness) == "<Labelling: in a>"


def test_positions_name_what_is_in_them():
    map = loads("a: {}\nb: {}\nc: {attacked_by: [a]}")
    assert [repr(position) for position in positions(map).found] == ["<Labelling: in a, b>"]
    assert repr(evaluate(loads("a: {attacked_by: [a]}")).labels) == "<Labelling: in nothing>"


def test_evaluation_lists_positions():
    found = evaluate(DUNG, semantics="stable").positions
    assert [position["c3"] for position in found.found] == [Label.OUT, Label.OUT]
    assert evaluate(DUNG).positions is None


def test_limit():
    pairs = "\n".join(f"a{i}: {{attacked_by: [b{i}]}}\nb{i}: {{attacked_by: [a{i}]}}" for i in range(10))
    found = positions(loads(pairs), limit=7)
    assert (len(found.found), found.exhaustive, found.unknown, found.sceptical) == (7, False, False, None)
    assert len(positions(loads(pairs), limit=None).found) == 1024


@pytest.mark.parametrize("budget", [Budget(conflicts=0), Budget(seconds=0)])
def test_budget(budget):
    found = positions(DUNG, budget=budget)
    assert (found.found, found.exhaustive, found.unknown) == ((), False, True)
    answer = accepted(DUNG, "c4", budget=budget)
    assert (answer.holds, answer.witness) == (None, None)
    assert accepted(loads("t: {}"), "t", budget=budget).holds, "what is grounded needs no search"


def test_a_budget_that_is_enough_changes_nothing():
    assert positions(DUNG, budget=Budget(seconds=60, conflicts=10**6)).exhaustive


def test_unknown_claim():
    with pytest.raises(UnknownIdError, match="no claim 'x'"):
        accepted(DUNG, "x")
    with pytest.raises(UnknownIdError):
        accepted(DUNG, "c1:attacks:c2")


def test_long_chain_of_undecided_claims():
    map = chain(20_000)
    last = map.relations["r19998"]
    knot = last.model_copy(
        update={"id": "knot", "kind": "attacks", "premises": ("c19999",), "target": "c19999"}
    )
    tied = map.model_copy(update={"relations": {**map.relations, "knot": knot}})
    assert accepted(tied, "c0", mode="credulous").holds is False


def ordered(labellings):
    return sorted(tuple(sorted(labels.items())) for labels in labellings)


def expected(rules, semantics):
    found = {"complete": rules.complete, "preferred": rules.preferred, "stable": rules.stable}[semantics]()
    return [{id: LABELS[label] for id, label in labels.items()} for labels in found]


@settings(max_examples=150)
@given(maps(max_claims=4), leaves, SEMANTICS)
def test_agrees_with_enumeration(map, leaves, semantics):
    found = positions(map, semantics, leaves=leaves, limit=None)
    assert found.exhaustive
    assert ordered(found.found) == ordered(expected(Rules(map, leaves), semantics))


@given(
    maps(max_claims=3, weights=st.sampled_from([0.1, 0.5, 0.9])),
    SEMANTICS,
    st.lists(st.sampled_from(Standard), min_size=3, max_size=3),
)
def test_agrees_with_enumeration_under_proof_standards(map, semantics, chosen):
    standards = dict(zip(map.claims, chosen, strict=False))
    found = positions(map, semantics, standards=Standards(standards), limit=None)
    assert ordered(found.found) == ordered(expected(Rules(map, standards=standards), semantics))


@given(maps(max_claims=4), leaves, SEMANTICS)
def test_acceptance_agrees_with_enumeration(map, leaves, semantics):
    found = {"complete": Rules.complete, "preferred": Rules.preferred, "stable": Rules.stable}[semantics](
        Rules(map, leaves)
    )
    for claim in map.claims:
        every = accepted(map, claim, semantics, "sceptical", leaves=leaves)
        some = accepted(map, claim, semantics, "credulous", leaves=leaves)
        assert every.holds == all(labels[claim] == IN for labels in found)
        assert some.holds == any(labels[claim] == IN for labels in found)
        for witness, label in ((every.witness, False), (some.witness, True)):
            if witness is not None:
                assert dict(witness) in expected(Rules(map, leaves), semantics)
                assert (witness[claim] is Label.IN) is label


@given(maps())
def test_every_position_contains_the_grounded_one(map):
    grounded = evaluate(map).labels
    for position in positions(map, "preferred").found:
        assert all(grounded[id] in (Label.UNDEC, position[id]) for id in grounded)
