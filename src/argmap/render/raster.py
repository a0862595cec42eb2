"""A map in pixels: PNG."""

from __future__ import annotations

import struct
from typing import Final

from argmap.render.dot import dot_of
from argmap.render.engine import Engine, RenderError
from argmap.render.scene import Scene

_DPI: Final = 144
"""Pixels to the inch: twice what screens take for one, so that it is sharp on all of them."""
LARGEST: Final = 12_000
"""Pixels a side: many programs open no more, and the engine needs four bytes for each while it draws."""

_TOO_LARGE = (
    f"the picture is drawn smaller: at full size it has more than {LARGEST:,} pixels a side, which few programs open\n"
    "  help: svg and pdf have no such limit; --pages draws several pictures, --depth or --where less."
)


def png_of(scene: Scene, engine: Engine) -> tuple[bytes, tuple[str, ...]]:
    """Draw what a picture shows as PNG.

    Returns:
        The picture, and what is to be said of it.

    Raises:
        RenderError: if the layout fails or takes too long.
    """
    inches = f"{LARGEST / _DPI:.2f}"
    drawn = engine.render(dot_of(scene, dpi=f"{_DPI}", size=f"{inches},{inches}"), "png")
    if drawn[:8] != b"\x89PNG\r\n\x1a\n":
        raise RenderError("The engine's PNG is broken.", "Try another format, or the other engine.")
    width, height = struct.unpack(">II", drawn[16:24])
    if max(width, height) < LARGEST - 2:
        return drawn, ()
    return drawn, (_TOO_LARGE,)
