"""The figures that argmap has to reach, beside those that were measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from measuring import Result
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
    """Yield the bars that were measured; where argmap came to no good end, its bar is not held."""

    def result(program: str, section: str, name: str, size: int = 0) -> Result | None:
        return found.get((section, name, size), {}).get(program)

    def both(section: str, name: str, size: int = 0, peer: str = ARGDOWN.name) -> list[Result | None]:
        return [result(program, section, name, size) for program in (ARGMAP, peer)]

    checked = [result(ARGMAP, TREES, "check", size) for size in (10_000, LARGE, 100_000, TO_BE_CHECKED)]
    third, half = "≤ 1/3 of Argdown's {}", "≤ 1/2 of Argdown's {}"
    nodeset = f"AIF of {4 * NODESET - 1:,} nodes, load"
    yield from _seconds("`--help`", 0.22, result(ARGMAP, START, "--help"))
    yield from _seconds("check, the article's map", 0.28, result(ARGMAP, START, "check"))
    yield from _share("check, the article's map", 1 / 3, third, both(START, "check"))
    yield from _seconds("check, 10,000 claims", 0.8, checked[0])
    pair = [checked[1], result(ARGDOWN.name, TREES, "export json", LARGE)]
    for what in ("CPU", "memory"):
        yield from _share(f"check, {LARGE:,} claims", 1 / 2, f"{half}, its json", pair, what)
    # Ten times as many claims may take 13 times as long.
    words = "≤ 1.3 × that at 10,000"
    yield from _share("check, CPU for a claim at 100,000", 1.3, words, [checked[2], checked[0]], times=10)
    yield from _seconds(nodeset, 0.047, result(ARGMAP, WITHIN, "load AIF", NODESET))
    pair = both(WITHIN, "load AIF", NODESET, ARGUEBUF.name)
    yield from _share(nodeset, 1, "≤ arguebuf's {}", pair)
    yield from _share("export dot, 10,000 claims", 1 / 2, half, both(TREES, "export dot", 10_000))
    yield from _share("export svg, 1,000 claims", 1 / 3, third, both(TREES, "export svg", 1_000))
    if (largest := checked[3]) is not None:
        size = largest.usage.memory / 1000 if largest.usage else 0
        measured = f"{size:.1f} GB" if size else largest.ended
        yield Bar("check, 1,000,000 claims", "≤ 4 GB", measured, 0 < size <= 4)


def _seconds(name: str, most: float, result: Result | None) -> Iterator[Bar]:
    if result is None:
        return
    held = result.usage is not None and result.usage.cpu <= most
    yield Bar(name, f"≤ {_said(most)}", _said(result.usage.cpu) if result.usage else result.ended, held)


def _share(
    name: str, most: float, words: str, pair: list[Result | None], what: str = "CPU", *, times: int = 1
) -> Iterator[Bar]:
    """Yield a bar that is a share of another figure, or of so many times that."""
    ours, theirs = pair
    if ours is None or theirs is None:
        return
    words = words.format(what)
    if ours.usage is None:
        yield Bar(name, words, ours.ended, held=False)
    elif theirs.usage is None:
        yield Bar(name, words, f"the peer: {theirs.ended}", held=True)
    else:
        figures = [it.cpu if what == "CPU" else it.memory for it in (ours.usage, theirs.usage)]
        share = figures[0] / figures[1] / times
        yield Bar(name, words, f"{share:.2f}", share <= most)


def _said(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 0.1 else f"{seconds * 1000:.0f} ms"
