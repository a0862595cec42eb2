"""Edge cases of the rules about verdicts and strengths, AM202–AM205, AM305 and AM306, and AM101 of ``expect``."""

import pytest

from argmap.model import Quote, Voice
from checks.building import claim, hits, map_of, places, relation

REPORTED = {"voice": Voice.REPORTED}


def ids(text, **residual):
    return [claim(id, residual=residual.get(id, False)) for id in text.split()]


# AM202 unanswered-objection


@pytest.mark.parametrize(
    ("lines", "standing"),
    [
        (["o attacks t"], ["o:attacks:t"]),
        (["o attacks t", "a attacks o"], []),
        (["r: o attacks t", "a undercuts r"], []),
        (["r: o attacks t", "s: a undercuts r", "b undercuts s"], ["r", "b:undercuts:s"]),
        (["o attacks t", "a attacks o", "b attacks a"], ["o:attacks:t", "b:attacks:a"]),
        (["o attacks a"], []),
        (["r: a supports t", "o undercuts r"], ["o:undercuts:r"]),
        (["a supports t", "o supports b"], []),
        (["o attacks o", "o attacks t"], []),
        (["o attacks t", "t attacks o"], []),
        (["o+missing attacks t"], []),
    ],
)
def test_objections_that_stand(lines, standing):
    assert places("AM202", map_of("t o a b", *lines)) == [("relations", id) for id in standing]


def test_a_conceded_objection_is_left_alone():
    assert hits("AM202", map_of(ids("t o", o=True), "o attacks t")) == []
    assert hits("AM202", map_of(ids("t o p", p=True), "o+p attacks t")) == []


def test_answers_that_fall_are_shown():
    (hit, _) = hits("AM202", map_of("t o a b", "o attacks t", "a attacks o", "b attacks a"))
    assert hit.message == ('nothing that stands answers "Claim o." (o), an objection to "Claim t." (t)')
    assert hit.related == (("falls: a attacks o", ("relations", "a:attacks:o")),)


# AM203 unexpected-verdict


@pytest.mark.parametrize(
    ("label", "message"),
    [
        (
            "in",
            '"Claim t." (t) is expected to stand, but falls if the premises are granted: a standing objection (o)',
        ),
        (
            "undec",
            '"Claim t." (t) is expected to be open, but falls if the premises are granted: a standing objection (o)',
        ),
    ],
)
def test_message_tells_what_was_expected_and_what_decides(label, message):
    (hit,) = hits("AM203", map_of("t o", "o attacks t", expect={"t": label}))
    assert hit.message == message
    assert hit.where == ("expect", "t")


def test_expectations_that_are_met():
    map = map_of(
        "t o a b", "o attacks t", "a attacks b", "b attacks a", expect={"t": "out", "o": "in", "a": "undec"}
    )
    assert hits("AM203", map) == []


def test_expectations_of_claims_that_are_not_there():
    map = map_of("t", expect={"tt": "in"})
    assert hits("AM203", map) == []
    (hit,) = hits("AM101", map)
    assert hit.where == ("expect", "tt")
    assert hit.help == "Did you mean 't'?"


# AM204 contradiction


def spoken(**who):
    voices = {"author": {}, "analyst": {"voice": Voice.ANALYST}, "implicit": {"voice": Voice.IMPLICIT}}
    return [claim(id, **voices.get(name, {**REPORTED, "speaker": name})) for id, name in who.items()]


@pytest.mark.parametrize(
    ("who", "lines", "found"),
    [
        ({"t": "author", "o": "author", "x": "Ann"}, ["o attacks t"], 1),
        ({"t": "Ann", "o": "Ann"}, ["o attacks t"], 1),
        ({"t": "Ann", "o": "Bob"}, ["o attacks t"], 0),
        ({"t": "author", "o": "Ann"}, ["o attacks t"], 0),
        ({"t": "author", "o": "author"}, ["o attacks t"], 0),
        ({"t": "analyst", "o": "analyst"}, ["o attacks t"], 0),
        ({"t": "implicit", "o": "author"}, ["o attacks t"], 0),
        ({"t": "author", "o": "author", "x": "Ann"}, ["o attacks t", "x attacks o"], 0),
        ({"t": "author", "o": "author", "x": "Ann"}, ["o attacks t", "t attacks o"], 2),
        ({"t": "author", "o": "author", "x": "Ann"}, ["o+x attacks t"], 0),
        ({"t": "author", "o": "author", "x": "Ann"}, ["r: o supports t", "o undercuts r"], 0),
        ({"t": "author", "x": "Ann"}, ["t attacks t"], 0),
        ({"t": "author", "x": "Ann"}, ["missing attacks t"], 0),
    ],
)
def test_who_contradicts_himself(who, lines, found):
    assert len(hits("AM204", map_of(spoken(**who), *lines))) == found


@pytest.mark.parametrize(
    ("claims", "lines", "who"),
    [
        ([claim("one/t"), claim("two/o"), claim("x", **REPORTED)], "two/o attacks one/t", None),
        ([claim("one/t"), claim("o"), claim("x", **REPORTED)], "o attacks one/t", None),
        (
            [claim("one/t"), claim("one/o"), claim("one/x", **REPORTED)],
            "one/o attacks one/t",
            "the author of one",
        ),
        ([claim("one/t"), claim("one/o"), claim("x", **REPORTED)], "one/o attacks one/t", None),
        ([claim("t"), claim("o"), claim("one/x", **REPORTED)], "o attacks t", None),
        (
            [claim("one/t", **REPORTED, speaker="Ann"), claim("two/o", **REPORTED, speaker="Ann")],
            "two/o attacks one/t",
            "Ann",
        ),
    ],
)
def test_maps_that_are_included_have_authors_of_their_own(claims, lines, who):
    found = [hit.message.partition(" says both ")[0] for hit in hits("AM204", map_of(claims, lines))]
    assert found == ([who] if who else [])


def test_a_speaker_of_many_words_is_cut():
    who = "The Board of the Harbour and the Dock Company"
    claims = [claim(id, **REPORTED, speaker=who) for id in "to"]
    (hit,) = hits("AM204", map_of(claims, "o attacks t"))
    assert hit.message.startswith("The Board of the Harbour and the Dock… says both ")


def test_a_speaker_who_is_not_named_contradicts_nobody():
    assert hits("AM204", map_of([claim("t", **REPORTED), claim("o", **REPORTED)], "o attacks t")) == []


def test_a_conceded_objection_is_no_contradiction():
    map = map_of([claim("t"), claim("o", residual=True), claim("x", **REPORTED)], "o attacks t")
    assert hits("AM204", map) == []


# AM205 deadlock


@pytest.mark.parametrize(
    ("lines", "groups"),
    [
        (["a attacks b", "b attacks a"], [("a", "b")]),
        (["a attacks a"], [("a",)]),
        (["a attacks b", "b attacks c", "c attacks a"], [("a", "b", "c")]),
        (["a attacks b", "b attacks a", "a supports t"], [("a", "b")]),
        (["a attacks b", "b attacks a", "c attacks b"], []),
        (["a supports b", "b supports a"], []),
        (["a attacks b", "b attacks a", "c attacks d", "d attacks c"], [("a", "b"), ("c", "d")]),
    ],
)
def test_claims_that_hold_one_another_open(lines, groups):
    found = hits("AM205", map_of("t a b c d", *lines))
    assert [(hit.where[1], *(path[1] for _, path in hit.related)) for hit in found] == groups


# AM305 single-point-of-failure


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["p+q supports t"], None),
        (["p supports t", "q supports t"], None),
        (["a supports t", "b supports t", "p supports a", "p supports b"], "without p"),
        (["a supports t", "b supports t", "p+q supports a", "p+q supports b"], "without any one of p and q"),
        (["p supports t", "q supports t", "a attacks t", "b attacks a"], "without b"),
        (["p supports t", "q supports t", "a attacks t"], None),
        (["p supports t", "a supports t", "p supports a"], None),
        (["p+q supports t", "p+a supports t"], "without p"),
    ],
)
def test_what_the_thesis_cannot_do_without(lines, message):
    found = [hit.message for hit in hits("AM305", map_of("t a b p q", *lines))]
    expected = f'"Claim t." (t) has 2 standing reasons, yet does not stand {message}'
    assert found == ([expected] if message else [])


# AM306 overconfident


def held(reasons, lines, **fields):
    claims = [claim("t", **fields), *(claim(id, confidence=score) for id, score in reasons.items())]
    return map_of(claims, *lines)


@pytest.mark.parametrize(
    ("confidence", "lines", "carried"),
    [
        (0.9, ["p supports t"], "its reason carries at most 0.5"),
        (0.5, ["p supports t"], None),
        (0.505, ["p supports t"], None),
        (0.506, ["p supports t"], "its reason carries at most 0.5"),
        (0.5, ["p+q supports t"], "its reason carries at most 0.4"),
        (0.8, ["p supports t", "q supports t"], "its reasons carry at most 0.7"),
        (0.7, ["p supports t", "q supports t"], None),
        (0.9, ["p supports t", "n supports t"], None),
        (0.9, ["p+n supports t"], None),
        (0.9, ["p+missing supports t"], None),
        (0.9, [], None),
        (0.9, ["p attacks t"], None),
    ],
)
def test_what_reasons_carry(confidence, lines, carried):
    map = held({"p": 0.5, "q": 0.4, "n": None}, lines, confidence=confidence)
    found = [hit.message.partition("but ")[2] for hit in hits("AM306", map)]
    assert found == ([carried] if carried else [])


def test_what_stands_before_hides_nothing():
    claims = [claim("n"), claim("t", confidence=0.9), claim("p", confidence=0.5)]
    assert places("AM306", map_of(claims, "p supports t")) == [("claims", "t", "confidence")]
    lines = ["a supports t", "b supports t", "p supports a", "p supports b", "a supports s"]
    assert places("AM305", map_of("s t a b p", *lines, thesis=("s", "t"))) == [("claims", "t")]


def test_weights_count():
    map = held({"p": 0.5}, [], confidence=0.4)
    weighted = relation("p supports t", weight=0.5)
    (hit,) = hits("AM306", map.model_copy(update={"relations": {weighted.id: weighted}}))
    assert hit.message.endswith("at most 0.25")
    assert hit.where == ("claims", "t", "confidence")


def test_evidence_of_its_own_may_carry_the_rest():
    evidence = (Quote(source="s", paragraph=1),)
    assert hits("AM306", held({"p": 0.5}, ["p supports t"], confidence=0.9, evidence=evidence)) == []
