"""argmap's own format, in JSON: the same shape as in YAML."""

from __future__ import annotations

from typing import Final

from argmap.formats import document, json_nodes, writer
from argmap.formats.base import Reading, Written
from argmap.model import Map

KEEPS: Final = None


def read(text: str, name: str) -> Reading:
    """Return what came of reading a text; ``name`` is used in messages."""
    return document.read(name, text, "json", json_nodes.read, json_nodes.reread)


def write(map: Map) -> Written:
    """Return a map as JSON; nothing is left out.

    Raises:
        WriteError: if undercuts stand more than :data:`~argmap.formats.writer.MAX_UNDERCUTS` deep.
    """
    return Written.text(writer.to_json(map))
