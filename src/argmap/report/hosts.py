"""Findings as services that build and host code take them: GitHub, GitLab, JUnit."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from functools import partial
from hashlib import sha256
from pathlib import PurePath
from typing import Final
from xml.etree import ElementTree as ET

from argmap.finding import Finding, Severity
from argmap.report.screen import Screen

_NOT_IN_XML: Final = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOG: Final = Screen()
_GITHUB: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_GITLAB: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def to_github(findings: Iterable[Finding]) -> str:
    """Return findings as workflow commands of GitHub Actions, which annotate the lines of a pull request."""
    return "".join(
        f"::{_GITHUB[finding.severity]} file={_property(finding.file)},line={finding.span.line},"
        f"col={finding.span.column},endLine={finding.span.end_line},"
        f"title={_property(f'{finding.code} {finding.name}')}::{_data(_told(finding))}\n"
        for finding in findings
    )


def _data(text: str) -> str:
    return _LOG.show(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def to_gitlab(findings: Iterable[Finding]) -> str:
    """Return findings as a Code Quality report of GitLab.

    A finding keeps its fingerprint when it moves: it is made of the file, the code and the claim.
    """
    seen: dict[str, int] = {}
    issues = []
    for finding in findings:
        key = f"{finding.file}\n{finding.code}\n{finding.claim or finding.message}"
        seen[key] = twin = seen.get(key, 0) + 1
        issues.append(
            {
                "description": _told(finding),
                "check_name": f"{finding.code} {finding.name}",
                "fingerprint": sha256(f"{key}\n{twin}".encode("utf-8", "replace")).hexdigest(),
                "severity": _GITLAB[finding.severity],
                "location": {
                    "path": PurePath(finding.file).as_posix(),
                    "lines": {"begin": finding.span.line},
                },
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def to_junit(findings: Collection[Finding], files: Collection[str]) -> str:
    """Return findings as a JUnit report: a test suite for each file, a failed test for each finding."""
    root = ET.Element("testsuites", name="argmap check")
    clean = partial(_NOT_IN_XML.sub, "�")
    by_file: dict[str, list[Finding]] = {file: [] for file in files}
    for finding in findings:
        by_file.setdefault(finding.file, []).append(finding)
    for file, found in by_file.items():
        failed = [finding for finding in found if finding.severity is not Severity.INFO]
        suite = ET.SubElement(
            root,
            "testsuite",
            name=clean(file),
            tests=str(max(1, len(found))),
            failures=str(len(failed)),
            errors="0",
        )
        if not found:
            ET.SubElement(suite, "testcase", classname=clean(file), name="argmap check")
        for finding in found:
            place = f"{finding.span.line}:{finding.span.column}"
            case = ET.SubElement(
                suite, "testcase", classname=clean(file), name=f"{finding.code} {finding.name} at {place}"
            )
            kind = "system-out" if finding.severity is Severity.INFO else "failure"
            element = ET.SubElement(case, kind)
            if kind == "failure":
                element.set("message", clean(finding.message))
                element.set("type", str(finding.severity))
            element.text = clean(f"{finding.file}:{place}: {_told(finding)}")
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _told(finding: Finding) -> str:
    return f"{finding.message}. {finding.help}" if finding.help else finding.message
