"""Maps that are looked at while they are written: read anew as their files change, the last good one kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock

from argmap.finding import Finding
from argmap.formats import Reading, find_maps
from argmap.graph import Graph
from argmap.model import Map
from argmap.render.web import map_page
from argmap.render.web.notice import broken_page, notice
from argmap.render.web.overview import Entry, overview_page
from argmap.sources import Sources

Stamp = tuple[tuple[str, int, int], ...]
"""What changes when a file does: of each its path, when it was written, and its size; −1 if it is not there."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What makes a page of a map; none of it may end the program."""

    read: Callable[[Path], Reading]
    texts: Callable[[Map, Path], Sources | None]
    findings: Callable[[Reading, Sources | None], Sequence[Finding]]
    picture: Callable[[Graph], tuple[str | None, str]]
    """Returns the picture, or None and why there is none."""
    also: Sequence[Path] = ()
    """Other files that pages depend on: a configuration, texts that were given."""


@dataclass(frozen=True, slots=True)
class _Good:
    """What a page is made of."""

    graph: Graph
    svg: str | None
    without: str
    findings: Sequence[Finding]
    sources: Sources | None


class LiveMap:
    """A map file and the page that it makes.

    Args:
        path: the file.
        name: what it is called, in addresses too.
        tools: what makes the page.
    """

    def __init__(self, path: Path, name: str, tools: Tools) -> None:
        self.path = path
        self.name = name
        self._tools = tools
        self._good: _Good | None = None
        self._problems: Sequence[Finding] = ()
        self._stamp: Stamp | None = None
        self._depends: tuple[Path, ...] = (path, *tools.also)
        self._drawing = Lock()

    def stamp(self) -> Stamp:
        """Return what changes when the file changes, or another that the page depends on."""
        return tuple(_state(path) for path in self._depends)

    def page(self, events: str, up: str | None = None) -> str:
        """Return the page: of a map that cannot be read, the last good one with what is wrong above it.

        Args:
            events: where the page hears of changes.
            up: where all maps are listed.
        """
        with self._drawing:
            self._refresh(drawn=True)
            good, problems, stamp = self._good, self._problems, self._stamp
        events = f"{events}?since={token(stamp)}"
        if good is None:
            return broken_page(self.name, problems, events=events, up=up)
        return map_page(
            good.graph,
            good.svg,
            without=good.without,
            findings=good.findings,
            sources=good.sources,
            notice=notice(self.name, problems) if problems else "",
            events=events,
            up=up,
        )

    def entry(self, address: str) -> Entry:
        """Return what a list of maps says of this one."""
        with self._drawing:
            self._refresh(drawn=False)
            good, problems = self._good, self._problems
        if problems or good is None:
            return Entry(self.name, address, None, problems)
        return Entry(self.name, address, good.graph, good.findings)

    def _refresh(self, *, drawn: bool) -> None:
        """Read the map if it has changed since; draw it if it is to be seen."""
        stamp = self.stamp()
        if stamp != self._stamp:
            reading = self._tools.read(self.path)
            if reading.map is None or not reading.sound:
                self._problems = self._tools.findings(reading, None)
            else:
                graph = Graph(reading.map)
                sources = self._tools.texts(reading.map, self.path)
                findings = self._tools.findings(reading, sources)
                self._good, self._problems = _Good(graph, None, "", findings, sources), ()
                self._depends = (self.path, *self._named_in(reading), *self._tools.also)
                stamp = (stamp[0], *(_state(path) for path in self._depends[1:]))
            self._stamp = stamp
        good = self._good
        if drawn and good and good.svg is None and not good.without:
            svg, without = self._tools.picture(good.graph)
            self._good = _Good(good.graph, svg, without, good.findings, good.sources)

    def _named_in(self, reading: Reading) -> Iterator[Path]:
        sources = reading.map.sources.values() if reading.map else ()
        yield from (self.path.parent / source.file for source in sources if source.file)
        yield from dict.fromkeys(reading.included.values())


class LiveMaps:
    """One map, or all maps in a folder as it is at any time.

    Args:
        root: a map file or a folder.
        tools: what makes their pages.
    """

    def __init__(self, root: Path, tools: Tools) -> None:
        self.root = root
        self.is_folder = root.is_dir()
        self._tools = tools
        self._maps: dict[str, LiveMap] = {}

    def get(self, name: str) -> LiveMap | None:
        """Return a map by its name; only what was found below the folder has one."""
        if name not in self._maps:
            self._look()
        return self._maps.get(name)

    def all(self) -> list[LiveMap]:
        """Return all maps, in the order of their names."""
        self._look()
        return list(self._maps.values())

    def overview(self, addresses: Callable[[str], str], events: str) -> str:
        """Return a page that lists all maps."""
        since = token(self.stamp())
        entries = [it.entry(addresses(it.name)) for it in self.all()]
        title = self.root.resolve().name or str(self.root)
        return overview_page(title, entries, events=f"{events}?since={since}")

    def stamp(self) -> tuple[Stamp, ...]:
        """Return what changes when a map changes, comes or goes."""
        return tuple(it.stamp() for it in self.all())

    def _look(self) -> None:
        found = dict(self._found())
        self._maps = {
            name: self._maps.get(name) or LiveMap(path, name, self._tools) for name, path in found.items()
        }

    def _found(self) -> Iterable[tuple[str, Path]]:
        if not self.is_folder:
            return [(self.root.name, self.root)]
        return [(path.relative_to(self.root).as_posix(), path) for path in find_maps(self.root)]


def token(stamp: object) -> str:
    """Return a short name for a stamp, to tell it from others."""
    return sha256(repr(stamp).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _state(path: Path) -> tuple[str, int, int]:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return str(path), -1, -1
    return str(path), state.st_mtime_ns, state.st_size
