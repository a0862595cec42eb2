"""Checking and mending files, one or many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli import configured, maps, parallel, terminal, texts, waiting, where
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.checks import Policy, Selection
    from argmap.config import CheckConfig, Config, Requirement
    from argmap.finding import Finding
    from argmap.formats import Reading
    from argmap.sources import Sources


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be looked for in every file."""

    selection: Selection
    sources: Mapping[str, Path]
    allow_outside: bool
    only: str | None
    but: str | None
    requirements: Sequence[Requirement]
    several: bool = False
    """Whether there are more maps than one, so that one may be without an id that is named."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is to say of a file; its text only if there are findings."""

    name: str
    text: str
    findings: list[Finding]
    sound: bool
    sources: frozenset[str]
    absent: frozenset[str] | None = None
    """Ids that were named and that the map does not have; None if there is no map."""


def rules(
    config: CheckConfig, select: list[str] | None, ignore: list[str] | None, strictness: str | None
) -> tuple[Selection, Policy]:
    """Return which rules run, and what is decided about them: the options go before the configuration."""
    from argmap import checks

    try:
        selection = checks.Selection(
            _split(select) or tuple(config.select),
            (*config.ignore, *_split(ignore)),
            checks.Strictness(strictness or config.strictness),
        )
        return selection, checks.Policy.of(config)
    except checks.UnknownRuleError as error:
        terminal.fail(str(error), "List all rules with: argmap rule")


def _split(given: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for part in given or () for word in part.split(",") if word.strip())


def findings(reading: Reading, sources: Sources | None, settings: Config) -> list[Finding]:
    """Return what a configuration has to say about a map that is to be shown; a baseline hides nothing here."""
    selection, policy = rules(settings.check, None, None, None)
    found = _found(reading, sources, selection, settings.check.require)
    return policy.apply(found, lambda file: configured.name_in(settings.folder, file))


@waiting.doing("Checking")
def _found(
    reading: Reading, sources: Sources | None, selection: Selection, requirements: Sequence[Requirement]
) -> list[Finding]:
    """Return what checks find in what was read; end the command if a requirement does not fit it."""
    from argmap.checks import check_map

    try:
        return check_map(
            reading.map,
            reading.problems,
            file=reading.name,
            locate=reading.locate,
            selection=selection,
            sources=sources,
            requirements=requirements,
            included=reading.included,
        )
    except ArgmapError as error:  # SelectorError, which need not be loaded for those who require nothing
        terminal.fail(f"a requirement of the configuration cannot be read: {error.message}", error.help)


def check_file(job: Job, path: str) -> Checked:
    """Check a file; end the command if a selector does not fit its map."""
    return check_reading(job, maps.read_or_finding(path))


def check_reading(job: Job, reading: Reading) -> Checked:
    """Check what was read from a file; end the command if a selector does not fit its map."""
    from argmap.graph import Graph

    path = maps.STDIN if reading.name == "<stdin>" else reading.name
    own: dict[str, Path] = {}
    sources = claims = None
    absent: set[str] = set()
    if reading.map is not None:
        own = {id: job.sources[id] for id in job.sources if id in reading.map.sources}
        sources = texts.open_if_any(reading.map, path, own, allow_outside=job.allow_outside)
        claims = where.chosen(Graph(reading.map), job.only, job.but, absent if job.several else None)
    findings = _found(reading, sources, job.selection, job.requirements)
    if claims is not None:
        findings = [finding for finding in findings if finding.claim in claims]
    text = reading.text if findings else ""
    return Checked(
        reading.name,
        text,
        findings,
        reading.sound,
        frozenset(own),
        None if reading.map is None else frozenset(absent),
    )


def mend_text(job: Job, path: str, text: str, *, unsafe: bool) -> tuple[str, int]:
    """Return the text of a map mended, and how many findings that answered."""
    from argmap.checks.fixing import fix_text

    return fix_text(
        text,
        lambda text: maps.reading_of(path, text.encode()),
        lambda it: check_reading(job, it).findings,
        unsafe=unsafe,
    )


def check_files(job: Job, paths: Sequence[str]) -> Iterator[Checked]:
    """Yield what there is to say of each file, in their order; show progress if it takes a while."""
    return parallel.each(partial(check_file, job), paths, "Checking", here=maps.STDIN in paths)
