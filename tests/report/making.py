"""Findings to report."""

from argmap.finding import Finding, Related, Severity, Span
from argmap.report import full

SOURCE = """\
argmap: 1
thesis: bridge-unsafe
claims:
  bridge-unsafe:
    text: The bridge is unsafe.
    supported_by: [drivers-avoid-it]
  drivers-avoid-it:
    text: Drivers avoid the bridge.
    supported_by: [bridge-unsafe]
  last:
    text: The last.
"""


def finding(line, column, end, *, end_line=None, related=(), help=None, **fields):
    given = {
        "code": "AM107",
        "name": "unsupported",
        "severity": Severity.WARNING,
        "message": '"Drivers avoid the bridge." (drivers-avoid-it) is asserted without support',
        "file": "map.yaml",
    }
    return Finding(
        span=Span(line, column, end_line or line, end),
        related=tuple(Related(message, Span(*span)) for message, span in related),
        help=help,
        **(given | fields),
    )


def shown(source, *findings, width=80, encoding="utf-8"):
    return full(findings, {"map.yaml": source}).plain(width, encoding)


def frame(text):
    """The lines of a report below the one that names the place."""
    lines = text.removesuffix("\n").split("\n")
    return lines[next(i for i, line in enumerate(lines) if "-->" in line) + 1 :]


CIRCLE = finding(
    6,
    20,
    36,
    code="AM104",
    name="circular-support",
    severity=Severity.ERROR,
    message='"The bridge is unsafe." (bridge-unsafe) is among its own grounds',
    related=(
        ("drivers-avoid-it supports bridge-unsafe", (6, 20, 6, 36)),
        ("bridge-unsafe supports drivers-avoid-it", (9, 20, 9, 33)),
    ),
    help="Which of these claims has a ground outside the circle? "
    "Is one of the steps a consequence rather than a reason?",
)
ORPHAN = finding(
    10, 3, 7, severity=Severity.INFO, help="What does it speak for or against? If nothing, take it out."
)
