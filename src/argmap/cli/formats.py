"""``argmap formats``: what maps can be read from and written to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import targets, terminal
from argmap.formats import FORMATS, Format
from argmap.suggest import did_you_mean

if TYPE_CHECKING:
    from argmap.formats import Keeps


def _all() -> list[targets.Target]:
    return [*FORMATS.values(), *targets.PICTURES.values()]


def _complete(incomplete: str) -> list[tuple[str, str]]:
    return [(it.name, it.title) for it in _all() if it.name.startswith(incomplete)]


def formats(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A format, such as aif.", autocompletion=_complete)
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
) -> None:
    """List the formats that maps are read from and written to.

    Of one that is named, tell what it has room for.

    \b
    Examples:
      argmap formats
      argmap formats csv
      argmap formats --json

    All commands that take a map take every format that is read; argmap convert and argmap export write.
    """  # noqa: D301  \b is for the help text
    found = [it for it in _all() if name in (None, it.name)]
    if not found:
        hint = did_you_mean(name or "", [it.name for it in _all()]) or "List them all with: argmap formats"
        terminal.fail(f"there is no format {name!r}", hint)
    if json:
        terminal.write_json({"argmap-formats": 1, "formats": [_data(it) for it in found]})
    elif name is None:
        from argmap.render.listing import rows_table

        rows = [
            {
                "name": it.name,
                "title": it.title,
                "use": " ".join(word for word, does in _does(it).items() if does),
                "endings": " ".join(it.suffixes),
            }
            for it in found
        ]
        terminal.show(rows_table(rows), terminal.console())
    else:
        from argmap.render.listing import entries

        terminal.show(entries(*_page(found[0])), terminal.console())


def _does(it: targets.Target) -> dict[str, bool]:
    """Return what argmap does with such files."""
    if isinstance(it, Format):
        return {"reads": it.reads, "writes": it.writes, "edits": it.edits}
    return {"reads": False, "writes": True, "edits": False}


def _data(it: targets.Target) -> dict[str, object]:
    keeps = targets.keeps(it)
    return {
        "name": it.name,
        "title": it.title,
        "endings": list(it.suffixes),
        **_does(it),
        "picture": isinstance(it, targets.Picture),
        "keeps": None if keeps is None else _kept(keeps),
    }


def _page(it: targets.Target) -> list[str | Mapping[str, str]]:
    """Return what there is to say of a format."""
    doing = ", ".join(word for word, does in _does(it).items() if does)
    head: list[str | Mapping[str, str]] = [
        f"{it.title}: argmap {doing} it",
        f"Files end with {', '.join(it.suffixes)}",
    ]
    keeps = targets.keeps(it)
    if not _does(it)["writes"]:
        return head
    if keeps is None:
        room = (
            "It is there to be looked at."
            if isinstance(it, targets.Picture)
            else "It has room for everything."
        )
        return [*head, room]
    kept = {what: ", ".join(fields) or "–" for what, fields in _kept(keeps).items()}
    return [*head, "", "Besides ids, premises and targets it has room for", kept]


def _kept(keeps: Keeps) -> dict[str, list[str]]:
    """Return the fields that a format has room for, in the order of the model."""
    from argmap.model import Claim, Kind, Map, Relation, Source

    said = frozenset({"id", "kind", "premises", "target"})
    tables = (
        ("maps", Map, keeps.map),
        ("sources", Source, keeps.source or ()),
        ("claims", Claim, keeps.claim),
        ("relations", Relation, keeps.relation),
    )
    kept = {
        what: [it for it in model.model_fields if it in fields and it not in said]
        for what, model, fields in tables
    }
    kept["kinds of relations"] = [str(kind) for kind in Kind if keeps.kinds is None or kind in keeps.kinds]
    return kept
