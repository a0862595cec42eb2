"""The card of a claim: header with role and voice, text, and below it what is known of the claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from argmap.evaluate.labels import Verdict
from argmap.finding import Severity
from argmap.graph import Role
from argmap.model import Claim
from argmap.render.forest import Node
from argmap.render.label import GAP, cell, clip, columns, font, lines, plain, shorten, side, table
from argmap.render.scene import Scene
from argmap.render.theme import Mark, Paint, Theme
from argmap.render.words import voice_in_words

CHANGED: Final[Mapping[Mark, str]] = {"added": "+", "removed": "−", "changed": "≠"}
"""The sign before the word for what has become of a claim or a relation."""
VERDICTS: Final[Mapping[Verdict, str]] = {"stands": "√", "falls": "×", "open": "?"}
"""The sign before a verdict; every font has them."""
SEVERITIES: Final[Mapping[Severity, str]] = {Severity.ERROR: "×", Severity.WARNING: "!", Severity.INFO: "i"}
"""The sign before the code of a finding."""
_MOST_BADGES = 8
_BADGES_TO_A_ROW = 4
_BADGE = 8
"""Columns of a badge."""
_BAR = 60
"""Width of the bar that shows a strength."""


def card(scene: Scene, claim: Claim, *, framed: bool = True) -> str:
    """Return the HTML-like label of a claim; without its frame where the node has one."""
    theme = scene.theme
    role = scene.graph.roles[claim.id]
    paint, box = paint_of(scene, claim.id), theme.boxes[claim.voice]
    thesis = role is Role.THESIS
    text = font(
        clip(claim.text, theme.wrap - 8 * thesis, theme.longest),
        size=theme.size + 2 * thesis,
        colour=theme.ink,
        bold=thesis,
    )
    change = scene.changes.get(claim.id)
    rows = []
    if change:
        rows.append(cell(_bold(plain(f"{CHANGED[change]} {change}"), theme, theme.changes[change])))
    if claim.label:
        title = _bold(clip(claim.label, theme.wrap, theme.longest), theme)
        rows.append(cell(title, align=_side(claim.label, theme)))
    rows.append(cell(text, align=_side(claim.text, theme)))
    if marks := "<BR/>".join(_marks(scene, claim)):
        rows.append(cell(marks))
    rows += _overlaid(scene, claim)
    body = table(rows, cellpadding=1) if len(rows) > 1 else text
    styles = [
        box.style or "",
        "dashed" * (change == "removed"),
        "rounded" * (shape_of(scene, claim.id) == "rounded"),
    ]
    return table(
        [
            _header(scene, claim, paint),
            cell(
                body, bgcolor=box.fill, colspan=2, width=theme.card, cellpadding=2 if len(rows) > 1 else None
            ),
        ],
        border=(4 if change else 2 if thesis else 1) if framed else 0,
        cellpadding=3,
        color=theme.changes[change] if change else paint.frame,
        # The header's ground is the table's: two cells with a ground each show a seam.
        bgcolor=paint.header,
        style=",".join(dict.fromkeys(filter(None, styles))) or None,
    )


def _side(text: str, theme: Theme) -> str:
    """Say where lines begin; with letters of another width than ours, what ends at the frame could run over it."""
    return side(text) if theme.letters else "LEFT"


def paint_of(scene: Scene, claim: str) -> Paint:
    """Return the colours of a claim: those of its role, or of the style that somebody chose."""
    paint = scene.theme.paints[scene.graph.roles[claim]]
    look = scene.overlay.looks.get(claim)
    if look is None or look.colour is None:
        return paint
    return Paint(colour_of(look.colour, scene.theme), paint.header, paint.ink, paint.faint)


def colour_of(colour: str, theme: Theme) -> str:
    """Return the colour of a style: a hue of the theme by its name, or the colour itself."""
    return theme.hues.get(colour, colour)  # type: ignore[call-overload,no-any-return]


def shape_of(scene: Scene, claim: str) -> str | None:
    """Return the shape that somebody chose for a claim."""
    look = scene.overlay.looks.get(claim)
    return look.shape if look else None


def _bold(markup: str, theme: Theme, colour: str | None = None, size: int | None = None) -> str:
    return font(markup, size=size or theme.size, colour=colour or theme.ink, bold=True)


def _header(scene: Scene, claim: Claim, paint: Paint) -> str:
    """Role and voice at the left, section and id at the right; below each other where there is no room."""
    theme, role, ink = scene.theme, scene.graph.roles[claim.id], paint.ink
    width = theme.small_wrap
    name, length = claim.id, columns(claim.id)
    if claim.section and not scene.clustered and claim.section in scene.sections:
        name, length = f"§{scene.sections[claim.section]} {name}", length + 4
    taken = len(role) * 3 // 2  # capitals are wide
    beside = taken + length + 3 <= width
    left = _bold(plain(role.upper()), theme, ink, theme.small)
    if voice := voice_in_words(claim):
        said = font(lines(voice, width), size=theme.small, colour=ink)
        if taken + columns(voice) + 3 + (length + 3) * beside <= width:
            # Cells of their own: not every viewer keeps space at the beginning of a text.
            left = table([cell(left, width=theme.room(taken + 2, theme.small)) + cell(said)], cellpadding=0)
        else:
            left += "<BR/>" + said
    faint = paint.faint or theme.faint
    if beside:
        id = font(plain(name), size=theme.small, colour=faint)
        needed = theme.room(length + 2, theme.small)
        return cell(left, valign="TOP", width=theme.card - needed) + cell(id, valign="TOP", width=needed)
    id = font(lines(name, width), size=theme.small, colour=faint)
    return cell(table([cell(left), cell(id)], cellpadding=0), colspan=2)


def reference(scene: Scene, id: str) -> str:
    """Return the HTML-like label that stands for a claim drawn elsewhere, or not defined at all."""
    theme = scene.theme
    claim = scene.graph.claims.get(id)
    text = shorten(claim.name, theme.small_wrap - 5) if claim else "not defined in this map"
    page = scene.view.pages.get(id)
    name = f"→ {id}" if claim else id
    if page is not None and page != scene.view.page:
        name = f"→ page {page}{GAP}{id}"
    return table(
        [
            cell(_bold(lines(name, theme.small_wrap - 6), theme, size=theme.small)),
            cell(
                font(plain(text), size=theme.small, colour=theme.faint),
                width=theme.room(max(columns(text), columns(name) * 9 // 8), theme.small),
            ),
        ],
        border=1,
        cellpadding=1,
        color=theme.paints[scene.graph.roles[id]].frame if claim else theme.faint,
        bgcolor=theme.ground,
        style=None if claim else "dashed",
    )


def _marks(scene: Scene, claim: Claim) -> Iterator[str]:
    theme = scene.theme
    if claim.evidence:
        places = dict.fromkeys(
            q.source + ("" if q.paragraph is None else f" ¶{q.paragraph}") for q in claim.evidence
        )
        said = lines("● evidence: " + ", ".join(places), theme.small_wrap)
        yield font(said, size=theme.small, colour=theme.evidence)
    states = ["○ unsupported"] * (claim.id in scene.graph.unsupported)
    states += ["◊ assumed"] * bool(claim.assumed)
    states += ["▪ residual"] * bool(claim.residual)
    if more := scene.again[claim.id]:
        states.append(f"→ in {more} more place{'s' * (more > 1)}")
    if states:
        yield font(plain(GAP.join(states)), size=theme.small, colour=theme.faint)


def _overlaid(scene: Scene, claim: Claim) -> Iterator[str]:
    """Yield the rows with what is shown besides what the map says."""
    theme, overlay = scene.theme, scene.overlay
    verdict, strength = overlay.verdict(claim.id), overlay.strength(claim.id)
    if verdict:
        said = _bold(plain(f"{VERDICTS[verdict]} {verdict}"), theme, theme.verdicts[verdict])
        if reason := overlay.reason(claim.id):
            said += "<BR/>" + font(lines(reason, theme.small_wrap), size=theme.small, colour=theme.faint)
        yield cell(said)
    if strength is not None:
        yield f"<TD>{_bar(strength, theme)}</TD>"
    look = overlay.looks.get(claim.id)
    for label, hue in look.labels if look else ():
        colour = colour_of(hue, theme) if hue else theme.faint
        yield cell(_bold(lines(f"■ {label}", theme.small_wrap), theme, colour, theme.small))
    yield from _badges(scene, claim)
    if above := scene.origins.get(claim.id):
        yield cell(font(lines(_origin(scene, above), theme.small_wrap), size=theme.small, colour=theme.faint))
    if more := scene.view.more.get(claim.id):
        yield _more(scene, more.claims, more.page)


def _bar(strength: float, theme: Theme) -> str:
    filled = round(strength * _BAR)
    parts = [
        f'<TD WIDTH="{width}" HEIGHT="6" FIXEDSIZE="TRUE" BGCOLOR="{colour}"></TD>'
        for width, colour in ((filled, theme.faint), (_BAR - filled, theme.section_frame))
        if width
    ]
    bar = table(["".join(parts)], cellpadding=0)
    number = font(plain(f"strength {strength:.2f}"), size=theme.small, colour=theme.faint)
    # As wide as the card, or the bar would be drawn out.
    return table([f"<TD>{bar}</TD>{cell(number, width=theme.card - _BAR - 12)}"], cellpadding=1)


def _badges(scene: Scene, claim: Claim) -> Iterator[str]:
    theme = scene.theme
    findings = scene.overlay.badges.get(claim.id)
    if not findings:
        return
    found = Counter((it.severity, it.code) for it in findings)
    badges = []
    for (severity, code), count in list(found.items())[:_MOST_BADGES]:
        words = f"{SEVERITIES[severity]} {code}" + f" ×{count}" * (count > 1)
        colour = theme.severities[severity]
        width = theme.room(_BADGE + 2 * (count > 1), theme.small)
        badge = _bold(plain(words), theme, colour, theme.small)
        badges.append(cell(badge, border=1, color=colour, width=width, align="CENTER"))
    if more := len(found) - len(badges):
        badges.append(cell(font(f"+{more}", size=theme.small, colour=theme.faint)))
    for start in range(0, len(badges), _BADGES_TO_A_ROW):
        row = badges[start : start + _BADGES_TO_A_ROW]
        rest = theme.card - 12 - len(row) * (theme.room(_BADGE, theme.small) + 6)
        row.append(f'<TD WIDTH="{max(rest, 1)}"></TD>')
        yield f"<TD>{table([''.join(row)], cellpadding=2, cellspacing=2)}</TD>"


def _more(scene: Scene, claims: int, page: int | None) -> str:
    """Say that there is more below, and where."""
    theme = scene.theme
    words = f"+ {claims} more" if claims else "+ more, drawn elsewhere"
    if page is None:
        return cell(_bold(plain(words), theme, size=theme.small))
    link = f'HREF="#page={page}" TOOLTIP="page {page}"'
    return f'<TD ALIGN="LEFT" {link}>{_bold(plain(f"{words} → page {page}"), theme, size=theme.small)}</TD>'


def _origin(scene: Scene, root: Node) -> str:
    """Say what a claim bears on that is drawn on another page."""
    step = root.parent if root.member and root.parent else root
    relation = step.relation
    if relation is None:
        return ""
    others = len(relation.premises) - 1
    beside = f" with {others} other{'s' * (others > 1)}" if others else ""
    target = step.parent.id if step.parent else relation.target
    page = scene.view.pages.get(target)
    what = f"the step from {target}" if relation.target in scene.graph.relations else target
    return f"↑ {relation.kind} {what}{beside}" + (f" (page {page})" if page else "")
