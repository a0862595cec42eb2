"""Edits of a map as text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import loads, writer
from argmap.model import Kind
from argmap.refactor import (
    EditError,
    add_claim,
    format_text,
    link,
    move,
    remove,
    rename,
    split,
    unlink,
)
from argmap.testing import maps
from refactor.building import MAP, edited


@pytest.mark.parametrize(
    ("premises", "kind", "target", "lines"),
    [
        (["u"], "supports", "t", ["+       - u"]),
        (["u", "d"], "supports", "t", ["+       - [u, d]"]),
        (["u"], "attacks", "t", ["-     attacked_by: [o]", "+     attacked_by: [o, u]"]),
        (["u"], "supports", "b", ["+     supported_by: [u]"]),
        (["u"], "supports", "c", ["-   c: {text: C.}", "+   c: {text: C., supported_by: [u]}"]),
        (["d"], "attacks", "o", ["+     - d"]),
        (["o"], "undercuts", "own", ["-         undercut_by: [u]", "+         undercut_by: [u, o]"]),
        (
            ["u"],
            "undercuts",
            "b+c:supports:t",
            ["-       - [b, c]", "+       - {premises: [b, c], undercut_by: [u]}"],
        ),
        (
            ["u"],
            "undercuts",
            "a:supports:t",
            ["-       - a  # first", "+       - {premises: [a], undercut_by: [u]}  # first"],
        ),
    ],
)
def test_links(premises, kind, target, lines):
    assert edited(link(MAP, "m.yaml", premises, Kind(kind), target)) == lines


@pytest.mark.parametrize(
    ("relation", "lines"),
    [
        ("a:supports:t", ["-       - a  # first"]),
        ("b+c:supports:t", ["-       - [b, c]"]),
        ("u:undercuts:own", ["-         undercut_by: [u]"]),
        ("o:attacks:t", ["-     attacked_by: [o]"]),
    ],
)
def test_unlinks(relation, lines):
    assert edited(unlink(MAP, "m.yaml", relation)) == lines


def test_what_a_removal_leaves_without_support_is_told():
    result = unlink(
        unlink(unlink(MAP, "m.yaml", "a:supports:t").text, "m.yaml", "own").text, "m.yaml", "b+c:supports:t"
    )
    assert "t has no support any more" in result.notes
    assert "b does not bear on the thesis any more" in result.notes


def test_a_circle_is_told_and_made_all_the_same():
    result = link(MAP, "m.yaml", ["t"], Kind.SUPPORTS, "b")
    assert result.notes == ("claims support one another in a circle now (AM104)",)


def test_a_relation_is_moved_with_what_is_said_of_it():
    assert edited(move(MAP, "m.yaml", "own", "b")) == [
        "-       - premises: [d]",
        "-         id: own",
        "-         undercut_by: [u]",
        "+     supported_by: [{premises: [d], id: own, undercut_by: [u]}]",
    ]
    assert edited(move(MAP, "m.yaml", "o:attacks:t", "c")) == [
        "-     attacked_by: [o]",
        "-   c: {text: C.}",
        "+   c: {text: C., attacked_by: [o]}",
    ]


def test_comments_that_a_move_takes_out_are_told():
    assert move(MAP, "m.yaml", "a:supports:t", "c").notes == (
        "comments that did not move with the relation: # first",
    )
    text = MAP.replace("[d]\n", "[d]  # 1\n        # 2\n        note: 'no # comment'\n")
    assert move(text, "m.yaml", "own", "c").notes == (
        "comments that did not move with the relation: # 1 # 2",
    )


@pytest.mark.parametrize(
    "edit",
    [
        lambda t: add_claim(t, "m.yaml", "new", {"text": "N.", "note": "N."}),
        lambda t: link(t, "m.yaml", ["u"], Kind.SUPPORTS, "t"),
        lambda t: link(t, "m.yaml", ["u"], Kind.SUPPORTS, "b"),
        lambda t: split(t, "m.yaml", "a", new="a2", first="A.", second="A."),
        lambda t: remove(t, "m.yaml", "a"),
        lambda t: unlink(t, "m.yaml", "a:supports:t"),
    ],
)
def test_line_ends_are_as_in_the_file(edit):
    assert edit(MAP.replace("\n", "\r\n")).text == edit(MAP).text.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [("t", "thesis-1", 3), ("a", "aa", 3), ("own", "other", 1), ("src", "source", 3), ("u", "ü", 3)],
)
def test_an_id_is_changed_wherever_it_stands(old, new, count):
    result = rename(MAP, "m.yaml", old, new)
    assert len([line for line in edited(result) if line[0] == "+"]) == count
    after = loads(result.text)
    assert old not in after.claims.keys() | after.sources.keys() | after.relations.keys()
    assert rename(result.text, "m.yaml", new, old).text == MAP


def test_an_id_of_a_claim_and_of_a_source():
    text = "argmap: 1\nsources: {x: {title: X}}\nclaims: {x: {text: X., at: x}, y: {text: Y., supported_by: [x]}}\n"
    with pytest.raises(EditError, match="'x' is the id of a claim and of a source"):
        rename(text, "m.yaml", "x", "z")
    assert loads(rename(text, "m.yaml", "x", "z", "source").text).claims["x"].at[0].source == "z"
    assert list(loads(rename(text, "m.yaml", "x", "z", "claim").text).claims) == ["z", "y"]


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda t: add_claim(t, "m.yaml", "a", {"text": "A."}), "the id 'a' is taken"),
        (lambda t: add_claim(t, "m.yaml", "no id", {"text": "A."}), "'no id' is not an id"),
        (lambda t: link(t, "m.yaml", ["zz"], Kind.SUPPORTS, "t"), "the map has no claim 'zz'"),
        (lambda t: link(t, "m.yaml", ["a"], Kind.SUPPORTS, "t"), "a supports t already"),
        (lambda t: link(t, "m.yaml", ["a"], Kind.UNDERCUTS, "t"), "the map has no relation 't'"),
        (lambda t: link(t, "m.yaml", ["a"], Kind.SUPPORTS, "own"), "the map has no claim 'own'"),
        (lambda t: add_claim(t, "m.yaml", "x/y", {"text": "A."}), "'x/y' is not an id"),
        (lambda t: link(t, "m.yaml", ["a"], Kind.SUPPORTS, "a"), "a supports a names a claim twice"),
        (lambda t: link(t, "m.yaml", ["a", "a"], Kind.SUPPORTS, "c"), "a + a supports c names a claim twice"),
        (lambda t: unlink(t, "m.yaml", "ow"), "the map has no relation 'ow'"),
        (lambda t: rename(t, "m.yaml", "zz", "y"), "the map has no 'zz'"),
        (lambda t: rename(t, "m.yaml", "a", "b"), "the id 'b' is taken"),
        (lambda t: rename(t, "m.yaml", "a", "own"), "the id 'own' is taken"),
        (lambda t: remove(t, "m.yaml", "zz"), "the map has no claim 'zz'"),
        (
            lambda _: unlink("argmap: 1\nclaims: {a: {text: A., txt: A.}}\n", "m.yaml", "a"),
            "m.yaml cannot be read as it is meant: m.yaml:2:24: a claim has no field 'txt'",
        ),
        (
            lambda _: format_text("argmap: 2\nclaims: {}\n", "m.yaml"),
            "m.yaml cannot be read as it is meant: m.yaml:1:9: unknown version of the format",
        ),
        (
            lambda t: add_claim(t, "m.yaml", "new", {"text": "New.", "confidence": 2.0}),
            "that would not be read as a map: confidence should be a number from 0 to 1, not '2.0'",
        ),
    ],
)
def test_edits_that_cannot_be_made(edit, message):
    with pytest.raises(EditError) as caught:
        edit(MAP)
    assert str(caught.value) == message


def test_json():
    text = writer.to_json(loads(MAP))
    added = add_claim(text, "m.json", "new", {"text": "New."}).text
    linked = link(added, "m.json", ["new"], Kind.ATTACKS, "c").text
    renamed = rename(linked, "m.json", "new", "newer").text
    claims = json.loads(renamed)["claims"]
    assert claims["newer"] == {"text": "New."}
    assert claims["c"]["attacked_by"] == ["newer"]
    assert loads(remove(renamed, "m.json", "newer").text, "m.json") == loads(MAP)


@given(maps(), st.data())
def test_links_can_be_taken_out_again(map, data):
    try:
        text = writer.to_yaml(map)
    except ValueError:
        return
    before = loads(text)
    if len(before.claims) < 2:
        return
    premise, target = (data.draw(st.sampled_from(sorted(before.claims))) for _ in range(2))
    try:
        linked = link(text, "m.yaml", [premise], Kind.SUPPORTS, target).text
    except EditError:
        return
    (new,) = loads(linked).relations.keys() - before.relations.keys()
    assert loads(unlink(linked, "m.yaml", new).text) == before


@given(maps(), st.data())
def test_a_name_is_changed_and_changed_back(map, data):
    try:
        text = writer.to_yaml(map)
    except ValueError:
        return
    if not map.claims:
        return
    old = data.draw(st.sampled_from(sorted(map.claims)))
    try:
        there = rename(text, "m.yaml", old, "quite-new").text
    except EditError:
        return
    assert loads(rename(there, "m.yaml", "quite-new", old).text) == loads(text)
