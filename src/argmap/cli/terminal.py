"""What all commands share towards the terminal: colour, width, printing, giving up."""

from __future__ import annotations

import io
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from argmap.cli import waiting

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

FINDINGS = 1
"""Exit code of a command that found something."""
UNUSABLE = 2
"""Exit code for wrong usage and unreadable input."""
NOBODY_READS = 141
"""Exit code when the reader of our output has gone: what a shell says of SIGPIPE."""


Color = Literal["auto", "always", "never"]
ColorOption = Annotated[
    Color, typer.Option("--color", help="Colour: auto is on for a terminal unless NO_COLOR is set.")
]


def console(color: Color = "auto", *, stderr: bool = False) -> Console:
    """Return a console for standard output or error."""
    from rich.console import Console

    class Terminal(Console):
        def on_broken_pipe(self) -> None:
            _nobody_reads()

    forced = {"auto": None, "always": True, "never": False}[color]
    never = color == "never" or (color == "auto" and bool(os.environ.get("NO_COLOR")))
    return Terminal(
        stderr=stderr,
        width=shutil.get_terminal_size().columns,  # which takes COLUMNS=0 for no width at all
        force_terminal=forced,
        no_color=never,
        color_system=None if never else "auto",
        highlight=False,
        emoji=False,
        markup=False,
    )


def is_plain(color: Color) -> bool:
    """Tell whether standard output takes text alone, so that the console, which takes its time to load, is not needed."""
    if color != "auto":
        return color == "never"
    return not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR") or os.environ.get("TTY_COMPATIBLE"))


def show(content: RenderableType, target: Console, *, soft_wrap: bool = False) -> None:
    """Print to a console; with ``soft_wrap`` lines are not broken. None is cut off: an address may be as long as it is."""
    if not waiting.is_shown() or target.legacy_windows:
        target.print(content, soft_wrap=soft_wrap, crop=False)
        return
    with target.capture() as shown:  # which takes its time, if it is much
        target.print(content, soft_wrap=soft_wrap, crop=False)
    with waiting.silence():
        try:
            target.file.write(shown.get())
            target.file.flush()
        except BrokenPipeError:
            _nobody_reads()


def write(data: str | bytes) -> None:
    """Write data to standard output as it is, in UTF-8."""
    data = data.encode("utf-8", "replace") if isinstance(data, str) else data
    binary = getattr(sys.stdout, "buffer", None)
    with waiting.silence():
        try:
            sys.stdout.flush()
            if binary is None:
                sys.stdout.write(data.decode())
            else:
                binary.write(data)
            sys.stdout.flush()
        except BrokenPipeError:
            _nobody_reads()


def write_text(text: str) -> None:
    """Write text to standard output, in the encoding that it has."""
    with waiting.silence():
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            _nobody_reads()


def write_json(data: object) -> None:
    """Write data as JSON to standard output."""
    import json

    write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def save(path: Path, data: bytes, *, quiet: bool = False) -> None:
    """Write a file whole, and say so; end the command if it cannot be written."""
    try:
        put(path, data)
    except OSError as error:
        fail(f"cannot write {path}: {error.strerror or error}")
    if not quiet:
        say(f"Wrote {path}")


def put(path: Path, data: bytes) -> None:
    """Write a file whole.

    Raises:
        OSError: if it cannot be written; what there was is then as it was.
    """
    from argmap.files import write_whole

    if _read_only(path):
        raise OSError("it is read-only")
    write_whole(path, data)


def refuse_read_only(path: Path) -> None:
    """End the command if a file is read-only."""
    if _read_only(path):
        fail(f"cannot write {path}: it is read-only")


def _read_only(path: Path) -> bool:
    """Tell whether a file could be replaced, but is not meant to be."""
    from argmap.files import exists

    return exists(path) and not os.access(path, os.W_OK)


def refuse_idle(context: typer.Context, when: str, *names: str) -> None:
    """End the command if one of these options is given: it would have no effect.

    Args:
        context: the call of the command.
        when: what keeps it from having one, such as "with --json".
        names: the parameters of the command.
    """
    for option in context.command.params:
        source = context.get_parameter_source(option.name or "")
        if option.name in names and source is not None and source.name == "COMMANDLINE":
            fail(f"{option.opts[0]} has no effect {when}", "Leave one of the two out.")


def fail(message: str, help: str | None = None) -> NoReturn:
    """End the command: it cannot be done, and this is why."""
    tell(message, help)
    raise typer.Exit(UNUSABLE)


def tell(message: str, help: str | None = None) -> None:
    """Tell what cannot be done, and what to do about it."""
    say(f"argmap: {message}")
    if help:
        say(f"  help: {help}")


def say(message: str) -> None:
    """Print a message on standard error, with nothing in its lines that a terminal would take for a command."""
    from argmap.report.screen import Screen

    screen = Screen(encoding=sys.stderr.encoding or "utf-8")
    # Where messages cannot be read, they are not worth more than the work.
    with waiting.silence(), suppress(OSError):
        typer.echo("\n".join(map(screen.show, message.split("\n"))), err=True)


def open_streams() -> None:
    """Make standard output and error such as can be used, whatever they are."""
    for number, name, mode in ((1, "stdout", os.O_RDONLY), (2, "stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:  # closed: a file that is opened next would take its place
            os.dup2(os.open(os.devnull, mode), number)  # output fails when it is written, messages are lost
            setattr(sys, name, open(number, "w", encoding="utf-8", closefd=False))  # noqa: SIM115
        elif isinstance(stream := getattr(sys, name), io.TextIOWrapper):
            stream.reconfigure(errors="replace")
            if isinstance(stream.buffer, io.RawIOBase):  # PYTHONUNBUFFERED; it may write a part and not tell
                encoding, buffer = stream.encoding, io.BufferedWriter(stream.detach())
                setattr(sys, name, io.TextIOWrapper(buffer, encoding, "replace", line_buffering=True))


def discard_output() -> None:
    """Let what is still to be written to standard output vanish: it would raise once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nobody_reads() -> NoReturn:
    """End the command quietly: the reader of our output has gone."""
    discard_output()
    raise typer.Exit(NOBODY_READS)
