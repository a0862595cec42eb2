"""``argmap schema``: the JSON Schema of the map file."""

from __future__ import annotations

from argmap.cli import terminal


def schema() -> None:
    """Print the JSON Schema of map files.

    Editors complete and check maps with it.

    \b
    Examples:
      argmap schema > argmap.schema.json
      # then begin a map with this line:
      # yaml-language-server: $schema=argmap.schema.json
    """  # noqa: D301  \b is for the help text
    from argmap.formats.schema import json_schema

    terminal.write_json(json_schema())
