"""The heading of a picture: title, sources, and a legend of what occurs in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from argmap.evaluate.labels import READINGS, Verdict
from argmap.finding import Severity
from argmap.graph import Graph
from argmap.model import Kind, Source, Voice
from argmap.render.card import CHANGED, SEVERITIES, colour_of
from argmap.render.label import GAP, cell, font, lines, plain, table
from argmap.render.scene import Scene
from argmap.render.theme import Line, Mark, Theme

_VOICES = {
    Voice.AUTHOR: "said by the author",
    Voice.REPORTED: "reported of others",
    Voice.IMPLICIT: "unstated, supplied",
    Voice.ANALYST: "added by the map-maker",
}

_WIDTH = 130
"""Columns to a line of sources; titles, twice as large, have half of them."""
_PAGE_WIDTH = 110
"""The same on a page of several."""
_COLUMNS = 4


def heading(scene: Scene) -> str:
    """Return the label that stands over the picture; empty if there is nothing to say."""
    theme = scene.theme
    first = scene.view.page in (None, 1)
    width = _WIDTH if scene.view.page is None else _PAGE_WIDTH
    large = theme.large if first else theme.size
    rows = []
    if title := scene.graph.map.title:
        shown = lines(title, width * theme.size // large)
        rows.append(cell(font(shown, size=large, colour=theme.ink, bold=True)))
    if scene.view.page is not None:
        page = f"Page {scene.view.page} of {scene.view.last_page}: {scene.view.title}"
        rows.append(cell(font(lines(page, width), size=theme.size, colour=theme.ink)))
    if first:
        rows += _first(scene, width)
    return f"<{table(rows, cellpadding=3)}>" if rows else ""


def _first(scene: Scene, width: int) -> Iterator[str]:
    """Yield what is said once, however many pages there are."""
    theme = scene.theme
    if sources := _sources(scene.graph):
        yield cell(font(lines(sources, width), size=theme.size, colour=theme.faint))
    for said in _counts(scene):
        yield cell(font(lines(said, width), size=theme.size, colour=theme.ink))
    if legend := _legend(scene):
        yield f"<TD>{legend}</TD>"
    if scene.sections and not scene.clustered:
        sections = GAP.join(f"§{number} {section}" for section, number in scene.sections.items())
        yield cell(
            font(lines(sections, width * theme.size // theme.small), size=theme.small, colour=theme.ink)
        )


def _counts(scene: Scene) -> Iterator[str]:
    """Yield how many claims stand, and how many findings there are."""
    overlay = scene.overlay
    if overlay.evaluation and overlay.verdicts:
        counts = Counter(overlay.evaluation.labels[id].verdict for id in scene.graph.claims)
        shown = ", ".join(f"{counts[verdict]} {word}" for verdict, word in _VERDICT_WORDS.items())
        yield f'{READINGS[overlay.evaluation.leaves].capitalize()}: {shown}. "Falls" is not "false".'
    if overlay.findings is not None:
        found = Counter(finding.severity for finding in overlay.findings)
        shown = ", ".join(_number(found[severity], severity) for severity in Severity if found[severity])
        yield f"Findings: {shown or 'none'}"


_VERDICT_WORDS: Final[Mapping[Verdict, str]] = {"stands": "stand", "falls": "fall", "open": "open"}


def _number(count: int, severity: Severity) -> str:
    return f"{count} {severity}{'s' * (count != 1 and severity is not Severity.INFO)}"


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


def _legend(scene: Scene) -> str:
    """Explain what occurs in the picture, four signs to a row."""
    theme = scene.theme
    signs = list(_signs(scene))
    voices = {claim.voice for claim in scene.graph.claims.values()}
    if voices - {Voice.AUTHOR}:
        signs += ["" for _ in range(-len(signs) % _COLUMNS)]
        signs += [_box(voice, theme) for voice in Voice if voice in voices]
    signs = [sign or "<TD></TD><TD></TD>" for sign in signs]
    rows = ["".join(signs[start : start + _COLUMNS]) for start in range(0, len(signs), _COLUMNS)]
    return table(rows, cellpadding=2, cellspacing=2) if rows else ""


def _signs(scene: Scene) -> Iterator[str]:
    theme, overlay = scene.theme, scene.overlay
    relations = scene.graph.relations.values()
    kinds = {relation.kind for relation in relations}
    yield from (_line(kind, theme) for kind in Kind if kind in kinds)
    if any(len(relation.premises) > 1 for relation in relations):
        yield _tag("and", "premises that work only together", theme)
    undercut = (scene.graph.relations.get(relation.target) for relation in relations)
    if any(step and len(step.premises) == 1 and not step.scheme for step in undercut):  # else a tag is met
        yield _sign("●", "step that is undercut", theme)
    if any(relation.scheme for relation in relations):
        yield _tag("scheme", "kind of reasoning in a step", theme)
    if scene.again:
        yield _sign("→", "drawn in full elsewhere", theme)
    if scene.view.more:
        yield _sign("+", "claims that are not drawn here", theme)
    yield from (_changed(mark, theme) for mark in CHANGED if mark in scene.changes.values())
    if overlay.verdicts and overlay.evaluation:
        yield _stroke(Line(theme.faint, "solid", "", "►"), theme) + _meaning("step that does not hold", theme)
    yield from (
        _sign(SEVERITIES[severity], f"finding: {severity}", theme)
        for severity in Severity
        if any(finding.severity is severity for finding in overlay.findings or ())
    )
    for label, hue in dict.fromkeys(it for look in overlay.looks.values() for it in look.labels):
        sign = font("■", size=theme.small, colour=colour_of(hue, theme) if hue else theme.faint)
        yield cell(sign) + _meaning(label, theme)


def _changed(mark: Mark, theme: Theme) -> str:
    meaning = {"added": "new", "removed": "no longer there", "changed": "not as it was"}[mark]
    sign = font(CHANGED[mark], size=theme.small, colour=theme.changes[mark], bold=True)
    return cell(sign) + cell(font(plain(meaning), size=theme.small, colour=theme.ink))


def _line(kind: Kind, theme: Theme) -> str:
    return _stroke(theme.lines[kind], theme) + _meaning(str(kind), theme)


def _stroke(line: Line, theme: Theme) -> str:
    stroke = table(
        [
            f'<TD WIDTH="30" HEIGHT="6" FIXEDSIZE="TRUE" BORDER="1" SIDES="B" COLOR="{line.colour}" '
            f'STYLE="{line.style}"></TD>'
            f'<TD ROWSPAN="2">{font(line.glyph, size=theme.small, colour=line.colour)}</TD>',
            '<TD WIDTH="30" HEIGHT="5" FIXEDSIZE="TRUE"></TD>',
        ],
        cellpadding=0,
    )
    return f"<TD>{stroke}</TD>"


def _sign(sign: str, meaning: str, theme: Theme) -> str:
    return cell(font(plain(sign), size=theme.small, colour=theme.ink)) + _meaning(meaning, theme)


def _tag(word: str, meaning: str, theme: Theme) -> str:
    return _framed(word, theme, style="rounded") + _meaning(meaning, theme)


def _box(voice: Voice, theme: Theme) -> str:
    box = theme.boxes[voice]
    return _framed(voice, theme, style=box.style, fill=box.fill) + _meaning(_VOICES[voice], theme)


def _framed(word: str, theme: Theme, *, style: str | None, fill: str | None = None) -> str:
    text = font(plain(word), size=theme.small, colour=theme.ink)
    width = theme.room(len(word), theme.small) + 4
    return cell(text, width=width, border=1, color=theme.faint, bgcolor=fill, style=style)


def _meaning(words: str, theme: Theme) -> str:
    text = font(plain(words), size=theme.small, colour=theme.ink)
    return cell(text, width=theme.room(len(words) + 2, theme.small))
