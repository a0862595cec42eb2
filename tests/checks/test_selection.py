"""Selecting and ignoring rules."""

import pytest

from argmap.checks import RULES, Selection, Strictness, UnknownRuleError

PEDANTIC = {"AM112", "AM206", "AM301", "AM304", "AM501", "AM502", "AM503"}
REGULAR = set(RULES) - PEDANTIC


def family(start):
    return {code for code in RULES if code.startswith(start)}


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ([], [], REGULAR),
        (["AM"], [], REGULAR),
        (["AM4"], [], family("AM4")),
        (["am4"], ["unused-source"], family("AM4") - {"AM402"}),
        (["unsupported", "AM103"], [], {"AM103", "AM107"}),
        (["AM1"], ["AM10", "AM11"], set()),
        (["AM107"], ["AM1"], {"AM107"}),
        (["AM107"], ["unsupported"], set()),
        ([], ["AM0", "AM1"], REGULAR - family("AM0") - family("AM1")),
        (["AM50"], ["AM505"], {"AM504"}),
        (["AM112"], [], {"AM112"}),
        (["shortcut-relation"], [], {"AM112"}),
        (["AM11"], [], {"AM110", "AM111", "AM113"}),
    ],
)
def test_codes(select, ignore, expected):
    assert Selection(tuple(select), tuple(ignore)).codes() == expected


def test_pedantic_runs_all():
    assert Selection(strictness=Strictness.PEDANTIC).codes() == set(RULES)
    assert "AM112" not in Selection(ignore=("AM112",), strictness=Strictness.PEDANTIC).codes()


@pytest.mark.parametrize("selector", ["AM8", "XY", "unsuported", ""])
def test_selector_that_means_no_rule(selector):
    with pytest.raises(UnknownRuleError):
        Selection(select=(selector,))
    with pytest.raises(UnknownRuleError):
        Selection(ignore=(selector,))
