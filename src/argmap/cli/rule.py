"""``argmap rule``: the page of a rule."""

from __future__ import annotations

from typing import Annotated

import typer

from argmap.cli import terminal


def _complete(incomplete: str) -> list[tuple[str, str]]:
    from argmap.checks import RULES

    codes = [(rule.code, rule.name) for rule in RULES.values() if rule.code.startswith(incomplete.upper())]
    names = [(rule.name, rule.code) for rule in RULES.values() if rule.name.startswith(incomplete)]
    return codes or names


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE",
            help="The code or name of a rule; none lists them all.",
            autocompletion=_complete,
        ),
    ] = None,
    *,
    color: terminal.ColorOption = "auto",
) -> None:
    """Explain a rule of the checks.

    \b
    Examples:
      argmap rule AM107
      argmap rule unsupported
      argmap rule              all rules
    """  # noqa: D301  \b is for the help text
    from argmap import checks

    target = terminal.console(color)
    if code is None:
        from argmap.render.listing import rows_table

        rows = [
            {
                "code": each.code,
                "name": each.name,
                "severity": str(each.severity),
                "summary": checks.summary(each) + (" (pedantic)" if each.pedantic else ""),
            }
            for each in checks.RULES.values()
        ]
        terminal.show(rows_table(rows), target)
        return
    try:
        page = checks.page(code)
    except checks.UnknownRuleError as error:
        terminal.fail(str(error), "List all rules with: argmap rule")
    if target.is_terminal:
        from rich.markdown import Markdown

        terminal.show(Markdown(page), target)
    else:
        terminal.write(page)
