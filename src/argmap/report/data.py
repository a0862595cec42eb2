"""Findings as data: JSON of our own, with a documented shape."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from argmap.finding import Finding, Severity, Span

VERSION = 1


def to_json(findings: Collection[Finding], files: int) -> str:
    """Return findings as JSON.

    The shape, beside ``argmap-check`` (its version, 1): ``files``, how many were checked; ``summary``, the
    number of findings by severity; ``findings``, each with ``code``, ``name``, ``severity``, ``message``, ``file``,
    ``claim`` (an id or null), ``help`` (or null), its place as ``line``, ``column``, ``end_line`` and ``end_column`` (from 1, the end
    exclusive), and ``related``, a list of ``message`` with such a place.
    """
    data = {
        "argmap-check": VERSION,
        "files": files,
        "summary": {
            str(severity): sum(finding.severity is severity for finding in findings) for severity in Severity
        },
        "findings": [finding_data(finding) for finding in findings],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def finding_data(finding: Finding) -> dict[str, Any]:
    """Return a finding as :func:`to_json` shows it."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "file": finding.file,
        **_place(finding.span),
        "claim": finding.claim,
        "help": finding.help,
        "related": [{"message": related.message, **_place(related.span)} for related in finding.related],
    }


def _place(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
