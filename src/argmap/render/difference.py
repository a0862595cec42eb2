"""What has changed from one map to another: for the terminal, as Markdown, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel
from rich.console import RenderableType

from argmap.model import Claim, Map, Quote, Relation
from argmap.query.difference import Change, ChangedClaim, Difference
from argmap.render.flow import Line, Piece, indented, wrap
from argmap.render.page import Page
from argmap.render.signs import HEADING, Signs

VERSION = 1
NOT_REWORDED: Final = (
    "too much text has gone and come to look for claims with another id and another text; "
    "such claims count as gone and come"
)
"""What is told where claims were not looked for."""
_INDENT = 2
_STYLES: Final[dict[Change, str]] = {"same": "", "removed": "red strike", "added": "green"}
_MARKS: Final[dict[Change, tuple[str, str]]] = {
    "same": ("", ""),
    "removed": ("[-", "-]"),
    "added": ("{+", "+}"),
}
"""Around words that went and came, where colours do not show; as git's word diff has them."""


def difference_text(old: Map, new: Map, found: Difference) -> RenderableType:
    """Return what has changed, to fit the terminal."""

    def lines(signs: Signs, width: int) -> Iterator[Line]:
        first = True
        for title, entries in _sections(old, new, found):
            if not entries:
                continue
            if not first:
                yield []
            first = False
            yield from wrap(signs.words(title, HEADING), width)
            for entry in entries:
                pieces = [piece for run in entry for piece in _pieces(run, signs)]
                yield from indented(pieces, width, _INDENT, _INDENT)
        if first:
            yield from wrap(signs.words("Nothing has changed in meaning."), width)

    return Page(lines)


_Run = tuple[Change, str]
_Entry = list[_Run]


def _pieces(run: _Run, signs: Signs) -> Iterator[Piece]:
    change, text = run
    start, end = _MARKS[change]
    return signs.words(f"{start}{text}{end}", _STYLES[change])


def _sections(old: Map, new: Map, found: Difference) -> Iterator[tuple[str, list[_Entry]]]:
    """Yield what has changed under headings; each entry in runs of words that stayed, went and came."""
    yield "The map", [_field(name, *values) for name, values in found.map_fields.items()]
    yield (
        "Verdicts, if the premises are granted",
        [[("same", f"{id}: {before} → {after}")] for id, (before, after) in found.verdicts.items()],
    )
    yield "Claims added", [_claim("added", claim) for claim in found.added]
    yield "Claims removed", [_claim("removed", claim) for claim in found.removed]
    yield "Claims changed", [entry for claim in found.changed for entry in _changed(claim)]
    yield "Relations added", [[("added", _relation(new, relation))] for relation in found.added_relations]
    yield (
        "Relations removed",
        [[("removed", _relation(old, relation))] for relation in found.removed_relations],
    )
    yield (
        "Relations changed",
        [
            [("same", f"{_relation(new, it.new)}:"), *_field(name, *values)]
            for it in found.changed_relations
            for name, values in it.fields.items()
        ],
    )


def _claim(change: Change, claim: Claim) -> _Entry:
    return [(change, f"{claim.text} [{claim.id}]")]


def _changed(it: ChangedClaim) -> Iterator[_Entry]:
    if it.old.id != it.new.id:
        yield [("same", "renamed:"), ("removed", it.old.id), ("added", it.new.id)]
    if it.old.text != it.new.text:
        yield [("same", f"{it.new.id}:"), *it.words]
    for name, values in it.fields.items():
        yield [("same", f"{it.new.id},"), *_field(name, *values)]


def _field(name: str, before: object, after: object) -> _Entry:
    entry: _Entry = [("same", f"{name}:")]
    entry += [("removed", _shown(before))] if before else []
    entry += [("added", _shown(after))] if after else []
    return entry


def _shown(value: object) -> str:
    match value:
        case Quote():
            return f"{value.source} {value}".strip()
        case tuple() | list():
            return ", ".join(_shown(item) for item in value)
        case Mapping():
            return ", ".join(f"{key}: {_shown(item)}" for key, item in value.items())
        case BaseModel():
            return ", ".join(f"{key} {item}" for key, item in value.model_dump(exclude_defaults=True).items())
        case True:
            return "yes"
    return str(value)


def _relation(map: Map, relation: Relation) -> str:
    target = map.relations.get(relation.target)
    end = relation.target if target is None else f"({_relation(map, target)})"
    return f"{' + '.join(relation.premises)} {relation.kind} {end}"


def difference_markdown(old: Map, new: Map, found: Difference) -> str:
    """Return what has changed as Markdown, for a pull request."""
    lines: list[str] = []
    for title, entries in _sections(old, new, found):
        if entries:
            lines += [
                f"### {title}",
                "",
                *(f"- {' '.join(_markdown(run) for run in entry)}" for entry in entries),
                "",
            ]
    note = [] if found.reworded else [f"{NOT_REWORDED.capitalize()}.", ""]
    return "\n".join(note + (lines or ["Nothing has changed in meaning.", ""]))


def _markdown(run: _Run) -> str:
    """Return words as Markdown: what went struck through, what came in bold."""
    change, text = run
    clean = "".join(f"\\{sign}" if sign in "\\`*_[]<>#|~" else sign for sign in text)
    return {"same": clean, "removed": f"~~{clean}~~", "added": f"**{clean}**"}[change]


def difference_json(found: Difference) -> dict[str, Any]:
    """Return what has changed as what :func:`json.dumps` takes.

    The shape, beside ``argmap-diff`` (its version, 1): ``reworded``, whether claims with another id *and* another text were looked
    for (if not, they are among those added and removed); ``claims`` and ``relations``, each with ``added``, ``removed`` (lists of
    claims or relations as the map has them) and ``changed`` (lists of ``old``, ``new``: ids; for claims ``text``, the runs of words as pairs
    of ``same``, ``removed`` or ``added`` with the words; ``fields``, by name the value before and after); ``map``, by the name of
    the field the value before and after; ``verdicts``, by the id of the claim the verdict before and after.
    """
    return {
        "argmap-diff": VERSION,
        "reworded": found.reworded,
        "map": _both(found.map_fields),
        "verdicts": {id: list(values) for id, values in found.verdicts.items()},
        "claims": {
            "added": [_plain(claim) for claim in found.added],
            "removed": [_plain(claim) for claim in found.removed],
            "changed": [
                {"old": it.old.id, "new": it.new.id, "text": it.words, "fields": _both(it.fields)}
                for it in found.changed
            ],
        },
        "relations": {
            "added": [_plain(relation) for relation in found.added_relations],
            "removed": [_plain(relation) for relation in found.removed_relations],
            "changed": [
                {"old": it.old.id, "new": it.new.id, "fields": _both(it.fields)}
                for it in found.changed_relations
            ],
        },
    }


def _both(fields: Mapping[str, tuple[object, object]]) -> dict[str, list[Any]]:
    return {name: [_plain(value) for value in values] for name, values in fields.items()}


def _plain(value: object) -> Any:  # noqa: ANN401  what JSON has
    match value:
        case BaseModel():
            return value.model_dump(mode="json", exclude_defaults=True)
        case tuple() | list():
            return [_plain(item) for item in value]
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case None | bool() | int() | float():
            return value
    return str(value)
