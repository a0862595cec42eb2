"""Writes maps as Kialo exports debates: a tree, in which a claim that is there already is referred to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from argmap.finding import LINE_BREAK
from argmap.formats.base import Dropped, Keeps, Written
from argmap.formats.kialo.notation import NAME, SEE, SOURCES, escape
from argmap.formats.notation import write_place
from argmap.graph import Graph
from argmap.model import Claim, Kind, Map, Relation

DEEPEST: Final = 100
"""Steps from a thesis that are written: the number of a claim grows with each."""

_STANCES = {Kind.SUPPORTS: "Pro", Kind.ATTACKS: "Con", Kind.UNDERCUTS: "Con"}

KEEPS: Final = Keeps(
    map=frozenset({"title", "thesis", "description"}),
    source=frozenset({"title", "url"}),
    claim=frozenset({"text", "evidence"}),
    kinds=frozenset(_STANCES),
)
"""The description is the question of a debate with several theses; others have no room for it."""

Number = tuple[int, ...]


def write(map: Map) -> Written:
    """Return a map as a Kialo export, with what it has no room for.

    Linked premises become a Pro or Con each, and an undercut a Con of the premise whose step it denies.
    """
    debate = _Debate(map)
    keeps = KEEPS if debate.asked else replace(KEEPS, map=KEEPS.map - {"description"})
    return Written.text("\n".join(debate.lines()) + "\n", (*keeps.dropped(map), *debate.dropped()))


class _Debate:
    def __init__(self, map: Map) -> None:
        self.map = map
        self.theses = self._theses()
        self.asked = len(self.theses) != 1
        """Whether the debate is about a question with several theses, or none."""
        self.reasons = self._reasons()
        self.homes: dict[str, Number] = {}
        """The number of each claim that is reached from the theses."""
        self.deep: list[str] = []
        self.entries = self._entries()
        self.cited: list[str] = []
        """What stands under ``Sources:``."""
        self.count = 0

    def _theses(self) -> list[str]:
        """Return the theses, or what bears on nothing further if the map names none that is there."""
        theses = [id for id in dict.fromkeys(self.map.thesis) if id in self.map.claims]
        if theses:
            return theses
        graph = Graph(self.map)
        return [id for id in self.map.claims if not graph.outgoing(id)] or list(self.map.claims)[:1]

    def _reasons(self) -> Mapping[str, list[tuple[str, str]]]:
        """Return for each claim its Pros and Cons."""
        reasons: dict[str, list[tuple[str, str]]] = {}
        for relation in self.map.relations.values():
            target = self._claim(relation)
            for premise in relation.premises if target else ():
                if premise in self.map.claims:
                    reasons.setdefault(target, []).append((_STANCES[relation.kind], premise))
        return reasons

    def _claim(self, relation: Relation) -> str:
        """Return the claim under which a relation is written; nothing if there is no such place."""
        if relation.kind not in _STANCES:
            return ""
        target = relation.target
        if target in self.map.claims:
            return target
        denied = self.map.relations[target]
        known = [premise for premise in denied.premises if premise in self.map.claims]
        return known[0] if known and denied.kind in _STANCES else ""

    def _entries(self) -> dict[Number, tuple[str, str]]:
        """Return the stance and the claim for each number, every claim as near to a thesis as can be."""
        entries: dict[Number, tuple[str, str]] = {}
        waiting: deque[tuple[Number, str]] = deque()
        for place, thesis in enumerate(self.theses, 1):
            number: Number = (1, place) if self.asked else (1,)
            entries[number] = ("Thesis", thesis)
            self.homes[thesis] = number
            waiting.append((number, thesis))
        while waiting:
            number, claim = waiting.popleft()
            for place, (stance, premise) in enumerate(self.reasons.get(claim, ()), 1):
                if premise not in self.homes and len(number) >= DEEPEST:
                    self.deep.append(premise)
                    continue
                below = (*number, place)
                entries[below] = (stance, premise)
                if premise not in self.homes:
                    self.homes[premise] = below
                    waiting.append((below, premise))
        return entries

    def lines(self) -> Iterator[str]:
        """Yield the lines of the export."""
        title = self.map.title or ""
        yield NAME
        yield from _broken(escape(title))
        yield ""
        if self.asked:
            yield "1. Question:"
            yield from _broken(escape(self.map.description or title))
            yield ""
        for number, (stance, id) in sorted(self.entries.items()):
            indent = "  " * (len(number) - 1)
            yield f"{indent}{_written(number)} {stance}:"
            for line in _broken(self._text(self.map.claims[id], number)):
                yield f"{indent}{line}" if line else ""
            yield ""
        if self.cited:
            yield SOURCES
            yield from self.cited

    def _text(self, claim: Claim, number: Number) -> str:
        """Return the text of a claim with what it cites, or where it stands if that is elsewhere."""
        if self.homes[claim.id] != number:
            return f"{SEE}{_written(self.homes[claim.id])}"
        text = escape(claim.text)
        for quote in claim.evidence:
            if (source := self.map.sources.get(quote.source)) is None:
                continue
            self.count += 1
            text += f" [{self.count}]"
            self.cited.append(f"[{self.count}] {escape(' '.join((source.url or source.title).split()))}")
            self.cited += _broken(escape(write_place(quote))) if str(quote) else []
        return text

    def dropped(self) -> Iterator[Dropped]:
        """Yield what is not written, or not as it is in the map."""
        map, relations = self.map, self.map.relations.values()
        yield from _some(
            "thesis (none is named: these are written as theses)", self.theses if not map.thesis else []
        )
        linked = [it.id for it in relations if len(it.premises) > 1]
        yield from _some("linked premises (written as a reason each)", linked)
        undercuts = [it.id for it in relations if it.target in map.relations and it.kind in _STANCES]
        yield from _some("undercuts (written as Cons of the premise)", undercuts)
        yield from _some(f"claims more than {DEEPEST} steps from a thesis", list(dict.fromkeys(self.deep)))
        lost = map.claims.keys() - self.homes.keys() - set(self.deep)
        yield from _some("claims that bear on no thesis", [id for id in map.claims if id in lost])
        cited = {quote.source for id in self.homes for quote in map.claims[id].evidence}
        yield from _some("sources that nothing rests on", [id for id in map.sources if id not in cited])
        titled = [id for id, it in map.sources.items() if id in cited and it.url and it.title != it.url]
        yield from _some("titles of sources with an address", titled)


def _some(what: str, ids: list[str]) -> Iterator[Dropped]:
    if ids:
        yield Dropped(what, tuple(ids))


def _written(number: Number) -> str:
    return ".".join(map(str, number)) + "."


def _broken(text: str) -> list[str]:
    return LINE_BREAK.split(text)
