"""From a map and what its reader met to findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.checks.am901_unused_ignore import RULE as UNUSED
from argmap.checks.am904_unmet_requirement import RULE as UNMET
from argmap.checks.base import Hit, Rule
from argmap.checks.registry import CHECKS, COMPARISONS, RULES, is_called, unknown_rule
from argmap.checks.selection import Selection
from argmap.finding import Finding, Fix, Locate, Path, Problem, Related, Severity
from argmap.graph import Graph
from argmap.model import Claim, Map

if TYPE_CHECKING:
    from argmap.config import Requirement
    from argmap.sources import Sources

_ALL = Selection()


def check_map(
    map: Map | None,
    problems: Sequence[Problem],
    *,
    file: str,
    locate: Locate,
    selection: Selection = _ALL,
    sources: Sources | None = None,
    requirements: Sequence[Requirement] = (),
    included: Collection[str] = (),
) -> list[Finding]:
    """Return all that the selected rules have to say about a map, in the order of the file.

    What a claim sets aside (:attr:`argmap.model.Claim.ignore`) is left out. Errors met while reading
    are reported whatever is selected: a file that is not read as it is meant is never clear.

    Args:
        map: the map, or None if the file holds none that can be used.
        problems: what the reader of the file met.
        file: what to call the file.
        locate: turns a path in the map into a span of the file.
        selection: the rules to apply; by default all that are not pedantic.
        sources: the texts of the map's sources, for the rules that compare the two; None to leave these out.
        requirements: what is required of claims besides (AM904).
        included: ids of what stands in other maps, which are checked by themselves.

    Raises:
        SelectorError: if a requirement has a selector that cannot be read, or that names a claim of another map.
    """
    codes = selection.codes()
    findings = [
        _met(problem, file)
        for problem in problems
        if problem.code in codes or map is None or RULES[problem.code].severity is Severity.ERROR
    ]
    if map is not None:
        graph = Graph(map)
        used: set[tuple[str, str]] = set()
        for rule, hits in _hits(graph, codes, sources, requirements):
            of_drafts = rule.severity is Severity.ERROR or rule.name == "draft"
            for hit in hits:
                claim = concerned(map, hit.where)
                if hit.where[1:2] and hit.where[1] in included:
                    continue
                if claim is not None and (word := _ignoring(claim, rule)):
                    used.add((claim.id, word))
                elif of_drafts or claim is None or not claim.draft:
                    findings.append(_found(rule, hit, file, locate, claim))
        if UNUSED.code in codes:
            ran = codes if sources is not None else codes - COMPARISONS.keys()
            findings += [
                _found(UNUSED, hit, file, locate, concerned(map, hit.where))
                for hit in _unused(graph, used, ran)
            ]
    findings.sort(key=lambda finding: (finding.span.line, finding.span.column, finding.code))
    return findings


def _hits(
    graph: Graph, codes: frozenset[str], sources: Sources | None, requirements: Sequence[Requirement]
) -> Iterator[tuple[Rule, Iterable[Hit]]]:
    for code, check in CHECKS.items():
        if code in codes:
            yield RULES[code], check(graph)
    if sources is not None:
        for code, compare in COMPARISONS.items():
            if code in codes:
                yield RULES[code], compare(graph, sources)
    if requirements and UNMET.code in codes:
        from argmap.checks.requirements import unmet

        for requirement, hit in unmet(graph, requirements):
            yield replace(UNMET, severity=Severity(requirement.severity)), [hit]


def _met(problem: Problem, file: str) -> Finding:
    rule = RULES[problem.code]
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=problem.message,
        file=file,
        span=problem.span,
        related=problem.related,
        help=problem.help,
    )


def _found(rule: Rule, hit: Hit, file: str, locate: Locate, claim: Claim | None) -> Finding:
    message, where, others, help, fix = hit
    related = tuple([Related(said, locate(path)) for said, path in others])
    id = claim.id if claim else None
    return Finding(rule.code, rule.name, rule.severity, message, file, locate(where), related, help, id, fix)


def _unused(graph: Graph, used: Collection[tuple[str, str]], ran: Collection[str]) -> Iterator[Hit]:
    """Yield a hit for every entry of ``ignore`` that no finding met.

    Entries for rules that were not applied are left alone: they may be of use elsewhere.
    """
    for claim in graph.claims_with("ignore"):
        for word in claim.ignore:
            where = ("claims", claim.id, "ignore", word)
            rule = next((rule for rule in RULES.values() if is_called(rule, word)), None)
            if rule is None:
                close = unknown_rule(word).suggestion
                help = f"Did you mean {close!r}?" if close else "All rules are listed by: argmap rule."
                yield Hit(f"no rule is called {word!r}", where, help=help)
            elif rule.code in ran and (claim.id, word) not in used:
                message = f"{claim.id} sets aside {rule.code} {rule.name}, of which there is no finding"
                yield Hit(
                    message, where, help="Take the entry out: argmap check --fix does it.", fix=Fix(where)
                )


def _ignoring(claim: Claim, rule: Rule) -> str | None:
    """Return the word by which a claim sets a rule aside."""
    for word in claim.ignore:
        if is_called(rule, word):
            return word
    return None


def concerned(map: Map, where: Path) -> Claim | None:
    """Return the claim that a place belongs to, a relation belonging to the claim that it leads to."""
    if len(where) < 2 or where[0] not in ("claims", "relations"):
        return None
    id, relations = str(where[1]), map.relations
    while id in relations:
        id = relations[id].target
    return map.claims.get(id)
