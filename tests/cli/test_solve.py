"""``argmap solve`` as other programs use it."""

import pytest

APX = "arg(a). arg(b). arg(c). arg(d).\natt(a,b). att(b,a). att(a,c). att(b,c). att(c,d).\n"
AF = "p af 4\n# two and two\n1 2\n2 1\n1 3\n2 3\n3 4\n"
TGF = "a\nb\nc\nd\n#\na b\nb a\na c\nb c\nc d\n"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (["SE-GR"], "[]"),
        (["EE-PR"], "[[a,d],[b,d]]"),
        (["EE-ST"], "[[a,d],[b,d]]"),
        (["CE-CO"], "3"),
        (["DC-CO", "-a", "c"], "NO"),
        (["DS-PR", "-a", "d"], "YES"),
        (["SE-ID"], "[]"),
    ],
)
@pytest.mark.parametrize("text", [APX, TGF])
def test_answers_to_the_older_formats(argmap, map_file, text, asked, answer):
    result = argmap("solve", "-f", map_file(text, "frame"), "-p", *asked)
    assert (result.code, result.out, result.err) == (0, f"{answer}\n", "")


@pytest.mark.parametrize(
    ("task", "argument", "answer"),
    [("SE-GR", None, "w"), ("DC-PR", "1", "YES\nw 1 4"), ("DS-PR", "1", "NO\nw 2 4"), ("DS-PR", "4", "YES")],
)
def test_answers_to_the_format_of_2023(argmap, map_file, task, argument, answer):
    asked = ["-a", argument] if argument else []
    assert argmap("solve", "-p", task, "-f", map_file(AF, "frame.af"), *asked).out == f"{answer}\n"


def test_no_stable_extension(argmap, map_file):
    path = map_file("p af 1\n1 1\n", "frame.af")
    assert argmap("solve", "-p", "SE-ST", "-f", path).out == "NO\n"
    assert argmap("solve", "-p", "DS-ST", "-f", path, "-a", "1").out == "YES\n"


def test_a_named_format_and_standard_input(argmap):
    result = argmap("solve", "-p", "EE-GR", "-f", "-", "-fo", "tgf", input="p\naf\n#\np af\n")
    assert result.out == "[[p]]\n"


def test_the_tasks_are_listed(argmap):
    out = argmap("solve", "--problems").out
    assert out.startswith("[SE-GR,")
    assert len(out.split(",")) == 30


@pytest.mark.parametrize(
    ("arguments", "text", "message"),
    [
        (["-p", "DS-PD", "-a", "1"], AF, "there is no task 'DS-PD'\n  help: Did you mean 'DS-"),
        (["-p", "DS-PR"], AF, "DS-PR asks about an argument; none is given"),
        (["-p", "DS-PR", "-a", "9"], AF, "the framework has no argument '9'"),
        (["-p", "SE-GR"], "p af 2\n1 2\n1 3\n", ":3: no argument '3' is declared"),
        (["-p", "SE-GR"], "arg(a).\natt(a).\n", ":2: should be a fact"),
        (["-p", "SE-GR"], "p af 9999999999\n", ":1: 9999999999 arguments are too many"),
        (["-p", "SE-GR"], b"\xff\xfe", "is not UTF-8 at byte 1"),
        (["-p", "SE-GR", "-fo", "apx"], TGF, ":1: should be a fact"),
    ],
)
def test_what_cannot_be_done(argmap, map_file, arguments, text, message):
    result = argmap("solve", "-f", map_file(text, "frame"), *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_a_file_that_is_not_there(argmap, tmp_path):
    result = argmap("solve", "-p", "SE-GR", "-f", tmp_path / "none.apx")
    assert (result.code, result.out) == (2, "")
    assert "there is no file" in result.err


def test_a_budget_that_runs_out(argmap, map_file):
    result = argmap("solve", "-p", "SE-PR", "-f", map_file(AF, "frame.af"), "--budget", "0")
    assert (result.code, result.out) == (3, "UNKNOWN\n")
    assert result.err.startswith("argmap: unknown: ")
