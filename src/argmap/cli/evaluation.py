"""What commands that evaluate maps share: what the verdicts are to rest on, what a search may cost, giving up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from argmap.cli import terminal, waiting
from argmap.suggest import did_you_mean

if TYPE_CHECKING:
    from argmap.evaluate import Budget, Convergence, Standards
    from argmap.graph import Graph

UNKNOWN = 3
"""Exit code of a search that ended without an answer."""

Leaves = Literal["asserted", "evidenced"]
LeavesOption = Annotated[
    Leaves,
    typer.Option(
        help="What claims without reasons count as: granted because they are said, or only if they have evidence"
        " or are assumed."
    ),
]
Strength = Literal["dfquad", "qe", "euler", "hcat"]
Linked = Literal["min", "product"]
LinkedOption = Annotated[
    Linked,
    typer.Option(help="What linked premises have together: the least of their strengths, or their product."),
]
ThresholdOption = Annotated[
    list[str] | None,
    typer.Option(
        "--threshold",
        metavar="NAME=VALUE",
        help="A constant of the proof standards: alpha (0.5), beta (0.3), beta_doubt (0.5) or gamma (0.2).",
    ),
]
BudgetOption = Annotated[
    float | None,
    typer.Option(
        metavar="SECONDS",
        min=0,
        help="What a search may take. Without an answer by then, the exit code is 3.",
    ),
]


def budget(seconds: float | None) -> Budget | None:
    """Return the budget of a search."""
    from argmap.evaluate import Budget

    return None if seconds is None else Budget(seconds=seconds)


def standards(graph: Graph, thresholds: list[str] | None) -> Standards | None:
    """Return the proof standards of a map's claims, with other constants if some are given."""
    if not thresholds:
        return None
    from argmap.evaluate import Standards, Thresholds

    names = Thresholds.__dataclass_fields__
    values = pairs("--threshold", thresholds)
    for name in values:
        if name not in names:
            hint = did_you_mean(name, names) or f"The names: {', '.join(names)}."
            terminal.fail(f"there is no threshold {name!r}", hint)
    own = {id: claim.standard for id, claim in graph.claims.items() if claim.standard}
    return Standards(own, Thresholds(**values))


def pairs(option: str, given: list[str] | None) -> dict[str, float]:
    """Return what an option gives as NAME=VALUE, values from 0 to 1; end the command if one is not."""
    values: dict[str, float] = {}
    for pair in given or ():
        name, _, number = pair.rpartition("=")
        try:
            value = float(number)
        except ValueError:
            value = -1
        if not name or not 0 <= value <= 1:
            terminal.fail(f"{option} should be NAME=VALUE, the value from 0 to 1, not {pair!r}")
        if name in values:
            terminal.fail(f"{option} gives {name!r} twice")
        values[name] = value
    return values


@contextmanager
def refusals(graph: Graph) -> Iterator[None]:
    """End the command with what to do if an evaluation refuses what it is asked for."""
    from argmap.evaluate import EvaluationError, UnknownIdError

    try:
        with waiting.doing("Evaluating"):
            yield
    except UnknownIdError as error:
        ids = [*graph.claims, *graph.relations]
        terminal.fail(
            str(error),
            did_you_mean(error.id, ids) or "The ids are what argmap show MAP prints in brackets.",
        )
    except EvaluationError as error:
        terminal.fail(str(error))


def warn(convergence: Convergence | None) -> None:
    """Say so if strengths did not come to rest."""
    if convergence and not convergence.converged:
        claims = ", ".join(convergence.unsettled)
        terminal.say(f"argmap: strengths in circles did not come to rest: {claims}")


def unknown(message: str) -> NoReturn:
    """End the command: the budget ran out before there was an answer."""
    terminal.tell(f"unknown: {message}", "Give the search more time with --budget.")
    raise typer.Exit(UNKNOWN)
