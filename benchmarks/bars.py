"""The figures that argmap has to reach, beside those that were measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from measuring import Result, Usage
from peers import ARGDOWN, ARGUEBUF
from works import ARGMAP, LARGE, NODESET, START, TO_BE_CHECKED, TREES, WITHIN

Found = Mapping[tuple[str, str, int], Mapping[str, Result]]
"""Results of programs, by section, name and size."""


@dataclass(frozen=True)
class Bar:
    """A figure to be reached."""

    name: str
    wanted: str
    measured: str
    held: bool


def bars(found: Found) -> Iterator[Bar]:
    """Yield the bars of which all has been measured."""

    def usage(program: str, section: str, name: str, size: int = 0) -> Usage | None:
        result = found.get((section, name, size), {}).get(program)
        return result.usage if result else None

    def at_most(name: str, seconds: float, ours: Usage | None) -> Iterator[Bar]:
        if ours:
            yield Bar(name, f"≤ {_said(seconds)}", _said(ours.cpu), ours.cpu <= seconds)

    def share(name: str, most: float, words: str, ours: float | None, theirs: float | None) -> Iterator[Bar]:
        if ours and theirs:
            yield Bar(name, words, f"{ours / theirs:.2f}", ours / theirs <= most)

    def both(name: str, most: float, words: str, *, section: str, does: str, size: int = 0) -> Iterator[Bar]:
        ours, theirs = (usage(program, section, does, size) for program in (ARGMAP, ARGDOWN.name))
        yield from share(name, most, words, ours and ours.cpu, theirs and theirs.cpu)

    yield from at_most("`--help`", 0.22, usage(ARGMAP, START, "--help"))
    yield from at_most("check, the article's map", 0.28, usage(ARGMAP, START, "check"))
    yield from both("check, the article's map", 1 / 3, "≤ 1/3 of Argdown's CPU", section=START, does="check")
    yield from at_most("check, 10,000 claims", 0.8, usage(ARGMAP, TREES, "check", 10_000))
    ours = usage(ARGMAP, TREES, "check", LARGE)
    for does, words in (("check", "its check"), ("export json", "its json")):
        theirs = usage(ARGDOWN.name, TREES, does, LARGE)
        for what, ours_of, theirs_of in (
            ("CPU", ours and ours.cpu, theirs and theirs.cpu),
            ("memory", ours and ours.memory, theirs and theirs.memory),
        ):
            yield from share(
                f"check, {LARGE:,} claims", 1 / 2, f"≤ 1/2 of Argdown's {what}, {words}", ours_of, theirs_of
            )
    few, many = usage(ARGMAP, TREES, "check", 10_000), usage(ARGMAP, TREES, "check", 100_000)
    words = "≤ 1.3 × that at 10,000"
    yield from share(
        "check, CPU for a claim at 100,000", 1.3, words, many and many.cpu / 100_000, few and few.cpu / 10_000
    )
    ours, theirs = (usage(program, WITHIN, "load AIF", NODESET) for program in (ARGMAP, ARGUEBUF.name))
    yield from at_most(f"AIF of {4 * NODESET - 1:,} nodes, load", 0.047, ours)
    yield from share(
        f"AIF of {4 * NODESET - 1:,} nodes, load",
        1,
        "≤ arguebuf's CPU",
        ours and ours.cpu,
        theirs and theirs.cpu,
    )
    yield from both(
        "export dot, 10,000 claims",
        1 / 2,
        "≤ 1/2 of Argdown's CPU",
        section=TREES,
        does="export dot",
        size=10_000,
    )
    yield from both(
        "export svg, 1,000 claims",
        1 / 3,
        "≤ 1/3 of Argdown's CPU",
        section=TREES,
        does="export svg",
        size=1_000,
    )
    if largest := usage(ARGMAP, TREES, "check", TO_BE_CHECKED):
        memory = largest.memory / 1024
        yield Bar("check, 1,000,000 claims", "≤ 4 GB", f"{memory:.1f} GB", memory <= 4)


def _said(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 0.1 else f"{seconds * 1000:.0f} ms"
