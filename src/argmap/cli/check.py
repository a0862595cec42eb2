"""``argmap check``: findings in maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from argmap.cli import maps, terminal, texts

if TYPE_CHECKING:
    from argmap.checks import Selection


Format = Literal["full", "concise"]
Strictness = Literal["regular", "pedantic"]


def check(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Map files, folders with maps, or - for standard input.",
            autocompletion=maps.complete_paths,
            show_default=False,
        ),
    ],
    *,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULES", help="Only these rules: codes, beginnings of codes or names, with commas."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Not these rules; the longer selector wins.")
    ] = None,
    source: texts.SourceOption = None,
    allow_outside: texts.OutsideOption = False,
    strictness: Annotated[Strictness, typer.Option(help="How much is looked for.")] = "regular",
    output_format: Annotated[
        Format, typer.Option(help="full shows the lines of the file and what to do.")
    ] = "full",
    color: terminal.ColorOption = "auto",
) -> None:
    """Find gaps and faults in maps.

    \b
    Examples:
      argmap check maps/bridge.yaml              one map
      argmap check .                             all maps in a folder
      argmap check maps --select AM107           unsupported claims only
      argmap check maps --ignore AM4,orphan      all but some rules
      argmap check maps --output-format concise  a line a finding
      argmap check maps/bridge.yaml --source column=column.txt
                                                 also its quotes, in a text it does not ship
      argmap rule AM107                          what a rule is about

    Exit code: 0 if nothing was found that matters more than info, 1 if something was, 2 if a file is not
    a map or has faults that keep it from being read as it is meant.
    """  # noqa: D301  \b is for the help text
    from argmap.checks import check_map
    from argmap.finding import Finding, Severity
    from argmap.report import text

    selection = _selection(select or [], ignore or [], strictness)
    findings: list[Finding] = []
    lines: dict[str, str] = {}
    given = texts.given(source)
    unused = set(given)
    files = 0
    code = 0
    for path in maps.expand(paths):
        reading = maps.read_or_finding(path)
        files += 1
        sources = None
        if reading.map is not None:
            own = {id: given[id] for id in given if id in reading.map.sources}
            unused -= own.keys()
            sources = texts.open_if_any(reading.map, path, own, allow_outside=allow_outside)
        found = check_map(
            reading.map,
            reading.problems,
            file=reading.name,
            locate=reading.locate,
            selection=selection,
            sources=sources,
        )
        if found:
            findings += found
            lines[reading.name] = reading.text
        if not reading.sound:
            code = terminal.UNUSABLE
    if unused and not code:
        terminal.fail(f"no source of these maps is called {min(unused)!r}", "--source takes ID=PATH.")
    target = terminal.console(color)
    report = text.full(findings, lines) if output_format == "full" else text.concise(findings)
    terminal.show(report, target, soft_wrap=True)
    gap = "\n" if findings and output_format == "full" else ""
    terminal.show(gap + text.summary(findings, files), target, soft_wrap=True)
    if any(finding.severity is not Severity.INFO for finding in findings):
        code = code or terminal.FINDINGS
    raise typer.Exit(code)


def _selection(select: list[str], ignore: list[str], strictness: Strictness) -> Selection:
    from argmap import checks

    try:
        return checks.Selection(_split(select), _split(ignore), checks.Strictness(strictness))
    except checks.UnknownRuleError as error:
        terminal.fail(str(error), "List all rules with: argmap rule")


def _split(given: list[str]) -> tuple[str, ...]:
    return tuple(word.strip() for part in given for word in part.split(",") if word.strip())
