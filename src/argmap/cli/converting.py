"""Converting files, one or many: where each goes, and what came of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli import configured, maps, pictures, targets, terminal, texts, writing
from argmap.cli.drawing import Drawing
from argmap.errors import ArgmapError
from argmap.files import is_folder
from argmap.formats import stem

if TYPE_CHECKING:
    from argmap.finding import Finding
    from argmap.formats import Dropped, Format, Reading, Written
    from argmap.graph import Graph

_FORCE = "To overwrite what is there, add --force."


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with every file."""

    source: Format | None
    """The format that it is in; None to tell from the file."""
    target: targets.Target
    force: bool
    """Whether files that are there are overwritten."""
    inputs: frozenset[tuple[int, int]]
    """What the system knows the files by that are read: they are never written to, whatever leads to them."""
    several: bool = False
    """Whether a folder is converted."""
    into: bool = False
    """Whether the output of a single file is a folder to put it in."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What came of a file."""

    path: str
    format: str = ""
    """The format that it was in."""
    written: tuple[str, ...] = ()
    """The files that were written."""
    data: bytes = b""
    """What goes to standard output."""
    dropped: tuple[Dropped, ...] = ()
    """What the target has no room for."""
    notes: tuple[str, ...] = ()
    """What else is to be said of what was written."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the file."""
    text: str = ""
    """The text of the file, to show lines of, if something is wrong with it."""
    error: str | None = None
    """Why nothing was written, unless the findings say it."""
    help: str | None = None

    @property
    def done(self) -> bool:
        """Whether the file has been converted."""
        return bool(self.written or self.data)


Task = tuple[str, Path | None]
"""A file, and what it becomes; None for standard output."""


class _NotWrittenError(ArgmapError):
    """A file is not written, and this is why."""


def convert_file(job: Job, task: Task) -> Converted:
    """Convert a file, to another or to standard output."""
    from argmap.graph import Graph

    path, output = task
    try:
        reading = maps.read(path, job.source)
    except maps.UnreadableError as error:
        return Converted(path, error=error.message, help=error.help)
    findings = _findings(reading)
    text = reading.text if findings else ""
    if reading.map is None or not reading.sound:
        return Converted(path, reading.format, findings=findings, text=text)
    graph, drawing = _drawing(job.target, reading, Graph(reading.map), path)
    try:
        made = targets.make(job.target, graph, drawing)
        files = {} if output is None else _places(made, path, output, job)
        data = _single(made, job.target) if output is None else b""
        written = _write(files, job)
    except ArgmapError as error:
        return Converted(
            path, reading.format, findings=findings, text=text, error=error.message, help=error.help
        )
    return Converted(path, reading.format, written, data, made.dropped, made.notes, findings, text)


def _drawing(target: targets.Target, reading: Reading, graph: Graph, path: str) -> tuple[Graph, Drawing]:
    """Return what is to be drawn of a map, and how: as ``argmap export`` draws it without options."""
    if not (isinstance(target, targets.Picture) and target.laid_out):
        return graph, Drawing()
    sources = texts.open_if_any(graph.map, path, {})
    asked = pictures.Asked(target.name)
    return pictures.prepare(graph, reading, configured.config(None), sources, asked)


def of_file(
    source: str, output: str, format: Format | None, target: targets.Target, *, force: bool
) -> tuple[Job, list[Task], list[Converted]]:
    """Return what is to be done to convert one file; into a folder it goes under its own name."""
    into = names_folder(output)
    if into and source == maps.STDIN:
        terminal.fail(f"{output} is a folder", "Name a file: standard input has no name to call it by.")
    place = None if output == maps.STDIN else Path(output)
    inputs = _known([] if source == maps.STDIN else [source])
    return Job(format, target, force, inputs, into=into), [(source, place)], []


def of_folder(
    source: str, output: str, format: Format | None, target: targets.Target, *, force: bool
) -> tuple[Job, list[Task], list[Converted]]:
    """Return what is to be done to convert the maps of a folder, with what there is to say of those that clash."""
    if known(output) and known(output) == known(source):
        terminal.fail(f"{output} is the folder that is read", "Name another folder for what is written.")
    if known(output) and not is_folder(output):
        terminal.fail(f"{output} is a file, not a folder", "Name another place for what is written.")
    inside = os.path.realpath(output) + os.sep
    found = maps.in_folder(source, format)
    files = [file for file in found if not os.path.realpath(file).startswith(inside)]
    if not files:
        terminal.fail(f"there is no map in {source} but those in {output}, where maps are written to")
    plan: dict[Path, list[str]] = {}
    for file in files:
        below = Path(os.path.relpath(file, source))
        place = Path(output) / below.parent / (stem(below.name) + target.suffixes[0])
        plan.setdefault(place, []).append(file)
    clashes = [
        Converted(
            file,
            error=f"{' and '.join(other for other in them if other != file)} would become {place}, too",
            help="Convert each by itself, or give one of them another name.",
        )
        for place, them in plan.items()
        if len(them) > 1
        for file in them
    ]
    tasks: list[Task] = [(them[0], place) for place, them in plan.items() if len(them) == 1]
    return Job(format, target, force, _known(files), several=True), tasks, clashes


def names_folder(path: str) -> bool:
    """Tell whether a path leads to a folder, or can lead to nothing else."""
    return path.endswith(("/", os.sep)) or (path != maps.STDIN and is_folder(path))


def _known(files: Sequence[str]) -> frozenset[tuple[int, int]]:
    return frozenset(it for it in map(known, files) if it)


def known(path: str | Path) -> tuple[int, int] | None:
    """Return what the system knows a file by, whatever leads to it; None if there is none, or it is a device or pipe."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return (
        (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode) else None
    )


def _findings(reading: Reading) -> tuple[Finding, ...]:
    if not reading.problems:
        return ()
    from argmap.checks import check_map

    return tuple(check_map(None, reading.problems, file=reading.name, locate=reading.locate))


def _single(made: Written, target: targets.Target) -> bytes:
    if made.parts.keys() != {""}:
        raise _NotWrittenError(writing.several(made, target), "Name a folder for them in place of -.")
    return made.parts[""]


def _places(made: Written, path: str, output: Path, job: Job) -> dict[Path, bytes]:
    """Return the files to write."""
    if made.parts.keys() == {""}:
        name = stem(Path(path).name) + job.target.suffixes[0]
        return {output / name if job.into else output: made.parts[""]}
    folder = output
    if job.several:
        folder = output.with_name(stem(Path(path).name))
    elif output.name.endswith(job.target.suffixes) and not job.into:
        help = f"Name a folder for them: {output.with_suffix('')} --to {job.target.name}"
        raise _NotWrittenError(writing.several(made, job.target), help)
    return {folder / name: data for name, data in made.parts.items()}


def _write(files: Mapping[Path, bytes], job: Job) -> tuple[str, ...]:
    """Write files; none if one of them must not be written."""
    for file in files:
        there = known(file)
        if there in job.inputs:
            raise _NotWrittenError(f"{file} is one of the files that are read", "Name another file.")
        if (there or os.path.islink(file)) and not job.force:  # noqa: PTH114  which raises nothing
            raise _NotWrittenError(f"{file} is there already", _FORCE)
    for file, data in files.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            terminal.put(file, data)
        except OSError as error:
            raise _NotWrittenError(f"cannot write {file}: {error.strerror or error}") from error
    return tuple(str(file) for file in files)
