"""``argmap add``: claims, and what supports, attacks or undercuts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from argmap.cli import editing, maps

if TYPE_CHECKING:
    from argmap.formats.edit import Data

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Add a claim, alone or with what it does."
)

Id = Annotated[str, typer.Argument(metavar="ID", help="The id of the new claim.")]
Text = Annotated[str, typer.Argument(metavar="TEXT", help="The statement.")]
Target = Annotated[
    str,
    typer.Argument(metavar="TARGET", help="The claim that it bears on.", autocompletion=maps.complete_claims),
]
Voice = Annotated[
    Literal["author", "reported", "implicit", "analyst"] | None, typer.Option(help="Who speaks.")
]
Speaker = Annotated[str | None, typer.Option(help="Who is reported to say it.")]
Assumed = Annotated[str | None, typer.Option(metavar="REASON", help="Why it is granted without support.")]
At = Annotated[
    list[str] | None,
    typer.Option(metavar="SOURCE=PLACE", help="Where it is made: article='¶3 first … last'."),
]
Evidence = Annotated[list[str] | None, typer.Option(metavar="SOURCE=PLACE", help="What it rests on.")]
Section = Annotated[str | None, typer.Option(help="Part of the text that it belongs to.")]
Note = Annotated[str | None, typer.Option(help="A remark for readers of the file.")]


def _fields(  # noqa: PLR0917  what the commands below are given, in their order
    text: str,
    voice: str | None,
    speaker: str | None,
    assumed: str | None,
    at: list[str] | None,
    evidence: list[str] | None,
    section: str | None,
    note: str | None,
) -> dict[str, Data]:
    """Return the fields of a claim as the file has them."""
    given: dict[str, Data | None] = {
        "voice": voice or ("reported" if speaker else None),
        "speaker": speaker,
        "at": _citations(at),
        "evidence": _citations(evidence),
        "assumed": assumed,
        "section": section,
        "note": note,
    }
    return {"text": text, **{key: value for key, value in given.items() if value}}


def _citations(given: list[str] | None) -> dict[str, Data]:
    cited: dict[str, list[str]] = {}
    for each in given or ():
        source, _, place = each.partition("=")
        cited.setdefault(source, []).append(place)
    return {source: places[0] if len(places) == 1 else places for source, places in cited.items()}


def _add(map: str, kind: str | None, target: str, id: str, fields: dict[str, Data], *, dry_run: bool) -> None:
    from argmap.model import Kind
    from argmap.refactor import add_claim

    bears = (Kind(kind), target) if kind else None
    editing.edit(map, lambda text, name: add_claim(text, name, id, fields, bears), dry_run=dry_run)


@app.command("claim")
def claim(
    map: maps.EditedArgument,
    id: Id,
    text: Text,
    *,
    voice: Voice = None,
    speaker: Speaker = None,
    assumed: Assumed = None,
    at: At = None,
    evidence: Evidence = None,
    section: Section = None,
    note: Note = None,
    dry_run: editing.DryRunOption = False,
) -> None:
    """Add a claim.

    \b
    Examples:
      argmap add claim maps/bridge.yaml noise-falls "Without cars the street is quiet."
      argmap add claim maps/bridge.yaml noise-falls "…" --at column='¶4 first words … last words'
    """  # noqa: D301  \b is for the help text
    fields = _fields(text, voice, speaker, assumed, at, evidence, section, note)
    _add(map, None, "", id, fields, dry_run=dry_run)


@app.command("support")
def support(
    map: maps.EditedArgument,
    target: Target,
    id: Id,
    text: Text,
    *,
    voice: Voice = None,
    speaker: Speaker = None,
    assumed: Assumed = None,
    at: At = None,
    evidence: Evidence = None,
    section: Section = None,
    note: Note = None,
    dry_run: editing.DryRunOption = False,
) -> None:
    """Add a claim that supports another.

    \b
    Examples:
      argmap add support maps/bridge.yaml close-to-cars noise-falls "Without cars the street is quiet."
    """  # noqa: D301  \b is for the help text
    fields = _fields(text, voice, speaker, assumed, at, evidence, section, note)
    _add(map, "supports", target, id, fields, dry_run=dry_run)


@app.command("attack")
def attack(
    map: maps.EditedArgument,
    target: Target,
    id: Id,
    text: Text,
    *,
    voice: Voice = None,
    speaker: Speaker = None,
    assumed: Assumed = None,
    at: At = None,
    evidence: Evidence = None,
    section: Section = None,
    note: Note = None,
    dry_run: editing.DryRunOption = False,
) -> None:
    """Add a claim that attacks another.

    \b
    Examples:
      argmap add attack maps/bridge.yaml close-to-cars buses-cut "The buses would have to go round."
    """  # noqa: D301  \b is for the help text
    fields = _fields(text, voice, speaker, assumed, at, evidence, section, note)
    _add(map, "attacks", target, id, fields, dry_run=dry_run)


@app.command("undercut")
def undercut(
    map: maps.EditedArgument,
    relation: Annotated[
        str, typer.Argument(metavar="RELATION", help="The id of the step, such as a:supports:b.")
    ],
    id: Id,
    text: Text,
    *,
    voice: Voice = None,
    speaker: Speaker = None,
    assumed: Assumed = None,
    at: At = None,
    evidence: Evidence = None,
    section: Section = None,
    note: Note = None,
    dry_run: editing.DryRunOption = False,
) -> None:
    """Add a claim that undercuts a step.

    It denies that the premises bear on the claim.

    \b
    Examples:
      argmap add undercut maps/bridge.yaml damage-step limit "A weight limit would do."
    """  # noqa: D301  \b is for the help text
    fields = _fields(text, voice, speaker, assumed, at, evidence, section, note)
    _add(map, "undercuts", relation, id, fields, dry_run=dry_run)
