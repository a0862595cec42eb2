"""All rules, each with its check and its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from inspect import cleandoc
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from argmap.checks import (
    am001_syntax,
    am002_duplicate_key,
    am003_prose_cut,
    am004_unknown_field,
    am005_yaml_feature,
    am006_bad_value,
    am007_irregular_import,
    am101_unknown_id,
    am102_duplicate_id,
    am103_self_reference,
    am104_circular_support,
    am105_orphan,
    am106_thesis_count,
    am107_unsupported,
    am108_duplicate_relation,
    am109_support_and_attack,
    am110_undercut_target,
    am111_stale_assumed,
    am112_shortcut_relation,
    am113_bad_include,
    am201_one_sided,
    am202_unanswered_objection,
    am203_unexpected_verdict,
    am204_contradiction,
    am205_deadlock,
    am206_thin_opposition,
    am301_no_warrant,
    am302_open_critical_question,
    am303_scheme_shape,
    am304_thin_support,
    am305_single_point_of_failure,
    am306_overconfident,
    am401_unknown_source,
    am402_unused_source,
    am403_missing_file,
    am404_quote_not_found,
    am405_single_source,
    am406_stale_source,
    am407_source_changed,
    am408_unattributed_report,
    am409_ambiguous_quote,
    am410_not_anchored,
    am411_draft,
    am501_weasel_words,
    am502_hedge_mismatch,
    am503_compound_claim,
    am504_not_a_claim,
    am505_near_duplicate,
    am901_unused_ignore,
    am902_ignore_without_reason,
    am903_stale_baseline,
    am904_unmet_requirement,
)
from argmap.checks.base import Hit, Rule, UnknownRuleError
from argmap.graph import Graph
from argmap.suggest import Suggester

if TYPE_CHECKING:
    from argmap.sources import Sources

Check = Callable[[Graph], Iterator[Hit]]
Comparison = Callable[[Graph, "Sources"], Iterator[Hit]]


class _Reading(Protocol):
    """A rule that is found while reading a file or, of the upkeep of maps, while gathering what was found."""

    RULE: Rule


class _Checking(Protocol):
    """A rule that is found in the graph."""

    RULE: Rule

    def check(self, graph: Graph) -> Iterator[Hit]: ...


class _Comparing(Protocol):
    """A rule that is found by comparing the map with the texts of its sources."""

    RULE: Rule

    def check(self, graph: Graph, sources: Sources) -> Iterator[Hit]: ...


_READING: tuple[_Reading, ...] = (
    am001_syntax,
    am002_duplicate_key,
    am003_prose_cut,
    am004_unknown_field,
    am005_yaml_feature,
    am006_bad_value,
    am007_irregular_import,
    am102_duplicate_id,
    am113_bad_include,
    am902_ignore_without_reason,
)
_CHECKING: tuple[_Checking, ...] = (
    am101_unknown_id,
    am103_self_reference,
    am104_circular_support,
    am105_orphan,
    am106_thesis_count,
    am107_unsupported,
    am108_duplicate_relation,
    am109_support_and_attack,
    am110_undercut_target,
    am111_stale_assumed,
    am112_shortcut_relation,
    am201_one_sided,
    am202_unanswered_objection,
    am203_unexpected_verdict,
    am204_contradiction,
    am205_deadlock,
    am206_thin_opposition,
    am301_no_warrant,
    am302_open_critical_question,
    am303_scheme_shape,
    am304_thin_support,
    am305_single_point_of_failure,
    am306_overconfident,
    am401_unknown_source,
    am402_unused_source,
    am405_single_source,
    am406_stale_source,
    am408_unattributed_report,
    am410_not_anchored,
    am411_draft,
    am501_weasel_words,
    am502_hedge_mismatch,
    am503_compound_claim,
    am504_not_a_claim,
    am505_near_duplicate,
)
_COMPARING: tuple[_Comparing, ...] = (
    am403_missing_file,
    am404_quote_not_found,
    am407_source_changed,
    am409_ambiguous_quote,
)
_KEEPING: tuple[_Reading, ...] = (am901_unused_ignore, am903_stale_baseline, am904_unmet_requirement)
_MODULES = MappingProxyType(
    {
        module.RULE.code: module
        for module in sorted(
            (*_READING, *_CHECKING, *_COMPARING, *_KEEPING), key=lambda module: module.RULE.code
        )
    }
)

RULES: Mapping[str, Rule] = MappingProxyType({code: module.RULE for code, module in _MODULES.items()})
"""All rules by code, in the order of their codes."""

CHECKS: Mapping[str, Check] = MappingProxyType({module.RULE.code: module.check for module in _CHECKING})
"""The checks of those rules that are found in the graph."""

COMPARISONS: Mapping[str, Comparison] = MappingProxyType(
    {module.RULE.code: module.check for module in _COMPARING}
)
"""The checks of those rules that need the texts of the sources."""


def find_rule(code_or_name: str) -> Rule:
    """Return the rule of this code or name, in upper or lower case.

    Raises:
        UnknownRuleError: if there is none; it suggests the closest.

    >>> find_rule("unsupported").code, find_rule("am107").name
    ('AM107', 'unsupported')
    """
    for rule in RULES.values():
        if is_called(rule, code_or_name):
            return rule
    raise unknown_rule(code_or_name)


def is_called(rule: Rule, code_or_name: str) -> bool:
    """Tell whether a rule has this code or name, in upper or lower case."""
    return code_or_name.upper() == rule.code or code_or_name.lower() == rule.name


def unknown_rule(given: str) -> UnknownRuleError:
    """Return the error for a code or name that no rule has, with the closest one that there is."""
    words = [word for rule in RULES.values() for word in (rule.name, rule.code)]
    holding = [word for word in words if len(given) > 3 and given.lower() in word]
    return UnknownRuleError(given, Suggester(words).closest(given) or next(iter(holding), None))


def page(code_or_name: str) -> str:
    """Return the page of a rule, in Markdown.

    Raises:
        UnknownRuleError: if there is no such rule.

    >>> print(page("unsupported").partition("## What it finds")[0].strip())
    # AM107 unsupported
    <BLANKLINE>
    *warning · structure*
    <BLANKLINE>
    A claim that nothing supports: no reason, no evidence, and not granted either.
    """
    rule = find_rule(code_or_name)
    facts = [rule.severity, rule.basis, *(["pedantic"] if rule.pedantic else [])]
    text = cleandoc(_MODULES[rule.code].__doc__ or "Python was started without docstrings (-OO).")
    return f"# {rule.code} {rule.name}\n\n*{' · '.join(facts)}*\n\n{text}\n"


def summary(rule: Rule) -> str:
    """Return what a rule finds, in a sentence: the first of its page.

    >>> summary(RULES["AM104"])
    'Claims support one another in a circle.'
    """
    return (_MODULES[rule.code].__doc__ or "").partition("\n")[0]
