"""Grounded labels: worked values, and agreement with the definition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluate import Index, evaluate
from argmap.evaluate.labelling import by_index, grounded
from argmap.evaluate.labels import LABELS, Label, Reason, Why
from argmap.evaluate.network import network
from argmap.model import Claim, Kind, Map, Relation
from evaluate.argument_maps import DUNG, M1, chain, leaves, loads, maps
from evaluate.definitions import Rules


def verdicts(map, **how):
    return {id: label.verdict for id, label in evaluate(map, **how).labels.claims().items()}


def test_worked_map():
    labels = evaluate(M1).labels
    assert labels["T"] == labels["p1+p2:supports:T"] == Label.IN
    assert labels["q"] == labels["r2"] == Label.OUT


def test_dung_example_is_undecided():
    assert set(verdicts(DUNG).values()) == {"open"}


def test_undercut_of_an_undercut_restores_the_step():
    map = loads("""
    t: {supported_by: [{premises: [p], undercut_by: [{premises: [u], undercut_by: [v]}]}]}
    p: {}
    u: {}
    v: {}
    """)
    assert verdicts(map)["t"] == "stands"


def test_leaves_evidenced():
    map = loads("""
    t: {supported_by: [a], attacked_by: [b]}
    a: {assumed: true}
    b: {attacked_by: [a]}
    """)
    assert verdicts(map, leaves="evidenced") == {"t": "stands", "a": "stands", "b": "falls"}
    assert verdicts(loads("t: {supported_by: [a]}\na: {}"), leaves="evidenced") == {"t": "open", "a": "open"}


def test_residual_objections_are_aside():
    assert verdicts(loads("t: {attacked_by: [q]}\nq: {residual: true}"))["t"] == "stands"


def test_rephrases_do_not_count():
    claims = {id: Claim(id=id, text="It is so.") for id in "ab"}
    relations = {"r": Relation(id="r", kind=Kind.REPHRASES, premises=("b",), target="a")}
    map = Map(claims=claims, relations=relations)
    assert verdicts(map, leaves="evidenced")["a"] == "open"
    assert evaluate(map).reasons["a"].why is Why.ASSERTED


def test_premise_that_names_no_claim_is_open():
    labels = evaluate(
        Map(
            claims={"t": Claim(id="t", text="It is so.")},
            relations={"r": Relation(id="r", kind=Kind.ATTACKS, premises=("gone",), target="t")},
        )
    ).labels
    assert labels["t"] == labels["r"] == Label.UNDEC
    assert list(labels) == ["t", "r"]
    assert "gone" not in labels


@pytest.mark.parametrize(
    ("text", "why", "claims", "relations"),
    [
        ("t: {}", Why.ASSERTED, "", ""),
        ("t: {assumed: true}", Why.ASSUMED, "", ""),
        ("t: {supported_by: [a, b]}\na: {}\nb: {attacked_by: [a]}", Why.STANDING_REASON, "a", "a:supports:t"),
        (
            "t: {supported_by: [[a, c], c]}\na: {}\nc: {}",
            Why.STANDING_REASON,
            "a c",
            "a+c:supports:t c:supports:t",
        ),
        (
            "t: {supported_by: [a, b]}\na: {attacked_by: [c]}\nb: {attacked_by: [c]}\nc: {}",
            Why.NO_STANDING_REASON,
            "a b",
            "a:supports:t b:supports:t",
        ),
        (
            "t: {attacked_by: [a, b]}\na: {}\nb: {attacked_by: [a]}",
            Why.STANDING_OBJECTION,
            "a",
            "a:attacks:t",
        ),
        (
            "t: {supported_by: [a, c], attacked_by: [b]}\na: {}\nb: {}\nc: {}",
            Why.CONTESTED,
            "b",
            "b:attacks:t",
        ),
        (
            "t: {supported_by: [a, b], attacked_by: [b]}\na: {supported_by: [t]}\nb: {attacked_by: [b]}",
            Why.CIRCULAR,
            "a",
            "a:supports:t",
        ),
        (
            "t: {supported_by: [b], attacked_by: [a]}\na: {attacked_by: [t]}\nb: {attacked_by: [b]}",
            Why.DEADLOCK,
            "a",
            "a:attacks:t",
        ),
        (
            "t: {supported_by: [a], attacked_by: [t]}\na: {attacked_by: [t]}",
            Why.DEADLOCK,
            "t a",
            "t:attacks:t a:supports:t",
        ),
        ("t: {attacked_by: [t]}", Why.DEADLOCK, "t", "t:attacks:t"),
        (
            "t: {supported_by: [a, b]}\na: {attacked_by: [a]}\nb: {attacked_by: [c]}\nc: {}",
            Why.OPEN_REASON,
            "a",
            "a:supports:t",
        ),
        (
            "t: {supported_by: [a], attacked_by: [b]}\na: {attacked_by: [a]}\nb: {attacked_by: [b]}",
            Why.OPEN_REASON,
            "a",
            "a:supports:t",
        ),
        (
            "t: {supported_by: [b, c], attacked_by: [a]}\nb: {}\nc: {attacked_by: [c]}\na: {attacked_by: [a]}",
            Why.OPEN_OBJECTION,
            "a",
            "a:attacks:t",
        ),
    ],
)
def test_reasons(text, why, claims, relations):
    reason = evaluate(loads(text)).reasons["t"]
    assert (reason.why, reason.claims, reason.relations) == (
        why,
        tuple(claims.split()),
        tuple(relations.split()),
    )


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Why.ASSERTED, "asserted"),
        (Why.ASSUMED, "assumed"),
        (Why.EVIDENCED, "rests on evidence"),
        (Why.STANDING_REASON, "a standing reason"),
        (Why.NO_STANDING_REASON, "no standing reason"),
        (Why.STANDING_OBJECTION, "a standing objection"),
        (Why.CONTESTED, "contested: reasons stand, and so does an objection"),
        (Why.STANDARD_NOT_MET, "its proof standard is not met"),
        (Why.NO_EVIDENCE, "no evidence, and not assumed"),
        (Why.CIRCULAR, "circular"),
        (Why.DEADLOCK, "deadlock"),
        (Why.OPEN_REASON, "no reason stands, one is open"),
        (Why.OPEN_OBJECTION, "an open objection"),
    ],
)
def test_reasons_in_words(why, words):
    assert str(Reason(why)) == words
    assert str(Reason(why, claims=("a",))) == f"{words} (a)"
    assert str(Reason(why, claims=("a", "b", "c"))) == f"{words} (a, b, c)"
    assert str(Reason(why, claims=("a", "b", "c", "d", "e"))) == f"{words} (a, b, c and 2 more)"


def test_reason_of_an_open_leaf():
    assert evaluate(loads("t: {}"), leaves="evidenced").reasons["t"].why is Why.NO_EVIDENCE
    attacked = loads("t: {attacked_by: [t]}")
    assert evaluate(attacked, leaves="evidenced").reasons["t"].why is Why.NO_EVIDENCE


def test_reason_with_evidence():
    claim = Claim(id="t", text="It is so.", evidence=({"source": "s"},))
    assert evaluate(Map(claims={"t": claim}), leaves="evidenced").reasons["t"].why is Why.EVIDENCED


@given(maps(), leaves, st.booleans())
def test_agrees_with_the_least_fixpoint(map, leaves, contract):
    index = Index.of(map)
    net = network(index, leaves, contract=contract)
    labels = by_index(net, grounded(net))
    found = {id: labels[node] for id, node in index.number.items()}
    assert found == Rules(map, leaves).grounded()


@given(maps(), leaves)
def test_every_claim_has_a_reason_that_fits_its_label(map, leaves):
    evaluation = evaluate(map, leaves=leaves)
    fitting = {
        Label.IN: {Why.ASSERTED, Why.ASSUMED, Why.EVIDENCED, Why.STANDING_REASON},
        Label.OUT: {Why.NO_STANDING_REASON, Why.STANDING_OBJECTION, Why.CONTESTED},
        Label.UNDEC: {Why.NO_EVIDENCE, Why.CIRCULAR, Why.DEADLOCK, Why.OPEN_REASON, Why.OPEN_OBJECTION},
    }
    for id, reason in evaluation.reasons.items():
        assert reason.why in fitting[evaluation.labels[id]]
        leaf = reason.why in (Why.ASSERTED, Why.ASSUMED, Why.EVIDENCED, Why.NO_EVIDENCE)
        assert bool(reason.relations) is not leaf


@given(maps(kinds=(Kind.SUPPORTS, Kind.ATTACKS, Kind.UNDERCUTS)))
def test_what_is_decided_without_the_unknown_holds_whatever_it_says(map):
    """A premise that names no claim is open: adding the claim, denied or granted, overturns no verdict."""
    before = evaluate(map).labels
    for pin in (-1, 1):
        claims = {**map.claims, "nowhere": Claim(id="nowhere", text="It is so.")}
        after = Rules(map.model_copy(update={"claims": claims}), pins={"nowhere": pin}).grounded()
        assert all(before[id] in (Label.UNDEC, LABELS[after[id]]) for id in before)


def test_empty_map():
    evaluation = evaluate(Map(), strength="dfquad", semantics="stable")
    assert dict(evaluation.labels) == dict(evaluation.reasons) == dict(evaluation.strengths) == {}
    assert len(evaluation.positions.found) == 1


@pytest.mark.parametrize("kind", [Kind.SUPPORTS, Kind.ATTACKS])
def test_long_chain(kind):
    evaluation = evaluate(chain(20_000, kind), strength="qe")
    assert evaluation.labels["c0"] == (Label.IN if kind is Kind.SUPPORTS else Label.OUT)
    assert len(evaluation.reasons) == 20_000


def test_long_circle():
    map = chain(20_000)
    back = Relation(id="back", kind=Kind.SUPPORTS, premises=("c0",), target="c19999")
    circle = map.model_copy(update={"relations": {**map.relations, "back": back}})
    assert evaluate(circle).reasons["c7"].why is Why.CIRCULAR
