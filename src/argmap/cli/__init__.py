"""The command line: one file a command, and nothing here that a program could not do without it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

from argmap.cli import arguments, terminal, waiting
from argmap.errors import ArgmapError

_COMMANDS: Final = {
    "show": "show:show",
    "check": "check:check",
    "list": "listing:list_claims",
    "path": "path:path",
    "stats": "stats:stats",
    "search": "search:search",
    "diff": "diff:diff",
    "evaluate": "evaluate:evaluate",
    "why": "why:why",
    "whatif": "whatif:whatif",
    "rests-on": "rests_on:rests_on",
    "coverage": "coverage:coverage",
    "anchors": "anchors:anchors",
    "export": "export:export",
    "convert": "convert:convert",
    "formats": "formats:formats",
    "serve": "serve:serve",
    "add": "add:app",
    "link": "edits:link",
    "unlink": "edits:unlink",
    "move": "edits:move",
    "rename": "edits:rename",
    "remove": "edits:remove",
    "split": "edits:split",
    "fmt": "edits:fmt",
    "new": "new:new",
    "rule": "rule:rule",
    "config": "config:config",
    "schema": "schema:schema",
    "scheme": "scheme:scheme",
    "solve": "solve:solve",
}
"""The commands in the order of the help, each with its module and what it is called there."""


class _Commands(Mapping[str, Any]):
    """Loads a command when it is asked for: to load all takes longer than to check a map."""

    def __init__(self) -> None:
        self._loaded: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  typer has no public name for commands
        if name not in self._loaded:
            module, _, attribute = _COMMANDS[name].partition(":")
            command = getattr(import_module(f"argmap.cli.{module}"), attribute)
            if isinstance(command, typer.Typer):
                self._loaded[name] = typer.main.get_group(command)
            else:
                alone = typer.Typer(add_completion=False, rich_markup_mode=None)
                alone.command(name)(command)
                self._loaded[name] = typer.main.get_command(alone)
            arguments.expect_text(self._loaded[name])
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_COMMANDS)

    def __len__(self) -> int:
        return len(_COMMANDS)


class _Group(TyperGroup):
    """The commands: what one of them cannot do is told here."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  typer's own
        super().__init__(**settings)
        self.commands = _Commands()  # type: ignore[assignment]  # nothing adds to them

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401  its class is the business of typer
        """Run a command."""
        with waiting.shown():
            try:
                return super().invoke(ctx)
            except ArgmapError as error:
                terminal.fail(error.message, error.help)
            except typer.BadParameter as error:
                error.message = _said(error)
                raise


def _said(error: typer.BadParameter) -> str:
    """Return what is wrong with the value of an option: in our words, where typer would have those of pydantic."""
    found: list[Any] = getattr(error.__cause__, "errors", list)()
    if not found:
        return error.message
    kind, given, bounds = found[0]["type"], found[0]["input"], found[0].get("ctx", {})
    if kind in ("greater_than_equal", "less_than_equal") and str(given).strip().lower().endswith("nan"):
        kind = "float_parsing"
    match kind:
        case "greater_than_equal":
            return f"{given} is too little; give {bounds['ge']:g} or more."
        case "less_than_equal":
            return f"{given} is too much; give {bounds['le']:g} or less."
        case "int_parsing" | "int_from_float":
            return f"{given!r} is not a whole number; give one such as 2."
        case "float_parsing":
            return f"{given!r} is not a number; give one such as 2 or 0.5."
    return error.message.removeprefix("Value error, ")


app = typer.Typer(
    name="argmap",
    cls=_Group,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"argmap {version('argmap')}")
        raise typer.Exit


@app.callback()
def root(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Argument maps as text: show, check and draw what a text argues.

    \b
    Examples:
      argmap show maps/bridge.yaml              the argument as a tree
      argmap show maps/bridge.yaml detour-jobs  one claim in full
      argmap check maps/                        unsupported claims and other gaps
      argmap export svg maps/bridge.yaml -o bridge.svg
    """  # noqa: D301  \b is for the help text


def main() -> None:
    """Run the command line and leave with its exit code.

    0: clean; 1: findings; 2: wrong usage or unreadable input; 130: interrupted; 141: nobody reads on;
    143: terminated.
    """
    terminal.open_streams()
    # Leave by way of an exception, so that what runs beside us is stopped and what is half-written removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        app()
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # typer makes 1 of it, which would mean findings
            sys.exit(terminal.NOBODY_READS)
        raise
    except OSError as error:  # commands answer for the files they read and write
        if isinstance(error, FileNotFoundError) and error.filename is None:  # that of os.getcwd
            terminal.tell("the current folder is not there any more", "Change to one that is.")
        else:  # this is standard output
            terminal.say(f"argmap: cannot write the output: {error.strerror or error}")
        terminal.discard_output()
        sys.exit(terminal.UNUSABLE)
