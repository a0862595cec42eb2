"""What can be asked for counts in every question: leaves, proof standards, semantics, budget."""

import pytest

from argmap.evaluate import (
    Budget,
    Index,
    Label,
    Standard,
    Standards,
    accepted,
    contributions,
    evaluate,
    load_bearing,
    open_questions,
    positions,
    smallest_loss,
    smallest_sufficient,
    suppose,
    why,
)
from argmap.evaluate.resting import rest
from evaluate.argument_maps import M1, loads

MAP = loads("""
t: {supported_by: [{premises: [a], weight: 0.9, id: r}], attacked_by: [{premises: [o], weight: 0.2, id: s}]}
a: {}
o: {}
""")
"""The objection stands, and weighs little."""
PREPONDERANCE = {"standards": Standards({"t": Standard.PREPONDERANCE})}
EVIDENCED = {"leaves": "evidenced"}
BOTH = PREPONDERANCE | EVIDENCED
OPTIONS = [{}, PREPONDERANCE, EVIDENCED, BOTH]
NO_BUDGET = {"budget": Budget(conflicts=0)}


def told(claim, **how):
    return [step.id for step in why(MAP, claim, **how).steps]


def changes(**supposed):
    return [(it.id, it.before.verdict, it.after.verdict) for it in suppose(MAP, **supposed).changes]


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        (lambda **how: evaluate(MAP, **how).labels["t"].value, ["out", "in", "undec", "undec"]),
        (
            lambda **how: [it["t"].value for it in positions(MAP, **how).found],
            [["out"], ["in"], ["undec"], ["undec"]],
        ),
        (
            lambda **how: [it["t"].value for it in evaluate(MAP, semantics="stable", **how).positions.found],
            [["out"], ["in"], [], []],
        ),
        (
            lambda **how: (
                (found := accepted(MAP, "t", **how)).holds,
                found.witness and found.witness["t"].value,
            ),
            [(False, "out"), (True, None), (False, "undec"), (False, "undec")],
        ),
        (lambda **how: load_bearing(MAP, "t", **how), [{"o": "in"}, {"a": "out"}, {}, {}]),
        (
            lambda **how: [
                (it.id, it.if_granted.value, it.if_denied.value) for it in open_questions(MAP, "t", **how)
            ],
            [[], [], [("a", "undec", "out"), ("o", "out", "undec")], [("a", "in", "out")]],
        ),
        (lambda **how: smallest_loss(MAP, "t", **how).premises, [("o",), ("a",), None, None]),
        (lambda **how: smallest_sufficient(MAP, "t", **how).premises, [("o",), ("a",), None, None]),
        (
            lambda **how: told("t", **how),
            [["t", "s", "o"], ["t", "r", "a"], ["t", "r", "a"], ["t", "r", "a"]],
        ),
        (
            lambda **how: changes(open=["o"], **how),
            [
                [("t", "falls", "open"), ("o", "stands", "open")],
                [("o", "stands", "open")],
                [],
                [],
            ],
        ),
        (
            lambda **how: changes(deny=["o"], **how),
            [
                [("t", "falls", "stands"), ("o", "stands", "falls")],
                [("o", "stands", "falls")],
                [("o", "open", "falls")],
                [("o", "open", "falls")],
            ],
        ),
    ],
)
def test_leaves_and_standards(question, answers):
    assert [question(**how) for how in OPTIONS] == answers


def test_the_standards_of_the_map_count_unless_others_are_given():
    claims = {**MAP.claims, "t": MAP.claims["t"].model_copy(update={"standard": Standard.PREPONDERANCE})}
    own = MAP.model_copy(update={"claims": claims})
    assert evaluate(own).labels["t"] is Label.IN
    assert evaluate(own, standards=Standards({})).labels["t"] is Label.OUT


@pytest.mark.parametrize("how", OPTIONS)
def test_what_a_verdict_rests_on_is_the_answer_to_each_question(how):
    index = Index.of(MAP)
    found = rest(index, "t", loss=True, sufficient=True, contribution="removal", **how)
    evaluation = evaluate(MAP, **how)
    assert (found.claim, found.leaves) == ("t", how.get("leaves", "asserted"))
    assert (found.label, found.reason) == (evaluation.labels["t"], evaluation.reasons["t"])
    assert found.load_bearing == load_bearing(MAP, "t", **how)
    assert found.questions == open_questions(MAP, "t", **how)
    assert found.loss == smallest_loss(MAP, "t", **how)
    assert found.sufficient == smallest_sufficient(MAP, "t", **how)
    assert found.contributions == contributions(MAP, "t")
    assert not found.unknown


def test_nothing_is_computed_that_was_not_asked_for():
    found = evaluate(M1)
    assert found.strengths is found.convergence is found.positions is None
    (change, *_) = suppose(M1, deny=["s"]).changes
    assert change.strength_before is change.strength_after is None
    assert suppose(M1, deny=["s"]).convergence is None


def test_nothing_is_searched_for_that_was_not_asked_for():
    found = rest(Index.of(M1), "T")
    assert (found.loss, found.sufficient, found.contributions, found.unknown) == (None, None, None, False)


def test_contributions_as_they_are_asked_for():
    found = rest(Index.of(M1), "T", contribution="gradient", strength="qe", linked="product").contributions
    assert found == contributions(M1, "T", "gradient", strength="qe", linked="product")
    assert (found.claim, found.method) == ("T", "gradient")
    assert found.strength == pytest.approx(0.638833, abs=5e-7)
    (change, *_) = suppose(M1, deny=["s"], strength="qe", linked="product").changes
    assert change.strength_before == pytest.approx(0.638833, abs=5e-7)


def test_the_budget_is_that_of_each_search():
    map = loads("t: {supported_by: [a, b]}\na: {}\nb: {}")
    assert rest(Index.of(map), "t", loss=True, **NO_BUDGET).unknown
    assert rest(Index.of(map), "t", sufficient=True, **NO_BUDGET).unknown
    circle = loads("a: {attacked_by: [b]}\nb: {attacked_by: [a]}")
    assert positions(circle, **NO_BUDGET).unknown
    assert evaluate(circle, semantics="preferred", **NO_BUDGET).positions.unknown
    assert not evaluate(circle, semantics="preferred").positions.unknown


def test_the_limit_is_that_of_the_positions():
    pairs = loads(
        "\n".join(f"a{i}: {{attacked_by: [b{i}]}}\nb{i}: {{attacked_by: [a{i}]}}" for i in range(7))
    )
    assert len(evaluate(pairs, semantics="stable", limit=3).positions.found) == 3
    assert len(evaluate(pairs, semantics="stable").positions.found) == 100
    assert len(positions(pairs, "stable").found) == 100
    assert len(evaluate(pairs, semantics="stable", limit=None).positions.found) == 128
    assert positions(pairs, "stable", limit=128).exhaustive
    assert evaluate(pairs, semantics="stable").positions.semantics == "stable"
