"""Proof standards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluate import Standard, Standards, Thresholds, UnknownIdError, Why, evaluate, why
from argmap.evaluate.labels import LABELS
from evaluate.argument_maps import leaves, loads, maps
from evaluate.definitions import Rules

WEIGHED = """
t: {{supported_by: [{{premises: [a], weight: {pro}}}], attacked_by: [{{premises: [b], weight: {con}}}]}}
a: {{}}
b: {{}}
"""


def verdict(standard, pro, con, **thresholds):
    map = loads(WEIGHED.format(pro=pro, con=con))
    standards = Standards({"t": standard}, Thresholds(**thresholds))
    return evaluate(map, standards=standards).labels["t"].verdict


@pytest.mark.parametrize(
    ("standard", "pro", "con", "expected"),
    [
        ("scintilla", 0.1, 1.0, "stands"),
        ("dialectical-validity", 1.0, 0.1, "falls"),
        ("preponderance", 0.6, 0.5, "stands"),
        ("preponderance", 0.5, 0.5, "falls"),
        ("clear-and-convincing", 0.8, 0.4, "stands"),
        ("clear-and-convincing", 0.8, 0.5, "falls"),
        ("clear-and-convincing", 0.5, 0.1, "falls"),
        ("beyond-reasonable-doubt", 0.8, 0.1, "stands"),
        ("beyond-reasonable-doubt", 0.8, 0.2, "falls"),
        ("beyond-reasonable-doubt", 0.6, 0.1, "falls"),
    ],
)
def test_standards(standard, pro, con, expected):
    assert verdict(Standard(standard), pro, con) == expected


@pytest.mark.parametrize("weights", [(0.2, 0.8), (0.8, 0.2)])
@pytest.mark.parametrize(
    ("answered", "expected"),
    [("", "falls"), ("heavy", "stands"), ("light", "falls"), ("heavy light", "stands")],
)
def test_the_heaviest_objection_that_stands_decides(weights, answered, expected):
    names = {0.2: "light", 0.8: "heavy"}
    objections = [f"{{premises: [{names[weight]}], weight: {weight}}}" for weight in weights]
    answers = {name: "attacked_by: [d]" if name in answered else "" for name in names.values()}
    map = loads(f"""
    t: {{supported_by: [{{premises: [a], weight: 0.5}}], attacked_by: [{", ".join(objections)}]}}
    a: {{}}
    light: {{{answers["light"]}}}
    heavy: {{{answers["heavy"]}}}
    d: {{}}
    """)
    assert evaluate(map, standards=Standards({"t": Standard.PREPONDERANCE})).labels["t"].verdict == expected


def test_a_claim_without_reasons_weighs_its_confidence():
    for confidence, expected in ((0.4, "falls"), (0.6, "stands")):
        map = loads(f"""
        t: {{confidence: {confidence}, attacked_by: [{{premises: [a], weight: 0.5}}]}}
        a: {{}}
        """)
        assert (
            evaluate(map, standards=Standards({"t": Standard.PREPONDERANCE})).labels["t"].verdict == expected
        )


def test_thresholds_can_be_set():
    assert verdict(Standard.CLEAR_AND_CONVINCING, 0.5, 0.1, alpha=0.4) == "stands"
    assert verdict(Standard.BEYOND_REASONABLE_DOUBT, 0.9, 0.3, gamma=0.4) == "stands"


def test_reason_where_only_the_standard_fails():
    map = loads("t: {supported_by: [{premises: [a], weight: 0.4}]}\na: {}")
    evaluation = evaluate(map, standards=Standards({"t": Standard.CLEAR_AND_CONVINCING}))
    assert evaluation.reasons["t"].why is Why.STANDARD_NOT_MET


def test_explanation_names_the_reason_that_meets_the_standard():
    reasons = "[{premises: [weak], weight: 0.2}, {premises: [strong], weight: 0.9}]"
    map = loads(f"""
    t: {{supported_by: {reasons}, attacked_by: [{{premises: [q], weight: 0.5}}]}}
    weak: {{}}
    strong: {{}}
    q: {{}}
    """)
    explanation = why(map, "t", standards=Standards({"t": Standard.PREPONDERANCE}))
    assert [step.id for step in explanation.steps] == ["t", "strong:supports:t", "strong"]


def test_unknown_claim_and_standard():
    map = loads("t: {}")
    with pytest.raises(UnknownIdError):
        evaluate(map, standards=Standards({"x": Standard.SCINTILLA}))
    with pytest.raises(ValueError, match="certainty"):
        evaluate(map, standards=Standards({"t": "certainty"}))


WEIGHTS = st.sampled_from([None, 0.1, 0.4, 0.5, 0.8, 1.0])


@given(
    maps(max_claims=4, max_relations=8, weights=WEIGHTS),
    leaves,
    st.lists(st.sampled_from(Standard), min_size=4, max_size=4),
)
def test_agrees_with_the_definition(map, leaves, chosen):
    standards = dict(zip(map.claims, chosen, strict=False))
    found = evaluate(map, leaves=leaves, standards=Standards(standards)).labels
    expected = Rules(map, leaves, standards).grounded()
    assert dict(found) == {id: LABELS[label] for id, label in expected.items()}


@given(maps(), leaves)
def test_the_default_is_dialectical_validity(map, leaves):
    standards = Standards(dict.fromkeys(map.claims, Standard.DIALECTICAL_VALIDITY))
    assert dict(evaluate(map, leaves=leaves, standards=standards).labels) == dict(
        evaluate(map, leaves=leaves).labels
    )
