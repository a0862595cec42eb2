"""Findings that are known are left out; those that are gone are reported."""

import pytest

from argmap.checks.baseline import BaselineError, make_baseline, read_baseline
from argmap.finding import Finding, Severity, Span


def finding(claim="a", file="m.yaml", code="AM107", line=1):
    return Finding(code, "name", Severity.WARNING, "message", file, Span(line, 1, line, 2), claim=claim)


def apply(baseline, found, checked=("m.yaml",), codes=("AM107",)):
    return baseline.apply(found, checked, codes, file="b.txt", name=str)


def test_what_is_written_is_known_wherever_it_moves():
    found = [finding(), finding("b"), finding(None)]
    baseline = read_baseline(make_baseline(found, str).text())
    assert apply(baseline, [finding(line=9), finding("b", line=8), finding(None, line=7)]) == ([], [])


def test_one_line_knows_one_finding():
    baseline = read_baseline("m.yaml AM107 a\n")
    assert apply(baseline, [finding(line=1), finding(line=2)]) == ([finding(line=2)], [])


def test_what_is_gone_is_stale():
    baseline = read_baseline("# head\nm.yaml AM107 a\n\nmy map.yaml AM107 -\nm.yaml AM404 a\n")
    new, stale = apply(baseline, [finding("b")])
    assert new == [finding("b")]
    assert [(s.code, s.file, s.span.line, s.message) for s in stale] == [
        ("AM903", "b.txt", 2, "m.yaml has no finding AM107 any more of a")
    ]
    assert [s.span.line for s in apply(baseline, [], checked=("my map.yaml",))[1]] == [4]
    assert baseline.without(stale).text().splitlines()[1:] == ["m.yaml AM404 a", "my map.yaml AM107 -"]


def test_lines_of_files_that_are_gone_are_stale_whatever_was_checked():
    baseline = read_baseline("m.yaml AM107 a\nold.yaml AM404 a\nother.yaml AM107 a\n")
    _, stale = baseline.apply([finding()], ["m.yaml"], ["AM107"], file="b.txt", name=str, gone={"old.yaml"})
    assert [(s.span.line, s.message) for s in stale] == [(2, "there is no file old.yaml any more")]


def test_a_text_that_is_no_baseline():
    with pytest.raises(BaselineError) as caught:
        read_baseline("m.yaml AM107 a\nnonsense\n")
    assert caught.value.line == 2
    assert str(caught.value) == "'nonsense' is not a file, a code and a claim"


def test_stale_lines_come_in_their_order():
    baseline = read_baseline("m.yaml AM107 b\nm.yaml AM107 a\nm.yaml AM107 b\nmy map.yaml AM107 -\n")
    _, stale = apply(baseline, [], checked=("m.yaml", "my map.yaml"))
    assert [(s.span, s.message) for s in stale] == [
        (Span(1, 1, 1, 15), "m.yaml has no finding AM107 any more of b"),
        (Span(2, 1, 2, 15), "m.yaml has no finding AM107 any more of a"),
        (Span(3, 1, 3, 15), "m.yaml has no finding AM107 any more of b"),
        (Span(4, 1, 4, 20), "my map.yaml has no finding AM107 any more"),
    ]
    assert {(s.name, s.severity, s.help, s.claim) for s in stale} == {
        (
            "stale-baseline",
            Severity.WARNING,
            "Take the line out: argmap check --prune-baseline does it.",
            None,
        )
    }


def test_a_baseline_as_it_is_written():
    found = [finding("b"), finding(), finding(None), finding(), finding(file="a.yaml", code="AM404")]
    assert make_baseline(found, lambda file: f"maps/{file}").text() == (
        "# argmap baseline 1: findings that are known and left for now, as file, code and claim.\n"
        "maps/a.yaml AM404 a\n"
        "maps/m.yaml AM107 -\n"
        "maps/m.yaml AM107 a\n"
        "maps/m.yaml AM107 a\n"
        "maps/m.yaml AM107 b\n"
    )
