"""``argmap solve``: tasks on abstract frameworks, answered as solver competitions want it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from argmap.cli import evaluation, maps, terminal
from argmap.suggest import did_you_mean

_FORMATS = "Frameworks are apx (arg(a). att(a,b).), tgf, or 'p af n' with a line 'i j' for each attack."


def _problems(wanted: bool) -> None:
    if wanted:
        from argmap.evaluate import TASKS

        typer.echo(f"[{','.join(TASKS)}]")
        raise typer.Exit


def solve(
    *,
    task: Annotated[str, typer.Option("-p", metavar="TASK", help="The task, such as DS-PR.")],
    file: Annotated[str, typer.Option("-f", metavar="FILE", help="A framework; - is standard input.")],
    argument: Annotated[
        str | None, typer.Option("-a", metavar="ARGUMENT", help="The argument that DC and DS ask about.")
    ] = None,
    format: Annotated[
        Literal["apx", "tgf", "iccma"] | None,
        typer.Option("--format", "-fo", help="The format of the file; by default told from its text."),
    ] = None,
    budget: evaluation.BudgetOption = None,
    problems: Annotated[  # noqa: ARG001  its callback answers
        bool, typer.Option("--problems", callback=_problems, is_eager=True, help="List the tasks and exit.")
    ] = False,
) -> None:
    """Solve a task on an abstract argumentation framework.

    Tasks, files and answers are as in the ICCMA competitions.

    \b
    Examples:
      argmap solve -p SE-PR -f framework.apx
      argmap solve -p DS-PR -f framework.af -a 7
      argmap solve --problems

    A task is a problem and a semantics: SE, EE and CE want some extension, every one, and their number; DC and DS
    ask whether an argument is in some, or in every one. GR, CO, PR, ST, SST and ID are grounded, complete, preferred,
    stable, semi-stable and ideal.
    """  # noqa: D301  \b is for the help text
    from argmap.evaluate import TASKS, EvaluationError, FrameworkError, read_framework
    from argmap.evaluate import solve as answer

    if task not in TASKS:
        terminal.fail(
            f"there is no task {task!r}", did_you_mean(task, TASKS) or "argmap solve --problems lists them."
        )
    try:
        framework = read_framework(_text(file), format)
        solution = answer(framework, task, argument, budget=evaluation.budget(budget))
    except FrameworkError as error:
        terminal.fail(f"{file}:{error.line}: {error.problem}", _FORMATS)
    except EvaluationError as error:
        terminal.fail(str(error))
    typer.echo(solution.text())
    if solution.unknown:
        evaluation.unknown("the task was not finished")


def _text(file: str) -> str:
    """Return the text of a file; end the command if there is none."""
    try:
        return maps.data(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        terminal.fail(f"{file} is not UTF-8 at byte {error.start + 1}", "Save it as UTF-8.")
