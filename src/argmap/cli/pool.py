"""Doing the same with many files in several processes; what each of them says is said in turn."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import InvalidStateError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import partial
from io import StringIO
from multiprocessing import active_children, get_context
from typing import TypeVar, cast

import typer

from argmap.cli import terminal, waiting
from argmap.errors import ArgmapError

_MOST = 61
"""Processes that Windows can wait for."""
_AT_ONCE = 64
"""Files, at most, that a process is handed at once."""
_SOON = 0.5
"""Seconds in which a process that is to end has removed what it has half-written, if it has heard."""

_Left = typer.Exit | ArgmapError

Item = TypeVar("Item")
Result = TypeVar("Result")


def each(do: Callable[[Item], Result], items: Sequence[Item]) -> Generator[Result]:
    """Yield what comes of each item, in their order.

    Args:
        do: what to do; a function that other processes can be handed.
        items: what to do it with.
    """
    tell = threading.excepthook
    threading.excepthook = partial(_unless_cancelled, tell)
    workers = min(os.cpu_count() or 1, _MOST)
    # Forked processes have all that is loaded here; the clock, if it runs, holds nothing while there is silence.
    context = get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(workers, context, initializer=_begin) as pool:
        try:
            at_once = max(1, min(_AT_ONCE, len(items) // (8 * workers)))
            # Processes start here, and end by themselves only once they have begun.
            with waiting.silence(), _undisturbed():
                found = pool.map(partial(_heard, do), items, chunksize=at_once)
            for result, left, out, err in found:
                _say(left, out, err)
                yield cast(Result, result)
        except BrokenProcessPool:
            help = "Is there enough memory? It may help to name fewer maps at once."
            terminal.fail("a process that worked beside this one was stopped", help)
        except BaseException:
            for child in active_children():  # which may be busy with a large map
                child.terminate()  # and is waited for: what it has half-written, it alone can remove
            pool.shutdown(cancel_futures=True)
            raise
    threading.excepthook = tell  # not where something was raised: the thread of the pool may outlast that


def _heard(do: Callable[[Item], Result], item: Item) -> tuple[Result | None, _Left | None, str, str]:
    """Do something where others work, too; return what comes of it or ended it, and what it said, to be said in turn."""
    out, err = StringIO(), StringIO()
    result: Result | None = None
    left: _Left | None = None
    try:
        with redirect_stdout(out), redirect_stderr(err), _tidying_up():
            try:
                result = do(item)
            except typer.Exit as leaving:
                left = leaving
            except ArgmapError as error:  # as such it can be handed over, whatever it has besides
                left = ArgmapError(error.message, error.help)
    except _Stopped:  # wherever it came: the pool would take it for what came of the item, and go on
        os._exit(1)
    return result, left, out.getvalue(), err.getvalue()


def _say(left: _Left | None, out: str, err: str) -> None:
    """Say what was said where others work, and leave as they did if they did."""
    if err:
        terminal.say(err.removesuffix("\n"))
    if out:
        terminal.write(out)
    if left:
        raise left


class _Stopped(BaseException):
    """The process is to end."""


@contextmanager
def _tidying_up() -> Iterator[None]:
    """Let a process that is interrupted or stopped remove what it has half-written before it ends.

    Raises:
        _Stopped: if it is; at any moment, the first and the last of the context included.
    """
    stopped = False

    def stop(*_: object) -> None:
        nonlocal stopped
        stopped = True
        _on_end(signal.SIG_IGN)
        _alarm(stop)
        raise _Stopped

    _on_end(stop)
    try:
        yield
    finally:
        _on_end(signal.SIG_DFL)
    if stopped:
        raise _Stopped


def _alarm(handler: Callable[..., object]) -> None:
    """Call a handler in a while: what it raises is lost in callbacks such as the import system has, and is then raised again."""
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, handler)
        signal.setitimer(signal.ITIMER_REAL, _SOON)


def _on_end(handler: Callable[..., object] | signal.Handlers) -> None:
    """Set what a process does when it is interrupted or stopped."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, handler)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let interrupts wait as long as the context lasts."""
    _hold(back=True)
    try:
        yield
    finally:
        _hold(back=False)


def _hold(*, back: bool) -> None:
    """Let interrupts wait, or come."""
    if sys.platform != "win32":
        how = signal.SIG_BLOCK if back else signal.SIG_UNBLOCK
        signal.pthread_sigmask(how, (signal.SIGINT, signal.SIGTERM))


def _unless_cancelled(
    tell: Callable[[threading.ExceptHookArgs], object], what: threading.ExceptHookArgs
) -> None:
    """Tell what a thread failed of, but for work that we cancelled: when its processes end, the pool stumbles over it."""
    if not issubclass(what.exc_type, InvalidStateError):
        tell(what)


def _begin() -> None:
    """Let a process do with little memory and, if it is interrupted or stopped, end there and then.

    The first one tells what has to be told.
    """
    gc.enable()
    waiting.forget()
    _on_end(signal.SIG_DFL)
    _hold(back=False)
