"""Signs, words and colours of the terminal: one place for what they look like and mean.

A sign never stands alone, and a colour never does: a word goes with each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from argmap.graph import Graph
from argmap.model import Claim, Kind, Relation, Voice
from argmap.render.flow import Piece, words
from argmap.render.words import NOUNS, unturned

THESIS: Final = "bold blue"
FAINT: Final = "dim"
HEADING: Final = "bold"
GAP: Final = "yellow"
"""What is missing: unsupported, not defined, left standing."""
KIND_STYLES: Final = {
    Kind.SUPPORTS: "green",
    Kind.ATTACKS: "red",
    Kind.UNDERCUTS: "magenta",
    Kind.REPHRASES: "cyan",
}

_PLAINER = str.maketrans({
    "…": "...", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-",
    "¶": "par. ", "·": "-", "→": "->", "\xa0": " ",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters in use, each for one meaning."""

    supports: str
    attacks: str
    undercuts: str
    rephrases: str
    thesis: str
    again: str
    """A claim that is shown in full elsewhere."""
    unknown: str
    more: str
    continued: str
    """A branch that is too deep for the terminal and goes on further down."""
    evidence: str
    assumed: str
    unsupported: str
    reported: str
    implicit: str
    analyst: str
    residual: str
    stands: str
    falls: str
    open: str
    """A claim that neither stands nor falls."""
    aside: str
    """A passage that holds no argument."""
    fork: str
    last: str
    trunk: str
    bracket_first: str
    bracket_next: str
    bracket_last: str
    bracket_trunk: str
    together: str = "┃"
    """What stands for a bracket in words about it."""
    typographic: bool = True
    """Whether the terminal shows more than ASCII."""

    def of(self, kind: Kind) -> str:
        """Return the sign of a kind of relation."""
        return {
            Kind.SUPPORTS: self.supports,
            Kind.ATTACKS: self.attacks,
            Kind.UNDERCUTS: self.undercuts,
            Kind.REPHRASES: self.rephrases,
        }[kind]

    def clean(self, text: str) -> str:
        """Return text of the map, or our own, as this terminal can show it in good order."""
        text = unturned(text)
        return text if self.typographic or text.isascii() else text.translate(_PLAINER)

    def words(self, text: str, style: str = "") -> Iterator[Piece]:
        """Yield the words of a text as this terminal can show them."""
        return words(self.clean(text), style)

    def id(self, id: str) -> Piece:
        """Return the id of a claim as it stands behind its text."""
        return f"[{self.clean(id)}]", FAINT

    def marked(self, sign: str, text: str, style: str) -> Iterator[Piece]:
        """Yield the words of a text, a sign before the first and on its line."""
        for word, _ in self.words(text, style):
            yield f"{sign} {word}" if sign else word, style
            sign = ""


UNICODE: Final = Signs(
    supports="▲",
    attacks="▼",
    undercuts="◆",
    rephrases="≈",
    thesis="◎",
    again="↺",
    unknown="?",
    more="…",
    continued="↳",
    evidence="●",
    assumed="◐",
    unsupported="○",
    reported="❝",
    implicit="⋯",
    analyst="✎",
    residual="⚑",
    stands="✔",
    falls="✘",
    open="◌",
    aside="–",
    fork="├─ ",
    last="└─ ",
    trunk="│  ",
    bracket_first="┏━ ",
    bracket_next="┣━ ",
    bracket_last="┗━ ",
    bracket_trunk="┃  ",
)

ASCII: Final = Signs(
    supports="(+)",
    attacks="(-)",
    undercuts="(/)",
    rephrases="(=)",
    thesis="(*)",
    again="->",
    unknown="?",
    more="...",
    continued=">>",
    evidence="*",
    assumed="~",
    unsupported="o",
    reported='"',
    implicit="_",
    analyst="+",
    residual="!",
    stands="[in]",
    falls="[out]",
    open="[?]",
    aside="-",
    fork="|- ",
    last="`- ",
    trunk="|  ",
    bracket_first="[- ",
    bracket_next="[- ",
    bracket_last="[- ",
    bracket_trunk="[  ",
    together="[",
    typographic=False,
)


def verb(relation: Relation, graph: Graph) -> str:
    """Return the words for what a relation does, as they read right below its target."""
    words = str(relation.kind)
    if target := graph.relations.get(relation.target):
        words += f" this {NOUNS[target.kind]}"
    return f"{words}, together" if len(relation.premises) > 1 else words


def head(relation: Relation, signs: Signs, graph: Graph) -> Iterator[Piece]:
    """Yield sign and word of a relation, as it reads right below its target."""
    return signs.marked(signs.of(relation.kind), f"{verb(relation, graph)}:", KIND_STYLES[relation.kind])


def told(claim: Claim, graph: Graph, signs: Signs) -> Iterator[tuple[str, str, bool]]:
    """Yield sign and word of each mark of a claim (who speaks, what it rests on), and whether it tells of a gap."""
    if claim.voice is Voice.REPORTED or claim.speaker:
        yield signs.reported, claim.speaker or "reported", False
    for sign, word, is_gap, holds in (
        (signs.implicit, "implicit", False, claim.voice is Voice.IMPLICIT),
        (signs.analyst, "analyst", False, claim.voice is Voice.ANALYST),
        (signs.evidence, "evidence", False, claim.evidence),
        (signs.assumed, "assumed", False, claim.assumed),
        (signs.unsupported, "unsupported", True, claim.id in graph.unsupported),
        (signs.residual, "residual", True, claim.residual),
    ):
        if holds:
            yield sign, word, is_gap


def marks(claim: Claim, graph: Graph, signs: Signs) -> Iterator[Piece]:
    """Yield the marks of a claim for a line of the terminal, each on one line if it can."""
    for sign, word, is_gap in told(claim, graph, signs):
        if word == claim.speaker:
            yield from signs.marked(f" {sign}", word, FAINT)
        else:
            yield f" {sign} {word}", GAP if is_gap else FAINT
