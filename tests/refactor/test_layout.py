"""The layout of a map as `argmap fmt` has it."""

import pytest
from hypothesis import given

from argmap.formats import loads, writer
from argmap.refactor import format_text
from argmap.testing import maps


def test_formatting():
    text = (
        "# top\nargmap: 1\nclaims:\n  a:\n    note: N\n    # of the text\n    text: A.   \n\n\n\n  b: {text: B.}\n"
        "# of the sources\nsources:\n  s: {title: S}\nthesis: a"
    )
    once = format_text(text, "m.yaml").text
    assert once == (
        "# top\nargmap: 1\nthesis: a\n# of the sources\nsources:\n  s: {title: S}\nclaims:\n  a:\n    # of the text\n"
        "    text: A.\n    note: N\n\n  b: {text: B.}\n"
    )
    assert format_text(once, "m.yaml").text == once


@pytest.mark.parametrize(
    ("text", "formatted"),
    [
        (
            "argmap: 1\nclaims:\n  a:\n    # of the note\n    # and more\n    note: N\n    text: A.\n",
            "argmap: 1\nclaims:\n  a:\n    text: A.\n    # of the note\n    # and more\n    note: N\n",
        ),
        (
            "# of the file\n\n# of the title\ntitle: T\nargmap: 1\nclaims: {}\n",
            "# of the file\n\nargmap: 1\n# of the title\ntitle: T\nclaims: {}\n",
        ),
        (
            "argmap: 1\n\nclaims:\n  a:\n    note: |\n      N\n\n    text: A.\n\nthesis: a",
            "argmap: 1\n\nthesis: a\n\nclaims:\n  a:\n    text: A.\n\n    note: |\n      N\n",
        ),
    ],
)
def test_formatting_keeps_comments_above_what_they_are_about(text, formatted):
    assert format_text(text, "m.yaml").text == formatted
    assert format_text(formatted, "m.yaml").text == formatted


def test_formatting_keeps_the_line_ends():
    text = "argmap: 1\r\nclaims:\r\n  a: {text: A.}  \r\nthesis: a"
    once = format_text(text, "m.yaml").text
    assert once == "argmap: 1\r\nthesis: a\r\nclaims:\r\n  a: {text: A.}\r\n"
    assert format_text(once, "m.yaml").text == once


@given(maps())
def test_formatting_changes_no_map_and_is_done_once(map):
    try:
        text = writer.to_yaml(map)
    except ValueError:
        return
    once = format_text(text, "m.yaml").text
    assert loads(once) == loads(text)
    assert format_text(once, "m.yaml").text == once
