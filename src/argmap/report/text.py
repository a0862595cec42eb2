"""Findings as text: in full with the lines of the file, or one finding a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from argmap.finding import Finding, Severity
from argmap.report.frame import frame, split_lines
from argmap.report.screen import END, Piece, Screen

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold cyan",
    "gutter": "blue",
    "strong": "bold",
}


_PART = 300
"""Blocks that are shown at a time: so few that the processor has them at hand."""


@dataclass(frozen=True)
class Report:
    """A report ready to be shown, as plain text or on a rich console.

    On a console print it with ``soft_wrap=True``, for it breaks its lines itself. The console
    decides on colour, width (that of the terminal; no limit if it is not one) and encoding.
    """

    blocks: Callable[[Screen], Iterator[Sequence[Piece]]]
    """Makes blocks for a screen, each of a few whole lines."""

    def plain(self, width: int | None = None, encoding: str = "utf-8") -> str:
        """Return the report as text without colour.

        Args:
            width: cells in a line; None for no limit.
            encoding: what the text will be encoded in: other characters are replaced.
        """
        return "".join(self.texts(width, encoding))

    def texts(self, width: int | None = None, encoding: str = "utf-8") -> Iterator[str]:
        """Yield what :meth:`plain` returns in parts: of a long report, no more than that is in memory."""
        blocks = self.blocks(Screen(width, encoding))
        while part := list(islice(blocks, _PART)):
            yield "".join([text for block in part for text, _ in block])

    def parts(self, console: Console) -> Iterator[Report]:
        """Yield the report in parts to be shown one after the other: of a long one, no more than that is in memory."""
        blocks = self.blocks(_screen(console))
        while part := tuple(islice(blocks, _PART)):
            yield Report(lambda _, part=part: iter(part))  # type: ignore[misc]

    def __rich_console__(self, console: Console, _options: ConsoleOptions) -> RenderResult:
        from rich.segment import Segment

        screen = _screen(console)
        if console.color_system is None:
            yield Segment(self.plain(screen.width, screen.encoding))
            return
        styles = {name: console.get_style(style) for name, style in _STYLES.items()}
        for block in self.blocks(screen):
            for text, style in block:
                yield Segment(text, styles.get(style))


def _screen(console: Console) -> Screen:
    return Screen(console.width if console.is_terminal else None, console.encoding)


def full(findings: Iterable[Finding], sources: Mapping[str, str]) -> Report:
    """Return findings with the lines of the file that they are about and what to do.

    What to do is said once: where the next finding of the same kind asks for the same, it is left out.

    Args:
        findings: what to report, in the order to report it in.
        sources: the texts of the files by name; a file that is not there, or has no text, is named only.
    """
    findings = tuple(findings)

    def blocks(screen: Screen) -> Iterator[Sequence[Piece]]:
        split: dict[str, list[str]] = {}
        said: set[tuple[str, str | None]] = set()
        for i, finding in enumerate(findings):
            if finding.file not in split:
                split[finding.file] = split_lines(text) if (text := sources.get(finding.file)) else []
            if i:
                yield (END,)
            yield _header(finding, screen)
            advice = finding.code, finding.help
            yield frame(finding, split[finding.file], screen, with_help=advice not in said)
            said.add(advice)

    return Report(blocks)


def concise(findings: Iterable[Finding]) -> Report:
    """Return findings one a line, ``file:line:column: CODE name: message``, for people and for grep."""
    findings = tuple(findings)

    def blocks(screen: Screen) -> Iterator[tuple[Piece, ...]]:
        for finding in findings:
            yield (
                (f"{screen.show(finding.file)}:{finding.span.line}:{finding.span.column}: ", ""),
                (f"{finding.code} {finding.name}", finding.severity),
                (f": {screen.show(finding.message)}", ""),
                END,
            )

    return Report(blocks)


def _header(finding: Finding, screen: Screen) -> list[Piece]:
    kind = f"{finding.severity} {finding.code} {finding.name}"
    first, *rest = screen.wrap(screen.show(finding.message), len(kind) + 2, 2)
    pieces = [(kind, finding.severity), (f": {first}", "strong"), END]
    for line in rest:
        pieces += ((f"  {line}", "strong"), END)
    return pieces


def summary(findings: Collection[Finding], files: int) -> str:
    """Return a line that sums up a check.

    Args:
        findings: all that was found.
        files: how many files were checked.

    >>> summary([], 3)
    'All clear: 3 files checked.'
    """
    if not files:
        return "No files checked."
    if not findings:
        return f"All clear: {_counted(files, 'file')} checked."
    number = Counter(finding.severity for finding in findings)
    kinds = [
        f"{number[severity]} info" if severity is Severity.INFO else _counted(number[severity], severity)
        for severity in Severity
        if number[severity]
    ]
    hit = len({finding.file for finding in findings})
    where = _counted(files, "file") if hit == files else f"{hit} of {_counted(files, 'file')}"
    return f"Found {_counted(len(findings), 'finding')} ({', '.join(kinds)}) in {where}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def statistics(findings: Iterable[Finding]) -> Report:
    """Return how often each rule found something, most often first."""
    number = Counter((finding.code, finding.name, finding.severity) for finding in findings)
    ranked = sorted(number.items(), key=lambda item: (-item[1], item[0][0]))

    def blocks(_screen: Screen) -> Iterator[tuple[Piece, ...]]:
        width = max((len(str(times)) for times in number.values()), default=0)
        for (code, name, severity), times in ranked:
            yield (f"{times:>{width}}  ", "strong"), (f"{code} {name}", severity), END

    return Report(blocks)
