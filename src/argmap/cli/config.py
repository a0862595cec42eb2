"""``argmap config``: the settings in force, and where each comes from."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli import configured, terminal


def config(
    *,
    file: configured.ConfigOption = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
) -> None:
    """Show the settings in force, and where each comes from.

    \b
    Examples:
      argmap config
      argmap config --config team/argmap.toml --json

    Settings are read from the nearest argmap.toml, or pyproject.toml with [tool.argmap]. Options go before them.
    """  # noqa: D301  \b is for the help text
    settings = configured.config(file)
    given = settings.check.model_fields_set
    values = settings.check.model_dump(mode="json", by_alias=True)
    names = dict(zip(type(settings.check).model_fields, values, strict=True))
    if json:
        source = str(settings.path) if settings.path else None
        from_file = [f"check.{names[name]}" for name in names if name in given]
        terminal.write_json({"argmap-config": 1, "file": source, "from_file": from_file, "check": values})
        return
    typer.echo(
        f"# {settings.path or 'no argmap.toml, and no [tool.argmap] in a pyproject.toml, here or above'}"
    )
    width = max(map(len, values))
    for name, alias in names.items():
        value = values[alias]
        shown = "–" if value in ([], {}, None) else value
        where = settings.path.name if name in given and settings.path else "default"
        typer.echo(f"check.{alias:<{width}} = {shown}  ({where})")
