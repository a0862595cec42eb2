"""Several files as one map: what a map includes of others, under names of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final

from argmap.files import exists
from argmap.finding import Locate, Problem, Span
from argmap.finding import Path as Place
from argmap.formats.base import Reading, in_order
from argmap.model import Claim, Map, Quote, Relation, Source, relation_id
from argmap.suggest import did_you_mean

MOST_FILES: Final = 100
"""Files that one map may include, those that these include among them."""
_ROOTS: Final = ("argmap.toml", "pyproject.toml", ".git")
"""What tells that a folder is that of a project."""


def resolve(reading: Reading, path: Path, read: Callable[[Path], Reading]) -> Reading:
    """Return the reading of a map with all that it includes.

    A claim ``c`` of a map that is included as ``name`` has the id ``name/c``; so have its relations and sources. What
    cannot be included is a problem of the reading (AM113), at its place.

    Args:
        reading: what was read from the file.
        path: the file, which the paths of others start from.
        read: reads another file; raises OSError if it cannot.
    """
    return _Resolver(path, read).resolve(reading, path.resolve(), ())


@dataclass(slots=True)
class _Resolver:
    main: Path
    read: Callable[[Path], Reading]
    files: int = 0

    def resolve(self, reading: Reading, path: Path, trail: tuple[Path, ...]) -> Reading:
        """Return a reading with what it includes; ``trail`` are the files that this one is included by."""
        whole = reading.map
        if whole is None:
            return reading
        problems: list[Problem] = []
        merged = whole
        theirs: dict[str, Path] = {}
        for name, file in whole.include.items():
            part = self._part(file, path, (*trail, path))
            if isinstance(part, str):
                help = "The path starts from the map's own folder, and stays inside the project."
                problems.append(Problem("AM113", part, reading.locate(("include", name)), help=help))
                continue
            map, files = part
            named = _named(map, name, Path(file).parent)
            problems += _unknown(reading, named, name)
            problems += _clashes(reading, named, file)
            merged = _merged(merged, named)
            for ids, new in zip(_tables(map), _tables(named), strict=True):
                theirs |= {there: files[id] for id, there in zip(ids, new, strict=False)}
        return replace(
            reading,
            map=merged,
            problems=in_order((*reading.problems, *problems)),
            locate=_located(reading.locate, theirs),
            included=theirs,
        )

    def _part(self, file: str, path: Path, trail: tuple[Path, ...]) -> tuple[Map, dict[str, Path]] | str:
        """Return a map that is included and the file of each of its ids, or what is wrong with it."""
        target = (path.parent / file).resolve()
        self.files += 1
        if target in trail:
            return f"{file} includes this map in turn"
        if not target.is_relative_to(project_of(self.main.resolve())):
            return f"{file} lies outside the project"
        if self.files > MOST_FILES:
            return f"more than {MOST_FILES} files are included"
        try:
            reading = self.read(target)
        except OSError as error:
            return f"cannot read {file}: {error.strerror or error}"
        if reading.map is not None and reading.sound:
            reading = self.resolve(reading, target, trail)
        if reading.map is None or not reading.sound:
            return f"{file} cannot be read as it is meant: {reading.faults[0].message}"
        ids = chain.from_iterable(_tables(reading.map))
        return reading.map, {id: reading.included.get(id, target) for id in ids}


def _tables(map: Map) -> tuple[Collection[str], ...]:
    """Return the ids of the claims, of the relations and of the sources of a map."""
    return map.claims, map.relations, map.sources


def _unknown(reading: Reading, part: Map, name: str) -> Iterator[Problem]:
    """Yield a problem for every claim that the file takes for one of a map that it includes, and that is none."""
    for id in reading.map.claims if reading.map else ():
        if id.startswith(f"{name}/") and id not in part.claims:
            help = did_you_mean(id, part.claims)
            place = reading.locate(("claims", id))
            yield Problem(
                "AM113", f"the map that is included as {name} has no claim {id!r}", place, help=help
            )


def _clashes(reading: Reading, part: Map, file: str) -> Iterator[Problem]:
    """Yield a problem for all that the file says itself of what stands in a map that it includes, and that is not read."""
    if reading.map is None:
        return
    for id in reading.map.claims.keys() & part.claims.keys():
        if reading.map.claims[id] != Claim(id=id, text=id):  # as it is read if nothing is said of it
            help = "What can be said of it here: supported_by, attacked_by. All else belongs there."
            place = reading.locate(("claims", id))
            yield Problem("AM113", f"{id} stands in {file}, and what it says is said there", place, help=help)
    for id in reading.map.sources.keys() & part.sources.keys():
        place = reading.locate(("sources", id))
        yield Problem("AM113", f"the source {id} stands in {file}", place, help="Take it out here.")


def _merged(whole: Map, part: Map) -> Map:
    """Return a map with the claims of another; what it says of them itself stays."""
    return whole.model_copy(
        update={
            table: {**getattr(whole, table), **getattr(part, table)}
            for table in ("claims", "relations", "sources", "not_argument")
        }
    )


def project_of(path: Path) -> Path:
    """Return the folder of the project that a file is in; without any, its own."""
    for folder in path.parents:
        if any(exists(folder / name) for name in _ROOTS):
            return folder
    return path.parent


def _named(part: Map, name: str, folder: Path) -> Map:
    """Return a map with its ids under a name, and its files as seen from another folder."""

    def under(id: str) -> str:
        return f"{name}/{id}"

    def quotes(cited: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return tuple(quote.model_copy(update={"source": under(quote.source)}) for quote in cited)

    def claim(it: Claim) -> Claim:
        return it.model_copy(
            update={"id": under(it.id), "at": quotes(it.at), "evidence": quotes(it.evidence)}
        )

    def step(id: str) -> str:
        """Return the id of a relation; one that reads as the relation does still does so."""
        it = part.relations[id]
        derived = relation_id(it.kind, it.premises, it.target)
        if not id.startswith(derived):
            return under(id)
        return relation_id(it.kind, tuple(map(under, it.premises)), target(it)) + id.removeprefix(derived)

    def target(it: Relation) -> str:
        return step(it.target) if it.target in part.relations else under(it.target)

    def relation(it: Relation) -> Relation:
        premises = tuple(map(under, it.premises))
        return it.model_copy(update={"id": step(it.id), "premises": premises, "target": target(it)})

    def source(it: Source) -> Source:
        file = Path(os.path.normpath(Path(folder, it.file))).as_posix() if it.file else None
        return it.model_copy(update={"id": under(it.id), "file": file})

    return part.model_copy(
        update={
            "thesis": (),
            "include": {},
            "claims": {under(id): claim(it) for id, it in part.claims.items()},
            "relations": {step(id): relation(it) for id, it in part.relations.items()},
            "sources": {under(id): source(it) for id, it in part.sources.items()},
            "not_argument": {under(id): it for id, it in part.not_argument.items()},
        }
    )


def _located(locate: Locate, theirs: Collection[str]) -> Locate:
    """Return the way to places of a map that includes others: what is theirs is where they are included."""

    def find(path: Place) -> Span:
        if path[:1] != ("include",) and len(path) > 1 and path[1] in theirs:
            return locate(("include", str(path[1]).partition("/")[0]))
        return locate(path)

    return find
