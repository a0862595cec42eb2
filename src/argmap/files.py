"""Files as bytes: found, read with a bound, written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

MAX_SIZE = 32 * 1024 * 1024
"""Bytes of a file that are read unless more are asked for: some 170,000 claims."""

_CHUNK = 1 << 20


class TooLargeError(Exception):
    """A file has more bytes than were to be read."""


def exists(path: str | Path) -> bool:
    """Tell whether there is something at a path that we may see."""
    return os.path.exists(path)  # noqa: PTH110  Path.exists raises where a folder may not be searched


def is_file(path: str | Path) -> bool:
    """Tell whether a path leads to a regular file that we may see."""
    return os.path.isfile(path)  # noqa: PTH113  likewise


def is_folder(path: str | Path) -> bool:
    """Tell whether a path leads to a folder that we may see."""
    return os.path.isdir(path)  # noqa: PTH112  likewise


def read_bytes(path: Path, limit: int = MAX_SIZE) -> bytes:
    """Return the content of a file.

    Raises:
        OSError: if it cannot be read.
        TooLargeError: if it holds more than ``limit`` bytes; no more than that are read.
    """
    with path.open("rb") as file:
        return bounded(file, limit)


def bounded(file: BinaryIO, limit: int = MAX_SIZE) -> bytes:
    """Return the rest of an open file.

    Raises:
        OSError: if it cannot be read.
        TooLargeError: if it holds more than ``limit`` bytes; hardly more than that are read.
    """
    chunks: list[bytes] = []
    left = limit
    while chunk := file.read(_CHUNK):  # not all at once: room is made for as much as is asked for
        left -= len(chunk)
        if left < 0:
            raise TooLargeError
        chunks.append(chunk)
    return b"".join(chunks)


def find_files(
    folder: Path, suffixes: tuple[str, ...], wanted: Callable[[str, bytes], bool], sniffed: int
) -> Iterator[Path]:
    """Yield files in a folder and those below it, in a stable order; hidden folders are passed over.

    Files and folders that cannot be looked into are yielded too, for the reader to say what is wrong.

    Args:
        folder: where to look.
        suffixes: how the names of files end that are looked into.
        wanted: tells by its name and its first bytes whether a file is wanted.
        sniffed: the number of these bytes.
    """
    closed: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if name.lower().endswith(suffixes) and _wanted(path, wanted, sniffed):
                yield path
    yield from closed


def _wanted(path: Path, wanted: Callable[[str, bytes], bool], sniffed: int) -> bool:
    try:
        if path.exists() and not path.is_file():  # a pipe would keep us waiting
            return False
        with path.open("rb") as file:
            return wanted(path.name, file.read(sniffed))
    except OSError:
        return True


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file."""
    try:
        return one.samefile(other)
    except OSError:
        return False


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep out others who would lock the same file, as long as the context lasts."""
    try:
        import fcntl
    except ImportError:  # Windows, where a file that someone reads is not replaced
        yield
        return
    with path.open("rb") as file:
        with suppress(OSError):  # not all file systems have locks
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is never seen half-written: a temporary file takes its place.

    Raises:
        OSError: if it cannot be written; an earlier file of the name is then as it was.
    """
    mode = path.stat().st_mode if path.exists() else None
    if mode is not None and not stat.S_ISREG(mode):  # a device or pipe cannot be replaced
        path.write_bytes(data)
        return
    target = Path(os.path.realpath(path))
    made = target.parent / f".argmap-{os.urandom(8).hex()}"
    try:  # from before the file is there: an interrupt may come at any moment
        with open(made, "xb", opener=_private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        made.chmod(0o666 & ~_umask() if mode is None else stat.S_IMODE(mode))
        made.replace(target)
    except BaseException:
        with suppress(OSError):
            made.unlink()
        raise


def _private(path: str, flags: int) -> int:
    """Open a file that nobody else may read."""
    return os.open(path, flags, 0o600)


def _umask() -> int:
    """Return the permissions that new files go without."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
