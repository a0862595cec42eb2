"""The tasks of the competitions on computational models of argumentation (ICCMA), and their answers."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal, get_args

from argmap.evaluate.errors import EvaluationError
from argmap.evaluate.frameworks import Framework, FrameworkFormat
from argmap.evaluate.labels import IN, UNDEC
from argmap.evaluate.ranges import SemiStable, ideal
from argmap.evaluate.sat import Budget, Meter, OutOfBudgetError
from argmap.evaluate.semantics import Labellings, Semantics

Problem = Literal["SE", "EE", "CE", "DC", "DS"]
"""Some extension, every extension, how many; whether an argument is in some extension (credulously
accepted) or in every one (sceptically)."""

Name = Literal["GR", "CO", "PR", "ST", "SST", "ID"]
"""Grounded, complete, preferred, stable, semi-stable and ideal."""

_SEMANTICS: Final[dict[str, Semantics]] = {
    "GR": "grounded",
    "CO": "complete",
    "PR": "preferred",
    "ST": "stable",
}

TASKS: Final = tuple(f"{problem}-{name}" for name in get_args(Name) for problem in get_args(Problem))
"""All tasks that can be solved, such as ``DS-PR``."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The answer to a task.

    Attributes:
        task: the task.
        accepted: for DC and DS, the answer; None for "unknown" and for the other problems.
        extensions: names of the arguments of each extension: for SE the one found, for EE and CE all, for DC
            one with the argument and for DS one without it, if there is one.
        unknown: whether the budget was used up before the answer was known.
        format: that of the framework, which settles that of the answer.
    """

    task: str
    accepted: bool | None
    extensions: tuple[tuple[str, ...], ...]
    unknown: bool
    format: FrameworkFormat

    def text(self) -> str:
        """Return the answer as the competitions want it.

        To frameworks in the format of 2023: ``w 1 2`` for an extension, ``NO`` if there is none, ``YES`` or ``NO``
        for acceptance with the extension that shows it on the next line. To the older formats, as until
        2021: ``[a,b]``, ``[[a,b],[c]]`` for all, ``YES`` or ``NO`` alone. Counts are numbers. What
        is not known is ``UNKNOWN``.
        """
        if self.unknown:
            return "UNKNOWN"
        problem = self.task.partition("-")[0]
        modern = self.format == "iccma"
        shown = [_shown(extension, modern=modern) for extension in self.extensions]
        if problem == "CE":
            return str(len(shown))
        if problem == "EE" and not modern:
            return f"[{','.join(shown)}]"
        if problem in ("SE", "EE"):
            return "\n".join(shown) or "NO"
        answer = "YES" if self.accepted else "NO"
        return "\n".join([answer, *shown]) if modern else answer


def _shown(extension: Iterable[str], *, modern: bool) -> str:
    return " ".join(["w", *extension]) if modern else f"[{','.join(extension)}]"


def solve(
    framework: Framework, task: str, argument: str | None = None, *, budget: Budget | None = None
) -> Solution:
    """Solve a task on an abstract framework.

    Args:
        framework: the framework.
        task: one of :data:`TASKS`.
        argument: the argument that DC and DS ask about.
        budget: what the search may cost.

    Raises:
        EvaluationError: if there is no such task or argument, or the task needs an argument and has none.
    """
    if task not in TASKS:
        raise EvaluationError(f"no task {task!r}; a task is one of {', '.join(TASKS)}")
    problem, name = task.split("-")
    asks = problem in ("DC", "DS")
    if asks and argument is None:
        raise EvaluationError(f"{task} asks about an argument; none is given")
    node = framework.argument(argument) if asks and argument is not None else 0
    accepted: bool | None = None
    found: list[list[int]] = []
    try:
        labellings = Labellings(framework.network(), Meter(budget))
        if asks:
            example = _example(labellings, node, name, with_it=problem == "DC")
            accepted = (example is not None) == (problem == "DC")
            found = [] if example is None else [example]
        else:
            with closing(_every(labellings, name)) as every:
                found = list(islice(every, 1) if problem == "SE" else every)
    except OutOfBudgetError:
        return Solution(task, None, (), unknown=True, format=framework.format)
    if problem != "SE":
        found.sort(reverse=True)
    names = framework.arguments
    extensions = tuple(
        tuple(names[i - 1] for i in range(1, len(names) + 1) if labels[i] == IN) for labels in found
    )
    return Solution(task, accepted, extensions, unknown=False, format=framework.format)


def _every(labellings: Labellings, name: str) -> Generator[list[int]]:
    """Yield the labellings under a semantics; those that are a matter of course first."""
    if name == "ID":
        yield ideal(labellings)
    elif name == "SST" and labellings.reduct.nodes:
        with SemiStable(labellings) as search:
            yield from search.every()
    elif name == "CO":
        yield labellings.grounded
        yield from (labels for labels in labellings.every("complete") if labels != labellings.grounded)
    else:
        yield from labellings.every(_SEMANTICS.get(name, "preferred"))


def _example(labellings: Labellings, node: int, name: str, *, with_it: bool) -> list[int] | None:
    """Return a labelling in which an argument is in, or is not, if there is one."""
    if name in _SEMANTICS:
        semantics = _SEMANTICS[name]
        ask = labellings.accepting if with_it else labellings.not_accepting
        return ask(node, semantics)
    label = labellings.grounded[node]
    if name == "ID":
        labels = ideal(labellings)
        return labels if (labels[node] == IN) == with_it else None
    if label != UNDEC and (label == IN) != with_it:
        return None
    if not labellings.reduct.nodes:
        return labellings.grounded
    with SemiStable(labellings) as search:
        if label != UNDEC:
            return search.having([])
        variable = search.search.encoding.in_(node)
        return search.having([variable if with_it else -variable])
