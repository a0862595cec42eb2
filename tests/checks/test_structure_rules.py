"""Edge cases of the rules about structure, AM101–AM106."""

import pytest

from checks.building import claim, hits, map_of, places

# AM101 unknown-id


def test_every_mention_of_an_unknown_id_is_found():
    map = map_of(
        "t claim-one", "ghost supports t", "claim-one+ghost attacks t", thesis=("t", "claim-won", "ghost")
    )
    assert places("AM101", map) == [
        ("thesis", 1),
        ("thesis", 2),
        ("relations", "ghost:supports:t", "premises", 0),
        ("relations", "claim-one+ghost:attacks:t", "premises", 1),
    ]
    first, second, third, _ = hits("AM101", map)
    assert first.message == "no claim has the id 'claim-won', which is named as a thesis"
    assert first.help == "Did you mean 'claim-one'?"
    assert second.help == "Add the claim, or take the id out."
    assert third.message == "no claim has the id 'ghost', which is to support \"Claim t.\" (t)"


def test_id_of_a_relation_is_not_that_of_a_claim():
    (hit,) = hits("AM101", map_of("t a", "step: a supports t", "u: step undercuts step"))
    assert hit.message == (
        "'step', which is to undercut the step 'a supports t', is the id of a relation, not of a claim"
    )
    assert "undercut_by" in hit.help


def test_case_does_not_keep_from_a_suggestion():
    (hit,) = hits("AM101", map_of("t Claim-One", thesis=("CLAIM-ONE",)))
    assert hit.help == "Did you mean 'Claim-One'?"


def test_suggestions_are_limited_but_findings_are_not():
    many = [f"claim-{i}x supports t" for i in range(150)]
    found = hits("AM101", map_of("t claim-1 claim-2", *many))
    assert len(found) == 150
    assert sum("Did you mean" in hit.help for hit in found) <= 100


# AM103 self-reference


@pytest.mark.parametrize("kind", ["supports", "attacks", "rephrases"])
def test_self_reference(kind):
    (hit,) = hits("AM103", map_of("t a", f"a+t {kind} t"))
    assert hit.message == f'"Claim t." (t) {kind} itself'
    assert hit.where == ("relations", f"a+t:{kind}:t", "premises", 1)


def test_undercutting_a_step_that_one_is_a_premise_of_is_no_self_reference():
    assert hits("AM103", map_of("t a", "r: a supports t", "a undercuts r")) == []


# AM104 circular-support


def circle(size):
    ids = [f"c{i}" for i in range(size)]
    return map_of(" ".join(ids), *(f"c{i} supports c{(i + 1) % size}" for i in range(size)), thesis=("c0",))


def test_circle_is_one_finding_with_every_edge():
    (hit,) = hits("AM104", circle(3))
    assert hit.message == '"Claim c1." (c1) is among its own grounds: c1 → c2 → c0 → c1'
    assert hit.where == ("relations", "c0:supports:c1")
    assert [message for message, _ in hit.related] == ["c0 supports c1", "c1 supports c2", "c2 supports c0"]


def test_long_circle_is_cut_in_the_message_only():
    (hit,) = hits("AM104", circle(2000))
    assert hit.message.endswith("c1 → c2 → c3 → c4 → c5 → … → c0 → c1")
    assert len(hit.related) == 2000


def test_entangled_circles_are_one_finding_with_a_shortest_circle():
    map = map_of("t a b c", "a supports t", "t supports a", "b supports a", "c supports b", "t supports c")
    (hit,) = hits("AM104", map)
    assert (
        hit.message
        == '"Claim t." (t) is among its own grounds: t → a → t; 4 claims are entangled in this way'
    )
    assert len(hit.related) == 5


def test_separate_circles_are_separate_findings():
    map = map_of("t a b c", "a supports t", "t supports a", "b supports c", "c supports b", "a supports b")
    assert len(hits("AM104", map)) == 2


def test_linked_premises_close_a_circle():
    (hit,) = hits("AM104", map_of("t a b", "a+b supports t", "t supports a"))
    assert hit.related[0][0] == "a and b together support t"


def test_self_support_within_a_circle_is_left_to_its_own_rule():
    (hit,) = hits("AM104", map_of("t a", "t supports t", "a supports t", "t supports a"))
    assert [message for message, _ in hit.related] == ["a supports t", "t supports a"]


def test_circles_of_attacks_are_no_circular_support():
    assert hits("AM104", map_of("t a", "a attacks t", "t attacks a")) == []
    assert hits("AM104", map_of("t", "t supports t")) == []


# AM105 orphan


def test_lone_claim():
    (hit,) = hits("AM105", map_of("t a"))
    assert hit.message == '"Claim a." (a) has no relation to any other claim'
    assert hit.where == ("claims", "a")


def test_detached_group_is_one_finding():
    lines = ("b supports a", "c attacks b", "d supports c", "u undercuts b:supports:a")
    (hit,) = hits("AM105", map_of("t a b c d u", *lines))
    assert hit.message == '"Claim a." (a), "Claim b." (b), "Claim c." (c) and 2 more bear on no thesis'
    assert [path for _, path in hit.related] == [("claims", id) for id in "bcdu"]
    assert "'a'" in hit.help


def test_conclusion_drawn_from_claims_of_the_thesis():
    (hit,) = hits("AM105", map_of("t a z", "a supports t", "a supports z"))
    assert hit.message == '"Claim z." (z) bears on no thesis, though claims that do bear on it'
    (hit,) = hits("AM105", map_of("t z", "t supports z"))
    assert hit.where == ("claims", "z")


def test_conclusions_that_share_a_premise_of_the_thesis_are_separate():
    map = map_of("t a y z", "a supports t", "a supports z", "a supports y")
    assert places("AM105", map) == [("claims", "y"), ("claims", "z")]


def test_undercutter_of_a_detached_step_is_detached_with_it():
    map = map_of("t a z u", "a supports t", "r: a supports z", "u undercuts r")
    assert places("AM105", map) == [("claims", "z")]


def test_undercutters_bear_on_the_thesis():
    map = map_of("t a u w", "r: a supports t", "s: u undercuts r", "w undercuts s")
    assert hits("AM105", map) == []


@pytest.mark.parametrize("thesis", [(), ("ghost",)])
def test_without_a_thesis_nothing_is_an_orphan(thesis):
    assert hits("AM105", map_of("t a", thesis=thesis)) == []


# AM106 thesis-count


def test_no_thesis_suggests_claims_with_grounds_that_are_given_for_nothing():
    (hit,) = hits("AM106", map_of("a b c", "a supports b", "b supports c", thesis=()))
    assert hit.where == ("thesis",)
    assert hit.help == ("Which claim is the text about? Is it \"Claim c.\" (c)? Name it: 'thesis: c'.")


def test_no_thesis_and_no_candidate():
    (hit,) = hits("AM106", map_of("a", thesis=()))
    assert hit.help == "Which claim is the text about? Name it: 'thesis: <id>'."
    (hit,) = hits("AM106", map_of([], thesis=()))
    assert hit.message == "the map has no thesis"


@pytest.mark.parametrize(("number", "found"), [(1, 0), (5, 0), (6, 1)])
def test_number_of_theses(number, found):
    ids = [f"t{i}" for i in range(number)]
    assert len(hits("AM106", map_of(" ".join(ids), thesis=(*ids, ids[0])))) == found


def test_unknown_thesis_is_left_to_its_own_rule():
    assert hits("AM106", map_of("a", thesis=("ghost",))) == []


def test_ids_are_not_shortened():
    long = claim("x" * 150)
    (hit,) = hits("AM105", map_of([claim("t"), long]))
    assert "x" * 150 in hit.message
