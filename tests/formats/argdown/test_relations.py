"""Relations of Argdown, and arguments with premises and a conclusion."""

import pytest

from argmap.formats import read
from argmap.model import Kind


def map_of(text):
    reading = read(text.encode(), "m.argdown")
    assert not reading.problems
    return reading.map


def relations(text):
    return set(map_of(text).relations)


@pytest.mark.parametrize(
    ("sign", "found"),
    [
        ("+", {"b:supports:a"}),
        ("<+", {"b:supports:a"}),
        ("+>", {"a:supports:b"}),
        ("-", {"b:attacks:a"}),
        ("<-", {"b:attacks:a"}),
        ("->", {"a:attacks:b"}),
        ("><", {"a:attacks:b", "b:attacks:a"}),
        ("_", {"b:undercuts:a"}),
        ("<_", {"b:undercuts:a"}),
        ("_>", {"a:undercuts:b"}),
    ],
)
def test_signs(sign, found):
    assert relations(f"[a]: x\n  {sign} [b]: y\n") == found


def test_relations_nest_by_their_indentation():
    text = "[a]: x\n  + [b]: y\n    - <c>: z\n      +> [d]\n   + [e]\n  - [f]\n\n[a]\n  + [b]\n"
    assert relations(text) == {
        "b:supports:a",
        "c:attacks:b",
        "c:supports:d",
        "e:supports:a",
        "f:attacks:a",
    }


def test_strict_mode_makes_attacks_between_statements_mutual():
    text = "===\nmodel:\n  mode: strict\n===\n\n[a]\n  - [b]\n  + [c]\n  - <d>\n\n<e>\n  - <d>\n"
    assert relations(text) == {
        "b:attacks:a",
        "a:attacks:b",
        "c:supports:a",
        "d:attacks:a",
        "d:attacks:e",
    }


def test_an_argument_is_a_relation_with_linked_premises():
    map = map_of("<Why>: In short.\n\n(1) [a]: x\n(2) It is wet.\n-- modus ponens --\n(3) [c]: z\n")
    [it] = map.relations.values()
    assert (it.id, it.kind, it.premises, it.target) == ("Why", Kind.SUPPORTS, ("a", "it-is-wet"), "c")
    assert (it.warrant, it.scheme) == ("modus ponens", None)
    assert "Why" not in map.claims


def test_a_rule_that_is_a_scheme_is_one():
    map = map_of("(1) [a]\n-- Argument from Expert Opinion --\n(2) [c]\n")
    assert [it.scheme for it in map.relations.values()] == ["Argument from Expert Opinion"]


def test_every_step_of_an_argument_is_a_relation():
    map = map_of("<W>\n\n(1) [a]\n(2) [b]\n-- x\n{weight: 0.5} --\n(3) [c]\n(4) [d]\n----\n(5) [e]\n")
    assert [(it.id, it.premises, it.target, it.weight) for it in map.relations.values()] == [
        ("W:1", ("a", "b"), "c", 0.5),
        ("W", ("c", "d"), "e", None),
    ]


def test_a_step_uses_what_it_says():
    text = "(1) [a]\n(2) [b]\n----\n(3) [c]\n--\nx, y {uses: [1, 3]}\n--\n(4) [d]\n"
    assert relations(text) == {"a+b:supports:c", "a+c:supports:d"}


def test_undercuts_of_steps():
    text = "<W>\n\n(1) [a]\n----\n  <_ [u]\n  _ <v>\n(2) [b]\n  <_ [w]\n----\n(3) [c]\n\n[x]\n  _> <W>\n"
    assert {(it.kind, it.premises[0], it.target) for it in map_of(text).relations.values()} == {
        (Kind.SUPPORTS, "a", "b"),
        (Kind.UNDERCUTS, "u", "W:1"),
        (Kind.UNDERCUTS, "v", "W:1"),
        (Kind.UNDERCUTS, "w", "W:1"),
        (Kind.SUPPORTS, "b", "c"),
        (Kind.UNDERCUTS, "x", "W"),
    }


def test_what_an_argument_does_its_conclusion_does():
    text = "<W>\n  +> [d]\n  -> <V>\n\n(1) [a]\n----\n(2) [c]\n\n[c]\n  + <W>\n\n<V>\n\n(1) [e]\n(2) [f]\n----\n(3) [g]\n"
    found = map_of(text).relations
    assert {(it.kind, it.premises, it.target) for it in found.values()} == {
        (Kind.SUPPORTS, ("a",), "c"),
        (Kind.SUPPORTS, ("c",), "d"),
        (Kind.SUPPORTS, ("e", "f"), "g"),
        (Kind.UNDERCUTS, ("c",), "V"),
    }


def test_an_attack_on_an_argument_that_is_one_on_a_premise_is_that():
    text = "[x]\n  -> <V>\n  -> [e]\n\n<V>\n\n(1) [e]\n----\n(2) [g]\n"
    assert relations(text) == {"x:attacks:e", "V"}


def test_an_undercut_of_a_sketched_argument_is_one_of_all_that_it_does():
    text = "[a]\n  + <b>: y\n    _ [u]\n\n[c]\n  - <b>\n"
    assert relations(text) == {
        "b:supports:a",
        "b:attacks:c",
        "u:undercuts:b:supports:a",
        "u:undercuts:b:attacks:c",
    }


def test_a_step_may_attack_or_undercut():
    text = (
        "<r>\n\n(1) [a]\n(2) [b]\n-- {kind: attacks, weight: 0.5} --\n(3) So not that.\n  -> [c]\n\n"
        "<s>\n\n(1) [d]\n-- {kind: undercuts} --\n(2) So it does not.\n  _> <r>\n"
    )
    map = map_of(text)
    assert {(it.id, it.kind, it.premises, it.target, it.weight) for it in map.relations.values()} == {
        ("r", Kind.ATTACKS, ("a", "b"), "c", 0.5),
        ("s", Kind.UNDERCUTS, ("d",), "r", None),
    }
    assert set(map.claims) == {"a", "b", "c", "d"}


@pytest.mark.parametrize(
    ("text", "theses"),
    [
        ("[a]\n  + [b]\n    - [c]\n", ("a",)),
        ("[a]\n  >< [b]\n  + [c]\n", ("a",)),
        ("[a]\n  - [b]\n\n[b]\n  - [a]\n", ("a",)),
        ("[a]\n\n[b]\n  + [c]\n\n[d]\n  - [e]\n", ("b", "d")),
        ("[a]\n", ()),
    ],
)
def test_without_word_of_it_the_thesis_is_what_all_is_about(text, theses):
    assert map_of(text).thesis == theses


def test_of_many_theses_those_with_the_most_reasons_are_taken():
    text = "\n".join(f"[t{n}]\n" + "".join(f"  + [r{n}-{m}]\n" for m in range(n)) for n in range(1, 9))
    assert map_of(text).thesis == ("t4", "t5", "t6", "t7", "t8")
