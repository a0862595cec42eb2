"""Maps of which a picture would take longer than anyone waits, and be larger than anyone looks at."""

from __future__ import annotations

from typing import Final

from argmap.render.engine import RenderError
from argmap.render.scene import Scene

MOST: Final = 20_000
MOST_ON_PAGES: Final = 5_000
"""Cards that are laid out in one picture, and on pages, within the time that a layout has unless said otherwise."""


def refuse_crowd(scene: Scene, *, pages: bool = False) -> None:
    """Raise an error at once where a layout would end in one after a minute.

    Args:
        scene: The picture.
        pages: Whether it is shared out on pages.

    Raises:
        RenderError: if it has too many cards.
    """
    cards = sum(1 for _ in scene.view.nodes())
    if cards > MOST:
        raise RenderError(
            f"A picture of {cards:,} cards would take minutes to lay out, and nobody could find their way in it.",
            "Draw less of the map, such as with --where '2+thesis' or, in argmap export, --depth 2; its --timeout "
            "allows the time.",
        )
    if pages and cards > MOST_ON_PAGES:
        raise RenderError(
            f"On pages, this is {cards:,} cards, which would take minutes to lay out.",
            "Draw it in one picture, with --one-page or as svg, or less of it, such as with --where '2+thesis' or "
            "--depth 2; --timeout allows the time.",
        )
