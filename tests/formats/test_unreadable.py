"""Files that are no YAML or JSON."""

import sys

import pytest

from argmap.formats import json_nodes
from formats.problems import only

TRAILING_COMMA = (13, "trailing comma") if sys.version_info >= (3, 13) else (14, "property name")
"""Where Python's parser finds one, and what it says."""


@pytest.mark.parametrize(
    ("data", "line", "column", "message", "help"),
    [
        (b"", 1, 1, "the file is empty", "argmap: 1"),
        (b"# only a comment\n", 1, 1, "the file is empty", "argmap: 1"),
        (b"\x00\x01\x02", 1, 1, "the file is binary", "right file"),
        ("argmap: 1\n".encode("utf-16"), 1, 1, "UTF-16", "UTF-8"),
        (b"argmap: 1\ntitle: caf\xe9\n", 2, 11, "not UTF-8: byte 0xe9", "UTF-8"),
        (b"argmap: 1\nclaims:\n\ta: x\n", 3, 1, "a tab cannot stand here", "spaces"),
        (b"argmap: 1\ntitle: One: two\n", 2, 11, "mapping values", "double quotes"),
        (b"argmap: 1\ntitle: @x\n", 2, 8, "'@' cannot stand here", "double quotes"),
        (b'argmap: 1\ntitle: "x\n', 2, 10, "unexpected end", "never closed"),
        (b'argmap: 1\ntitle: "x" y\n', 2, 12, "did not find expected", "quotes round the whole"),
        ("argmap: 1\ntitle: é\x01\n".encode(), 2, 9, "control characters", "invisible"),
        (b"[" * 900 + b"]" * 900, 1, 101, "nested deeper than 100", "right file"),
        (b"argmap: 1\nclaims: " + b"{a: " * 100_000, 2, 405, "nested deeper than 100", "right file"),
    ],
    ids=lambda value: value[:20] if isinstance(value, bytes) else None,
)
def test_unreadable_yaml(data, line, column, message, help):
    problem = only(data)
    assert problem.code == "AM001"
    assert (problem.span.line, problem.span.column) == (line, column)
    assert message in problem.message
    assert help in problem.help


def test_nesting_that_the_parser_itself_refuses():
    assert "nested deeper than 100" in only(b"[" * 100_000).message


@pytest.mark.parametrize(
    ("data", "column", "message"),
    [
        (b'{"argmap": 1,}', *TRAILING_COMMA),
        (b'{"argmap": NaN}', 12, "NaN is not a number"),
        (b'{"argmap": 1', 12, "delimiter"),
        (b"[" * 100_000, 101, "nested deeper"),
        (b'{"a":' * 100_000, 501, "nested deeper"),
        (b'{"argmap": ' + b"1" * 5000 + b"}", 12, "not valid JSON"),
    ],
    ids=lambda value: value[:20] if isinstance(value, bytes) else None,
)
def test_unreadable_json(data, column, message):
    problem = only(data, "m.json")
    assert problem.code == "AM001"
    assert (problem.span.line, problem.span.column) == (1, column)
    assert message in problem.message


def test_a_string_that_nothing_ends_is_looked_at_once():
    text = '{"argmap": "' + '\\"' * 1000
    assert "unterminated string" in only(text, "m.json").message
    assert [token[0] for token in json_nodes._TOKEN.finditer(text)] == ["{", '"argmap"', text[11:]]
    assert [token[0] for token in json_nodes._TOKEN.finditer('"a\\')] == ['"a\\']
