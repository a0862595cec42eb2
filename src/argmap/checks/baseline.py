"""Baselines: findings that are known and left for now, so that new ones stand out.

A baseline is a text file with a line for each finding: the file, the code and the claim, or ``-`` if it concerns
none. Lines never name places, so that a baseline outlives edits elsewhere in a map; a claim with two findings of one
code has two lines.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from argmap.checks.am903_stale_baseline import RULE as STALE
from argmap.finding import Finding, Span

_HEAD = "# argmap baseline 1: findings that are known and left for now, as file, code and claim."
_NONE = "-"

_Key = tuple[str, str, str]


class BaselineError(ValueError):
    """A text that is not a baseline.

    Attributes:
        line: the line that is at fault, from 1.
    """

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"{text!r} is not a file, a code and a claim")
        self.line = line


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings: the line of the file that each stands in, by file, code and claim."""

    lines: dict[_Key, list[int]]

    def apply(
        self,
        findings: Iterable[Finding],
        checked: Collection[str],
        codes: Collection[str],
        *,
        file: str,
        name: Callable[[str], str],
        gone: Collection[str] = (),
    ) -> tuple[list[Finding], list[Finding]]:
        """Leave out the findings that are known.

        Args:
            findings: what was found.
            checked: the files that were checked: of others nothing is known to be stale.
            codes: the codes of the rules that were applied, for the same reason.
            file: what to call the baseline.
            name: turns a file's name into that which the baseline gives it.
            gone: files, as the baseline names them, that there are not any more: all of their lines are stale.

        Returns:
            The findings that are not known, and a finding (AM903) for each line that no finding matches.
        """
        left = {key: list(lines) for key, lines in self.lines.items()}
        new = []
        for finding in findings:
            if known := left.get(_key(finding, name)):
                known.pop(0)
            else:
                new.append(finding)
        names = {name(path) for path in checked}
        stale = [
            Finding(
                code=STALE.code,
                name=STALE.name,
                severity=STALE.severity,
                message=_stale(key, gone),
                file=file,
                span=Span(line, 1, line, 1 + len(" ".join(key))),
                help="Take the line out: argmap check --prune-baseline does it.",
            )
            for key, lines in left.items()
            for line in lines
            if key[0] in gone or (key[0] in names and key[1] in codes)
        ]
        return new, sorted(stale, key=lambda finding: finding.span)

    def without(self, stale: Collection[Finding]) -> Baseline:
        """Return the baseline without the lines that are stale."""
        gone = {finding.span.line for finding in stale}
        return Baseline(
            {key: [line for line in lines if line not in gone] for key, lines in self.lines.items()}
        )

    def text(self) -> str:
        """Return the content of the file."""
        rows = sorted(" ".join(key) for key, lines in self.lines.items() for _ in lines)
        return "\n".join([_HEAD, *rows]) + "\n"


def _stale(key: _Key, gone: Collection[str]) -> str:
    """Say why a line is stale."""
    file, code, claim = key
    if file in gone:
        return f"there is no file {file} any more"
    return f"{file} has no finding {code} any more" + ("" if claim == _NONE else f" of {claim}")


def read_baseline(text: str) -> Baseline:
    """Read a baseline.

    Raises:
        BaselineError: if a line is not a file, a code and a claim.

    >>> read_baseline("maps/x.yaml AM107 c1").lines
    {('maps/x.yaml', 'AM107', 'c1'): [1]}
    """
    lines: dict[_Key, list[int]] = defaultdict(list)
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            parts = line.rsplit(maxsplit=2)
            if len(parts) != 3:
                raise BaselineError(number, line)
            lines[(parts[0].strip(), parts[1], parts[2])].append(number)
    return Baseline(dict(lines))


def make_baseline(findings: Iterable[Finding], name: Callable[[str], str]) -> Baseline:
    """Return the baseline in which all these findings are known."""
    counted = Counter(_key(finding, name) for finding in findings)
    return Baseline({key: [0] * number for key, number in counted.items()})


def _key(finding: Finding, name: Callable[[str], str]) -> _Key:
    return name(finding.file), finding.code, finding.claim or _NONE
