"""``argmap convert``: maps from one format to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import maps, targets, terminal, writing
from argmap.files import is_folder
from argmap.formats import FORMATS
from argmap.suggest import did_you_mean

if TYPE_CHECKING:
    from argmap.cli.converting import Converted
    from argmap.formats import Format


def _complete_source(incomplete: str) -> list[str]:
    return [name for name, format in FORMATS.items() if format.reads and name.startswith(incomplete)]


def convert(
    source: Annotated[
        str,
        typer.Argument(
            metavar="IN",
            help="A map in any format, a folder of maps, or - for standard input.",
            autocompletion=maps.complete_paths,
            show_default=False,
        ),
    ],
    output: Annotated[
        str,
        typer.Argument(metavar="OUT", help="A file or folder, or - for standard output.", show_default=False),
    ],
    *,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="The format of IN, where its name and its beginning do not tell.",
            autocompletion=_complete_source,
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="The format of OUT; by default its name tells.",
            autocompletion=targets.complete,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite what is there; IN is never written to.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print what was written and what got lost as JSON.")
    ] = False,
) -> None:
    """Convert maps from one format to another.

    What that has no room for is told.

    \b
    Examples:
      argmap convert talk.argdown talk.yaml
      argmap convert debate.txt debate.svg
      argmap convert maps/bridge.yaml - --to markdown | pandoc -f gfm -o bridge.docx
      argmap convert maps/bridge.yaml tables --to csv
      argmap convert corpus maps --to yaml       a folder: the same tree of folders in OUT
      argmap formats                             what can be read and written

    Pictures and pages are as argmap export draws them without options; texts of sources are read only where the map
    names them, in its own folder: for others, and for parts of a map, see argmap export.

    Exit code: 0 if all was converted, whatever the target has no room for; 2 if a file was not. In a folder the others
    are converted all the same.
    """  # noqa: D301  \b is for the help text
    from argmap.cli import converting, parallel

    given = _source(from_)
    folder = source != maps.STDIN and is_folder(source)
    target = _target(output, to, folder=folder or converting.names_folder(output))
    if output == maps.STDIN and folder:
        terminal.fail("a folder of maps cannot go to standard output", "Name a folder.")
    if output == maps.STDIN and json:
        terminal.fail("the map and --json would both go to standard output", "Name a file for the map.")
    plan = converting.of_folder if folder else converting.of_file
    job, tasks, clashes = plan(source, output, given, target, force=force)
    done = list(parallel.each(partial(converting.convert_file, job), tasks, "Converting", here=not folder))
    results = sorted([*clashes, *done], key=lambda it: it.path) if clashes else done
    if output == maps.STDIN and results[0].done:
        terminal.write(results[0].data)
    if json:
        terminal.write_json(_data(results, target))
    else:
        _tell(results, source, target, folder=folder)
    if not all(result.done for result in results):
        raise typer.Exit(terminal.UNUSABLE)


def _source(name: str | None) -> Format | None:
    """Return the format that is named; end the command if there is none to read."""
    if name is None:
        return None
    readable = _complete_source("")
    if name not in readable:
        hint = did_you_mean(name, readable) or f"One of {', '.join(readable)}."
        what = "is written, not read" if name in targets.names() else "is no format"
        terminal.fail(f"{name!r} {what}", hint)
    return FORMATS[name]


def _target(output: str, name: str | None, *, folder: bool) -> targets.Target:
    """Return what the output is to be; end the command if that is not told."""
    if name is not None:
        return targets.named(name)
    found = [] if folder or output == maps.STDIN else targets.by_ending(output)
    if not found:
        what = "its ending" if Path(output).suffix and not folder else "its name"
        terminal.fail(
            f"{what} does not tell what {output} should be",
            f"Add --to with one of {', '.join(targets.names())}.",
        )
    if len(found) > 1:
        others = ", ".join(f"--to {it.name}" for it in found[1:])
        terminal.say(f"argmap: {output} will be {found[0].title}; for another format that ends so: {others}")
    return found[0]


def _tell(results: Sequence[Converted], source: str, target: targets.Target, *, folder: bool) -> None:
    """Say on standard error what was written, what was not, and what got lost."""
    from argmap.report import text

    findings = [finding for result in results if not result.done for finding in result.findings]
    if findings:
        console = terminal.console(stderr=True)
        texts = {finding.file: result.text for result in results for finding in result.findings}
        terminal.show(text.full(findings, texts), console, soft_wrap=True)
    for result in results:
        where = f"{result.path}: " if folder else ""
        for note in result.notes:
            terminal.say(f"argmap: {where}{note}")
        if result.error:
            terminal.tell(f"{where}{result.error}", result.help)
    odd = sum(bool(result.findings) for result in results if result.done)
    if odd:
        what = f"{odd:,} of these files" if folder else source
        terminal.say(f"argmap: there are findings in {what}: see argmap check {quote(source)}")
    if not folder:
        for file in results[0].written:
            terminal.say(f"Wrote {file}")
        writing.tell_dropped(results[0].dropped, target)
        return
    lost = Counter(each.what for result in results for each in result.dropped)
    if lost:
        terminal.say(f"argmap: {target.title} has no room for")
    for what, times in lost.items():
        terminal.say(f"  {what}: in {times:,} {'file' if times == 1 else 'files'}")
    done = sum(result.done for result in results)
    terminal.say(f"Converted {done:,} of {len(results):,} {'file' if len(results) == 1 else 'files'}")


def _data(results: Sequence[Converted], target: targets.Target) -> dict[str, object]:
    """Return what came of each file, for programs."""
    from argmap.report.data import finding_data

    return {
        "argmap-convert": 1,
        "to": target.name,
        "files": [
            {
                "file": result.path,
                "from": result.format or None,
                "written": list(result.written),
                "dropped": [{"what": each.what, "ids": list(each.ids)} for each in result.dropped],
                "notes": list(result.notes),
                "findings": [finding_data(finding) for finding in result.findings],
                "error": result.error,
                "help": result.help,
            }
            for result in results
        ],
    }
