"""Findings as data: JSON, SARIF, and what GitHub, GitLab and JUnit take."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from argmap.finding import Finding, Related, Severity, Span
from argmap.report.data import to_json
from argmap.report.hosts import to_github, to_gitlab, to_junit
from argmap.report.sarif import Described, to_sarif

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
HERE = Span(3, 5, 3, 9)
ONE = Finding(
    "AM107",
    "unsupported",
    Severity.WARNING,
    'a, "b": c',
    "maps/x y.yaml",
    HERE,
    (Related("there", Span(1, 1, 2, 1)),),
    "Do what?",
    "c1",
)
TWO = Finding("AM006", "bad-value", Severity.ERROR, "100 %\nbad", "maps/x y.yaml", HERE)
THREE = Finding("AM112", "shortcut-relation", Severity.INFO, "known", "b.yaml", HERE)
ALL = [ONE, TWO, THREE]
RULES = {
    finding.code: Described(
        "A summary.", "# A page", f"urn:argmap:rule:{finding.code}", finding.severity, "high"
    )
    for finding in ALL
}
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
findings = st.builds(
    Finding,
    code=st.sampled_from(sorted(RULES)),
    name=st.just("name"),
    severity=st.sampled_from(Severity),
    message=texts,
    file=texts.filter(lambda name: name.strip() and "\0" not in name),
    span=st.just(HERE),
    related=st.just(()),
    help=texts | st.none(),
    claim=st.sampled_from(["a", None]),
    fix=st.none(),
)


def test_json():
    data = json.loads(to_json(ALL, 4))
    assert data["argmap-check"] == 1
    assert data["files"] == 4
    assert data["summary"] == {"error": 1, "warning": 1, "info": 1}
    assert data["findings"][0] == {
        "code": "AM107",
        "name": "unsupported",
        "severity": "warning",
        "message": 'a, "b": c',
        "file": "maps/x y.yaml",
        "line": 3,
        "column": 5,
        "end_line": 3,
        "end_column": 9,
        "claim": "c1",
        "help": "Do what?",
        "related": [{"message": "there", "line": 1, "column": 1, "end_line": 2, "end_column": 1}],
    }


def test_sarif():
    log = json.loads(to_sarif(ALL, RULES, "1.0"))
    jsonschema.validate(log, SCHEMA)
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["AM006", "AM107", "AM112"]
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]
    (first, second, _) = run["results"]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "AM107"
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "maps/x%20y.yaml"
    assert first["relatedLocations"][0]["message"]["text"] == "there"
    assert first["partialFingerprints"] == {"argmap/v1": "AM107:c1"}
    assert "relatedLocations" not in second


@given(st.lists(findings, max_size=3))
def test_sarif_of_anything_is_valid(found):
    jsonschema.validate(json.loads(to_sarif(found, RULES, "1.0")), SCHEMA)


def test_github():
    assert to_github([TWO, ONE]).splitlines() == [
        "::error file=maps/x y.yaml,line=3,col=5,endLine=3,title=AM006 bad-value::100 %25%0Abad",
        '::warning file=maps/x y.yaml,line=3,col=5,endLine=3,title=AM107 unsupported::a, "b": c. Do what?',
    ]


@given(st.lists(findings, max_size=3))
def test_github_has_a_line_for_each(found):
    printed = to_github(found)
    assert printed.count("\n") == len(found)
    assert printed.count("\r") == 0


def test_gitlab():
    issues = json.loads(to_gitlab([ONE, ONE, TWO, THREE]))
    assert [issue["severity"] for issue in issues] == ["minor", "minor", "major", "info"]
    assert len({issue["fingerprint"] for issue in issues}) == 4
    assert issues[0]["location"] == {"path": "maps/x y.yaml", "lines": {"begin": 3}}
    moved = Finding(
        "AM107", "unsupported", Severity.WARNING, "m", "maps/x y.yaml", Span(9, 1, 9, 2), claim="c1"
    )
    assert json.loads(to_gitlab([moved]))[0]["fingerprint"] == issues[0]["fingerprint"]


def test_junit():
    root = ET.fromstring(to_junit(ALL, ["maps/x y.yaml", "b.yaml", "clear.yaml"]))
    suites = {suite.get("name"): suite for suite in root}
    assert [(s.get("tests"), s.get("failures")) for s in suites.values()] == [
        ("2", "2"),
        ("1", "0"),
        ("1", "0"),
    ]
    assert suites["maps/x y.yaml"][0].find("failure").get("message") == 'a, "b": c'
    assert suites["clear.yaml"][0].get("name") == "argmap check"


@given(st.lists(findings, max_size=3))
def test_junit_can_be_read(found):
    ET.fromstring(to_junit(found, []).encode())
