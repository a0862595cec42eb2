"""The command line: one file a command, and nothing here that a program could not do without it."""

from __future__ import annotations

import gc
import signal
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from argmap.cli import (
    add,
    anchors,
    check,
    config,
    convert,
    coverage,
    diff,
    edits,
    evaluate,
    export,
    formats,
    listing,
    new,
    path,
    rests_on,
    rule,
    schema,
    scheme,
    search,
    serve,
    show,
    solve,
    stats,
    terminal,
    whatif,
    why,
)
from argmap.errors import ArgmapError


class _Commands(TyperGroup):
    """The commands: what one of them cannot do is told here."""

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401  its class is the business of typer
        """Run a command."""
        try:
            return super().invoke(ctx)
        except ArgmapError as error:
            terminal.fail(error.message, error.help)


app = typer.Typer(
    cls=_Commands,
    name="argmap",
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


app.command()(show.show)
app.command()(check.check)
app.command("list")(listing.list_claims)
app.command()(path.path)
app.command()(stats.stats)
app.command()(search.search)
app.command()(diff.diff)
app.command()(evaluate.evaluate)
app.command()(why.why)
app.command()(whatif.whatif)
app.command("rests-on")(rests_on.rests_on)
app.command()(coverage.coverage)
app.command()(anchors.anchors)
app.command()(export.export)
app.command()(convert.convert)
app.command()(formats.formats)
app.command()(serve.serve)
app.add_typer(add.app, name="add")
app.command()(edits.link)
app.command()(edits.unlink)
app.command()(edits.move)
app.command()(edits.rename)
app.command()(edits.remove)
app.command()(edits.split)
app.command()(edits.fmt)
app.command()(new.new)
app.command()(rule.rule)
app.command()(config.config)
app.command()(schema.schema)
app.command()(scheme.scheme)
app.command()(solve.solve)


def main() -> None:
    """Run the command line and leave with its exit code.

    0: clean; 1: findings; 2: wrong usage or unreadable input; 130: interrupted; 141: nobody reads on;
    143: terminated.
    """
    gc.disable()  # a command is short, and almost nothing it makes turns to garbage before its end
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
    except OSError as error:  # commands answer for the files they read and write: this is standard output
        terminal.say(f"argmap: cannot write the output: {error.strerror or error}")
        terminal.discard_output()
        sys.exit(terminal.UNUSABLE)
