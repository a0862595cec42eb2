"""``argmap scheme``: argumentation schemes and their critical questions."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli import terminal
from argmap.suggest import did_you_mean


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
    """Print a scheme with its critical questions, or list all.

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
        from argmap.render.listing import rows_table

        terminal.show(rows_table([{"name": it.name, "title": it.title} for it in found]), terminal.console())
    else:
        from argmap.render.listing import entries

        (it,) = found
        steps = {**it.premises, "conclusion": it.conclusion}
        page = entries(it.title, "", steps, "", "Critical questions", it.questions)
        terminal.show(page, terminal.console())
