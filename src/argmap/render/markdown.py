"""A map as an outline in Markdown: for GitHub, GitLab, Notion and Obsidian, and by way of pandoc for Word.

A claim stands below what it bears on, how it bears on it in words. Sections are headings; a claim of another section than
the one that it bears on in stands under the heading of its own, and a line refers to it. Lists are no deeper than Word's.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import Final

from argmap.formats import Keeps
from argmap.graph import Graph
from argmap.model import Claim, Kind, Quote, Relation, Source
from argmap.render.flow import shorten
from argmap.render.forest import Form, Node, grow
from argmap.render.sections import keeps_to_sections
from argmap.render.words import NOUNS, voice_in_words

KEEPS: Final = Keeps(
    map=frozenset({"title", "description", "thesis"}),
    source=frozenset({"title", "authors", "publisher", "published", "url"}),
    claim=frozenset(
        {"text", "label", "at", "evidence", "voice", "speaker", "assumed", "residual", "section", "note"}
    ),
    relation=frozenset({"scheme", "warrant", "note"}),
)
"""What an outline tells of a map."""

_LEVELS: Final = 9
"""Levels that a list has in Word."""
_REMINDER: Final = 80
"""Columns of a claim's text where it is referred to."""
_VERBS: Final = {
    Kind.SUPPORTS: "Supports",
    Kind.ATTACKS: "Attacks",
    Kind.UNDERCUTS: "Undercuts",
    Kind.REPHRASES: "Rephrases",
}


def to_markdown(graph: Graph) -> str:
    """Return a map as an outline.

    Nothing in a map is read as markup: what Markdown would read something into has a backslash before it.
    """
    return "\n".join(_Outline(graph).lines()).strip("\n") + "\n"


class _Outline:
    """An outline in the making: first it is settled which lists there are and where each begins, then they are written."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.forest = grow(graph)
        self.lists: dict[str | None, list[Node]] = {}
        """What the list of each section begins with."""
        self.level: dict[Node, int] = {}
        self.begins: dict[Node, str | None] = {}
        """Claims that begin a list though they hang from others, with their section."""
        self.headed = keeps_to_sections(graph)
        self._settle()

    def _settle(self) -> None:
        queue: deque[tuple[Node, str | None]] = deque()
        for root in (*self.forest.theses, *self.forest.others):
            section = self._section(root)
            self.lists.setdefault(section, []).append(root)
            self.level[root] = 0
            queue.append((root, section))
        while queue:
            node, section = queue.popleft()
            for child in node.children:
                own = self._section(child) or section
                level = self.level[node] + 1
                if own != section or (level >= _LEVELS - 1 and child.children):
                    self.lists.setdefault(own, []).append(child)
                    self.begins[child] = own
                    level = 0
                self.level[child] = level
                queue.append((child, own))

    def _section(self, node: Node) -> str | None:
        """Return the section of a claim, or of the first of linked premises if they are all of one."""
        if node.form is Form.LINKED:
            sections = {self._section(child) for child in node.children if child.member}
            return sections.pop() if len(sections) == 1 else None
        claim = self.graph.claims.get(node.id) if self.headed and node.form is Form.CLAIM else None
        return claim.section if claim else None

    def lines(self) -> Iterator[str]:
        """Yield the lines of the outline."""
        map = self.graph.map
        if map.title:
            yield from (f"# {escape(map.title)}", "")
        if map.description:
            yield from (_begun(escape(map.description)), "")
        for section, starts in self.lists.items():
            if section:
                yield from (f"## {escape(section)}", "")
            for start in starts:
                yield from self._list(start, section)
            yield ""
        yield from self._sources()

    def _list(self, start: Node, section: str | None) -> Iterator[str]:
        """Yield the lines of a list; what begins another is only referred to."""
        yield f"- {self._line(start, begins=True)}"
        waiting = [*reversed(start.children)]
        while waiting:
            node = waiting.pop()
            if node not in self.begins:
                yield f"{'    ' * self.level[node]}- {self._line(node)}"
                waiting += reversed(node.children)
            elif node.parent:
                there = self.begins[node]
                where = "continued below" if there == section else f"see “{escape(there or '')}”"
                indent = "    " * (self.level[node.parent] + 1)
                words = "" if node.form is Form.LINKED else f"{self._reminder(node)} "
                yield f"{indent}- {_begun(f'{self._lead(node, begins=False)}{words}({where})')}"

    def _line(self, node: Node, *, begins: bool = False) -> str:
        claim = self.graph.claims.get(node.id)
        end = ""
        if node.form is Form.LINKED:
            words = ""
        elif claim is None:
            words, end = escape(node.id), " (not in the map)"
        elif node.form is Form.CLAIM:
            words = (f"**{escape(claim.label)}:** " if claim.label else "") + escape(claim.text)
        else:
            words = self._reminder(node)
            end = " (circular: it is above)" if node.form is Form.CIRCULAR else " (told elsewhere)"
        details = [*self._about(claim)] if claim and node.form is Form.CLAIM else []
        details += _about_step(node.relation) if node.relation else []
        said = [f"({'; '.join(details)})"] if details else []
        return _begun(f"{self._lead(node, begins=begins)}{' '.join([words + end, *said]).strip()}".rstrip())

    def _lead(self, node: Node, *, begins: bool) -> str:
        """Say how a claim bears on the one above or, at the beginning of a list, on one that is elsewhere."""
        parent, relation = node.parent, node.relation
        if parent is None:
            return "**Thesis:** " if node.id in self.graph.theses else ""
        if relation is None:
            return f"One of the reasons for “{self._reminder(parent)}”: " if begins else ""
        scheme = f" ({escape(relation.scheme)})" if relation.scheme else ""
        object = f" “{self._reminder(parent)}”" if begins else ""
        if node.undercuts(parent) and parent.relation:
            object = f" {'the' if begins else 'this'} {NOUNS[parent.relation.kind]}{object}"
        together = ", together" if node.form is Form.LINKED else ""
        return f"**{_VERBS[relation.kind]}{object}{scheme}{together}:** "

    def _reminder(self, node: Node) -> str:
        """Return the beginning of a claim's text; for linked premises that of the claim that they bear on."""
        while node.form is Form.LINKED and node.parent:
            node = node.parent
        claim = self.graph.claims.get(node.id)
        return escape(shorten(claim.name, _REMINDER, "…") if claim else node.id)

    def _about(self, claim: Claim) -> Iterator[str]:
        if voice := voice_in_words(claim):
            yield escape(voice)
        for what, quotes in (("made in", claim.at), ("evidence", claim.evidence)):
            if quotes:
                yield f"{what}: {', '.join(_place(quote) for quote in quotes)}"
        for what, given in (("assumed", claim.assumed), ("residual", claim.residual)):
            if given:
                yield what if given is True else f"{what}: {escape(given)}"
        if claim.section and not self.headed:
            yield f"section: {escape(claim.section)}"
        if claim.note:
            yield f"note: {escape(claim.note)}"

    def _sources(self) -> Iterator[str]:
        if self.graph.map.sources:
            yield from ("## Sources", "")
        for source in self.graph.map.sources.values():
            yield f"- **{escape(source.id)}:** {escape(', '.join(_described(source)))}"


def _about_step(relation: Relation) -> Iterator[str]:
    if relation.warrant:
        yield f"warrant: {escape(relation.warrant)}"
    if relation.note:
        yield f"note on the step: {escape(relation.note)}"


def _place(quote: Quote) -> str:
    paragraph = "" if quote.paragraph is None else f" ¶{quote.paragraph}"
    return escape(quote.source) + paragraph + (f" “{escape(quote.text)}”" if quote.text else "")


def _described(source: Source) -> Iterator[str]:
    yield source.title
    yield from source.authors
    yield from (it for it in (source.publisher, source.published, source.url) if it)


# Read as markup by CommonMark, GitHub, Obsidian or pandoc.
_MARKUP = re.compile(r"([\\`*_\[\]<>&|~#$^=%{}@]|(?<=\bwww)\.)")
_ADDRESS = re.compile(r"(\b(?:https?|ftp)://[^\s<>]+(?<![.,;:!?'\")\]]))")
_AT_START = re.compile(r"^(\d+(?=[.)])|(?=[-+]))")


def escape(text: str) -> str:
    r"""Return text on one line, to be read as it is written.

    Addresses are set in angle brackets: GitHub makes links of them anyway, and takes a backslash for a part of them.

    >>> print(escape("2 * 3 <b> http://example.org/a_b"))
    2 \* 3 \<b\> <http://example.org/a_b>
    """
    parts = _ADDRESS.split(re.sub(r"[ \t\r\n]+", " ", text))
    return "".join(
        f"<{part}>" if place % 2 else _MARKUP.sub(r"\\\1", part) for place, part in enumerate(parts)
    )


def _begun(line: str) -> str:
    """Return a line at whose beginning no list begins."""
    return _AT_START.sub(r"\1\\", line)
