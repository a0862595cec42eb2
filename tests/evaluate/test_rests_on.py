"""What a verdict rests on: the worked map, and agreement with one full evaluation for each premise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluate import (
    Budget,
    Label,
    Standard,
    Standards,
    UnknownIdError,
    load_bearing,
    open_questions,
    smallest_loss,
    smallest_sufficient,
)
from argmap.evaluate.labels import LABELS
from argmap.evaluate.sat import Watched
from argmap.model import Claim, Kind, Map, Relation
from evaluate.argument_maps import DUNG, M1, chain, leaves, loads, maps
from evaluate.definitions import IN, OUT, UNDEC, Rules, subsets

solve = Watched.solve


def test_worked_map():
    assert list(load_bearing(M1, "T")) == ["p1", "p2", "s"]
    assert smallest_loss(M1, "T").premises == ("p1",)
    assert smallest_sufficient(M1, "T").premises == ("p1", "p2", "s")


def test_what_the_verdict_becomes():
    map = loads("t: {supported_by: [a, b]}\na: {}\nb: {attacked_by: [b]}")
    assert load_bearing(map, "t") == {"a": Label.UNDEC}


def test_several_premises_have_to_go():
    map = loads("t: {supported_by: [a, [b, c]]}\na: {}\nb: {}\nc: {}")
    assert load_bearing(map, "t") == {}
    assert smallest_loss(map, "t").premises in (("a", "b"), ("a", "c"))
    assert smallest_sufficient(map, "t").premises == ("a",)


def test_a_falling_claim_rests_on_the_objection():
    map = loads("t: {attacked_by: [a, b]}\na: {}\nb: {}")
    assert smallest_loss(map, "t").premises == ("a", "b")
    assert len(smallest_sufficient(map, "t").premises) == 1


def test_what_is_settled_is_not_searched_for(monkeypatch):
    """Every one of 300 objections has to go, every one of 300 linked premises has to stay."""
    calls = []
    monkeypatch.setattr(Watched, "solve", lambda self, **words: calls.append(1) or solve(self, **words))
    leaves = [f"p{i}" for i in range(300)]
    listed = ", ".join(leaves)
    others = "\n".join(f"{leaf}: {{}}" for leaf in leaves)
    objections = loads(f"t: {{attacked_by: [{listed}]}}\n{others}")
    linked = loads(f"t: {{supported_by: [[{listed}]]}}\n{others}")
    assert smallest_loss(objections, "t").premises == tuple(leaves)
    assert smallest_sufficient(linked, "t").premises == tuple(leaves)
    assert len(calls) < 10


def test_a_circle_is_no_sufficient_reason():
    map = loads("t: {supported_by: [a]}\na: {supported_by: [b, p]}\nb: {supported_by: [a]}\np: {}")
    assert smallest_sufficient(map, "t").premises == ("p",)


def test_a_leaf_rests_on_nothing():
    map = loads("t: {}")
    assert load_bearing(map, "t") == {}
    assert smallest_loss(map, "t").premises is None
    assert smallest_sufficient(map, "t").premises == ()


def test_losses_that_open_a_circle_do_not_decide():
    """b and c support each other: once a is lost nothing carries them, though each "has" a reason still."""
    map = loads("t: {supported_by: [b]}\nb: {supported_by: [a, c]}\nc: {supported_by: [b]}\na: {}")
    assert load_bearing(map, "t") == {"a": Label.UNDEC}


def test_open_questions():
    map = loads("t: {supported_by: [[a, b], c]}\na: {assumed: true}\nb: {}\nc: {}")
    questions = open_questions(map, "t", leaves="evidenced")
    assert [(q.id, q.if_granted, q.if_denied) for q in questions] == [
        ("b", Label.IN, Label.UNDEC),
        ("c", Label.IN, Label.UNDEC),
    ]
    assert open_questions(map, "t") == ()
    assert [q.id for q in open_questions(DUNG, "c4")] == ["c3", "c1", "c2"]


def test_an_open_claim_decided_by_losses():
    map = loads("x: {attacked_by: [y]}\ny: {attacked_by: [x, z]}\nz: {attacked_by: [w, v]}\nw: {}\nv: {}")
    assert load_bearing(map, "x") == {"y": Label.IN}
    one = loads("x: {attacked_by: [[y, z]]}\ny: {supported_by: [[x, a], [x, b]]}\nz: {}\na: {}\nb: {}")
    assert smallest_loss(one, "x").premises == ("z",)
    two = loads(
        "x: {attacked_by: [[y, z], [y, w]]}\ny: {supported_by: [[x, a], [x, b]]}\nz: {}\nw: {}\na: {}\nb: {}"
    )
    assert load_bearing(two, "x") == {}
    assert smallest_loss(two, "x").premises in (("z", "w"), ("a", "b"))


def test_unknown_budget_and_unknown_claim():
    map = loads("t: {supported_by: [a, b]}\na: {}\nb: {}")
    for ask in (smallest_loss, smallest_sufficient):
        answer = ask(map, "t", budget=Budget(conflicts=0))
        assert (answer.premises, answer.unknown) == (None, True)
        with pytest.raises(UnknownIdError):
            ask(map, "x")


def test_long_chain():
    map = chain(20_000)
    assert load_bearing(map, "c0") == {"c19999": Label.OUT}
    assert smallest_loss(map, "c0").premises == smallest_sufficient(map, "c0").premises == ("c19999",)


def test_long_comb():
    """Each step has a premise of its own: the losses of 3,000 premises meet, and are followed on once."""
    claims = {id: Claim(id=id, text="It is so.") for i in range(3_000) for id in (f"c{i}", f"p{i}")}
    relations = {
        f"r{i}": Relation(id=f"r{i}", kind=Kind.SUPPORTS, premises=(f"c{i + 1}", f"p{i}"), target=f"c{i}")
        for i in range(2_999)
    }
    assert len(load_bearing(Map(claims=claims, relations=relations), "c0")) == 3_000


@settings(max_examples=150)
@given(maps(max_claims=6, max_relations=9), leaves)
def test_load_bearing_agrees_with_one_evaluation_a_premise(map, leaves):
    rules = Rules(map, leaves)
    labels = rules.grounded()
    for claim in map.claims:
        after = {id: rules.after(claim, {id: OUT}) for id in rules.premises(claim)}
        assert load_bearing(map, claim, leaves=leaves) == {
            id: LABELS[label] for id, label in after.items() if label != labels[claim]
        }


@given(maps(max_claims=6, max_relations=9), leaves)
def test_open_questions_agree_with_one_evaluation_an_answer(map, leaves):
    rules = Rules(map, leaves)
    labels = rules.grounded()
    for claim in map.claims:
        expected = [
            (id, LABELS[granted], LABELS[denied])
            for id in map.claims
            if id != claim
            and labels[claim] == labels[id] == UNDEC
            and ((granted := rules.after(claim, {id: IN})), (denied := rules.after(claim, {id: OUT})))
            != (UNDEC, UNDEC)
        ]
        found = open_questions(map, claim, leaves=leaves)
        assert [(q.id, q.if_granted, q.if_denied) for q in found] == expected


@given(maps(max_claims=6, max_relations=9), leaves)
def test_smallest_sets_agree_with_trying_all(map, leaves):
    rules = Rules(map, leaves)
    claim = "c0"
    label = rules.grounded()[claim]
    premises = rules.premises(claim)

    def turned(lost):
        return rules.after(claim, dict.fromkeys(lost, OUT)) != label

    def carried(kept):
        return label != UNDEC and without(rules, claim, set(premises) - set(kept)) == label

    for found, is_one in (
        (smallest_loss(map, claim, leaves=leaves), turned),
        (smallest_sufficient(map, claim, leaves=leaves), carried),
    ):
        smallest = next((it for it in subsets(premises) if is_one(it)), None)
        assert not found.unknown
        if smallest is None:
            assert found.premises is None
        else:
            assert len(found.premises) == len(smallest)
            assert is_one(found.premises)


@given(
    maps(max_claims=5, max_relations=8, weights=st.sampled_from([0.1, 0.5, 0.9])),
    st.lists(st.sampled_from(Standard), min_size=5, max_size=5),
)
def test_proof_standards_count(map, chosen):
    standards = dict(zip(map.claims, chosen, strict=False))
    rules = Rules(map, standards=standards)
    label = rules.grounded()["c0"]
    premises = rules.premises("c0")
    after = {id: rules.after("c0", {id: OUT}) for id in premises}
    found = load_bearing(map, "c0", standards=Standards(standards))
    assert found == {id: LABELS[it] for id, it in after.items() if it != label}
    lost = (it for it in subsets(premises) if rules.after("c0", dict.fromkeys(it, OUT)) != label)
    smallest = next(lost, None)
    loss = smallest_loss(map, "c0", standards=Standards(standards)).premises
    assert (loss is None) == (smallest is None)
    assert loss is None or len(loss) == len(smallest)


def without(rules, claim, opened):
    """The label of a claim when some premises are not granted: open, unless an objection stands."""
    standing = rules.standing
    rules.standing = lambda it: UNDEC if it in opened else standing(it)
    try:
        return rules.grounded()[claim]
    finally:
        rules.standing = standing


@pytest.mark.parametrize("width", [1, 2])
@given(map=maps(max_claims=6, max_relations=9), data=st.data())
def test_lanes_can_be_narrow(width, map, data):
    from unittest.mock import patch

    with patch("argmap.evaluate.lanes.WIDTH", width):
        claim = data.draw(st.sampled_from([*map.claims]))
        narrow = load_bearing(map, claim)
    assert narrow == load_bearing(map, claim)


def test_long_circle():
    """What the loss of its one outside reason does to a circle of 5,000 claims."""
    map = chain(5_000)
    back = Relation(id="back", kind=Kind.SUPPORTS, premises=("c0",), target="c4999")
    outside = Relation(id="outside", kind=Kind.SUPPORTS, premises=("p",), target="c2500")
    map = map.model_copy(
        update={
            "claims": {**map.claims, "p": Claim(id="p", text="It is so.")},
            "relations": {**map.relations, "back": back, "outside": outside},
        }
    )
    assert load_bearing(map, "c0") == {"p": Label.UNDEC}
    assert smallest_sufficient(map, "c0").premises == ("p",)
