"""How a picture is to be drawn, as commands ask for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.finding import Finding
    from argmap.graph import Graph
    from argmap.render.choices import EngineName, PaperName, ThemeName
    from argmap.render.overlay import Overlay
    from argmap.sources import Sources


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a picture is drawn."""

    sources: Sources | None = None
    """The texts that claims are linked to."""
    engine: EngineName | None = None
    timeout: float | None = None
    findings: Sequence[Finding] = ()
    """What a page tells besides."""
    overlay: Overlay | None = None
    """What a picture shows besides."""
    theme: ThemeName = "light"
    depth: int | None = None
    pages: bool | None = None
    paper: PaperName = "a4"

    def links(self, graph: Graph) -> Mapping[str, str]:
        """Return the addresses that claims lead to, by the id of the claim."""
        return self.sources.links(graph.claims.values()) if self.sources else {}
