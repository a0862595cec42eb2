"""Checks: what a map leaves unsupported, circular, untied, or not sayable at all.

One module for each rule; its docstring is the rule's page. Every check is a pure generator over the
:class:`~argmap.graph.Graph`, linear in its size, and speaks of places as paths; :func:`check_map` turns
what it yields into :class:`~argmap.finding.Finding` objects with positions.
"""

from argmap.checks.base import Basis, Confidence, Hit, Rule, UnknownRuleError
from argmap.checks.policy import Policy
from argmap.checks.registry import RULES, find_rule, page, summary
from argmap.checks.run import check_map
from argmap.checks.selection import Selection, Strictness

__all__ = [
    "RULES",
    "Basis",
    "Confidence",
    "Hit",
    "Policy",
    "Rule",
    "Selection",
    "Strictness",
    "UnknownRuleError",
    "check_map",
    "find_rule",
    "page",
    "summary",
]
