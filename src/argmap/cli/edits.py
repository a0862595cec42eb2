"""``argmap link``, ``unlink``, ``move``, ``rename``, ``remove`` and ``split``: editing a map, comments kept."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from argmap.cli import editing, maps, terminal

if TYPE_CHECKING:
    from argmap.refactor import Edited
    from argmap.refactor.names import Table

Verb = Annotated[
    Literal["supports", "attacks", "undercuts"],
    typer.Argument(metavar="KIND", help="supports, attacks or undercuts."),
]
Premises = Annotated[
    str,
    typer.Argument(
        metavar="A[,B…]",
        help="One claim, or several that work only together.",
        autocompletion=maps.complete_claims,
    ),
]
Target = Annotated[
    str,
    typer.Argument(
        metavar="TARGET", help="A claim or, to undercut, a relation.", autocompletion=maps.complete_claims
    ),
]
Claim = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim.", autocompletion=maps.complete_claims)]
RelationId = Annotated[
    str, typer.Argument(metavar="RELATION", help="The id of a relation, such as a+b:supports:c.")
]


def link(
    map: maps.EditedArgument,
    premises: Premises,
    kind: Verb,
    target: Target,
    *,
    dry_run: editing.DryRunOption = False,
) -> None:
    """Let a claim support, attack or undercut another.

    \b
    Examples:
      argmap link maps/bridge.yaml noise-falls supports close-to-cars
      argmap link maps/bridge.yaml rain,cold supports stay-home      linked premises
      argmap link maps/bridge.yaml limit undercuts damage-step       the step of that id
    """  # noqa: D301  \b is for the help text
    from argmap.model import Kind
    from argmap.refactor import link as edit

    ids = [id.strip() for id in premises.split(",")]
    editing.edit(map, lambda text, name: edit(text, name, ids, Kind(kind), target), dry_run=dry_run)


def unlink(map: maps.EditedArgument, relation: RelationId, *, dry_run: editing.DryRunOption = False) -> None:
    """Take a relation out, with what undercuts it.

    \b
    Examples:
      argmap unlink maps/bridge.yaml noise-falls:supports:close-to-cars
      argmap unlink maps/bridge.yaml damage-step
    """  # noqa: D301  \b is for the help text
    from argmap.refactor import unlink as edit

    editing.edit(map, lambda text, name: edit(text, name, relation), dry_run=dry_run)


def move(
    map: maps.EditedArgument, relation: RelationId, target: Target, *, dry_run: editing.DryRunOption = False
) -> None:
    """Let a relation lead to another claim.

    All that is said of it goes along.

    \b
    Examples:
      argmap move maps/bridge.yaml noise-falls:supports:close-to-cars shops-gain
    """  # noqa: D301  \b is for the help text
    from argmap.refactor import move as edit

    editing.edit(map, lambda text, name: edit(text, name, relation, target), dry_run=dry_run)


def rename(
    map: maps.EditedArgument,
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="A claim, a relation or a source.", autocompletion=maps.complete_claims
        ),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its new id.")],
    *,
    of: Annotated[
        Literal["claim", "source"] | None,
        typer.Option(help="Which is meant, where a claim and a source share the id."),
    ] = None,
    dry_run: editing.DryRunOption = False,
) -> None:
    """Give a claim, a relation or a source another id.

    It changes wherever it is named; in maps that include this one, too.

    \b
    Examples:
      argmap rename maps/bridge.yaml noise street-is-quiet
    """  # noqa: D301  \b is for the help text
    from argmap.refactor import rename as edit

    def prepared() -> Iterator[editing.Change]:
        here = editing.whole(editing.prepare(map, lambda text, name: edit(text, name, old, new, of)))
        if not here:
            terminal.fail(
                f"{map} does not name {old}", "If it is a claim of a map that is included, edit that."
            )
        yield here
        for path, beginnings in editing.including(map).items():
            change = partial(_renamed_there, beginnings=beginnings, old=old, new=new, of=of)
            yield editing.prepare(path, change)

    editing.carry_out(lambda: [*prepared()], dry_run=dry_run)


def _renamed_there(
    text: str, file: str, *, beginnings: list[str], old: str, new: str, of: Table | None
) -> Edited:
    from argmap.refactor import Edited
    from argmap.refactor import rename as edit

    notes: list[str] = []
    for beginning in beginnings:
        before, (there, then) = text, (f"{beginning}{old}", f"{beginning}{new}")
        text = edit(text, file, there, then, of).text
        if text != before:
            notes.append(f"{there} is {then} in {file} now")
    return Edited(text, tuple(notes))


def remove(map: maps.EditedArgument, claim: Claim, *, dry_run: editing.DryRunOption = False) -> None:
    """Take a claim out, with every relation that needs it.

    What that leaves without support is told.

    \b
    Examples:
      argmap remove maps/bridge.yaml noise-falls --dry-run
    """  # noqa: D301  \b is for the help text
    from argmap.refactor import remove as edit

    editing.edit(map, lambda text, name: edit(text, name, claim), dry_run=dry_run)
    for mention in editing.mentions(map, claim):
        terminal.say(f"argmap: {mention}, which is not there any more")


def split(
    map: maps.EditedArgument,
    claim: Claim,
    first: Annotated[str, typer.Argument(metavar="TEXT", help="What the claim goes on saying.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The id of the second claim.")],
    second: Annotated[str, typer.Argument(metavar="TEXT2", help="What the second claim says.")],
    *,
    dry_run: editing.DryRunOption = False,
) -> None:
    """Make two claims of one.

    Wherever it is a premise, the two are linked from now on.

    \b
    Examples:
      argmap split maps/bridge.yaml cracked-and-costly "The arch is cracked." costly "Repairs are costly."
    """  # noqa: D301  \b is for the help text
    from argmap.refactor import split as edit

    editing.edit(
        map, lambda text, name: edit(text, name, claim, new=new, first=first, second=second), dry_run=dry_run
    )
    for mention in editing.mentions(map, claim):
        terminal.say(f"argmap: {mention}, which says a part of it now")


def fmt(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Map files, or folders with maps.",
            autocompletion=maps.complete_paths,
            show_default=False,
        ),
    ],
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit code 1 if something would.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, and change nothing.")] = False,
) -> None:
    """Bring maps into canonical order and layout; comments stay.

    In folders, maps in the formats of other tools are passed over.

    \b
    Examples:
      argmap fmt maps
      argmap fmt maps --check
    """  # noqa: D301  \b is for the help text
    from argmap.cli import formatting, parallel

    job = formatting.Job(frozenset(paths), only_told=check or diff, quiet=not diff)
    files = list(maps.expand(paths))
    done = list(
        parallel.each(partial(formatting.format_file, job), files, "Formatting", here=maps.STDIN in files)
    )
    if None in done:
        raise typer.Exit(terminal.UNUSABLE)
    if any(done) and job.only_told:
        raise typer.Exit(terminal.FINDINGS)
