"""Formats: bytes to maps and maps to text.

:func:`read` never raises for bad content: it returns a :class:`Reading` with every problem and its
place. :func:`load` is for programs that want the map or an exception.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from argmap.files import MAX_SIZE, TooLargeError, read_bytes
from argmap.finding import Problem, Span
from argmap.formats import document, include, json_nodes, writer, yaml_nodes
from argmap.formats.base import ReadError, Reading
from argmap.formats.nodes import Lines
from argmap.model import Map

__all__ = ["FORMATS", "Format", "ReadError", "Reading", "format_of", "load", "loads", "read", "read_file"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format that maps are read from and written to."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, str], Reading]
    """Takes the text of a file and its name."""
    write: Callable[[Map], str]


def _read_yaml(text: str, name: str) -> Reading:
    lines = Lines(text)
    return document.assemble(name, lines, *yaml_nodes.read(lines))


def _read_json(text: str, name: str) -> Reading:
    lines = Lines(text)
    return document.assemble(name, lines, *json_nodes.read(lines))


FORMATS: Mapping[str, Format] = {
    format.name: format
    for format in (
        Format("yaml", (".yaml", ".yml"), _read_yaml, writer.to_yaml),
        Format("json", (".json",), _read_json, writer.to_json),
    )
}
"""All formats by name."""


def format_of(name: str) -> Format:
    """Return the format that a file's name tells of; YAML where it tells nothing."""
    suffix = Path(name).suffix.lower()
    return next((f for f in FORMATS.values() if suffix in f.suffixes), FORMATS["yaml"])


def read(data: bytes, name: str) -> Reading:
    """Read a file's content.

    Args:
        data: the bytes of the file.
        name: its name, which tells the format and is used in messages.
    """
    text = _decode(data)
    if isinstance(text, Problem):
        return Reading(name, "", None, (text,), lambda _: Span(1, 1, 1, 1))
    if not Path(name).suffix and re.match(r'\s*\{\s*["}]', text):  # standard input has no name to go by
        return FORMATS["json"].read(text, name)
    return format_of(name).read(text, name)


def read_file(path: Path, name: str, data: bytes, *, max_size: int = MAX_SIZE) -> Reading:
    """Read a file's content with all that it includes (:mod:`argmap.formats.include`).

    Args:
        path: the file, which the paths of others start from.
        name: what to call it in messages.
        data: its bytes.
        max_size: bytes that each of the others may have.
    """

    def other(file: Path) -> Reading:
        try:
            return read(read_bytes(file, max_size), str(file))
        except TooLargeError:
            raise OSError(f"it is larger than {max_size:,} bytes") from None

    return include.resolve(read(data, name), path, other)


def loads(data: str | bytes, name: str = "map.yaml") -> Map:
    """Return the map in a text; ``name`` tells the format.

    Raises:
        ReadError: if there is anything wrong with it; the error has all problems with their places.
    """
    reading = read(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data, name)
    if reading.map is None or not reading.sound:
        raise ReadError(reading)
    return reading.map


def load(path: str | Path, *, max_size: int = MAX_SIZE) -> Map:
    """Return the map in a file.

    Args:
        path: the file.
        max_size: bytes that the file may have.

    Raises:
        OSError: if the file cannot be read.
        TooLargeError: if it is larger than ``max_size``.
        ReadError: if there is anything wrong with it; the error has all problems with their places.

    >>> load("maps/none.yaml")
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] No such file or directory: 'maps/none.yaml'
    """
    reading = read_file(Path(path), str(path), read_bytes(Path(path), max_size), max_size=max_size)
    if reading.map is None or not reading.sound:
        raise ReadError(reading)
    return reading.map


def _decode(data: bytes) -> str | Problem:
    """Return the text of a file, or what keeps it from being one."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Problem("AM001", "the file is UTF-16", Span(1, 1, 1, 1), help="Save it as UTF-8.")
    if b"\0" in data[:8192]:
        return Problem(
            "AM001", "the file is binary, not text", Span(1, 1, 1, 1), help="Is it the right file?"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        span = Lines(before + "?").span(len(before))
        message = f"not UTF-8: byte 0x{data[error.start]:02x} at this place"
        return Problem("AM001", message, span, help="Save the file as UTF-8.")
