"""Reads and writes documents of claims and steps, whatever the dialect; nothing in them is lost on the way."""

from __future__ import annotations

import json
import re
from typing import Any, Final, cast

from pydantic import ValidationError

from argmap.finding import Locate, Path, Problem, Related, Span
from argmap.formats import json_nodes
from argmap.formats.base import Reading, Written, in_order
from argmap.formats.json_places import JsonPlaces
from argmap.formats.nodes import Lines
from argmap.formats.steps import extra
from argmap.formats.steps.argument import Argument, Json, Oddity
from argmap.formats.steps.dialect import FIELD, NAMES, Dialect
from argmap.formats.steps.interpretation import interpret
from argmap.formats.steps.merging import merge, take_text, text_of
from argmap.formats.thesis import propose
from argmap.model import Map

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def read(text: str, name: str, dialect: Dialect) -> Reading:
    """Return what came of reading a text."""
    lines = Lines(text)
    document, problems = json_nodes.load(lines)
    places = _Places(lines, dialect)
    if not any(problem.code == "AM001" for problem in problems):
        problems += _shape(document, dialect, places)
    if any(problem.code != "AM007" for problem in problems):
        return Reading(name, text, None, tuple(problems), lambda _: lines.span(0, 0), dialect.name)
    document = cast("Json", document)
    places.within = dialect.within(document) or ()
    map, argument, oddities = understand(document, dialect)
    part = _part(document, dialect)
    for number in argument.claims.values():
        node, words = part["nodes"][number], text_of(part["nodes"][number])
        if odd := _odd_text(node, words):
            oddities.append(Oddity(("nodes", number, "text"), odd))
        take_text(node, words)
    if not any(oddity.where == (FIELD,) for oddity in oddities):
        _forget(dialect.home(part))
    map = map.model_copy(update={"carried": {**map.carried, dialect.carried: pack(document)}})
    problems += [places.problem(oddity) for oddity in oddities]
    return Reading(name, text, map, in_order(problems), places.locator(argument), dialect.name)


def write(map: Map, dialect: Dialect) -> Written:
    """Return a map in the format; what it came with from there is written back."""
    document = dialect.document(unpack(map.carried.get(dialect.carried)))
    part = _part(document, dialect)
    before = dialect.marks(part)
    merge(part, map, dialect)
    dialect.set_head(part, map)
    dialect.arrange(document, before)
    plain, _, _ = understand(document, dialect)
    others = {name: text for name, text in map.carried.items() if name != dialect.carried}
    if more := extra.difference(map.model_copy(update={"carried": others}), plain):
        _forget(home := dialect.home(part))
        home[FIELD] = {**home.get(FIELD, {}), **more}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return Written.text(_SURROGATES.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n")


def _forget(home: Json) -> None:
    """Take out of a document what the map has read from argmap's field; ids that differ from those of nodes stay."""
    field = home.get(FIELD)
    names = field.get(NAMES) if isinstance(field, dict) else None
    if names:
        home[FIELD] = {NAMES: names}
    else:
        home.pop(FIELD, None)


def understand(document: Json, dialect: Dialect) -> tuple[Map, Argument, list[Oddity]]:
    """Return the map that a document is, without what it carries; what it argues; and all that is odd."""
    part = _part(document, dialect)
    argument = interpret(part, dialect)
    oddities = list(argument.oddities)
    more = dialect.home(part).get(FIELD)
    if more is not None:
        data = _data(part, argument, dialect)
        try:
            if extra.add(data, more, argument):
                return Map.model_validate(data), argument, oddities
        except ValidationError:
            pass
        message = f"the field {FIELD} is not as argmap writes it: it is not read"
        oddities.append(Oddity((FIELD,), message))
    return Map.model_validate(_data(part, argument, dialect)), argument, oddities


def _data(part: Json, argument: Argument, dialect: Dialect) -> dict[str, Any]:
    """Return what a document argues in the shape of a map."""
    nodes = argument.links.nodes
    claims: dict[str, Json] = {}
    for id, number in argument.claims.items():
        claims[id] = {"id": id, "text": text_of(nodes[number] or {})}
    for id, speaker in dialect.speakers(part, argument).items():
        claims[id] |= {"voice": "reported", "speaker": speaker}
    relations: dict[str, Json] = {}
    for id, step in argument.steps.items():
        relations[id] = {"id": id, "kind": step.kind, "premises": step.premises, "target": step.target}
        if scheme := dialect.scheme(nodes[step.node] or {}):
            relations[id]["scheme"] = scheme
    ends = _ends(argument)
    theses = propose((step.premises, ends[id]) for id, step in argument.steps.items())
    return {**dialect.head(part), "thesis": theses, "claims": claims, "relations": relations}


def _ends(argument: Argument) -> dict[str, str]:
    """Return for each relation the claim that it leads to, be it by way of others."""
    ends: dict[str, str] = {}
    for id in argument.steps:
        way = []
        while id in argument.steps and id not in ends:
            way.append(id)
            id = argument.steps[id].target  # noqa: PLW2901  the way goes on from there
        ends |= dict.fromkeys(way, ends.get(id, id))
    return ends


def _part(document: Json, dialect: Dialect) -> Json:
    """Return the part of a document that holds nodes and edges."""
    for name in dialect.within(document) or ():
        document = document[str(name)]
    return document


def _shape(document: object, dialect: Dialect, places: _Places) -> list[Problem]:
    """Tell what keeps JSON from being a document of the format."""
    within = dialect.within(document) if isinstance(document, dict) else None
    if not isinstance(document, dict) or within is None:
        return [Problem("AM006", f"not {dialect.title}: {dialect.lacking}", places.span(()))]
    part = _part(document, dialect)
    return [
        Problem("AM006", f"{name} should be a list", places.span((*within, name)))
        for name in ("nodes", "edges")
        if not isinstance(part.get(name), (list, type(None)))
    ]


def _odd_text(node: Json, text: str) -> str | None:
    """Tell what is odd about the text of a node, whose claim has this one."""
    original = node.get("text")
    if not isinstance(original, str) or not original.strip():
        return "a claim without a text"
    if text not in (original, original.strip()):
        return "the text holds control characters, which a map shows as spaces"
    return None


class _Places:
    """Where things stand in a text, found when they are asked for."""

    def __init__(self, lines: Lines, dialect: Dialect) -> None:
        self._lines = lines
        self._names = (dialect.id, dialect.edge_id, dialect.source)
        self._places: JsonPlaces | None = None
        self.within: Path = ()
        """The way to the part that holds nodes and edges."""

    def span(self, path: Path) -> Span:
        if self._places is None:
            self._places = JsonPlaces(self._lines.text)
        return self._lines.span(*self._places.find(path))

    def problem(self, oddity: Oddity) -> Problem:
        related = tuple(Related(message, self._row(path)) for message, path in oddity.related)
        return Problem("AM007", oddity.message, self._row(oddity.where), related, oddity.help)

    def _row(self, path: Path) -> Span:
        """Return the place of a part; of a whole node or edge, a word that it can be told by."""
        path = (*self.within, *path)
        whole = self.span(path)
        if whole.line < whole.end_line:
            return next(
                (word for name in ("text", *self._names) if (word := self.span((*path, name))) != whole),
                whole,
            )
        return whole

    def locator(self, argument: Argument) -> Locate:
        def locate(path: Path) -> Span:
            match path:
                case ("claims", str(id), *_) if id in argument.claims:
                    return self._row(("nodes", argument.claims[id], "text"))
                case ("relations", str(id), *_) if id in argument.steps:
                    return self._row(("nodes", argument.steps[id].node))
            return self._lines.span(0, 0)

        return locate


def pack(document: Json) -> str:
    """Return a document as JSON that a map can carry."""
    return json.dumps(document, separators=(",", ":"), check_circular=False).replace("\x7f", "\\u007f")


def unpack(carried: str | None) -> Json | None:
    """Return a document that a map carries; None if it carries none, or none that can be made out any more."""
    if carried is None:
        return None
    document, problems = json_nodes.load(Lines(carried))
    return document if isinstance(document, dict) and not problems else None
