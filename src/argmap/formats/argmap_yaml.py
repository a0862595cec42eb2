"""argmap's own format, in YAML: the canonical form of a map."""

from __future__ import annotations

from typing import Final

from argmap.formats import document, writer, yaml_nodes
from argmap.formats.base import Reading, Written
from argmap.model import Map

KEEPS: Final = None


def read(text: str, name: str) -> Reading:
    """Return what came of reading a text; ``name`` is used in messages."""
    return document.read(name, text, "yaml", yaml_nodes.read, yaml_nodes.reread)


def write(map: Map) -> Written:
    """Return a map as YAML; nothing is left out.

    Raises:
        WriteError: if undercuts stand more than :data:`~argmap.formats.writer.MAX_UNDERCUTS` deep.
    """
    return Written.text(writer.to_yaml(map))
