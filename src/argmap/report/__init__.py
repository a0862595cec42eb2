"""Reports: findings as text for people and, one a line, for other programs.

Reports know :class:`~argmap.finding.Finding` objects and the texts of files, nothing of rules. They are
returned, never printed.
"""

from argmap.report.text import Report, concise, full, summary

__all__ = ["Report", "concise", "full", "summary"]
