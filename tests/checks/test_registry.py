"""The rules as a whole: codes, names, pages, and finding one by either."""

from pathlib import Path

import pytest

from argmap import checks
from argmap.checks import RULES, UnknownRuleError, am107_unsupported, find_rule, page
from argmap.checks.registry import CHECKS, COMPARISONS, summary


def test_every_module_is_registered_under_its_file_name():
    files = sorted(path.stem for path in Path(checks.__file__).parent.glob("am[0-9]*.py"))
    assert files == [f"{c.lower()}_{r.name.replace('-', '_')}" for c, r in RULES.items()]


def test_codes_and_names_are_unique_and_sorted():
    assert list(RULES) == sorted(RULES)
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
    assert set(RULES) - set(CHECKS) - set(COMPARISONS) == {
        "AM001",
        "AM002",
        "AM003",
        "AM004",
        "AM005",
        "AM006",
        "AM007",
        "AM102",
        "AM113",
        "AM901",
        "AM902",
        "AM903",
        "AM904",
    }


@pytest.mark.parametrize("code", RULES)
def test_page(code):
    text = page(RULES[code].name)
    lines = text.splitlines()
    assert lines[0] == f"# {code} {RULES[code].name}"
    assert lines[4].endswith(".")
    headings = [line for line in lines if line.startswith("## ")]
    assert headings[:4] == ["## What it finds", "## Why it matters", "## Example", "## What to do"]
    assert headings[4:] in ([], ["## Literature"])
    assert max(map(len, lines)) <= 110


@pytest.mark.parametrize("code", RULES)
def test_summary_is_the_first_sentence_of_the_page(code):
    assert summary(RULES[code]) == page(code).splitlines()[4]


def test_without_docstrings_a_page_says_why_it_is_empty(monkeypatch):
    monkeypatch.setattr(am107_unsupported, "__doc__", None)
    assert page("AM107") == (
        "# AM107 unsupported\n\n*warning · structure*\n\nPython was started without docstrings (-OO).\n"
    )
    assert summary(RULES["AM107"]) == ""


def test_pedantic_is_said_on_the_page():
    assert "*info · structure · pedantic*" in page("AM112")


@pytest.mark.parametrize("given", ["AM107", "am107", "unsupported", "Unsupported"])
def test_find_rule_by_code_or_name(given):
    assert find_rule(given).code == "AM107"


@pytest.mark.parametrize(
    ("given", "suggestion"),
    [
        ("unsuported", "unsupported"),
        ("circular", "circular-support"),
        ("AM1107", "AM107"),
        ("Self", "self-reference"),
        ("ref", None),
        ("xyz", None),
        ("qqqq", None),
    ],
)
def test_unknown_rule_suggests_the_closest(given, suggestion):
    with pytest.raises(UnknownRuleError) as caught:
        find_rule(given)
    assert (caught.value.given, caught.value.suggestion) == (given, suggestion)
    assert ("did you mean" in str(caught.value)) == (suggestion is not None)
