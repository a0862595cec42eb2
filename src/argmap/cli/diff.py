"""``argmap diff``: what has changed in meaning between two maps."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from argmap.cli import maps, terminal, where
from argmap.files import exists, is_folder

if TYPE_CHECKING:
    from argmap.graph import Graph

Format = Literal["text", "markdown", "json", "svg"]


def diff(
    context: typer.Context,
    old_map: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="A map file, or REV:FILE for one in git.", autocompletion=maps.complete_paths
        ),
    ],
    new_map: Annotated[
        str | None,
        typer.Argument(
            metavar="NEW",
            help="The other; without it, OLD in the last commit, or in REV, is compared with the file as it is.",
            autocompletion=maps.complete_paths,
        ),
    ] = None,
    *,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    output_format: Annotated[
        Format, typer.Option(help="markdown is for a pull request, svg both maps in one picture.")
    ] = "text",
    json: Annotated[bool, typer.Option("--json", help="The same as --output-format json.")] = False,
    color: terminal.ColorOption = "auto",
) -> None:
    """Tell what has changed in meaning.

    That is claims, relations, grounds and verdicts; not layout, comments or order.

    \b
    Examples:
      argmap diff old.yaml new.yaml
      argmap diff maps/bridge.yaml                      since the last commit
      argmap diff main:maps/bridge.yaml maps/bridge.yaml
      argmap diff maps/bridge.yaml --output-format markdown
      argmap diff old.yaml new.yaml --where '+costs'
      argmap diff old.yaml new.yaml --output-format svg > both.svg

    A claim whose id has changed is known by its text. Exit code 1 if anything has changed.
    """  # noqa: D301  \b is for the help text
    from argmap.query.difference import difference, narrowed
    from argmap.render import difference as view

    if json and output_format != "json":
        terminal.refuse_idle(context, "with --json", "output_format")
    before, after = _graphs(old_map, new_map)
    found = difference(before.map, after.map)
    if not found.reworded:
        terminal.say(f"argmap: {view.NOT_REWORDED}")
    missing: tuple[set[str], set[str]] = set(), set()
    old_ids = where.chosen(before, only, but, missing[0])
    new_ids = where.chosen(after, only, but, missing[1])
    where.refuse_absent(missing, (before.claims, after.claims))
    if old_ids is not None and new_ids is not None:
        found = narrowed(found, old_ids, new_ids)
    if json or output_format == "json":
        terminal.write_json(view.difference_json(found))
    elif output_format == "svg":
        from argmap.graph import Graph
        from argmap.query.difference import both
        from argmap.query.part import part
        from argmap.render.svg import to_svg

        whole, changes = both(before.map, after.map, found)
        graph = Graph(whole)
        if new_ids is not None:
            ids = {*new_ids, *(it.new.id for it in found.changed), *(claim.id for claim in found.removed)}
            graph = Graph(part(graph, ids), graph)
        terminal.write(to_svg(graph, changes=changes))
    elif output_format == "markdown":
        terminal.write(view.difference_markdown(before.map, after.map, found))
    else:
        terminal.show(view.difference_text(before.map, after.map, found), terminal.console(color))
    raise typer.Exit(terminal.FINDINGS if found else 0)


def _graphs(old: str, new: str | None) -> tuple[Graph, Graph]:
    """Return the graphs of two maps; without the second, of one in a revision and of the file as it is."""
    if new is not None:
        return _graph(old), _graph(new)
    in_git = _in_git(old)
    return _graph(old if in_git else f"HEAD:{old}"), maps.graph(in_git[1] if in_git else old)


def _in_git(path: str) -> tuple[str, str] | None:
    """Return the revision and the file that a path names, if it is ``REV:FILE``."""
    revision, colon, file = path.partition(":")
    if not colon or exists(path) or len(revision) < 2:  # which is a drive
        return None
    return revision, file


def _graph(path: str) -> Graph:
    """Return the graph of a map in a file, or in a revision of git."""
    if (in_git := _in_git(path)) is None:
        return maps.graph(path)
    from argmap.formats import Reading, read
    from argmap.formats.include import resolve
    from argmap.graph import Graph

    revision, name = in_git

    def other(included: Path) -> Reading:
        return read(_shown(revision, included), str(included))

    try:
        file, data = _found(revision, Path(name))
    except OSError as error:
        terminal.fail(f"git has no {path}: {error}")
    reading = resolve(read(data, file.name), file, other)
    if reading.problems:
        maps.report(reading)
    if reading.map is None or not reading.sound:
        raise typer.Exit(terminal.UNUSABLE)
    return Graph(reading.map)


def _found(revision: str, file: Path) -> tuple[Path, bytes]:
    """Return a file in a revision and its content: named from here or, as git does, from the top of the repository.

    Raises:
        OSError: if there is none; it says why.
    """
    try:
        return file, _shown(revision, file)
    except OSError:
        try:
            top = Path(_git(Path.cwd(), "rev-parse", "--show-toplevel").decode().strip())
            return top / file, _shown(revision, top / file)
        except OSError:
            pass
        raise


def _shown(revision: str, file: Path) -> bytes:
    """Return the content of a file in a revision; raise an OSError that says why if there is none."""
    path = Path(os.path.abspath(file))  # noqa: PTH100  as it is written: links may lead elsewhere
    folder = next(parent for parent in path.parents if is_folder(parent))  # its own may be gone since
    name = path.relative_to(folder).as_posix()
    return _git(folder, "show", "--no-textconv", "--end-of-options", f"{revision}:./{name}")


def _git(folder: Path, *arguments: str) -> bytes:
    """Return what git says; raise an OSError with its reason if it fails."""
    try:
        return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True).stdout  # noqa: S603, S607  no part can be an option
    except FileNotFoundError:
        raise OSError("git is not installed") from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise OSError(reason[0] if reason else "it does not say why") from None
