"""What all commands share towards their input: naming maps and claims, completing and reading them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import terminal, waiting
from argmap.errors import ArgmapError
from argmap.files import MAX_SIZE, TooLargeError, bounded, is_folder, read_bytes
from argmap.formats import SUFFIXES, find_maps
from argmap.suggest import did_you_mean

if TYPE_CHECKING:
    from argmap.finding import Finding
    from argmap.formats import Format, Reading
    from argmap.graph import Graph

STDIN = "-"


def complete_paths(incomplete: str) -> list[str]:
    """Return the map files and folders that a path may go on to."""
    folder, _, start = incomplete.rpartition("/")
    base = Path(folder or ("/" if incomplete.startswith("/") else "."))
    prefix = f"{folder}/" if incomplete.count("/") else ""
    try:
        entries = sorted(base.iterdir())
    except OSError:
        return []
    names = (f"{entry.name}/" if entry.is_dir() else entry.name for entry in entries)
    return [
        f"{prefix}{name}"
        for name in names
        if name.startswith(start) and name.endswith(("/", *SUFFIXES)) and (start or not name.startswith("."))
    ]


def complete_claims(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the ids of claims that an id may go on to, with their texts; of the map named before."""
    graph = graph_to_complete(ctx)
    claims = graph.claims.values() if graph else ()
    return [(claim.id, claim.text) for claim in claims if claim.id.startswith(incomplete)]


def graph_to_complete(ctx: typer.Context) -> Graph | None:
    """Return the graph of the map that is named on the command line so far, if it can be read."""
    from argmap.formats import read_file
    from argmap.graph import Graph

    named = [ctx.params.get(name) for name in ("map", "new_map", "old_map")]
    # Before the value of an option, what arguments there are has not been told apart yet.
    for name in (*filter(None, named), *(ctx.params.get("paths") or ()), *ctx.args):
        with suppress(OSError, TooLargeError):
            reading = read_file(Path(name), name, read_bytes(Path(name)))
            if reading.map is not None:
                return Graph(reading.map)
    return None


EditedArgument = Annotated[
    str,
    typer.Argument(
        metavar="MAP",
        help="A map file.",
        autocompletion=complete_paths,
        show_default=False,
    ),
]

MapArgument = Annotated[
    str,
    typer.Argument(
        metavar="MAP",
        help="A map file, or - for standard input.",
        autocompletion=complete_paths,
        show_default=False,
    ),
]


def graph(path: str) -> Graph:
    """Return the graph of a map; end the command, showing what is wrong, if there is none."""
    return reading_and_graph(path)[1]


def reading_and_graph(path: str) -> tuple[Reading, Graph]:
    """Return what was read and its graph; end the command, showing what is wrong, if there is none."""
    from argmap.graph import Graph

    reading = read(path)
    report(reading)
    if reading.map is None or not reading.sound:
        raise typer.Exit(terminal.UNUSABLE)
    return reading, Graph(reading.map)


def claim(graph: Graph, id: str) -> str:
    """Return the id of a claim; end the command if the map has none of that id."""
    if id not in graph.claims:
        hint = did_you_mean(id, graph.claims) or "The ids are what argmap show MAP prints in brackets."
        terminal.fail(f"the map has no claim {id!r}", hint)
    return id


class UnreadableError(ArgmapError):
    """A file that the system does not let us have, or that is too large."""


def read(path: str, format: Format | None = None) -> Reading:
    """Read a map file, in the format that it is in or in this one.

    Raises:
        UnreadableError: if the file itself cannot be read.
    """
    return reading_of(path, data(path), format)


@waiting.doing("Reading")
def reading_of(path: str, content: bytes, format: Format | None = None) -> Reading:
    """Return the reading of a map file if it had this content."""
    from argmap import formats

    file, name = (Path.cwd() / "stdin", "<stdin>") if path == STDIN else (Path(path), path)
    return formats.read_file(file, name, content, max_size=_limit(), format=format)


def data(path: str) -> bytes:
    """Return the content of a file, or of standard input.

    Raises:
        UnreadableError: if it cannot be read.
    """
    limit = _limit()
    try:
        if path == STDIN:
            if sys.stdin is None:
                raise UnreadableError("there is no standard input to read")
            with waiting.silence():  # someone may be typing
                return bounded(sys.stdin.buffer, limit)
        return read_bytes(Path(path), limit)
    except TooLargeError:
        help = "Is it the right file? To read it all the same, set ARGMAP_MAX_SIZE to a number of bytes."
        raise UnreadableError(f"{path} is larger than {limit:,} bytes", help) from None
    except OSError as error:
        raise _refused(path, error) from error


def read_or_finding(path: str) -> Reading:
    """Read a map file; one that cannot be read has that as its only problem."""
    from argmap.finding import Problem, Span
    from argmap.formats import Reading

    start = Span(1, 1, 1, 1)
    try:
        return read(path)
    except UnreadableError as error:
        return Reading(
            path, "", None, (Problem("AM001", error.message, start, help=error.help),), lambda _: start
        )


def _refused(path: str, error: OSError) -> UnreadableError:
    """Say that the system does not let us have a file."""
    if isinstance(error, FileNotFoundError):
        folder = Path(path).parent
        near = complete_paths(f"{folder}/" if str(folder) != "." else "")
        return UnreadableError(
            f"there is no file {path}", did_you_mean(path, [name for name in near if name != path])
        )
    if isinstance(error, IsADirectoryError):
        return UnreadableError(
            f"{path} is a folder, not a file", f"To check all maps in it: argmap check {quote(path)}"
        )
    return UnreadableError(f"cannot read {path}: {error.strerror or error}")


def expand(paths: list[str]) -> Iterator[str]:
    """Yield files for a list of files and folders, each once; end the command if a folder holds no map."""
    seen: set[str] = set()
    for path in _expanded(paths):
        file = path if path == STDIN else os.path.realpath(path)
        if file not in seen:
            seen.add(file)
            yield path


def _expanded(paths: list[str]) -> Iterator[str]:
    for path in paths:
        if path != STDIN and is_folder(path):
            yield from in_folder(path)
        else:
            yield path


def in_folder(path: str, format: Format | None = None) -> list[str]:
    """Return the maps in a folder, of all formats or of one; end the command if there is none."""
    found = [str(file) for file in find_maps(Path(path), format)]
    if not found:
        terminal.fail(
            f"there is no map in {path}",
            "A map is a YAML or JSON file that begins with 'argmap: 1', or a file of another format: "
            "see argmap formats.",
        )
    return found


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a file, to be told."""

    name: str
    odd: int
    """Parts of a file of another tool that are merely odd."""
    findings: list[Finding]
    text: str
    """The text of the file, if there are findings."""


def report(reading: Reading) -> None:
    """Show on standard error what is wrong with a file; what is merely odd in one of another tool, in a line."""
    if told := complaint(reading):
        tell(told)


def complaint(reading: Reading) -> Complaint | None:
    """Return what is wrong with a file, if anything is."""
    if not reading.problems:
        return None
    from argmap.checks import check_map

    rest = [problem for problem in reading.problems if problem.code != "AM007"]
    findings = check_map(None, rest, file=reading.name, locate=reading.locate) if rest else []
    return Complaint(
        reading.name, len(reading.problems) - len(rest), findings, reading.text if findings else ""
    )


def tell(it: Complaint) -> None:
    """Show on standard error what is wrong with a file."""
    from argmap.report import text

    if it.odd:
        parts = "1 part" if it.odd == 1 else f"{it.odd:,} parts"
        terminal.say(f"{it.name}: {parts} cannot be read as argument: see argmap check {quote(it.name)}")
    if it.findings:
        target = terminal.console(stderr=True)
        terminal.show(text.full(it.findings, {it.name: it.text}), target, soft_wrap=True)


def _limit() -> int:
    given = os.environ.get("ARGMAP_MAX_SIZE", "")
    if given and not given.isdecimal():
        terminal.fail(f"ARGMAP_MAX_SIZE should be a number of bytes, not {given!r}")
    return min(int(given), 1 << 40) if given else MAX_SIZE
