"""Showing that a command is at work once a second has passed: on a terminal alone, and never amid what is printed."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0
"""Seconds without a word after which something is shown."""
_BEAT = 0.1


class _Clock(threading.Thread):
    """What shows that work goes on, and for how long; libraries for it are loaded only once there is something to show."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.doing = "Working"
        self.done = 0
        self.total: int | None = None
        self.quiet = threading.RLock()
        """Held by who shows or prints something."""
        self._ended = threading.Event()
        self._start = self._since = time.monotonic()
        self._shown: Progress | None = None

    def run(self) -> None:
        """Show, time and again, how far the work has come."""
        while not self._ended.wait(_BEAT):
            with self.quiet:
                if not self._ended.is_set() and time.monotonic() - self._since >= _PATIENCE:
                    self._show()

    def clear(self) -> None:
        """Take away what is shown, until another second has passed without a word."""
        with self.quiet:
            self._since = time.monotonic()
            if self._shown:
                self._shown.stop()
                self._shown = None

    def end(self) -> None:
        """Show nothing any more."""
        self._ended.set()
        self.clear()

    def _show(self) -> None:
        if not self._shown:
            self._shown = _progress(bar=self.total is not None)
        for task in self._shown.task_ids or [self._shown.add_task("")]:
            passed = f"{time.monotonic() - self._start:.0f} s"
            self._shown.update(
                task, description=self.doing, completed=self.done, total=self.total, passed=passed
            )
        self._shown.start()


def _progress(*, bar: bool) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        *((BarColumn(), MofNCompleteColumn()) if bar else ()),
        TextColumn("{task.fields[passed]}", markup=False),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


_clock: ContextVar[_Clock | None] = ContextVar("clock", default=None)


@contextmanager
def shown() -> Iterator[None]:
    """Show that work goes on, as long as the context lasts, if standard error is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    clock = _Clock()
    token = _clock.set(clock)
    clock.start()
    try:
        yield
    finally:
        clock.end()
        _clock.reset(token)


@contextmanager
def doing(what: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """Say what the work is that goes on in the context.

    Args:
        what: a word or two, such as ``Reading``.
        total: how many things are to be done, if they are counted; what goes on within these is not told apart.

    Yields:
        What to call for every thing that is done.
    """
    clock = _clock.get()
    if clock is None or clock.total is not None:
        yield lambda: None
        return
    before = clock.doing

    def done() -> None:
        clock.done += 1

    with clock.quiet:
        clock.doing, clock.done, clock.total = what, 0, total
        if total is not None:
            clock.clear()
    try:
        yield done
    finally:
        with clock.quiet:
            clock.doing, clock.total = before, None
            if total is not None:
                clock.clear()


@contextmanager
def silence() -> Iterator[None]:
    """Take away what is shown as long as the context lasts, for something else to be printed, or typed."""
    clock = _clock.get()
    if clock is None:
        yield
        return
    with clock.quiet:
        clock.clear()
        yield
        clock.clear()


def is_shown() -> bool:
    """Tell whether something is, or will be, shown in this process."""
    return _clock.get() is not None


def end() -> None:
    """Show nothing any more: what follows may take for ever."""
    if clock := _clock.get():
        clock.end()
        _clock.set(None)


def forget() -> None:
    """Leave it to the process that this one was made by to show something."""
    _clock.set(None)
