"""Properties that claims can be asked for, and their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from fnmatch import fnmatchcase
from typing import Final

from argmap.evaluate import granted
from argmap.graph import Graph, Role
from argmap.model import Claim, Kind, Voice
from argmap.suggest import did_you_mean

_RANGE: Final = re.compile(r"(?P<exact>\d+)|(?P<least>\d+)?\.\.(?P<most>\d+)?")
_IS: Final[Mapping[str, Callable[[Graph, Claim], bool]]] = {
    "thesis": lambda graph, claim: claim.id in graph.theses,
    "unsupported": lambda graph, claim: claim.id in graph.unsupported,
    "supported": lambda graph, claim: bool(graph.incoming(claim.id, Kind.SUPPORTS)),
    "leaf": lambda graph, claim: not graph.incoming(claim.id, Kind.SUPPORTS),
    "attacked": lambda graph, claim: bool(graph.incoming(claim.id, Kind.ATTACKS)),
    "evidenced": lambda _, claim: bool(claim.evidence),
    "anchored": lambda _, claim: bool(claim.at),
    "assumed": lambda _, claim: bool(claim.assumed),
    "residual": lambda _, claim: bool(claim.residual),
    "draft": lambda _, claim: bool(claim.draft),
    "linked": lambda graph, claim: any(len(r.premises) > 1 for r in graph.outgoing(claim.id)),
}
_CHOICES: Final[Mapping[str, Collection[str]]] = {
    "role": [role.value for role in Role],
    "voice": [voice.value for voice in Voice],
    "is": _IS.keys(),
    "verdict": ("stands", "falls", "open"),
}
_TESTS: Final[Mapping[str, Callable[[Graph, Claim, str], bool]]] = {
    "role": lambda graph, claim, role: graph.roles[claim.id] == role,
    "voice": lambda _, claim, voice: claim.voice == voice,
    "is": lambda graph, claim, what: _IS[what](graph, claim),
    "verdict": lambda graph, claim, verdict: granted(graph).labels[claim.id].verdict == verdict,
    "text": lambda _, claim, words: words.casefold() in f"{claim.label or ''}\n{claim.text}".casefold(),
}
_NUMBERS: Final[Mapping[str, Callable[[Graph, Claim], int | None]]] = {
    "depth": lambda graph, claim: graph.distance.get(claim.id),
    "reasons": lambda graph, claim: len(graph.incoming(claim.id, Kind.SUPPORTS)),
    "objections": lambda graph, claim: len(graph.incoming(claim.id, Kind.ATTACKS)),
}
_PATTERNS: Final[Mapping[str, Callable[[Graph, Claim], Collection[str]]]] = {
    "id": lambda _, claim: (claim.id,),
    "tag": lambda _, claim: claim.tags,
    "section": lambda _, claim: (claim.section,) if claim.section else (),
    "speaker": lambda _, claim: (claim.speaker,) if claim.speaker else (),
    "source": lambda _, claim: [quote.source for quote in (*claim.at, *claim.evidence)],
    "scheme": lambda graph, claim: [r.scheme for r in graph.outgoing(claim.id) if r.scheme],
}

METHODS: Final[Mapping[str, str]] = {
    "id": "the id, as a pattern: id:detour-*",
    "role": f"{', '.join(_CHOICES['role'])}",
    "voice": f"{', '.join(_CHOICES['voice'])}",
    "is": f"{', '.join(_CHOICES['is'])}",
    "verdict": "stands, falls or open, if the premises are granted",
    "depth": "steps to the thesis: depth:1, depth:2.., depth:..3",
    "reasons": "number of reasons: reasons:2..",
    "objections": "number of objections: objections:0",
    "tag": "a tag, as a pattern",
    "section": "the section, as a pattern",
    "speaker": "who is reported to say it, as a pattern",
    "source": "a source that it is made in or rests on, as a pattern",
    "scheme": "the scheme of a step that it is a premise of, as a pattern",
    "text": "words of the text or the label, whatever their case",
}
"""What can be asked of claims, and how."""


def has(graph: Graph, claim: Claim, method: str, value: str) -> bool:
    """Tell whether a claim has a property with this value."""
    if method in _TESTS:
        return _TESTS[method](graph, claim, value)
    if method in _NUMBERS:
        return _within(_NUMBERS[method](graph, claim), value)
    wanted = value.casefold()
    return any(fnmatchcase(given.casefold(), wanted) for given in _PATTERNS[method](graph, claim))


def cannot_be(method: str, value: str) -> tuple[str, str] | None:
    """Return why a property cannot have this value in any map, and what it can be; None if it can."""
    if method in _CHOICES and value not in _CHOICES[method]:
        known = did_you_mean(value, _CHOICES[method]) or f"One of: {', '.join(_CHOICES[method])}."
        return f"{method} cannot be {value!r}", known
    if method in _NUMBERS and not (_RANGE.fullmatch(value) and value != ".."):
        help = f"Write {method}:2, {method}:2.. or {method}:..2"
        return f"{method} should be a number or a range, not {value!r}", help
    return None


def values(graph: Graph | None, method: str) -> list[str]:
    """Return the values that a property can have, or has in a map."""
    if method in _CHOICES:
        return list(_CHOICES[method])
    if method in _PATTERNS and graph:
        return sorted({given for claim in graph.claims.values() for given in _PATTERNS[method](graph, claim)})
    return []


def states(graph: Graph, claim: Claim) -> list[str]:
    """Return what a claim is, of all that ``is:`` knows."""
    return [name for name, holds in _IS.items() if holds(graph, claim)]


def _within(number: int | None, range: str) -> bool:
    match = _RANGE.fullmatch(range)
    if number is None or match is None:
        return False
    if match["exact"]:
        return number == int(match["exact"])
    return int(match["least"] or 0) <= number and (not match["most"] or number <= int(match["most"]))
