"""``argmap scheme``: argumentation schemes and their critical questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli import terminal
from argmap.suggest import did_you_mean

if TYPE_CHECKING:
    from argmap.schemes import Scheme


def _complete(incomplete: str) -> list[tuple[str, str]]:
    from argmap.schemes import schemes

    return [(name, scheme.title) for name, scheme in schemes().items() if name.startswith(incomplete)]


def scheme(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A scheme, such as sign.", autocompletion=_complete)
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
) -> None:
    """Print an argumentation scheme with its critical questions, or list all schemes.

    \b
    Examples:
      argmap scheme
      argmap scheme expert-opinion

    A step names its scheme (scheme: sign) and answers critical questions by their words (questions: {rivals: …}).
    """  # noqa: D301  \b is for the help text
    from argmap.schemes import find_scheme, schemes

    if name is None:
        found = list(schemes().values())
    else:
        one = find_scheme(name)
        if one is None:
            hint = did_you_mean(name, schemes()) or "List all schemes with: argmap scheme"
            terminal.fail(f"there is no scheme {name!r}", hint)
        found = [one]
    if json:
        fields = ("name", "title", "premises", "conclusion", "questions")
        data = [{field: getattr(it, field) for field in fields} for it in found]
        terminal.write_json({"argmap-schemes": 1, "schemes": data})
    elif name is None:
        width = max(len(it.name) for it in found)
        for it in found:
            typer.echo(f"{it.name:<{width}}  {it.title}")
    else:
        typer.echo(_text(found[0]))


def _text(scheme: Scheme) -> str:
    """Return a scheme as it is printed."""
    width = max(map(len, [*scheme.premises, *scheme.questions, "conclusion"]))
    premises = [f"  {word:<{width}}  {text}" for word, text in scheme.premises.items()]
    questions = [f"  {word:<{width}}  {text}" for word, text in scheme.questions.items()]
    conclusion = f"  {'conclusion':<{width}}  {scheme.conclusion}"
    return "\n".join([scheme.title, "", *premises, conclusion, "", "Critical questions", *questions])
