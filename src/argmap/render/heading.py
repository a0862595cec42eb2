"""The heading of a picture: title, sources, and a legend of what occurs in it."""

from __future__ import annotations

from argmap.graph import Graph
from argmap.model import Kind, Source, Voice
from argmap.render.card import CHANGED
from argmap.render.label import GAP, cell, font, lines, plain, table
from argmap.render.scene import Scene
from argmap.render.theme import Mark, Theme, room

_VOICES = {
    Voice.AUTHOR: "said by the author",
    Voice.REPORTED: "reported of others",
    Voice.IMPLICIT: "unstated, supplied",
    Voice.ANALYST: "added by the map-maker",
}

_WIDTH = 130
"""Columns to a line of sources; titles, twice as large, have half of them."""
_COLUMNS = 4


def heading(scene: Scene, theme: Theme) -> str:
    """Return the label that stands over the picture; empty if there is nothing to say."""
    rows = []
    if title := scene.graph.map.title:
        rows.append(cell(font(lines(title, _WIDTH // 2), size=theme.large, colour=theme.ink, bold=True)))
    if sources := _sources(scene.graph):
        rows.append(cell(font(lines(sources, _WIDTH), size=theme.size, colour=theme.faint)))
    if legend := _legend(scene, theme):
        rows.append(f"<TD>{legend}</TD>")
    if scene.sections and not scene.clustered:
        sections = GAP.join(f"§{number} {section}" for section, number in scene.sections.items())
        rows.append(cell(font(lines(sections, _WIDTH), size=theme.small, colour=theme.ink)))
    return f"<{table(rows, cellpadding=3)}>" if rows else ""


def _sources(graph: Graph) -> str:
    """Name the texts that the claims are made in; of a map that does not say, all sources."""
    sources = graph.map.sources
    cited = {quote.source: None for claim in graph.claims.values() for quote in claim.at}
    named = [sources[id] for id in cited if id in sources] or list(sources.values())
    shown = "; ".join(source_in_words(source) for source in named[:4])
    more = f"; and {len(named) - 4} more" if len(named) > 4 else ""
    return f"Source{'s' if len(named) > 1 else ''}: {shown}{more}" if named else ""


def source_in_words(source: Source) -> str:
    """Name a source in a line.

    >>> source_in_words(Source(id="s", title="Report", authors=("Ann", "Bo"), published="2025-03"))
    'Ann, Bo: Report, 2025-03'
    """
    authors = ", ".join(source.authors)
    rest = ", ".join(filter(None, [source.title, source.publisher, source.published]))
    return f"{authors}: {rest}" if authors else rest


def _legend(scene: Scene, theme: Theme) -> str:
    """Explain what occurs in the picture, four signs to a row."""
    relations = scene.graph.relations.values()
    kinds = {relation.kind for relation in relations}
    signs = [_line(kind, theme) for kind in Kind if kind in kinds]
    if any(len(relation.premises) > 1 for relation in relations):
        signs.append(_tag("and", "premises that work only together", theme))
    undercut = (scene.graph.relations.get(relation.target) for relation in relations)
    if any(step and len(step.premises) == 1 and not step.scheme for step in undercut):  # else a tag is met
        signs.append(_sign("●", "step that is undercut", theme))
    if any(relation.scheme for relation in relations):
        signs.append(_tag("scheme", "kind of reasoning in a step", theme))
    if scene.again:
        signs.append(_sign("→", "drawn in full elsewhere", theme))
    signs += [_changed(mark, theme) for mark in CHANGED if mark in scene.changes.values()]
    voices = {claim.voice for claim in scene.graph.claims.values()}
    if voices - {Voice.AUTHOR}:
        signs += ["" for _ in range(-len(signs) % _COLUMNS)]
        signs += [_box(voice, theme) for voice in Voice if voice in voices]
    signs = [sign or "<TD></TD><TD></TD>" for sign in signs]
    rows = ["".join(signs[start : start + _COLUMNS]) for start in range(0, len(signs), _COLUMNS)]
    return table(rows, cellpadding=2, cellspacing=2) if rows else ""


def _changed(mark: Mark, theme: Theme) -> str:
    meaning = {"added": "new", "removed": "no longer there", "changed": "not as it was"}[mark]
    sign = font(CHANGED[mark], size=theme.small, colour=theme.changes[mark], bold=True)
    return cell(sign) + cell(font(plain(meaning), size=theme.small, colour=theme.ink))


def _line(kind: Kind, theme: Theme) -> str:
    line = theme.lines[kind]
    stroke = table(
        [
            f'<TD WIDTH="30" HEIGHT="6" FIXEDSIZE="TRUE" BORDER="1" SIDES="B" COLOR="{line.colour}" '
            f'STYLE="{line.style}"></TD>'
            f'<TD ROWSPAN="2">{font(line.glyph, size=theme.small, colour=line.colour)}</TD>',
            '<TD WIDTH="30" HEIGHT="5" FIXEDSIZE="TRUE"></TD>',
        ],
        cellpadding=0,
    )
    return f"<TD>{stroke}</TD>{_meaning(str(kind), theme)}"


def _sign(sign: str, meaning: str, theme: Theme) -> str:
    return cell(font(plain(sign), size=theme.small, colour=theme.ink)) + _meaning(meaning, theme)


def _tag(word: str, meaning: str, theme: Theme) -> str:
    return _framed(word, theme, style="rounded") + _meaning(meaning, theme)


def _box(voice: Voice, theme: Theme) -> str:
    box = theme.boxes[voice]
    return _framed(voice, theme, style=box.style, fill=box.fill) + _meaning(_VOICES[voice], theme)


def _framed(word: str, theme: Theme, *, style: str | None, fill: str | None = None) -> str:
    text = font(plain(word), size=theme.small, colour=theme.ink)
    width = room(len(word), theme.small) + 4
    return cell(text, width=width, border=1, color=theme.faint, bgcolor=fill, style=style)


def _meaning(words: str, theme: Theme) -> str:
    text = font(plain(words), size=theme.small, colour=theme.ink)
    return cell(text, width=room(len(words) + 2, theme.small))
