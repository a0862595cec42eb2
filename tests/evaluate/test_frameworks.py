"""Abstract frameworks: formats, tasks, and agreement with Dung's definitions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluate import TASKS, Budget, EvaluationError, Framework, FrameworkError, read_framework, solve
from evaluate.definitions import extensions

APX = "% an example\narg(a). arg(b).\narg(c).\natt(a,b). att(b,a).\natt( b , c ).\n"
TGF = "a\nb label\nc\n#\na b\nb a why\nb c\n"
ICCMA = "# an example\np af 3\n1 2\n2 1\n2 3\n"


@pytest.mark.parametrize(
    ("text", "format", "names"), [(APX, "apx", "abc"), (TGF, "tgf", "abc"), (ICCMA, "iccma", "123")]
)
def test_formats(text, format, names):
    for told in (None, format):
        found = read_framework(text, told)
        assert found == Framework(tuple(names), [1, 2, 2], [2, 1, 3], format)


NOT_A_FACT = "should be a fact arg(a). or att(a,b)."
NOT_A_HEAD = "should be 'p af' and the number of arguments"
NOT_NUMBERS = "should be the numbers of two arguments"
NOT_NAMES = "should be the names of two arguments"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("arg(a).\natt(a,b).\n", 2, "no argument 'b' is declared"),
        ("arg(a).\n\natt(b,a).\n", 3, "no argument 'b' is declared"),
        ("arg(a).\narg(b)\n", 2, NOT_A_FACT),
        ("arg(a).\narg(a,b).\n", 2, NOT_A_FACT),
        ("arg(a).\natt(a).\n", 2, NOT_A_FACT),
        ("arg(a).\n\n  nonsense\n", 3, NOT_A_FACT),
        ("arg(a). arg(b). x\n", 1, NOT_A_FACT),
        ("a\n#\na\n", 3, NOT_NAMES),
        ("a\n#\na b\n", 3, "no argument 'b' is declared"),
        ("a\n\n#\nb a\n", 4, "no argument 'b' is declared"),
        ("p af\n", 1, NOT_A_HEAD),
        ("# 1\n\np af x\n", 3, NOT_A_HEAD),
        ("p AF 2\n", 1, NOT_A_HEAD),
        ("p af 2 2\n", 1, NOT_A_HEAD),
        ("p af 2\n1 3\n", 2, "no argument '3' is declared"),
        ("p af 2\n# 1\n3 1\n", 3, "no argument '3' is declared"),
        ("p af 2\n1 2 1\n", 2, NOT_NUMBERS),
        ("p af 2\n1\n", 2, NOT_NUMBERS),
        ("p af 0\n0 0\n", 2, "no argument '0' is declared"),
        ("p af 99999999999\n", 1, "99999999999 arguments are too many for a file of this size"),
    ],
)
def test_bad_frameworks(text, line, problem):
    with pytest.raises(FrameworkError) as caught:
        read_framework(text)
    assert (caught.value.line, caught.value.problem) == (line, problem)
    assert str(caught.value) == f"line {line}: {problem}"


def test_an_empty_text_has_no_head():
    with pytest.raises(FrameworkError) as caught:
        read_framework("# nothing\n", "iccma")
    assert (caught.value.line, caught.value.problem) == (1, NOT_A_HEAD)


@pytest.mark.parametrize("format", ["iccma", "apx"])
def test_a_format_that_is_told_is_the_one_that_is_read(format):
    texts = {"iccma": ICCMA, "apx": APX, "tgf": TGF}
    for other in texts.keys() - {format}:
        with pytest.raises(FrameworkError):
            read_framework(texts[other], format)


def test_names_that_are_declared_twice_and_comments():
    found = read_framework("% arg(x).\n\n arg ( a ) . arg(b). arg(a). % att(b,a).\natt(a , b).\n")
    assert found == Framework(("a", "b"), [1], [2], "apx")
    assert read_framework("a\nb\na\n#\nb a\n") == Framework(("a", "b"), [2], [1], "tgf")
    assert read_framework("\n# p\n  p af 1\n\n1 1\n#\n") == Framework(("1",), [1], [1], "iccma")
    assert read_framework("# 1\n#") == Framework((), [], [], "tgf")
    assert read_framework("p af 7000\n").arguments[-1] == "7000"


def test_empty_framework():
    for text in ("", "p af 0\n"):
        framework = read_framework(text)
        assert solve(framework, "SE-ST").extensions == ((),)


@pytest.mark.parametrize(
    ("task", "argument", "old", "new"),
    [
        ("SE-GR", None, "[]", "w"),
        ("EE-PR", None, "[[1,3],[2]]", "w 1 3\nw 2"),
        ("EE-CO", None, "[[1,3],[],[2]]", "w 1 3\nw\nw 2"),
        ("CE-ST", None, "2", "2"),
        ("DC-PR", "2", "YES", "YES\nw 2"),
        ("DC-GR", "2", "NO", "NO"),
        ("DS-PR", "2", "NO", "NO\nw 1 3"),
        ("SE-ID", None, "[]", "w"),
    ],
)
def test_answers(task, argument, old, new):
    framework = read_framework(ICCMA)
    assert solve(framework, task, argument).text() == new
    older = Framework(framework.arguments, framework.attackers, framework.attacked, "apx")
    assert solve(older, task, argument).text() == old


def test_no_stable_extension():
    framework = read_framework("p af 1\n1 1\n")
    assert solve(framework, "SE-ST").text() == solve(framework, "EE-ST").text() == "NO"
    assert solve(framework, "CE-ST").text() == "0"
    assert solve(framework, "DS-ST", "1").text() == "YES"
    assert solve(framework, "DC-ST", "1").text() == "NO"
    assert solve(framework, "SE-SST").text() == "w"


def test_a_semi_stable_extension_leaves_the_least_undecided():
    framework = read_framework("p af 4\n1 2\n2 1\n2 3\n3 3\n")
    answers = {
        ("EE-PR", None): "w 1 4\nw 2 4",
        ("EE-SST", None): "w 2 4",
        ("SE-SST", None): "w 2 4",
        ("CE-SST", None): "1",
        ("DC-SST", "1"): "NO",
        ("DC-SST", "2"): "YES\nw 2 4",
        ("DC-SST", "4"): "YES\nw 2 4",
        ("DC-SST", "3"): "NO",
        ("DS-SST", "1"): "NO\nw 2 4",
        ("DS-SST", "2"): "YES",
        ("DS-SST", "4"): "YES",
    }
    assert {it: solve(framework, *it).text() for it in answers} == answers


def test_extensions_come_in_one_order():
    framework = read_framework("p af 4\n1 2\n2 1\n3 4\n4 3\n")
    for task in ("EE-PR", "EE-ST", "EE-SST"):
        assert solve(framework, task).text() == "w 1 3\nw 1 4\nw 2 3\nw 2 4"


def test_ideal_extension_leaves_out_what_it_cannot_defend():
    framework = read_framework("p af 4\n1 2\n1 3\n2 4\n3 1\n3 2\n")
    assert solve(framework, "SE-PR").extensions[0] != ()
    assert solve(framework, "SE-ID").extensions == ((),)
    (preferred,) = solve(framework, "SE-PR").extensions
    for name in preferred:
        assert solve(framework, "DC-ID", name).text() == "NO"
        assert solve(framework, "DS-ID", name).text() == "NO\nw"
    framework = read_framework("p af 5\n1 2\n2 1\n3 4\n4 3\n4 4\n5 4\n")
    assert solve(framework, "EE-ID").text() == "w 3 5"
    assert solve(framework, "DC-ID", "3").text() == "YES\nw 3 5"
    assert solve(framework, "DS-ID", "3").text() == "YES"


def test_bad_tasks():
    framework = read_framework(ICCMA)
    for task, argument, message in (
        ("SE-XX", None, f"no task 'SE-XX'; a task is one of {', '.join(TASKS)}"),
        ("SE", None, f"no task 'SE'; a task is one of {', '.join(TASKS)}"),
        ("DC-PR", None, "DC-PR asks about an argument; none is given"),
        ("DS-ID", None, "DS-ID asks about an argument; none is given"),
        ("DC-PR", "9", "the framework has no argument '9'"),
    ):
        with pytest.raises(EvaluationError) as caught:
            solve(framework, task, argument)
        assert str(caught.value) == message


def test_budget():
    framework = read_framework(ICCMA)
    for task in TASKS:
        answer = solve(framework, task, "2", budget=Budget(conflicts=0))
        if task.endswith("GR") or task == "SE-CO":
            assert answer.unknown is False
        elif not task.startswith("DS-CO"):
            assert (answer.text(), answer.accepted, answer.extensions) == ("UNKNOWN", None, ())


@st.composite
def frameworks(draw):
    count = draw(st.integers(1, 5))
    argument = st.integers(1, count)
    attacks = draw(st.lists(st.tuples(argument, argument), max_size=10))
    names = tuple(str(i) for i in range(1, count + 1))
    return Framework(names, [a for a, _ in attacks], [b for _, b in attacks])


@given(frameworks())
def test_agrees_with_the_definitions(framework):
    attacks = zip(framework.attackers, framework.attacked, strict=True)
    for name, expected in extensions(len(framework.arguments), attacks).items():
        every = solve(framework, f"EE-{name}").extensions
        assert len(every) == len(expected)
        assert {frozenset(map(int, found)) for found in every} == expected
        some = solve(framework, f"SE-{name}").extensions
        assert {frozenset(map(int, found)) for found in some} <= expected
        assert bool(some) == bool(expected)
        for argument in framework.arguments:
            credulous = solve(framework, f"DC-{name}", argument)
            sceptical = solve(framework, f"DS-{name}", argument)
            assert credulous.accepted == any(int(argument) in found for found in expected)
            assert sceptical.accepted == all(int(argument) in found for found in expected)
            for answer, is_in in ((credulous, True), (sceptical, False)):
                for found in answer.extensions:
                    assert frozenset(map(int, found)) in expected
                    assert (argument in found) is is_in
