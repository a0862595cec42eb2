"""What a team decides about findings changes them, and nothing else."""

import pytest

from argmap.checks import UnknownRuleError
from argmap.checks.policy import Policy
from argmap.config import CheckConfig
from argmap.finding import Finding, Severity, Span


def finding(code, file="a.yaml", **fields):
    said = {"severity": Severity.WARNING, "help": "Advice.", "claim": "c"} | fields
    return Finding(code, "name", message="Message", file=file, span=Span(1, 2, 3, 4), **said)


def test_severity_and_advice_are_those_of_the_team():
    policy = Policy.of(
        CheckConfig(severity={"unsupported": "error", "AM105": "info"}, help={"am107": "Ask Ann."})
    )
    given = [finding("AM107"), finding("AM105"), finding("AM101")]
    assert policy.apply(given, str) == [
        finding("AM107", severity=Severity.ERROR, help="Ask Ann."),
        finding("AM105", severity=Severity.INFO),
        finding("AM101"),
    ]


def test_what_is_as_the_team_wants_it_stays_the_same():
    (given,) = [finding("AM107")]
    for policy in (Policy(), Policy.of(CheckConfig(severity={"AM107": "warning"}))):
        (found,) = policy.apply([given], str)
        assert found is given


def test_rules_are_left_out_of_files_by_pattern():
    policy = Policy.of(
        CheckConfig(**{"per-file-ignores": {"drafts/*": ["AM1", "near-duplicate"], "*.aif": ["AM5"]}})
    )
    given = [
        finding(code, file)
        for file in ("/top/drafts/x.yaml", "/top/x.yaml", "/top/x.aif")
        for code in ("AM107", "AM201", "AM505")
    ]
    found = policy.apply(given, lambda file: file.removeprefix("/top/"))
    assert [(it.file, it.code) for it in found] == [
        ("/top/drafts/x.yaml", "AM201"),
        ("/top/x.yaml", "AM107"),
        ("/top/x.yaml", "AM201"),
        ("/top/x.yaml", "AM505"),
        ("/top/x.aif", "AM107"),
        ("/top/x.aif", "AM201"),
    ]


@pytest.mark.parametrize(
    "table",
    [{"severity": {"unsuported": "error"}}, {"help": {"AM8": "x"}}, {"per-file-ignores": {"*": ["AM8"]}}],
)
def test_a_rule_that_there_is_not_is_an_error(table):
    with pytest.raises(UnknownRuleError):
        Policy.of(CheckConfig(**table))
