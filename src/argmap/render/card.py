"""The card of a claim: header with role and voice, text, and a last line with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from argmap.graph import Role
from argmap.model import Claim
from argmap.render.label import GAP, cell, columns, font, lines, plain, shorten, table
from argmap.render.scene import Scene
from argmap.render.theme import Mark, Theme, room
from argmap.render.words import voice_in_words

CHANGED: Final[Mapping[Mark, str]] = {"added": "+", "removed": "−", "changed": "≠"}
"""The sign before the word for what has become of a claim or a relation."""


def card(scene: Scene, claim: Claim, theme: Theme) -> str:
    """Return the HTML-like label of a claim."""
    role = scene.graph.roles[claim.id]
    paint, box = theme.paints[role], theme.boxes[claim.voice]
    thesis = role is Role.THESIS
    text = font(
        lines(claim.text, theme.wrap - 8 * thesis),
        size=theme.size + 2 * thesis,
        colour=theme.ink,
        bold=thesis,
    )
    title = (
        font(lines(claim.label, theme.wrap), size=theme.size, colour=theme.ink, bold=True)
        if claim.label
        else ""
    )
    marks = "<BR/>".join(_marks(scene, claim, theme))
    change = scene.changes.get(claim.id)
    tag = (
        font(plain(f"{CHANGED[change]} {change}"), size=theme.size, colour=theme.changes[change], bold=True)
        if change
        else ""
    )
    parts = [part for part in (tag, title, text, marks) if part]
    body = table([cell(part) for part in parts], cellpadding=1) if len(parts) > 1 else text
    # The header's ground is the table's: two cells with a ground each show a seam.
    return table(
        [
            _header(scene, claim, theme),
            cell(
                body, bgcolor=box.fill, colspan=2, width=theme.card, cellpadding=2 if len(parts) > 1 else None
            ),
        ],
        border=4 if change else 2 if thesis else 1,
        cellpadding=3,
        color=theme.changes[change] if change else paint.frame,
        bgcolor=paint.header,
        style="dashed" if change == "removed" else box.style,
    )


def _header(scene: Scene, claim: Claim, theme: Theme) -> str:
    """Role and voice at the left, section and id at the right; below each other where there is no room."""
    role = scene.graph.roles[claim.id]
    ink = theme.paints[role].ink
    width = theme.small_wrap
    name, length = claim.id, columns(claim.id)
    if claim.section and not scene.clustered:
        name, length = f"§{scene.sections[claim.section]} {name}", length + 4
    taken = len(role) * 3 // 2  # capitals are wide
    beside = taken + length + 3 <= width
    left = font(plain(role.upper()), size=theme.small, colour=ink, bold=True)
    if voice := voice_in_words(claim):
        inline = taken + columns(voice) + 3 + (length + 3) * beside <= width
        set_voice = GAP + plain(voice) if inline else "<BR/>" + lines(voice, width)
        left += font(set_voice, size=theme.small, colour=ink)
    faint = ink if role is Role.THESIS else theme.faint
    if beside:
        id = font(plain(name), size=theme.small, colour=faint)
        needed = room(length + 2, theme.small)
        return cell(left, valign="TOP", width=theme.card - needed) + cell(id, valign="TOP", width=needed)
    id = font(lines(name, width), size=theme.small, colour=faint)
    return cell(f"{left}<BR/>{id}", colspan=2)


def reference(scene: Scene, id: str, theme: Theme) -> str:
    """Return the HTML-like label that stands for a claim drawn elsewhere, or not defined at all."""
    claim = scene.graph.claims.get(id)
    text = shorten(claim.name, theme.small_wrap - 5) if claim else "not defined in this map"
    name = f"→ {id}" if claim else id
    head = font(lines(name, theme.small_wrap - 10), size=theme.small, colour=theme.ink, bold=True)
    return table(
        [
            cell(head),
            cell(
                font(plain(text), size=theme.small, colour=theme.faint),
                width=room(max(columns(text), columns(name) * 9 // 8), theme.small),
            ),
        ],
        border=1,
        cellpadding=1,
        color=theme.paints[scene.graph.roles[id]].frame if claim else theme.faint,
        bgcolor="#ffffff",
        style=None if claim else "dashed",
    )


def _marks(scene: Scene, claim: Claim, theme: Theme) -> Iterator[str]:
    if claim.evidence:
        places = dict.fromkeys(
            q.source + ("" if q.paragraph is None else f" ¶{q.paragraph}") for q in claim.evidence
        )
        yield font(
            lines("● evidence: " + ", ".join(places), theme.small_wrap),
            size=theme.small,
            colour=theme.evidence,
        )
    states = ["○ unsupported"] * scene.graph.is_unsupported(claim.id)
    states += ["◊ assumed"] * bool(claim.assumed)
    states += ["▪ residual"] * bool(claim.residual)
    if more := scene.again[claim.id]:
        states.append(f"→ in {more} more place{'s' * (more > 1)}")
    if states:
        yield font(plain(GAP.join(states)), size=theme.small, colour=theme.faint)
