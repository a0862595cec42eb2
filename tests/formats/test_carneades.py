"""Carneades argument graphs: what becomes of statements, arguments and issues, and what stands then."""

from pathlib import Path

import pytest

from argmap import formats
from argmap.evaluate import evaluate
from argmap.finding import Span
from argmap.model import Kind, Standard, Voice

CORPUS = Path(__file__).parent.parent / "corpora" / "carneades"

BUS = """\
meta:
  title: The night bus
  notes: >
    Written for
    a test.
statements:
  keep: The night bus should be kept.
  drop: The night bus should be dropped.
  late: {text: The last train is late., assumed: true}
  ¬late: It is not.
  cold: Nights are cold.
  poll:
    text: Most people want it.
issues:
  i1: {positions: [keep, drop], standard: CCE}
arguments:
  a1:
    conclusion: keep
    premises: [late, cold]
    undercutter: ¬late
    weight: 0.8
    scheme: need_for_help
    meta: {title: Those who wait}
  a2: {conclusion: keep, premises: {major: poll, minor: cold}, scheme: convergent}
  a3: {conclusion: drop}
assumptions: [cold]
tests:
  in: [late, cold]
  out: [¬late, something(else)]
  undecided: []
"""


@pytest.fixture(scope="module")
def reading():
    return formats.read(BUS.encode(), "bus.yml")


def problems(text):
    reading = formats.read(text.encode(), "m.yml")
    return [(p.code, p.span.line, p.span.column, p.message) for p in reading.problems]


def test_statements_are_claims(reading):
    assert reading.format == "carneades"
    assert reading.problems == ()
    map = reading.map
    assert (map.title, map.description) == ("The night bus", "Written for a test.")
    assert list(map.claims) == [
        "keep",
        "drop",
        "late",
        "¬late",
        "cold",
        "poll",
        "no-premise",
        "burden-of-proof",
    ]
    assert [id for id, claim in map.claims.items() if claim.assumed] == [
        "late",
        "cold",
        "no-premise",
        "burden-of-proof",
    ]
    assert map.claims["keep"].standard is map.claims["drop"].standard is Standard.CLEAR_AND_CONVINCING
    assert map.claims["burden-of-proof"].voice is Voice.ANALYST
    assert map.thesis == ("keep",)
    assert map.expect == {"late": "in", "cold": "in", "¬late": "out"}


def test_arguments_support_and_attack_the_other_positions(reading):
    supports, attacks, undercuts, _ = Kind
    relations = reading.map.relations
    assert [(r.id, r.kind, r.premises, r.target) for r in relations.values()] == [
        ("a1", supports, ("late", "cold"), "keep"),
        ("¬late:undercuts:a1", undercuts, ("¬late",), "a1"),
        ("a1-against-drop", attacks, ("late", "cold"), "drop"),
        ("¬late:undercuts:a1-against-drop", undercuts, ("¬late",), "a1-against-drop"),
        ("a2", supports, ("poll",), "keep"),
        ("a2-against-drop", attacks, ("poll",), "drop"),
        ("a2.2", supports, ("cold",), "keep"),
        ("a2.2-against-drop", attacks, ("cold",), "drop"),
        ("a3", supports, ("no-premise",), "drop"),
        ("a3-against-keep", attacks, ("no-premise",), "keep"),
        ("burden-of-proof:attacks:¬late", attacks, ("burden-of-proof",), "¬late"),
        ("burden-of-proof:attacks:poll", attacks, ("burden-of-proof",), "poll"),
    ]
    assert (relations["a1"].scheme, relations["a1"].weight) == ("need_for_help", 0.8)
    assert relations["a1"].note == "Those who wait"


def test_every_part_has_its_place(reading):
    assert reading.locate(("claims", "¬late", "text")) == Span(10, 3, 10, 8)
    assert reading.locate(("relations", "a1", "weight")) == Span(17, 3, 17, 5)
    assert reading.locate(("relations", "a2.2", "premises", 0)) == Span(24, 57, 24, 61)
    assert reading.locate(("expect", "¬late")) == Span(29, 9, 29, 14)


@pytest.mark.parametrize(
    "more", ["argument_schemes: [{id: s}]", "arguments: {b: {conclusion: p, scheme: cumulative}}"]
)
def test_labels_are_not_expected_where_schemes_find_or_weigh_arguments(more):
    map = formats.read(f"statements: {{p: P}}\ntests: {{in: [p]}}\n{more}".encode(), "m.yml").map
    assert map.expect == {}
    assert all(relation.scheme is None for relation in map.relations.values())


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.yml")), ids=lambda file: file.stem)
def test_verdicts_are_those_that_carneades_expects(file):
    reading = formats.read(file.read_bytes(), file.name)
    assert reading.problems == ()
    assert reading.map.expect
    labels = evaluate(reading.map).labels
    assert {id: labels[id].value for id in reading.map.expect} == reading.map.expect


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "message"),
    [
        ("statements: [a]", "AM006", 1, 13, "statements should be keys, each with its value"),
        ("statements: {a: b\n", "AM001", 1, 18, "not valid YAML: did not find expected ',' or '}'"),
        ("statements: {a: &x b}", "AM005", 1, 17, "anchor &x"),
        ("statements: {a: A}\nstatements: {}", "AM002", 2, 1, "the key 'statements' stands twice"),
        ("statements: {a: A}\narguments: {r: {premises: [a]}}", "AM006", 2, 13, "the argument 'r' has no"),
        ("statements: {a: A}\narguments: {r: x}", "AM006", 2, 13, "the argument 'r' has no conclusion"),
        (
            "statements: {}\narguments: {r: {conclusion: a, premises: [[b]]}}",
            "AM006",
            2,
            43,
            "premises should be",
        ),
        ("statements: {}\nissues: {i: [a, b]}", "AM006", 2, 10, "an issue should have positions"),
        (
            "statements: {}\nissues: {i: {positions: [a], standard: XX}}",
            "AM006",
            2,
            40,
            "the standard 'XX' is",
        ),
        ("statements: {}\ntests: {maybe: [a]}", "AM006", 2, 9, "the label 'maybe' is not known"),
        (
            'statements: {a: "\\x01"}',
            "AM006",
            1,
            14,
            "text should be visible text without control characters",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text, code, line, column, message):
    (problem,) = problems(text)
    assert problem[:3] == (code, line, column)
    assert problem[3].startswith(message)


def test_statements_with_like_names_are_kept_apart():
    reading = formats.read(b"statements: {p(a): one, 'p a': two, p-a: three}", "m.yml")
    assert {id: claim.text for id, claim in reading.map.claims.items() if claim.text != id} | {} == {
        "p-a": "one",
        "p-a-2": "two",
        "p-a-3": "three",
        "burden-of-proof": "What is neither assumed nor argued for does not stand.",
    }
