"""The formats that argmap reads and writes: an entry a format, its module loaded when it is used."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, cast

from argmap.files import find_files

if TYPE_CHECKING:
    from argmap.formats.base import Keeps, Reading, Written
    from argmap.model import Map

SNIFFED: Final = 65_536
"""Bytes or characters at the beginning of a file by which its format is told."""


class _Module(Protocol):
    """What the module of a format has, as far as the format is read and written."""

    KEEPS: Keeps | None
    """What the format has room for; None for everything."""

    def read(self, text: str, name: str) -> Reading:
        """Return what came of reading a text; ``name`` is used in messages."""
        ...

    def read_at(self, text: str, name: str, path: Path, other: Callable[[Path], str]) -> Reading:
        """Return what came of reading a text with those of others; only where the format splices."""
        ...

    def write(self, map: Map) -> Written:
        """Return a map in the format, with what it has no room for."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format that maps are read from or written to."""

    name: str
    """What it is called on the command line."""
    title: str
    """What it is called in a sentence."""
    module: str
    """Where its functions ``read`` and ``write`` are, in :mod:`argmap.formats`."""
    suffixes: tuple[str, ...]
    """How names of such files end, the most usual first."""
    sign: str | None = None
    """A regular expression found near the beginning of such files and no others; None if their ending says enough."""
    reads: bool = True
    writes: bool = True
    edits: bool = False
    """Whether commands that edit a map edit such files."""
    looks: str | None = None
    """A regular expression found in most such files, by which one that bears no sign is told if nobody names it."""
    splices: bool = False
    """Whether such files take the text of others into their own."""

    def read(self, text: str, name: str) -> Reading:
        """Return what came of reading a text; ``name`` is used in messages."""
        return self._module.read(text, name)

    def read_at(self, text: str, name: str, path: Path, other: Callable[[Path], str]) -> Reading:
        """Return what came of reading a text with those that it takes in, if the format has that.

        Args:
            text: the text.
            name: used in messages.
            path: the file of the text, which the paths of others start from.
            other: returns the text of another file; raises OSError if it cannot.
        """
        if not self.splices:
            return self.read(text, name)
        return self._module.read_at(text, name, path, other)

    def write(self, map: Map) -> Written:
        """Return a map in the format, with what it has no room for."""
        return self._module.write(map)

    def signs(self, text: str) -> bool:
        """Tell whether a text bears the sign of the format."""
        return self.sign is not None and re.search(self.sign, text[:SNIFFED], re.MULTILINE) is not None

    def resembles(self, text: str) -> bool:
        """Tell whether a text looks like the format, though it may bear no sign of it."""
        return self.looks is not None and re.search(self.looks, text[:SNIFFED], re.MULTILINE) is not None

    @property
    def keeps(self) -> Keeps | None:
        """What the format has room for; None for everything, and for a format that is only read."""
        return self._module.KEEPS if self.writes else None

    @property
    def _module(self) -> _Module:
        return cast("_Module", import_module(f"argmap.formats.{self.module}"))


FORMATS: Final[Mapping[str, Format]] = {
    format.name: format
    for format in (
        Format(
            "yaml",
            "argmap YAML",
            "argmap_yaml",
            (".yaml", ".yml"),
            sign=r"""^(["']?)argmap\1[ \t]*:|[{,]\s*"argmap"\s*:""",
            edits=True,
            looks=r"\A(?=[\s\S]*?^thesis[ \t]*:)[\s\S]*?^claims[ \t]*:",
        ),
        Format(
            "argdown",
            "Argdown",
            "argdown",
            (".argdown", ".ad"),
            looks=r"^[ \t]*(?:[-+_<>]{1,2}[ \t]+|\(\d+\)[ \t]+)?(?:\[[^]\n]{1,300}\]|<[^>\n]{1,300}>):[ \t]+\S"
            r"|\A\s*={3,}[ \t]*$|^\(\d+\)[ \t]+\S|^[ \t]+(?:\+>?|<[-+_]|[-_]>|><)[ \t]*[\[<]",
            splices=True,
        ),
        Format("json", "argmap JSON", "argmap_json", (".json",), sign=r'"argmap"\s*:', edits=True),
        Format("xaif", "xAIF", "xaif", (".json",), sign=r'"(?:AIF|aif)"\s*:\s*\{'),
        Format("aif", "AIF", "aif", (".json",), sign=r'"(?:nodeID|schemefulfillments|locutions)"\s*:'),
        Format(
            "sadface",
            "SADFace",
            "sadface",
            (".json",),
            sign=r'"(?:source_id|target_id|analyst_name|analyst_email)"\s*:|"type"\s*:\s*"atom"',
        ),
        Format("jsonld", "JSON-LD", "jsonld", (".jsonld",), reads=False),
        Format("graphml", "GraphML", "graphml", (".graphml",), reads=False),
        Format("csv", "CSV", "csv_tables", (".csv",), reads=False),
        Format("parquet", "Parquet", "parquet", (".parquet",), reads=False),
        Format("kialo", "Kialo text", "kialo", (".txt",), sign=r"\A\s*Discussion (Title|Name):"),
        Format(
            "microtext",
            "arg-microtexts XML",
            "microtext",
            (".xml",),
            sign=r"<arggraph[\s>]",
            writes=False,
        ),
        Format(
            "gsn2x",
            "gsn2x YAML",
            "gsn2x",
            (".gsn.yaml", ".gsn.yml", ".yaml", ".yml"),
            sign=r"^(module[ \t]*:[ \t]*\r?\n[ \t]+(name|brief|uses|extends)"
            r"|(G|Sn?|CG|CSn|C|A|J)[\w.-]*[ \t]*:\s+(text|supportedBy|inContextOf|challenges|undeveloped|nodeType))[ \t]*:",
            writes=False,
        ),
        Format(
            "carneades",
            "Carneades YAML",
            "carneades",
            (".yml", ".yaml"),
            sign=r"^(statements|argument_schemes|issue_schemes)[ \t]*:|^[ \t]+conclusion[ \t]*:[ \t]*\S",
            writes=False,
        ),
    )
}
"""All formats by name. Where endings are shared, the first whose sign is there is meant, and without any the first."""


def format_of(name: str, text: str = "") -> Format:
    """Return the format of a file, told by the ending of its name and by how its text begins.

    Where the ending is not that of what the text bears the sign of, or tells nothing (standard input has none), the text
    decides; where that tells nothing either it is what the ending says, or YAML.
    """
    readable = [format for format in FORMATS.values() if format.reads]
    named = sorted((it for it in readable if _ends(name, it)), key=lambda it: -told_by(name, it.suffixes))
    for format in named:
        if format.signs(text):
            return format
    if named and any(format.sign is None for format in named):
        return named[0]
    braced = text.lstrip()[:1] == "{"  # JSON: YAML's own braces begin otherwise
    for format in readable:
        if format not in named and format.signs(text) and not (format.name == "yaml" and braced):
            return format
    if not named and re.match(r'\s*\{\s*["}]', text):
        return FORMATS["json"]
    if not named:
        for format in readable:
            if format.resembles(text):
                return format
    return named[0] if named else FORMATS["yaml"]


def may_be_map(name: str, start: bytes) -> bool:
    """Tell whether a file found in a folder is one to read, by its ending and its first :data:`SNIFFED` bytes."""
    wide = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = start.decode("utf-16" if wide else "utf-8-sig", "ignore")
    return any(
        format.reads
        and _ends(name, format)
        and (format.sign is None or format.signs(text) or format.resembles(text))
        for format in FORMATS.values()
    )


SUFFIXES: Final = tuple(
    dict.fromkeys(suffix for format in FORMATS.values() if format.reads for suffix in format.suffixes)
)
"""How the names of files end that maps are read from."""


def find_maps(folder: Path, format: Format | None = None) -> Iterator[Path]:
    """Yield the map files in a folder and those below it, in a stable order; hidden folders are passed over.

    Files and folders that cannot be looked into are yielded too, for the reader to say what is wrong.

    Args:
        folder: where to look.
        format: the format that all files with its endings are taken to be in, where their beginnings do not tell.
    """
    if format:
        return find_files(folder, format.suffixes, lambda *_: True, 0)
    return find_files(folder, SUFFIXES, may_be_map, SNIFFED)


def stem(name: str) -> str:
    """Return a file's name without the ending of its format.

    >>> stem("bridge.yaml"), stem("v1.2")
    ('bridge', 'v1.2')
    """
    length = told_by(name, (it for format in FORMATS.values() for it in format.suffixes))
    return name[:-length] if length else name


def told_by(name: str, endings: Iterable[str]) -> int:
    """Return how much of a name is one of some endings: .gsn.yaml says more than .yaml; 0 if it ends with none."""
    return max((len(ending) for ending in endings if name.lower().endswith(ending)), default=0)


def _ends(name: str, format: Format) -> bool:
    return Path(name).name.lower().endswith(format.suffixes)
