"""Hostile texts: the work is linear in them, the depth is capped, the answer is a message."""

import pytest

from argmap.formats import read
from argmap.formats.argdown.scanner import Scanner

N = 3000


class Counted(str):
    """A text that counts the characters that are searched in it."""

    searched = 0

    def find(self, what, start=0):
        """Count how far is looked."""
        found = super().find(what, start)
        Counted.searched += (len(self) if found < 0 else found) - start + 1
        return found


@pytest.mark.parametrize(
    "part",
    [
        "[",
        "<",
        "[a ",
        "<b ",
        "@[",
        "@<",
        "[x](",
        "[x](y",
        "#(",
        "{",
        "{},",
        "/*",
        "<!--",
        "// ",
        "= ===",
        "(1)",
        "--",
    ],
)
def test_unmatched_brackets_are_looked_for_once(part):
    Counted.searched = 0
    text = "[a]: " + part * N
    Scanner(Counted(text)).scan()
    assert Counted.searched <= 12 * len(text)


@pytest.mark.parametrize("part", ["*", "_a", "**b", "{a: ", "\\", ".", ":", ".a:", "#t ", "' ", "\t", "-"])
def test_any_repetition_ends_in_a_map_or_a_message(part):
    reading = read(("[a]: x" + part * N).encode(), "m.argdown")
    assert reading.map is not None or reading.problems


def test_nesting_is_capped():
    text = "[a]\n" + "".join(f"{' ' * depth}+ [b]\n" for depth in range(1, 300))
    [problem] = read(text.encode(), "m.argdown").problems
    assert (problem.code, problem.message) == ("AM001", "nested deeper than 100 levels")


def test_undercuts_of_undercuts_are_capped():
    steps = "".join(
        f"<r{n}>\n\n(1) [a{n}]\n-- {{kind: undercuts}} --\n(2) so\n  _> <r{n + 1}>\n\n" for n in range(60)
    )
    problems = read(f"{steps}<r60>\n\n(1) [a]\n----\n(2) [b]\n".encode(), "m.argdown").problems
    assert {it.message for it in problems} == {"undercuts of undercuts more than 40 deep"}


def test_an_undercut_of_a_busy_argument_does_not_multiply():
    text = "<a>\n" + "".join(f"  +> [b{n}]\n" for n in range(101)) + "  <_ [u]\n"
    [problem] = read(text.encode(), "m.argdown").problems
    assert (problem.code, problem.span.line) == ("AM006", 103)
