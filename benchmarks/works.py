"""What is measured, and how each program does it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from inputs import ARTICLE, CLAIMS, Inputs
from measuring import Command
from peers import ARGDOWN, ARGUEBUF, CLINGO, FORMAL, PYGARG, SOLVERS, argmap
from shapes import SHAPES
from solving import TASKS, Task
from worker import Ask

ARGMAP = "argmap"
START = "Start-up, and the article's map"
TREES = "Trees"
SHAPED = "Other shapes"
MANY = "Many small maps"
AIF = "AIF"
SOLVING = "Abstract frameworks"
WITHIN = "Within the process"
SECTIONS = {
    START: "`maps/fentanyl-tariffs.yaml`, and what `argmap convert` makes of it for Argdown.",
    TREES: "Three reasons to each claim, every fifth an attack.",
    SHAPED: "Flat: nothing bears on anything. Chain: each claim is the reason of the one before. Hub: all bear on one. "
    "Dense: ten reasons to each claim. Linked: three premises to each step. Undercuts: every other step is undercut.",
    MANY: f"A folder of maps of {CLAIMS} claims each, of all these shapes; memory is that of all processes together.",
    AIF: "Trees as nodesets in which each claim is asserted in a locution: four nodes a claim.",
    SOLVING: "One extension of a framework in a file, by each program's command. Trees: arguments attack earlier ones, 5 % of the "
    "attacks are mutual, 2 % more go anywhere. Random: four attacks an argument, anywhere.",
    WITHIN: "Without starting a program, importing, and for frameworks without reading and building its data.",
}
"""The tables, and what their inputs are."""

TO_BE_CHECKED = 1_000_000
"""Of so many claims and more, argmap is only asked to check them."""
TO_BE_DRAWN, TO_BE_A_PAGE = 1_000, 10_000
"""More claims than this make no picture, and no page."""
FOUND = (0, 1)
"""What `argmap check` exits with: findings are no failure."""
CLINGO_FOUND = (0, 10, 30)
PREFERRED = ("--heuristic=Domain", "--enum-mode=domRec", "1")
"""What makes the models that clingo finds maximal."""
NODESET = 345
"""Claims of a nodeset that a bar is about."""
LARGE = 50_000
"""Claims that a bar is about."""
PATIENCE, HOPELESS, DRAWING, LONG = 120, 15, 60, 600
"""Seconds until a run is ended: mostly, of solvers, of pictures of what is dense, and of a million claims."""

Build = Callable[[Inputs], Command | Ask]


@dataclass(frozen=True)
class Work:
    """One thing to measure: how each program does it, argmap first."""

    section: str
    name: str
    programs: Mapping[str, Build]
    size: int = 0
    """What grows: a program that fails is not asked about more of the same."""
    unit: str = "claims"
    seconds: float = PATIENCE
    """When a run is ended."""

    @property
    def title(self) -> str:
        """Return what is done, with how much."""
        return f"{self.name}, {self.size:,} {self.unit}" if self.size else self.name


def works(sizes: Sequence[int]) -> Iterator[Work]:
    """Yield all that is measured."""
    yield from start()
    for size in sizes:
        yield from trees(size)
    for size in sizes:
        yield from shaped(size)
    for size in sizes:
        yield from many(size)
    for size in (NODESET, *sizes):
        yield from aif(size)
    for size in sizes:
        yield from solving(size)
        yield from within(size)


def start() -> Iterator[Work]:
    """Yield what starts the programs, and what they do with the article's map."""
    yield Work(
        START,
        "--help",
        {ARGMAP: lambda _: argmap("--help"), ARGDOWN.name: lambda _: ARGDOWN.command("--help")},
    )

    def article(*ours: str, theirs: Sequence[str] = (), good: tuple[int, ...] = (0,)) -> Work:
        programs: dict[str, Build] = {ARGMAP: lambda _: argmap(*ours, str(ARTICLE), good=good)}
        if theirs:
            programs[ARGDOWN.name] = lambda at: argdown(theirs, at("article", 0, "argdown"))
        return Work(START, " ".join(ours), programs)

    yield article("check", theirs=["check"], good=FOUND)
    yield article("show")
    yield article("list")
    yield article("evaluate")
    yield article("export", "json", theirs=["json"])
    yield article("export", "dot", theirs=["dot"])
    yield article("export", "svg", theirs=["svg"])
    yield article("export", "html", theirs=["html"])


def argdown(does: Sequence[str], path: str) -> Command:
    """Return Argdown's command for what argmap calls check, json, dot, svg and html."""
    match does:
        case ["check"]:
            return ARGDOWN.command(path)
        case [("dot" | "svg") as format]:
            return ARGDOWN.command("map", path, "-f", format, "--inclusive", "--stdout")
        case ["html"]:
            # Its html has no map; this is a page with the text and the map, laid out.
            return ARGDOWN.command("web-component", path, "--stdout")
        case [format]:
            return ARGDOWN.command(format, path, "--stdout")
    raise ValueError(does)


def beside(section: str, shape: str, size: int, does: str, *, named: str = "") -> Work:
    """Return something done with an argument by argmap and by Argdown, each reading its own format."""
    ours = ("check",) if does == "check" else ("export", does)
    return Work(
        section,
        named or " ".join(ours),
        {
            ARGMAP: lambda at: argmap(
                *ours, at(shape, size, "yaml"), good=FOUND if does == "check" else (0,)
            ),
            ARGDOWN.name: lambda at: argdown([does], at(shape, size, "argdown")),
        },
        size,
        seconds=LONG if size >= TO_BE_CHECKED else PATIENCE,
    )


def trees(size: int) -> Iterator[Work]:
    """Yield what is done with a tree."""
    yield beside(TREES, "tree", size, "check")
    if size >= TO_BE_CHECKED:
        return
    if size > LARGE:
        yield beside(TREES, "tree", LARGE, "check")
        yield beside(TREES, "tree", LARGE, "json")

    def alone(*words: str) -> Work:
        return Work(
            TREES, " ".join(words), {ARGMAP: lambda at: argmap(*words, at("tree", size, "yaml"))}, size
        )

    yield alone("show")
    yield alone("list")
    yield alone("evaluate")
    yield alone("evaluate", "--semantics", "preferred")
    yield beside(TREES, "tree", size, "json")
    yield beside(TREES, "tree", size, "dot")
    if size <= TO_BE_DRAWN:
        yield beside(TREES, "tree", size, "svg")
    if size <= TO_BE_A_PAGE:
        yield beside(TREES, "tree", size, "html")
    yield alone("export", "argdown")
    yield Work(
        TREES,
        "the same Argdown file to JSON",
        {
            ARGMAP: lambda at: argmap("export", "json", at("tree", size, "argdown")),
            ARGDOWN.name: lambda at: argdown(["json"], at("tree", size, "argdown")),
        },
        size,
    )


def shaped(size: int) -> Iterator[Work]:
    """Yield what is done with the other shapes; most of what is small takes as long as a tree does."""
    if size == TO_BE_DRAWN:
        for shape in ("hub", "dense"):
            work = beside(SHAPED, shape, size, "svg", named=f"export svg, {shape}")
            yield replace(work, seconds=DRAWING)
    if not 1_000 < size < TO_BE_CHECKED:
        return
    for shape in SHAPES:
        if shape != "tree":
            yield beside(SHAPED, shape, size, "check", named=f"check, {shape}")
    if size <= TO_BE_A_PAGE:
        for shape in SHAPES:
            if shape != "tree":
                yield beside(SHAPED, shape, size, "dot", named=f"export dot, {shape}")


def many(size: int) -> Iterator[Work]:
    """Yield the check of a folder of small maps."""
    if 1_000 <= size < TO_BE_CHECKED:
        yield Work(
            MANY,
            "check",
            {
                ARGMAP: lambda at: argmap("check", at("small", size, "yaml"), good=FOUND),
                ARGDOWN.name: lambda at: ARGDOWN.command(f"{at('small', size, 'argdown')}/*.argdown"),
            },
            size // CLAIMS,
            "maps",
        )


_LOAD = {
    ARGMAP: "import sys, argmap; print(len(argmap.load(sys.argv[1], max_size=1 << 40).claims))",
    ARGUEBUF.name: "import json, sys, arguebuf as a; print(len(a.load.aif(json.load(open(sys.argv[1]))).nodes))",
}


def aif(size: int) -> Iterator[Work]:
    """Yield the reading of a nodeset: by a Python program that does nothing else, and within it."""
    if size >= TO_BE_CHECKED:
        return
    yield Work(
        AIF,
        "load",
        {
            ARGMAP: lambda at: Command([sys.executable, "-c", _LOAD[ARGMAP], at("tree", size, "json")]),
            ARGUEBUF.name: lambda at: ARGUEBUF.command(_LOAD[ARGUEBUF.name], at("tree", size, "json")),
        },
        size,
    )
    yield Work(
        WITHIN,
        "load AIF",
        {
            ARGMAP: lambda at: Ask("loading:argmap", {"path": at("tree", size, "json")}),
            ARGUEBUF.name: lambda at: Ask(
                "loading:arguebuf", {"path": at("tree", size, "json")}, ARGUEBUF.env
            ),
        },
        size,
    )


def solving(size: int) -> Iterator[Work]:
    """Yield what is asked about abstract frameworks."""
    if not 1_000 <= size < TO_BE_CHECKED:
        return
    for name, framework, task, encoding, options in (
        ("grounded, trees", "trees", "SE-GR", "grounded", []),
        ("grounded, random", "anywhere", "SE-GR", "grounded", []),
        ("preferred, trees", "trees", "SE-PR", "preferred", PREFERRED),
    ):
        yield Work(
            SOLVING, name, _solvers(framework, size, task, encoding, options), size, "arguments", HOPELESS
        )


def _solvers(
    framework: str, size: int, task: str, encoding: str, options: Sequence[str]
) -> Mapping[str, Build]:
    return {
        ARGMAP: lambda at: argmap("solve", "-p", task, "-f", at(framework, size, "af")),
        PYGARG.name: lambda at: PYGARG.command("-p", task, "-fo", "dimacs", "-f", at(framework, size, "af")),
        FORMAL.name: lambda at: FORMAL.command("-p", task, "-f", at(framework, size, "af")),
        CLINGO.name: lambda at: CLINGO.command(
            at(encoding, 0, "lp"), at(framework, size, "apx"), *options, good=CLINGO_FOUND
        ),
    }


def within(size: int) -> Iterator[Work]:
    """Yield what evaluation takes without all else."""
    if not 1_000 <= size < TO_BE_CHECKED:
        return
    env = {peer.name: peer.env for peer in SOLVERS}

    def ask(task: Task, program: str) -> Build:
        request = {"task": task.name, "size": size, "program": program}
        return lambda _: Ask("solving:work", request, env.get(program, {}))

    for task in TASKS:
        programs = {program: ask(task, program) for program in task.programs}
        yield Work(WITHIN, task.name, programs, size, "arguments", HOPELESS)
