"""``argmap check``: findings in maps."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from argmap.cli import configured, maps, terminal, texts, where

if TYPE_CHECKING:
    from argmap.cli.checking import Checked
    from argmap.finding import Finding

Format = Literal["full", "concise", "json", "sarif", "github", "gitlab", "junit"]
FailOn = Literal["error", "warning", "info", "never"]
Rules = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="Only these rules: codes, beginnings of codes or names, with commas."),
]

_OF_FINDINGS = ("output_format", "statistics", "quiet", "fail_on")
"""Options about how findings are told."""


def check(
    context: typer.Context,
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
    select: Rules = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Not these rules; the longer selector wins.")
    ] = None,
    strictness: Annotated[
        Literal["regular", "pedantic"] | None,
        typer.Option(help="How much is looked for.", show_default="regular"),
    ] = None,
    only: where.WhereOption = None,
    but: where.ExceptOption = None,
    source: texts.SourceOption = None,
    allow_outside: texts.OutsideOption = False,
    output_format: Annotated[
        Format, typer.Option(help="full shows the lines of the file and what to do.")
    ] = "full",
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Only count what each rule found.")
    ] = False,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="The least severity that makes the exit code 1.", show_default="warning"),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Without the line that sums up.")] = False,
    config: configured.ConfigOption = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Leave out the findings that this file lists.")
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Write all findings to the baseline.")
    ] = False,
    prune_baseline: Annotated[
        bool, typer.Option("--prune-baseline", help="Take what is stale out of the baseline.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended safely; comments and layout stay.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Mend, too, what a person should look at afterwards.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
    ] = False,
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
      argmap check maps --baseline known.txt --write-baseline
                                                 from now on, report what is new
      argmap check maps --diff                   what --fix would change
      argmap rule AM107                          what a rule is about

    Exit code: 0 if nothing was found at or above --fail-on, 1 if something was, 2 if a file is not a map or
    has faults that keep it from being read as it is meant.
    """  # noqa: D301  \b is for the help text
    from argmap.cli.checking import Job, check_files, rules

    settings = configured.config(config)
    selection, policy = rules(settings.check, select, ignore, strictness)
    given = texts.given(source)
    if output_format not in ("full", "concise"):
        terminal.refuse_idle(context, f"with --output-format {output_format}", "statistics", "quiet")
    if diff:
        terminal.refuse_idle(
            context, "with --diff", *_OF_FINDINGS, "write_baseline", "prune_baseline", "baseline"
        )
    if write_baseline:
        terminal.refuse_idle(context, "with --write-baseline", *_OF_FINDINGS, "prune_baseline")
    where.refuse_nonsense(only, but)
    files = list(maps.expand(paths))
    job = Job(selection, given, allow_outside, only, but, settings.check.require, len(files) > 1)
    if diff or fix or unsafe_fixes:
        from argmap.cli import mending

        if diff:
            raise typer.Exit(terminal.FINDINGS if mending.show(job, files, unsafe=unsafe_fixes) else 0)
        mending.mend(job, files, unsafe=unsafe_fixes)
    checked = list(check_files(job, files))
    where.refuse_absent(each.absent for each in checked if each.absent is not None)
    sound = all(each.sound for each in checked)
    unused = given.keys() - {id for each in checked for id in each.sources}
    if unused and sound:
        terminal.fail(f"no source of these maps is called {min(unused)!r}", "--source takes ID=PATH.")
    findings = policy.apply(
        [finding for each in checked for finding in each.findings],
        lambda file: configured.name_in(settings.folder, file),
    )
    known = baseline or (settings.folder / settings.check.baseline if settings.check.baseline else None)
    if known is None and (write_baseline or prune_baseline):
        terminal.fail("no baseline is named", "Name one with --baseline FILE.")
    if (only or but) and (write_baseline or prune_baseline):
        terminal.fail("a baseline is of whole maps", "Leave out --where and --except.")
    if known is not None:
        from argmap.cli import baselines

        if write_baseline:
            baselines.write(known, findings)
            raise typer.Exit
        names = [] if only or but else [each.name for each in checked]  # what is not looked at is not stale
        findings = baselines.apply(known, findings, names, selection.codes(), prune=prune_baseline)
    _report(findings, checked, output_format, statistics=statistics, quiet=quiet, color=color)
    failing = fail_on or settings.check.fail_on
    fails = failing != "never" and any(_rank(finding.severity) <= _rank(failing) for finding in findings)
    if not sound:
        raise typer.Exit(terminal.UNUSABLE)
    raise typer.Exit(terminal.FINDINGS if fails else 0)


def _rank(severity: str) -> int:
    return ("error", "warning", "info").index(severity)


def _report(
    findings: list[Finding],
    checked: list[Checked],
    format: Format,
    *,
    statistics: bool,
    quiet: bool,
    color: terminal.Color,
) -> None:
    """Print what was found, in the form that is asked for."""
    from argmap import report

    if format not in ("full", "concise"):
        terminal.write(_data(findings, checked, format))
        return
    if statistics:
        shown = report.statistics(findings)
    elif format == "full":
        shown = report.full(findings, {each.name: each.text for each in checked if each.text})
    else:
        shown = report.concise(findings)
    gap = "\n" if findings and format == "full" and not statistics else ""
    summary = gap + report.summary(findings, len(checked))
    if terminal.is_plain(color):
        for text in shown.texts(encoding=sys.stdout.encoding or "utf-8"):
            terminal.write_text(text)
        if not quiet:
            terminal.write_text(f"{summary}\n")
        return
    target = terminal.console(color)
    for part in shown.parts(target):
        terminal.show(part, target, soft_wrap=True)
    if not quiet:
        terminal.show(summary, target, soft_wrap=True)


def _data(findings: list[Finding], checked: list[Checked], format: Format) -> str:
    """Return findings as other programs take them."""
    from argmap.report import data, hosts, sarif

    if format == "json":
        return data.to_json(findings, len(checked))
    if format == "github":
        return hosts.to_github(findings)
    if format == "gitlab":
        return hosts.to_gitlab(findings)
    if format == "junit":
        return hosts.to_junit(findings, [each.name for each in checked])
    from importlib.metadata import version

    from argmap.checks import RULES, page, summary

    rules = {
        # The page itself is part of the log; the address is a name, since pages have no home on the web.
        code: sarif.Described(
            summary(rule), page(code), f"urn:argmap:rule:{code}", rule.severity, rule.confidence.value
        )
        for code, rule in RULES.items()
    }
    return sarif.to_sarif(findings, rules, version("argmap"))
