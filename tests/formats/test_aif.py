"""AIF and xAIF: what a document argues."""

import json

import pytest

from argmap.formats import aif
from formats.aif_nodes import document, node, of, problems, reading, relations, written


def test_a_step_is_a_relation():
    map = reading(document(of("1:I", "2:I", "3:I", "r:RA", "c:CA"), "2>r r>1 3>c c>1")).map
    assert relations(map) == {("supports", ("2",), "1"), ("attacks", ("3",), "1")}
    assert map.claims["2"].text == "Text 2."
    assert map.thesis == ("1",)


def test_several_premises_of_a_step_are_linked():
    map = reading(document(of("1:I", "2:I", "3:I", "r:RA"), "3>r 2>r r>1")).map
    assert relations(map) == {("supports", ("3", "2"), "1")}


def test_any_step_can_be_a_target():
    nodes = of("1:I", "2:I", "3:I", "4:I", "5:I", "r:RA", "c:CA", "d:CA", "s:RA", "m:MA")
    map = reading(document(nodes, "2>r r>1 3>c c>r 4>d d>c 5>s s>r 5>m m>1")).map
    assert relations(map) == {
        ("supports", ("2",), "1"),
        ("undercuts", ("3",), "r"),
        ("undercuts", ("4",), "c"),
        ("supports", ("5",), "r"),
        ("rephrases", ("5",), "1"),
    }


def test_claims_that_deny_each_other():
    map = reading(document(of("1:I", "2:I", "c:CA"), "1>c 2>c c>1 c>2")).map
    assert relations(map) == {("attacks", ("2",), "1"), ("attacks", ("1",), "2")}


@pytest.mark.parametrize(
    ("fields", "scheme"),
    [
        ({}, None),
        ({"text": "RA"}, None),
        ({"text": "Argument From Sign"}, "Argument From Sign"),
        ({"text": "RA", "scheme": "CauseToEffect"}, "Cause To Effect"),
        ({"scheme": "Default Inference"}, None),
        ({"text": "", "scheme": None}, None),
    ],
)
def test_a_scheme_is_what_says_more_than_the_default(fields, scheme):
    step = {**node("r", "RA"), **fields}
    map = reading(document([*of("1:I", "2:I"), step], "2>r r>1")).map
    assert map.relations["r"].scheme == scheme


SPEECH = "a>y y>1"


@pytest.mark.parametrize(
    ("nodes", "edges", "tables", "speaker"),
    [
        ([node("a", "L", "Ann Lee : It rains."), node("y", "YA")], SPEECH, {}, "Ann Lee"),
        ([node("a", "L", "Ann: It rains."), node("y", "YA")], SPEECH, {}, "Ann"),
        ([node("a", "L", "the point is this: It rains."), node("y", "YA")], SPEECH, {}, None),
        ([node("a", "L", "see https://example.org"), node("y", "YA")], SPEECH, {}, None),
        (
            [node("a", "L", "It rains."), node("y", "YA")],
            SPEECH,
            {
                "participants": [{"participantID": 7, "firstname": "Ann", "surname": "Lee"}],
                "locutions": [{"nodeID": "a", "personID": "7"}],
            },
            "Ann Lee",
        ),
        (
            [*of("y:YA", "z:YA"), node("a", "L", "Ann : It rains."), node("b", "L", "Bo : It rains.")],
            "a>y y>1 b>z z>1",
            {},
            None,
        ),
        (
            [
                node("y", "YA"),
                node("z", "YA", "Agreeing"),
                node("a", "L", "Ann : It."),
                node("b", "L", "Bo : Yes."),
            ],
            "b>z z>1 a>y y>1",
            {},
            "Ann",
        ),
    ],
)
def test_the_speaker_of_a_claim_is_the_one_who_asserts_it(nodes, edges, tables, speaker):
    claim = reading(document([*of("1:I"), *nodes], edges, **tables)).map.claims["1"]
    assert claim.speaker == speaker
    assert claim.voice == ("reported" if speaker else "author")


def test_theses_are_what_most_bears_on():
    pairs = document(of("1:I", "2:I", "3:I", "4:I", "5:I", "r:RA", "s:RA", "t:RA"), "2>r r>1 3>s s>2 4>t t>5")
    assert reading(pairs).map.thesis == ("1", "5")
    many = [node(f"{letter}{i}", "RA" if letter == "r" else "I") for i in range(6) for letter in "abr"]
    edges = " ".join(f"a{i}>r{i} r{i}>b{i}" for i in range(6))
    assert reading(document(many, edges)).map.thesis == ()


def test_ids_that_no_claim_can_have_are_changed_and_come_back():
    nodes = [node("a b", "I"), node("a-b", "I"), node("a/ b", "I"), node(5, "I"), node("r\n", "RA")]
    data = {"nodes": nodes, "edges": [{"fromID": "a b", "toID": "r\n"}, {"fromID": "r\n", "toID": "5"}]}
    map = reading(data).map
    assert list(map.claims) == ["a-b-2", "a-b", "a-b-3", "5"] or list(map.claims) == [
        "a-b-2",
        "a-b",
        "a-b",
        "5",
    ]
    assert relations(map) == {("supports", ("a-b-2",), "5")}
    assert written(map) == data


# -- what is odd


@pytest.mark.parametrize(
    ("nodes", "edges", "message"),
    [
        (["1:I", "r:RA"], "1>r", "the step RA has no target"),
        (["1:I", "r:RA"], "r>1", "the step RA has no premise"),
        (["1:I", "r:CA"], "", "the step CA has neither premise nor target"),
        (["1:I", "2:I", "r:RA", "s:RA"], "1>r 2>s r>s s>r", "back to itself"),
        (["1:I", "2:I"], "1>2", "an edge from claim to claim"),
        (["1:I"], "1>9", "an edge to '9', which is no node"),
        (["1:I"], "9>1", "an edge from '9', which is no node"),
        (["1:I", "1:I"], "", "a second node has the nodeID '1'"),
        (["1:I", "2:I", "r:RA"], "1>r r>2 1>r", "an edge that is there already"),
        (["1:I", "x:XX"], "", "a node of the type 'XX'"),
        (["1:I", "y:YA"], "", "a node YA that nothing leads to or from"),
        (["1:L", "2:L", "t:TA"], "1>t t>2", "2 locutions without an illocution"),
        (["1:I", "y:YA"], "1>y", "an edge from I to YA"),
    ],
)
def test_what_is_odd_is_told_and_kept(nodes, edges, message):
    data = document(of(*nodes), edges)
    found = reading(data)
    assert any(message in problem.message for problem in found.problems)
    assert {problem.code for problem in found.problems} == {"AM007"}
    assert found.sound
    assert written(found.map) == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"nodes": [7], "edges": []}, "this is no node"),
        ({"nodes": [{"text": "x", "type": "I"}], "edges": None}, "a node without nodeID"),
        ({"nodes": [], "edges": [None]}, "this is no edge"),
        ({"nodes": [node("1", "I")], "edges": [{"fromID": "1"}]}, "an edge without toID"),
        ({"nodes": [node("1", "I", "")]}, "a claim without a text"),
        ({"nodes": [{"nodeID": "1", "type": "I"}]}, "a claim without a text"),
        ({"nodes": [node("1", "I", "a\x00b")]}, "control characters"),
        ({"nodes": [], "_argmap": {"thesis": 7}}, "the field _argmap is not as argmap writes it"),
        ({"nodes": [], "_argmap": {"claims": []}}, "the field _argmap is not as argmap writes it"),
    ],
)
def test_things_of_the_wrong_kind_are_told_and_kept(data, message):
    found = reading(data)
    assert any(message in problem.message for problem in found.problems)
    assert written(found.map) == data


def test_a_silent_circle_of_steps_and_a_regular_dialogue():
    nodes = [
        *of("1:I", "2:I", "y:YA", "z:YA", "r:RA", "t:TA", "w:YA"),
        node("a", "L", "A : x"),
        node("b", "L", "B : y"),
    ]
    assert problems(document(nodes, "a>y y>1 b>z z>2 a>t t>b t>w w>r 2>r r>1")) == []


def test_findings_and_claims_have_places():
    data = document(of("1:I", "2:I", "r:RA", "s:RA"), "2>r r>1 2>s")
    text = json.dumps(data, indent=1)
    found = aif.read(text, "m.json")
    lines = text.splitlines()
    [problem] = found.problems
    assert lines[problem.span.line - 1] == '   "text": "Default Inference",'
    assert lines[problem.span.line - 2] == '   "nodeID": "s",'
    place = found.locate(("claims", "2", "text"))
    assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == '"Text 2."'
    step = found.locate(("relations", "r", "premises", 0))
    assert lines[step.line - 2] == '   "nodeID": "r",'
    assert found.locate(("thesis", 0)).line == 1


def test_keys_that_stand_twice():
    text = '{"nodes": [{"nodeID": "1", "type": "I", "text": "A",\n "text": "B"}], "edges": []}'
    found = aif.read(text, "m.json")
    assert [(it.code, it.span.line) for it in found.problems] == [("AM007", 2)]
    assert found.sound
    assert found.map.claims["1"].text == "B"


# -- what cannot be read


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('{"nodes": [', "AM001", 1, 11),
        ('{"nodes": [],\n "edges": [NaN]}', "AM001", 2, 12),
        ('{"nodes": [1e999]}', "AM001", 1, 12),
        ('{"nodes": [' + "1" * 5000 + "]}", "AM001", 1, 12),
        ('{"nodes": ' + "[" * 10_000 + "]" * 10_000 + "}", "AM001", 1, 110),
        ('{"nodes": ' + '{"a":' * 200_000, "AM001", 1, 506),
        ('{"nodes": {}}', "AM006", 1, 11),
        ('{"nodes": [],\n"edges": "x"}', "AM006", 2, 10),
        ('{"claims": []}', "AM006", 1, 1),
        ("[]", "AM006", 1, 1),
        ("7", "AM006", 1, 1),
        ("", "AM001", 1, 1),
    ],
)
def test_what_cannot_be_read_has_a_place(text, code, line, column):
    found = aif.read(text, "m.json")
    assert found.map is None
    [problem] = found.problems
    assert (problem.code, problem.span.line, problem.span.column) == (code, line, column)
