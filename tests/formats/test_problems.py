"""Reading bad files: every problem is found in one go, at its place, with what to do."""

import pytest

from argmap import formats
from formats.problems import only, problems

MANY = """\
argmap: 1
titel: x
thesis: [a b, {c: d}]
sources:
  s: {url: "javascript:x", published: March 2022}
claims:
  "a b":
    text: ok
    voice: reportd
    supported_by: foo
  c: just text
  d:
    text:
    confidence: 1.5
    suported_by: [x]
    supported_by: [[], {premises: [z], weigth: 1, weight: high}, {scheme: sign}, "p q"]
    at: {s: [¶3 foo, ¶0]}
    text: two
  e:
    text: "bell \\a"
    ignore: [AM107]
    section: [a]
    note: seen # 3 times
"""


def test_all_problems_of_a_file_in_one_go(snapshot):
    found = formats.read(MANY.encode(), "many.yaml")
    assert found.map is None
    lines = [
        f"{p.span.line}:{p.span.column} {p.code} {p.message}" + (f" | {p.help}" if p.help else "")
        for p in found.problems
    ]
    assert "\n".join(lines) == snapshot


def test_json_keys_given_twice():
    assert problems('{"argmap": 1, "claims": {"a": {"text": "x"}, "a": {"text": "y"}}}', "m.json") == [
        (1, 46, "AM002", "the key 'a' stands twice; the second is not read")
    ]


def test_the_first_of_two_keys_is_shown_too():
    problem = only("argmap: 1\nclaims:\n  a: {text: x}\n  a: {text: y}\n")
    assert (problem.code, problem.span.line) == ("AM002", 4)
    assert [(r.message, r.span.line) for r in problem.related] == [("first here", 3)]


def test_nothing_of_yaml_that_expands_or_runs():
    text = (
        "argmap: 1\ntitle: &t x\ndescription: *t\nlicense: !!python/object:os.system y\n"
        "claims:\n  a: {text: A, <<: {note: n}}\n---\nargmap: 1\n"
    )
    assert [(line, code, message) for line, _, code, message in problems(text)] == [
        (2, "AM005", "anchor &t"),
        (3, "AM005", "alias *t"),
        (4, "AM005", "tag tag:yaml.org,2002:python/object:os.system"),
        (6, "AM005", "merge key <<"),
        (7, "AM005", "second document in the file"),
    ]


def test_alias_bomb_expands_to_nothing():
    levels = "".join(f"x{i}: &x{i} [{', '.join([f'*x{i - 1}'] * 10)}]\n" for i in range(1, 50))
    reading = formats.read(f"argmap: 1\nx0: &x0 lol\n{levels}".encode(), "bomb.yaml")
    assert reading.map is None
    assert {problem.code for problem in reading.problems} == {"AM004", "AM005"}


def test_a_key_that_is_no_word():
    assert problems("argmap: 1\nclaims:\n  ? [a]\n  : {text: A}\n")[0][2:] == (
        "AM005",
        "a list or mapping as a key",
    )


@pytest.mark.parametrize("field", ["text", "note", "label", "assumed", "section", "tags", "at"])
def test_text_cut_off_by_a_hash_is_noticed(field):
    value = "{s: We are #1 … here}" if field == "at" else "We are #1 in the league"
    fields = f"text: T\n    {field}: {value}" if field != "text" else f"text: {value}"
    reading = formats.read(f"argmap: 1\nclaims:\n  a:\n    {fields}\n".encode(), "m.yaml")
    if field == "at":  # in braces the rest is missed by the parser itself
        assert reading.problems[0].code == "AM001"
    else:
        (problem,) = reading.problems
        assert problem.code == "AM003"
        assert reading.map is not None


@pytest.mark.parametrize(
    "line",
    ["text: A  # a comment", "text: 'A' # a comment", "text: A\n    # a comment", "voice: author # yes"],
)
def test_comments_are_not_taken_for_lost_text(line):
    text = line if line.startswith("text") else f"text: A\n    {line}"
    assert problems(f"argmap: 1\nclaims:\n  a:\n    {text}\n") == []


def test_ids_given_twice():
    text = """\
argmap: 1
claims:
  a: {text: A}
  b:
    text: B
    supported_by: [{premises: [a], id: a}, {premises: [c], id: r}]
    attacked_by: [{premises: [c], id: r}]
"""
    reading = formats.read(text.encode(), "m.yaml")
    assert [(p.span.line, p.code, p.message, p.related[0].span.line) for p in reading.problems] == [
        (6, "AM102", "the id 'a' is given twice", 3),
        (7, "AM102", "the id 'r' is given twice", 6),
    ]
    assert list(reading.map.relations) == ["a:supports:b", "r", "c:attacks:b"]


@pytest.mark.parametrize(
    ("id", "better"),
    [("close the bridge", "close-the-bridge"), ("/b", "b"), ("x:y", "x-y"), ("a\u200bb", "a-b")],
)
def test_ids_that_are_none(id, better):
    problem = only(f"argmap: 1\nclaims:\n  {id!r}: {{text: x}}\n".replace("'a\\u200bb'", '"a\\u200bb"'))
    assert problem.code == "AM006"
    assert "is not an id" in problem.message
    assert better in problem.help


@pytest.mark.parametrize("id", ["brücke-schließen", "关税", "جسر", "no", "1", "a.b-c_d", "№1"])
def test_ids_in_every_script(id):
    assert problems(f"argmap: 1\nthesis: {id}\nclaims:\n  {id}: {{text: x}}\n") == []


def test_ids_of_extreme_length():
    assert only(f"argmap: 1\nclaims:\n  {'a' * 201}: {{text: x}}\n").message == (
        "an id of 201 characters; 200 is the most"
    )


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("", "not marked as a map"),
        ("argmap: 2\n", "unknown version"),
        ("argmap: [1]\n", "unknown version"),
    ],
)
def test_files_that_are_not_marked_as_this_format(head, message):
    problem = only(head + "claims: {a: {text: A}}\n")
    assert problem.code == "AM006"
    assert message in problem.message


@pytest.mark.parametrize("text", ["just words\n", "- a\n- b\n", "[1, 2]"])
def test_files_without_fields(text):
    assert only(text).message == "not a map: the file has no fields at its top"


@pytest.mark.parametrize("value", [r'"\u001b[31m"', r'"\u0000"', r'"\u009b"', r'"\ufffe"'])
def test_control_characters_are_refused(value):
    assert only(f"argmap: 1\nclaims: {{a: {{text: {value}}}}}\n").code in ("AM001", "AM006")


def test_half_a_character_in_json():
    reading = formats.read(
        b'{"argmap": 1, "claims": {"a": {"text": "\\ud800"}, "\\ud800": {"text": "x"}}}', "m.json"
    )
    assert [p.code for p in reading.problems] == ["AM006", "AM006"]
    for problem in reading.problems:
        problem.message.encode()


@pytest.mark.parametrize(
    ("key", "right"), [("supports", "supported_by"), ("attack", "attacked_by"), ("Undercuts", "undercut_by")]
)
def test_a_relation_written_under_its_premise_is_not_turned_round(key, right):
    problem = only(f"argmap: 1\nclaims:\n  a: {{text: A}}\n  b: {{text: B, {key}: [a]}}\n")
    assert problem.code == "AM004"
    assert problem.help == f"A relation stands under what it bears on: write '{right}: [this id]' there."


@pytest.mark.parametrize("voice", ["", "voice: author, ", "voice: implicit, ", "voice: analyst, "])
def test_only_reported_claims_have_a_speaker(voice):
    problem = only(f"argmap: 1\nclaims:\n  a: {{text: A, {voice}speaker: Jane}}\n")
    assert problem.code == "AM006"
    assert "only reported claims have one" in problem.message


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ('text: ""', "text is empty"),
        ('text: A, assumed: ""', "assumed is empty"),
        ('text: A, residual: "  "', "residual is empty"),
        ('text: A, ignore: {AM107: ""}', "AM107 is empty"),
        ("text: A, assumed: [x]", "assumed should be text"),
    ],
)
def test_messages_are_in_the_words_of_the_file(field, message):
    assert only(f"argmap: 1\nclaims:\n  a: {{{field}}}\n").message == message


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("  a:\n    text: *Foo* is so\n", "begins with '*'"),
        ('  a:\n    text: "C:\\Users"\n', "backslash"),
        ("  a:\n    text:Foo\n    note: x\n", "a space behind its colon"),
        ("  a:\n    text: Foo\n     note: x\n", "indented alike"),
        ("  a:\n    text: [sic] is so\n", "bracket"),
        ("  a: {text: A, at: {s: ¶3 first, and last}}\n", "a comma or colon ends a place"),
        ("  a: {text: A, supported_by: {premises: [a]}}\n", "supported_by: [{premises: […]}]"),
    ],
)
def test_everyday_slips_get_fitting_help(text, help):
    found = formats.read(f"argmap: 1\nclaims:\n{text}".encode(), "m.yaml").problems
    assert help in found[-1].help


def test_fields_that_are_not_indented():
    found = formats.read(b"argmap: 1\nclaims:\n  a:\n  text: Foo\n", "m.yaml").problems
    assert found[-1].help == "'text' is a field of a claim: indent it more than the id that it belongs to."


def test_text_cut_off_in_lists_and_sources():
    text = "argmap: 1\nauthors:\n  - Team #4\nsources: {}\nclaims:\n  a:\n    text: A\n    tags:\n      - no #1\n"
    assert [code for _, _, code, _ in problems(text)] == ["AM003", "AM003"]


@pytest.mark.parametrize(
    ("line", "message", "help"),
    [
        ("expect: {a: true}", "expect should be in, out or undec (or stands, falls, open), not 'true'", None),
        ("expect: {no way: in}", "'no way' is not an id", "no-way"),
        ("not_argument: {s: {¶1: }}", "not_argument should be text", None),
        ("not_argument: {s: ¶1}", "not_argument should be text", None),
    ],
)
def test_sections_of_a_map_that_are_tables(line, message, help):
    problem = only(f"argmap: 1\nclaims: {{a: {{text: A.}}}}\n{line}\n")
    assert problem.code == "AM006"
    assert problem.message.startswith(message)
    assert problem.span.line == 3
    assert (help or "") in (problem.help or "")


def test_a_standard_that_there_is_not():
    problem = only("argmap: 1\nclaims: {a: {text: A., standard: preponderence}}\n")
    assert "standard should be one of scintilla" in problem.message
    assert problem.help == "Did you mean 'preponderance'?"


@pytest.mark.parametrize("place", ["¶0", '"¶ 00 and more"', "¶٠"])
def test_there_is_no_paragraph_0_to_set_aside(place):
    text = f"argmap: 1\nsources: {{s: {{title: S}}}}\nclaims: {{}}\nnot_argument: {{s: {{{place}: why}}}}\n"
    problem = only(text)
    assert (problem.code, problem.span.line) == ("AM006", 4)
    assert "numbered from 1" in problem.message
