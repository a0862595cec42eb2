"""``argmap new``: a map to begin from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import arguments, maps, terminal
from argmap.files import exists, is_folder
from argmap.formats import FORMATS

if TYPE_CHECKING:
    from argmap.drafting import Draft

_SCHEMA = (
    "# yaml-language-server: $schema=argmap.schema.json  (made by: argmap schema > argmap.schema.json)\n"
)
_SKELETON = """\
argmap: 1
title: {title}
thesis: the-thesis

# Where claims are made (at) and what they rest on (evidence):
# sources:
#   article:
#     title: The article that is mapped
#     file: article.txt

claims:
  the-thesis:
    text: What the text argues for, in one sentence.
    supported_by: [a-reason]
    attacked_by: [an-objection]

  a-reason:
    text: A reason that speaks for it.
    # at: {{article: "¶1 first words … last words"}}
    # evidence: {{article: ¶2}}

  an-objection:
    text: What others say against it.
    voice: reported
    speaker: Those who say so
"""


def new(
    map: Annotated[Path, typer.Argument(metavar="MAP", help="The file to make.", show_default=False)],
    *,
    text: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="TEXT", help="A text to draft the map from: plain text, Markdown or HTML."
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title of the map.")] = None,
    language: Annotated[
        str, typer.Option(metavar="TAG", help="The language of the text; guesses are made in English only.")
    ] = "en",
) -> None:
    """Write a map to begin from: a skeleton, or a draft from a text.

    \b
    Examples:
      argmap new maps/bridge.yaml
      argmap new maps/bridge.yaml --from maps/column.txt
      argmap new maps/bridge.yaml --from column.html --title "Should the bridge be closed?"

    A draft has a stub for each sentence that may claim something, with its place in the text. Who speaks, and what
    bears on what, is guessed from the words; each guess is explained under 'draft', and argmap check lists it until
    someone has looked and taken that field out.
    """  # noqa: D301  \b is for the help text
    if not map.name.endswith(FORMATS["yaml"].suffixes):
        help = f"Make {map.stem}.yaml; argmap convert makes other formats of it."
        terminal.fail(f"a new map is written in YAML, and {map} does not end so", help)
    if exists(map):
        terminal.fail(f"{map} exists", "Name another file: nothing is written over.")
    if not is_folder(map.parent):
        terminal.fail(f"there is no folder {map.parent}", "Make it first, or name another file.")
    if text is None:
        import json

        name = title or arguments.decoded(map.stem)
        if name is None:
            terminal.fail(f"the name of {map} is no title: it is not UTF-8", "Give a title with --title.")
        name = json.dumps(name, ensure_ascii=False)
        terminal.save(map, (_SCHEMA + _SKELETON.format(title=name)).encode())
        return
    made, inside = _draft(map, text, title, language)
    from argmap.formats.writer import to_yaml

    terminal.save(map, (_SCHEMA + to_yaml(made.map)).encode())
    stubs, relations = len(made.map.claims), len(made.map.relations)
    terminal.say(
        f"{stubs} drafted claims and {relations} relations from {made.sentences} sentences"
        f" ({made.passed_over} passed over). Look at each: argmap check {quote(str(map))}"
    )
    if not made.guessed:
        terminal.say("The text is not in English: voices, relations and the thesis are not guessed.")
    if not inside:
        id = next(iter(made.map.sources))
        terminal.say(f"The text is outside the map's folder: give it with --source {id}={text}")


def _draft(map: Path, text: Path, title: str | None, language: str) -> tuple[Draft, bool]:
    """Return the draft, and whether the text lies where the map can name it."""
    from pydantic import ValidationError

    from argmap.drafting import draft
    from argmap.sources import open_text

    if str(text) == maps.STDIN:
        terminal.fail("--from takes a file", "Save the text to one.")
    base = map.parent.resolve()
    inside = text.resolve().is_relative_to(base)
    file = text.resolve().relative_to(base).as_posix() if inside else None
    try:
        read = open_text(text, language=language)
        read = replace(read, name=arguments.decoded(read.name) or read.name)
        return draft(read, title=title, file=file and (arguments.decoded(file) or file)), inside
    except ValidationError as error:
        wrong = error.errors()[0]
        field, value = wrong["loc"][-1], wrong["input"]
        if isinstance(value, str) and arguments.decoded(value) is None:
            terminal.fail(f"a map cannot name {text}: it is not UTF-8", "Rename the file.")
        terminal.fail(
            f"a map cannot have this {field}", "A title is visible text, a language a tag such as en."
        )
