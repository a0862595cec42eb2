"""Reports: findings as text for people, and as data for editors, code hosts and other programs.

Reports know :class:`~argmap.finding.Finding` objects and the texts of files, nothing of rules. They are
returned, never printed. One module a family: :mod:`~argmap.report.text`, :mod:`~argmap.report.data` (JSON),
:mod:`~argmap.report.sarif`, :mod:`~argmap.report.hosts` (GitHub, GitLab, JUnit).
"""

from argmap.report.text import Report, concise, full, statistics, summary

__all__ = ["Report", "concise", "full", "statistics", "summary"]
