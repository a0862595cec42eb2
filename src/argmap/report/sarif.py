"""Findings as SARIF 2.1.0, the format in which code hosts and editors take results of checks.

OASIS (2020), *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from argmap.finding import Finding, Severity, Span

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


@dataclass(frozen=True, slots=True)
class Described:
    """What a SARIF log says of a rule: what it finds, its page (Markdown), and where that can be read."""

    summary: str
    page: str
    url: str
    severity: Severity
    precision: str


def to_sarif(findings: Collection[Finding], rules: Mapping[str, Described], version: str) -> str:
    """Return findings as a SARIF log.

    Args:
        findings: what was found.
        rules: what there is to say of each rule, by code; those that found something are listed.
        version: that of argmap.
    """
    codes = sorted({finding.code for finding in findings})
    names = {finding.code: finding.name for finding in findings}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "argmap",
                        "version": version,
                        "rules": [_rule(code, names[code], rules[code]) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, codes.index(finding.code)) for finding in findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, name: str, rule: Described) -> dict[str, Any]:
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.page, "markdown": rule.page},
        "helpUri": rule.url,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"precision": rule.precision, "tags": [name]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    text = f"{finding.message}. {finding.help}" if finding.help else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(finding.file, finding.span)],
        "partialFingerprints": {"argmap/v1": f"{finding.code}:{finding.claim or finding.message}"},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": related.message}, **_location(finding.file, related.span)}
            for number, related in enumerate(finding.related)
        ]
    return result


def _location(file: str, span: Span) -> dict[str, Any]:
    path = PurePath(file)
    relative = quote(path.as_posix(), errors="surrogateescape")  # byte by byte, as as_uri does it
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": path.as_uri() if path.is_absolute() else relative},
            "region": {
                "startLine": span.line,
                "startColumn": span.column,
                "endLine": span.end_line,
                "endColumn": span.end_column,
            },
        }
    }
