"""What a team decides about findings: which count, how much, and what to do about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache

from argmap.checks.selection import Selection
from argmap.config import CheckConfig
from argmap.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Policy:
    """Decisions about findings, beyond which rules run.

    Attributes:
        severity: another severity, by the code of the rule.
        help: other advice, by the code of the rule.
        per_file: patterns of files, each with the rules that are not to be reported there.
    """

    severity: Mapping[str, Severity] = field(default_factory=dict)
    help: Mapping[str, str] = field(default_factory=dict)
    per_file: tuple[tuple[str, Selection], ...] = ()

    @classmethod
    def of(cls, config: CheckConfig) -> Policy:
        """Return the decisions in a configuration.

        Raises:
            UnknownRuleError: if one is about a rule that there is not.
        """
        from argmap.checks.registry import find_rule

        return cls(
            {find_rule(word).code: Severity(level) for word, level in config.severity.items()},
            {find_rule(word).code: text for word, text in config.help.items()},
            tuple(
                (pattern, Selection(select=tuple(rules)))
                for pattern, rules in config.per_file_ignores.items()
            ),
        )

    def apply(self, findings: Iterable[Finding], name: Callable[[str], str]) -> list[Finding]:
        """Return findings as the team wants them.

        Args:
            findings: what was found.
            name: turns a file's name into one that the patterns are meant for.
        """

        @cache
        def passed_over(file: str) -> frozenset[str]:
            matching = [rules for pattern, rules in self.per_file if fnmatchcase(name(file), pattern)]
            return frozenset(code for rules in matching for code in rules.codes())

        kept = []
        for finding in findings:
            if finding.code in passed_over(finding.file):
                continue
            severity = self.severity.get(finding.code, finding.severity)
            help = self.help.get(finding.code, finding.help)
            as_it_is = severity is finding.severity and help is finding.help
            kept.append(finding if as_it_is else finding._replace(severity=severity, help=help))
        return kept
