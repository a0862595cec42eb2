"""A map as a flowchart in Mermaid's language, to paste where Markdown is shown: GitHub, GitLab, Notion, Obsidian.

These renderers take :data:`MOST_LINES` lines and :data:`MOST_CHARACTERS` characters and draw nothing of what has more.
A larger map is drawn as several flowcharts, one a section or, where it has no sections, one a main branch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from json import dumps
from typing import Final

from argmap.graph import Graph, Role
from argmap.model import Claim, Kind, Relation
from argmap.render.engine import RenderError
from argmap.render.forest import grow
from argmap.render.label import shorten
from argmap.render.sections import keeps_to_sections, sections_of
from argmap.render.themes import LIGHT
from argmap.render.words import voice_in_words

MOST_LINES: Final = 500
MOST_CHARACTERS: Final = 50_000

_UPRIGHT: Final = 40
"""Up to so many claims the thesis stands on top; beyond, at the left."""
_HEADS: Final = {Kind.SUPPORTS: "-->", Kind.ATTACKS: "--x", Kind.UNDERCUTS: "-.->", Kind.REPHRASES: "<-->"}
_REMINDER: Final = 60
"""Columns of a claim's text where it is referred to."""


def to_mermaid(graph: Graph) -> Mapping[str, str]:
    """Return the flowcharts of a map, by the name of their file; a single one has no name.

    Nothing in a map can leave its label: whatever Mermaid or Markdown would read as markup is written as its number.

    Raises:
        RenderError: if a part is still too large.
    """
    whole = _Chart(graph, frozenset(graph.claims), graph.map.title)
    if whole.fits:
        return {"": whole.text}
    for parts in (_by_section(graph), _by_branch(graph)):
        charts: list[tuple[str, _Chart]] = []
        for title, claims in parts:
            charts.append((title, _Chart(graph, claims, title)))
            if not charts[-1][1].fits:  # the others need not be drawn
                break
        if len(charts) > 1 and charts[-1][1].fits:
            return {
                f"{number:02}-{_slug(title)[:40].strip('-') or 'part'}.mmd": chart.text
                for number, (title, chart) in enumerate(charts, 1)
            }
    raise RenderError(
        f"the map is too large for Mermaid, and so are its parts: {len(whole.lines):,} lines and "
        f"{len(whole.text):,} characters, where renderers take {MOST_LINES} and {MOST_CHARACTERS:,}",
        "Draw less of it with --where, such as --where '2+thesis', or draw it as svg.",
    )


def _by_section(graph: Graph) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the sections, each with its claims; what has none goes with what it bears on."""
    forest = grow(graph)
    section_of = sections_of(graph, forest)
    parts: dict[str | None, set[str]] = {}
    for id in graph.claims:
        parts.setdefault(section_of[forest.places[id]], set()).add(id)
    for section, claims in parts.items():
        yield section or "Other claims", frozenset(claims)


def _by_branch(graph: Graph) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the roots of the map, then each branch that hangs from one."""
    forest = grow(graph)
    roots = [*forest.theses, *forest.others]
    yield graph.map.title or "Overview", frozenset(root.id for root in roots)
    for branch in (child for root in roots for child in root.children):
        claims: set[str] = set()
        waiting = [branch]
        while waiting:
            node = waiting.pop()
            waiting += node.children
            if forest.places.get(node.id) is node:
                claims.add(node.id)
        if claims:
            first = branch if branch.id in graph.claims else branch.children[0]
            yield graph.claims[first.id].name if first.id in graph.claims else first.id, frozenset(claims)


@dataclass(slots=True)
class _Chart:
    """A flowchart of some claims; what they bear on and rest on beyond that is drawn small."""

    graph: Graph
    inside: frozenset[str]
    title: str | None
    lines: list[tuple[Kind, str]] = field(init=False)
    text: str = field(init=False)
    _names: dict[str, str] = field(init=False, default_factory=dict)
    _taken: set[str] = field(init=False, default_factory=set)
    _twins: dict[str, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        relations = self._relations()
        ends = dict.fromkeys(
            id for it in relations.values() for id in (*it.premises, it.target) if id not in relations
        )
        claims = [id for id in self.graph.claims if id in self.inside]
        beyond = [id for id in ends if id not in self.inside]
        for id in (*claims, *beyond):
            self._name(id, "c_")
        joined = {it.target for it in relations.values()}
        points = {id: it for id, it in relations.items() if len(it.premises) > 1 or id in joined}
        for id, it in points.items():
            self._name(id, "j_", it.premises[0])
        self.lines = [line for it in relations.values() for line in self._drawn(it, points)]
        head = [f"---\ntitle: {dumps(self.title, ensure_ascii=False)}\n---"] if self.title else []
        small = len(self.inside) <= _UPRIGHT
        parts = [
            *head,
            f"flowchart {'BT' if small else 'RL'}",
            *self._cards(claims),
            *(f"  {self._names[id]}([{_quoted(self._reminder(id))}]):::beyond" for id in beyond),
            *(f"  {self._names[id]}(({_quoted(_joint(it))})):::point" for id, it in points.items()),
            *(f"  {line}" for _, line in self.lines),
            *self._styles(),
        ]
        self.text = "\n".join(parts) + "\n"

    @property
    def fits(self) -> bool:
        """Tell whether renderers draw it."""
        return len(self.lines) <= MOST_LINES and len(self.text) <= MOST_CHARACTERS

    def _relations(self) -> dict[str, Relation]:
        """Return the relations that begin or end at the claims, each with the steps that it denies."""
        graph = self.graph
        found: set[str] = set()
        for id in self.inside:
            for relation in graph.outgoing(id):
                step: Relation | None = relation
                while step:
                    found.add(step.id)
                    step = graph.relations.get(step.target)
            leading = list(graph.incoming(id))
            for relation in leading:
                leading += graph.incoming(relation.id)
            found.update(relation.id for relation in leading)
        return {id: it for id, it in graph.relations.items() if id in found}

    def _drawn(self, relation: Relation, points: Mapping[str, Relation]) -> Iterator[tuple[Kind, str]]:
        kind, head = relation.kind, _HEADS[relation.kind]
        scheme = f"|{_quoted(relation.scheme)}|" if relation.scheme else ""
        target = self._names[relation.target]
        if relation.id not in points:
            yield kind, f"{self._names[relation.premises[0]]} {head}{scheme} {target}"
            return
        point = self._names[relation.id]
        for premise in dict.fromkeys(relation.premises):
            yield kind, f"{self._names[premise]} {'-.-' if kind is Kind.UNDERCUTS else '---'} {point}"
        yield kind, f"{point} {head}{scheme} {target}"

    def _cards(self, claims: list[str]) -> Iterator[str]:
        sections: dict[str | None, list[str]] = {None: []}
        for id in claims:
            sections.setdefault(self.graph.claims[id].section, []).append(id)
        framed = len(sections) > 2 and keeps_to_sections(self.graph)
        for number, (section, ids) in enumerate(sections.items()):
            if section and framed:
                yield f"  subgraph s_{number} [{_quoted(section)}]"
            for id in ids:
                role = self.graph.roles[id]
                yield f"  {self._names[id]}[{_quoted(*self._card(self.graph.claims[id], role))}]:::{role}"
            if section and framed:
                yield "  end"
                yield f"  class s_{number} section"

    def _card(self, claim: Claim, role: Role) -> Iterator[str]:
        voice = voice_in_words(claim)
        yield f"{role} · {voice}" if voice else str(role)
        if claim.label:
            yield claim.label
        yield claim.text

    def _reminder(self, id: str) -> str:
        claim = self.graph.claims.get(id) or self.graph.whole.claims.get(id)
        return f"↗ {shorten(' '.join(claim.name.split()), _REMINDER)}" if claim else f"? {id}"

    def _styles(self) -> Iterator[str]:
        for role in dict.fromkeys(self.graph.roles[id] for id in self.graph.claims if id in self.inside):
            paint = LIGHT.paints[role]
            yield f"  classDef {role} fill:{paint.header},stroke:{paint.frame},color:{paint.ink}"
        yield f"  classDef section fill:{LIGHT.section},stroke:{LIGHT.section_frame},color:{LIGHT.faint}"
        yield f"  classDef beyond fill:{LIGHT.section},stroke:{LIGHT.section_frame},color:{LIGHT.faint}"
        yield f"  classDef point fill:#ffffff,stroke:{LIGHT.faint},color:{LIGHT.faint}"
        for kind in Kind:
            if places := [str(place) for place, (it, _) in enumerate(self.lines) if it is kind]:
                line = LIGHT.lines[kind]
                yield f"  linkStyle {','.join(places)} stroke:{line.colour},stroke-width:2px"

    def _name(self, id: str, prefix: str, after: str | None = None) -> None:
        """Name a node so that the name stays when other claims come, and no word of Mermaid's can be read in it."""
        base = name = prefix + _slug(after or id).replace("-", "_")
        twin = self._twins.get(base, 1)  # many ids have no letter of these
        while name in self._taken:
            twin += 1
            name = f"{base}_{twin}"
        self._twins[base] = twin
        self._taken.add(name)
        self._names[id] = name


def _joint(relation: Relation) -> str:
    return "and" if len(relation.premises) > 1 else " "


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


# What Mermaid or Markdown would read something into: a list, an address, emphasis, an end of the label.
_MARKUP = re.compile(r"""^(?:\d+[.)]|[-+])|[.](?=\w)|["#$%&*+:<=>@\[\\\]^_`{|}~]""")


def _quoted(*lines: str) -> str:
    """Return lines of a label in quotes, each on one line."""
    return f'"{"<br>".join(_MARKUP.sub(_numbered, " ".join(line.split()) or " ") for line in lines)}"'


def _numbered(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}#{ord(match[0][-1])};"
