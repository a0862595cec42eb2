"""Formats: bytes to maps and maps to text.

:func:`read` never raises for bad content: it returns a :class:`Reading` with every problem and its
place. :func:`load` is for programs that want the map or an exception.
"""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.files import MAX_SIZE, TooLargeError, read_bytes
from argmap.finding import Problem, Span
from argmap.formats.base import Dropped, Keeps, ReadError, Reading, WriteError, Written
from argmap.formats.registry import FORMATS, SUFFIXES, Format, find_maps, format_of, stem

if TYPE_CHECKING:
    from argmap.model import Map

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "Dropped",
    "Format",
    "Keeps",
    "ReadError",
    "Reading",
    "WriteError",
    "Written",
    "find_maps",
    "format_of",
    "load",
    "loads",
    "read",
    "read_file",
    "stem",
]


def read(data: bytes, name: str, format: Format | None = None) -> Reading:
    """Read a file's content.

    Args:
        data: the bytes of the file.
        name: its name, which tells the format together with the content, and is used in messages.
        format: its format, if it is known.
    """
    text = _decode(data)
    if isinstance(text, Problem):
        return _unreadable(name, text)
    return (format or format_of(name, text)).read(text, name)


def read_file(
    path: Path, name: str, data: bytes, *, max_size: int = MAX_SIZE, format: Format | None = None
) -> Reading:
    """Read a file's content with all that it includes (:mod:`argmap.formats.include`).

    Args:
        path: the file, which the paths of others start from.
        name: what to call it in messages.
        data: its bytes.
        max_size: bytes that each of the others may have.
        format: the format of the file itself, if it is known.
    """

    def other(file: Path) -> Reading:
        return read(bounded(file), str(file))

    def bounded(file: Path) -> bytes:
        try:
            return read_bytes(file, max_size)
        except TooLargeError:
            raise OSError(f"it is larger than {max_size:,} bytes") from None

    def words(file: Path) -> str:
        if isinstance(text := _decode(bounded(file)), Problem):
            raise OSError(text.message)
        return text

    text = _decode(data)
    if isinstance(text, Problem):
        return _unreadable(name, text)
    reading = (format or format_of(name, text)).read_at(text, name, path, words)
    if reading.map is None or not reading.map.include:
        return reading
    from argmap.formats import include

    return include.resolve(reading, path, other)


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


def _unreadable(name: str, problem: Problem) -> Reading:
    return Reading(name, "", None, (problem,), lambda _: Span(1, 1, 1, 1))


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
        from argmap.formats.nodes import Lines

        before = data[: error.start].decode("utf-8-sig")
        span = Lines(before + "?").span(len(before))
        message = f"not UTF-8: byte 0x{data[error.start]:02x} at this place"
        return Problem("AM001", message, span, help="Save the file as UTF-8.")
