"""Edge cases of the rules about support and relations, AM107–AM112, and sources, AM401 and AM402."""

import pytest

from argmap.checks.wording import brief, claim_name, counted, listed, shorten, statement, step, target_name
from argmap.graph import Graph
from argmap.model import Quote, Source, Voice
from checks.building import claim, hits, map_of, places, relation

# AM107 unsupported

CITED = (Quote(source="s", paragraph=1),)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "is asserted without support"),
        ({"at": CITED}, "is asserted without support"),
        ({"voice": Voice.REPORTED}, "is reported; nothing in the map supports or documents it"),
        (
            {"voice": Voice.REPORTED, "speaker": "the Harbour Board", "at": CITED},
            "is attributed to the Harbour Board; nothing in the map supports or documents it",
        ),
        ({"voice": Voice.IMPLICIT}, "is an unstated premise, supplied without support"),
        ({"voice": Voice.ANALYST}, "is a premise added by the map-maker, without support"),
    ],
)
def test_message_tells_who_lets_the_claim_stand(fields, message):
    map = map_of([claim("t"), claim("b"), claim("a", **fields)], "b supports t", "a supports b")
    (hit,) = hits("AM107", map)
    assert hit.message == f'"Claim a." (a) {message}'
    assert hit.where == ("claims", "a")


@pytest.mark.parametrize(
    ("line", "part"),
    [("a attacks b", "an objection"), ("a attacks c", "a reply"), ("a supports t", "a premise")],
)
def test_message_tells_the_part_of_what_the_map_maker_added(line, part):
    ids = [claim("t"), claim("b"), claim("c"), claim("a", voice=Voice.ANALYST)]
    found = hits("AM107", map_of(ids, "b supports t", "c attacks b", line))
    assert any(f"(a) is {part} added by the map-maker" in hit.message for hit in found)


@pytest.mark.parametrize(
    ("line", "ending"),
    [
        ("a supports t", "; the thesis rests on it directly"),
        ("a attacks t", "; it speaks directly against the thesis"),
        ("a supports b", "without support"),
        ("a undercuts b:supports:t", "without support"),
    ],
)
def test_message_tells_what_meets_the_thesis_directly(line, ending):
    (hit,) = [h for h in hits("AM107", map_of("t b a", "b supports t", line)) if h.where[1] == "a"]
    assert hit.message.endswith(ending)


def test_thesis_without_support():
    (hit,) = hits("AM107", map_of("t", "t attacks t"))
    assert hit.message == '"Claim t." (t), the thesis, is not supported by anything'
    first, _ = hits("AM107", map_of("s t", thesis=("s", "t")))
    assert first.message == '"Claim s." (s), a thesis, is not supported by anything'


@pytest.mark.parametrize(
    "fields", [{"assumed": True}, {"assumed": "Anyone can see it."}, {"evidence": CITED}]
)
def test_evidence_and_assumptions_are_enough(fields):
    assert hits("AM107", map_of([claim("t", **fields)])) == []


def test_what_only_says_another_claim_in_other_words_is_left_alone():
    ids = [claim("t"), claim("a"), claim("b"), claim("c")]
    found = hits("AM107", map_of(ids, "a supports t", "b rephrases a", "c rephrases a", "c supports t"))
    assert [hit.where[1] for hit in found] == ["a", "c"]


def test_attacks_undercuts_and_rephrasings_are_no_support():
    map = map_of("t a", "r: a attacks t", "a undercuts r", "a rephrases t")
    assert places("AM107", map) == [("claims", "t"), ("claims", "a")]


# AM108 duplicate-relation


def test_same_premises_in_another_order():
    (hit,) = hits("AM108", map_of("t a b", "a+b supports t", "b+a supports t"))
    assert hit.where == ("relations", "b+a:supports:t")
    assert hit.related == (("first here", ("relations", "a+b:supports:t")),)
    assert hit.message == 'said before: "Claim b." (b) and "Claim a." (a) together support "Claim t." (t)'


def test_other_kind_target_or_premises_are_no_duplicates():
    map = map_of("t a b", "a+b supports t", "a supports t", "b supports t", "a+b attacks t", "a supports b")
    assert hits("AM108", map) == []


def test_three_times_the_same():
    assert len(hits("AM108", map_of("t a", "a supports t", "a supports t", "a supports t"))) == 2


def test_premise_named_twice():
    (hit,) = hits("AM108", map_of("t a b", "a+b+a supports t"))
    assert hit.where == ("relations", "a+b+a:supports:t", "premises", 2)
    assert hit.message == '"Claim a." (a) is named twice in one relation to "Claim t." (t)'


def test_duplicate_undercut():
    (hit,) = hits("AM108", map_of("t a u", "r: a supports t", "1: u undercuts r", "2: u undercuts r"))
    assert hit.message == "said before: \"Claim u.\" (u) undercuts the step 'a supports t'"


# AM109 support-and-attack


def test_support_and_attack_is_found_at_the_later_one():
    (hit,) = hits("AM109", map_of("t a", "a attacks t", "a supports t", "a supports t"))
    assert hit.where == ("relations", "a:supports:t")
    assert hit.related == (("attacks it here", ("relations", "a:attacks:t")),)


def test_linked_premises_may_speak_both_ways():
    assert hits("AM109", map_of("t a b", "a+b supports t", "a attacks t")) == []


# AM110 undercut-target


def test_wrong_sorts_of_target():
    map = map_of(
        "t a b",
        "r: a supports t",
        "1: b undercuts t",
        "2: b supports r",
        "3: b attacks r",
        "4: b rephrases r",
    )
    found = hits("AM110", map)
    assert [hit.where for hit in found] == [("relations", id) for id in "1234"]
    assert found[0].message == '"Claim b." (b) undercuts "Claim t." (t), but only a step can be undercut'
    assert found[1].message == (
        "\"Claim b.\" (b) supports the step 'a supports t', but a step can only be undercut"
    )


def test_undercuts_of_undercuts_are_right():
    assert hits("AM110", map_of("t a b", "r: a supports t", "s: b undercuts r", "t2: a undercuts s")) == []


# AM111 stale-assumed


def test_stale_assumed():
    granted = claim("t", assumed="Both sides grant it.")
    (hit,) = hits("AM111", map_of([granted, claim("a")], "a supports t", "t supports a"))
    assert hit.where == ("claims", "t", "assumed")
    assert hit.related == (("supported here", ("relations", "a:supports:t")),)
    assert hits("AM111", map_of([granted, claim("a")], "a attacks t")) == []


# AM112 shortcut-relation


def test_shortcut():
    (hit,) = hits("AM112", map_of("t a b", "a supports t", "a supports b", "b supports t"))
    assert hit.where == ("relations", "a:supports:t")
    assert hit.message == '"Claim a." (a) supports "Claim t." (t) both directly and by way of b'
    assert [path[1] for _, path in hit.related] == ["a:supports:b", "b:supports:t"]


def test_several_ways_round_are_one_finding():
    lines = ("a supports t", "a supports b", "b supports t", "a supports c", "c supports t")
    assert len(hits("AM112", map_of("t a b c", *lines))) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("a supports t", "a supports b", "b attacks t"),
        ("a supports t", "a+c supports b", "b supports t"),
        ("a supports t", "a supports b", "b+c supports t"),
        ("a supports t", "t supports a", "t supports t", "a supports a"),
    ],
)
def test_no_shortcut(lines):
    assert hits("AM112", map_of("t a b c", *lines)) == []


# AM401 unknown-source and AM402 unused-source


def test_citations():
    here = {id: Source(id=id, title=f"Report {id}") for id in ("inspection", "census")}
    cites = claim(
        "t", at=(Quote(source="inspection"), Quote(source="inspektion")), evidence=(Quote(source="x"),)
    )
    map = map_of([cites], sources=here)
    first, second = hits("AM401", map)
    assert first.where == ("claims", "t", "at", 1, "source")
    assert first.help == "Did you mean 'inspection'?"
    assert second.where == ("claims", "t", "evidence", 0, "source")
    assert second.help == "Declare it under sources: 'x: {title: …}'."
    (unused,) = hits("AM402", map)
    assert unused.where == ("sources", "census")
    assert unused.message == 'no claim cites the source "Report census" (census)'


# wording


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Short.", "Short."),
        ("two\n  lines", "two lines"),
        ('She said "no".', "She said 'no'."),
        ("one two three fourteen", "one two three…"),
        ("x" * 30, "x" * 19 + "…"),
        ("关" * 30, "关" * 19 + "…"),
        ("a " * 1000, "a a a a a a a a a a…"),
        ("x" * 20, "x" * 20),
        ("X" * 21, "X" * 19 + "…"),
        ("x" * 21, "x" * 19 + "…"),
        ("short" + " " * 155, "short"),
        ("short" + " " * 156, "short…"),
        ("x" * 10 + " " + "y" * 20, "x" * 10 + " " + "y" * 8 + "…"),
        ("x" * 11 + " " + "y" * 20, "x" * 11 + "…"),
        ("It is so:, one two three", "It is so:, one two…"),
        ("It is so, one;:. , fourteen", "It is so, one…"),
        (" \t It is so. \n", "It is so."),
        (" It is so. ", "It is so."),
        ("It\u00a0is\u2003so.", "It is so."),
        ("It\nis\x1cso.", "It is so."),
    ],
)
def test_shorten(text, short):
    assert shorten(text, 20) == short


def test_without_a_limit_seventy_characters_are_shown():
    assert shorten("x" * 70) == "x" * 70
    assert shorten("x" * 71) == "x" * 69 + "…"


def test_relations_in_words():
    linked, undercut = relation("a+b+a attacks t"), relation(f"c undercuts {'t' * 80}")
    graph = Graph(map_of("t a", "a+b+a attacks t"))
    assert brief(linked) == "a and b together attack t"
    assert statement(graph, linked) == '"Claim a." (a) and \'b\' together attack "Claim t." (t)'
    assert step(linked) == "the step 'a+b+a attacks t'"
    assert brief(undercut) == f"c undercuts {'t' * 69}…"
    assert target_name(graph, "a+b+a:attacks:t") == step(linked)
    assert target_name(graph, "gone") == claim_name(graph, "gone") == "'gone'"
    assert [counted(number, "claim") for number in range(3)] == ["0 claims", "1 claim", "2 claims"]


def test_listed():
    assert listed("abc", last="or") == "a, b or c"
    assert listed("abc", limit=2) == "a, b and 1 more"
    assert [listed(list("abcd")[:n]) for n in range(5)] == [
        "",
        "a",
        "a and b",
        "a, b and c",
        "a, b, c and 1 more",
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["x supports o", "o attacks b"], "x"),
        (["x supports o", "o attacks b", "s attacks o"], "s"),
        (["x supports o", "r: o attacks b", "s undercuts r"], "s"),
        (["x supports o", "o attacks b", "s attacks o", "y attacks s"], "x s y"),
        (["o attacks b"], "o"),
    ],
)
def test_objections_that_are_answered_need_no_ground(lines, found):
    claims = [claim("t"), claim("b", assumed=True), claim("o"), claim("x"), claim("s"), claim("y")]
    map = map_of(claims, "b supports t", *lines)
    bearing = {premise for relation in map.relations.values() for premise in relation.premises}
    assert [where[1] for where in places("AM107", map) if where[1] in bearing] == found.split()


def test_objections_that_are_granted_need_no_ground():
    assert places("AM107", map_of([claim("t", assumed=True), claim("o", residual=True)], "o attacks t")) == []
