"""From a map and what its reader met to findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from argmap.checks.base import Hit, Rule
from argmap.checks.registry import CHECKS, COMPARISONS, RULES, is_called
from argmap.checks.selection import Selection
from argmap.finding import Finding, Locate, Path, Problem, Related, Severity
from argmap.graph import Graph
from argmap.model import Claim, Map

if TYPE_CHECKING:
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
    """
    codes = selection.codes()
    findings = [
        _met(problem, file)
        for problem in problems
        if problem.code in codes or map is None or RULES[problem.code].severity is Severity.ERROR
    ]
    if map is not None:
        for rule, hit in _hits(Graph(map), codes, sources):
            if not _ignored(map, rule, hit):
                findings.append(_found(rule, hit, file, locate))
    findings.sort(key=lambda finding: (finding.span.line, finding.span.column, finding.code))
    return findings


def _hits(graph: Graph, codes: frozenset[str], sources: Sources | None) -> Iterator[tuple[Rule, Hit]]:
    for code, check in CHECKS.items():
        if code in codes:
            yield from ((RULES[code], hit) for hit in check(graph))
    if sources is not None:
        for code, compare in COMPARISONS.items():
            if code in codes:
                yield from ((RULES[code], hit) for hit in compare(graph, sources))


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


def _found(rule: Rule, hit: Hit, file: str, locate: Locate) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=hit.message,
        file=file,
        span=locate(hit.where),
        related=tuple(Related(message, locate(path)) for message, path in hit.related),
        help=hit.help,
    )


def _ignored(map: Map, rule: Rule, hit: Hit) -> bool:
    """Tell whether the claim that a hit concerns sets the rule aside, or is a draft still to be looked at."""
    claim = _concerned(map, hit.where)
    if claim is None:
        return False
    unread = bool(claim.draft) and rule.name != "draft" and rule.severity is not Severity.ERROR
    return unread or any(is_called(rule, word) for word in claim.ignore)


def _concerned(map: Map, where: Path) -> Claim | None:
    """Return the claim that a place belongs to, a relation belonging to the claim that it leads to."""
    match where:
        case ("claims", str(id), *_):
            return map.claims.get(id)
        case ("relations", str(id), *_):
            while id in map.relations:
                id = map.relations[id].target
            return map.claims.get(id)
    return None
