"""One finding a line, and the closing line."""

import pytest

from argmap.finding import Severity
from argmap.report import concise, summary
from report.making import CIRCLE, ORPHAN, finding

ERROR = finding(1, 1, 2, severity=Severity.ERROR)
WARNING = finding(1, 1, 2)


def test_concise(snapshot):
    wide = finding(3, 4, 5, message='"桥梁应当关闭" (关) is asserted without support', file="maps/关.yaml")
    assert concise([CIRCLE, ORPHAN, wide]).plain() == snapshot


def test_lines_are_never_broken():
    long = finding(1, 1, 2, message="word " * 100 + "end", file="a b.yaml")
    assert concise([long]).plain(40) == f"a b.yaml:1:1: AM107 unsupported: {long.message}\n"


def test_message_of_several_lines_stays_on_one():
    assert concise([finding(1, 1, 2, message="one\ntwo\u2028three")]).plain().count("\n") == 1


def test_file_names_that_no_encoding_has():
    text = concise([finding(1, 1, 2, file="\udcff.yaml")]).plain()
    assert text.startswith("\\udcff.yaml:1:1:")


def test_report_can_be_made_twice():
    report = concise(iter([ERROR, WARNING]))
    assert report.plain() == report.plain() != ""


@pytest.mark.parametrize(
    ("findings", "files", "line"),
    [
        ([], 0, "No files checked."),
        ([], 1, "All clear: 1 file checked."),
        ([], 3, "All clear: 3 files checked."),
        ([ERROR], 1, "Found 1 finding (1 error) in 1 file."),
        ([ERROR] * 2 + [WARNING] * 10, 1, "Found 12 findings (2 errors, 10 warnings) in 1 file."),
        ([WARNING, ERROR, ORPHAN, ORPHAN], 1, "Found 4 findings (1 error, 1 warning, 2 info) in 1 file."),
        ([ERROR], 3, "Found 1 finding (1 error) in 1 of 3 files."),
        ([ERROR, finding(1, 1, 2, file="b.yaml")], 2, "Found 2 findings (1 error, 1 warning) in 2 files."),
    ],
)
def test_summary(findings, files, line):
    assert summary(findings, files) == line
