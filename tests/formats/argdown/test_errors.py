"""What cannot be read as Argdown: said where it stands, with what to do."""

import pytest

from argmap.finding import Span
from argmap.formats import read


def problems(text):
    return [
        (it.code, it.span.line, it.span.column, it.message)
        for it in read(text.encode(), "m.argdown").problems
    ]


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "message"),
    [
        ("", "AM001", 1, 1, "the file is empty"),
        ("// nothing\n", "AM001", 1, 1, "the file is empty"),
        ("===\ntitle: x\n===\n", "AM001", 3, 4, "the file ends too early"),
        ("[a]: x\n\n  + [b]\n", "AM001", 3, 1, "a relation after an empty line"),
        ("[a]: x\n- [b]\n", "AM001", 2, 1, "the relation - cannot stand here"),
        ("[a]: x\n[b]: y\n", "AM001", 2, 1, "a statement ([title]: …) cannot stand here"),
        ("see [a] there", "AM001", 1, 5, "a reference to a statement ([title]) cannot stand here"),
        ("[a]: x {b: 1} y", "AM001", 1, 15, "text cannot stand here"),
        ("[a]: snake_case", "AM001", 1, 11, "_ begins emphasis that does not end"),
        ("[a]: **bold* x", "AM001", 1, 6, "** begins emphasis that does not end"),
        ("[a]: x \\\n", "AM001", 1, 8, "a backslash at the end of a line: there is nothing to escape"),
        ("(1) a\n(2) b\n", "AM001", 2, 6, "the file ends too early"),
        ("(1) a\n----\n", "AM001", 2, 5, "the file ends too early"),
        ("(1) <a>\n----\n(2) b\n", "AM001", 1, 5, "a reference to an argument (<title>) cannot stand here"),
        ("[a]\n  >< <b>\n", "AM001", 2, 6, "a reference to an argument (<title>) cannot stand here"),
        ("<a>\n\n(1) b\n----\n(2) c\n\n<a>\n\n(1) d\n----\n(2) e\n", "AM001", 9, 1, "the argument <a> has its premises already"),
        ("[a]: x\n  {b: [}\n", "AM001", 2, 8, "not valid YAML: did not find expected node content"),
        ("[a]: x\n  {b: &c d}\n", "AM005", 2, 7, "anchor &c"),
        ("[a]: x {\n- b\n}\n", "AM006", 2, 1, "data should be a mapping"),
        ("[a]: x\n  {confidence: 2}\n", "AM006", 2, 16, "confidence should be a number from 0 to 1, not '2'"),
        ("(1) a\n-- {uses: [1, 3]} --\n(2) b\n", "AM006", 2, 15, "not the number of a premise"),
        ("[a]: see http://x.org\n", "AM003", 1, 15, "the text ends before this '//': what follows is a comment"),
    ],
)  # fmt: skip
def test_problems(text, code, line, column, message):
    assert problems(text)[0] == (code, line, column, message)


def test_all_blocks_are_looked_at():
    text = "[a] x\n\n[b]: y\n\n  + z\n\n[c]: a_b\n"
    assert [place[1:3] for place in problems(text)] == [(1, 5), (5, 1), (7, 7)]


def test_a_comment_in_an_address_does_no_harm():
    reading = read(b"[a]: see http://x.org\n", "m.argdown")
    assert reading.sound
    assert reading.map.claims["a"].text == "see http:"


def test_steps_that_bear_on_one_another_in_a_circle():
    text = "".join(
        f"<r{n}>\n\n(1) [a{n}]\n-- {{kind: undercuts}} --\n(2) so\n  _> <r{1 - n}>\n\n" for n in (0, 1)
    )
    [problem] = read(text.encode(), "m.argdown").problems
    assert (problem.code, problem.span.line) == ("AM103", 4)


def test_places_in_a_file_with_windows_line_ends():
    reading = read(b"[a]: x\r\n\r\n[b]: y\r\n", "m.argdown")
    assert reading.locate(("claims", "b")) == Span(3, 1, 3, 5)
