"""Abstract argumentation frameworks: arguments, and which attacks which (Dung 1995)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from argmap.evaluate.errors import EvaluationError
from argmap.evaluate.labels import IN
from argmap.evaluate.network import Network

FrameworkFormat = Literal["apx", "tgf", "iccma"]
"""``apx``, facts of ASPARTIX (``arg(a).`` ``att(a,b).``); ``tgf``, trivial graph format; ``iccma``, that of the
competitions since 2023 (``p af n``, then a line ``i j`` for each attack)."""


class FrameworkError(EvaluationError):
    """A text that is not a framework in the format it should be in.

    Attributes:
        line: the line that is at fault, from 1.
        problem: what is wrong with it.
    """

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line = line
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Framework:
    """An abstract framework.

    Attributes:
        arguments: the names of the arguments; argument *k* below is the *k*-th, from 1.
        attackers: for each attack, the argument that attacks.
        attacked: for each attack, the argument that is attacked.
        format: the format that it was read from, which is also that of answers.
    """

    arguments: tuple[str, ...]
    attackers: list[int]
    attacked: list[int]
    format: FrameworkFormat = "iccma"

    def network(self) -> Network:
        """Return the framework as a network: arguments whose inputs are the negations of their attackers."""
        return Network([IN] * (len(self.arguments) + 1), ([], []), (self.attackers, self.attacked))

    def argument(self, name: str) -> int:
        """Return the number of an argument.

        Raises:
            EvaluationError: if there is none of that name.
        """
        try:
            return self.arguments.index(name) + 1
        except ValueError:
            raise EvaluationError(f"the framework has no argument {name!r}") from None


def read_framework(text: str, format: FrameworkFormat | None = None) -> Framework:
    r"""Read an abstract framework.

    Args:
        text: the content of a file.
        format: its format; None to tell it from the text.

    Raises:
        FrameworkError: if the text is not a framework in that format.

    >>> read_framework("p af 2\n1 2\n").attackers
    [1]
    """
    format = format or _format(text)
    if format == "iccma":
        return _read_iccma(text)
    if format == "apx":
        return _read_apx(text)
    return _read_tgf(text)


def _format(text: str) -> FrameworkFormat:
    for _, words in _lines(text, comments=True):
        if words[0] == "p":
            return "iccma"
        break
    return "apx" if re.search(r"^\s*(%.*\s+)*arg\s*\(", text) else "tgf"


def _lines(text: str, *, comments: bool) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the words of each line that has words and, where # makes a comment, is none."""
    for number, line in enumerate(text.splitlines(), 1):
        if (words := line.split()) and not (comments and words[0].startswith("#")):
            yield number, words


def _read_iccma(text: str) -> Framework:
    lines = _lines(text, comments=True)
    number, words = next(lines, (1, []))
    if len(words) != 3 or words[:2] != ["p", "af"] or not words[2].isdecimal():
        raise FrameworkError(number, "should be 'p af' and the number of arguments")
    count = int(words[2])
    if count > len(text) * _SPARSE:
        raise FrameworkError(number, f"{count} arguments are too many for a file of this size")
    names = {str(argument): argument for argument in range(1, count + 1)}
    attackers, attacked = [], []
    for number, words in lines:
        if len(words) != 2:
            raise FrameworkError(number, "should be the numbers of two arguments")
        attackers.append(_known(names, words[0], number))
        attacked.append(_known(names, words[1], number))
    return Framework(tuple(names), attackers, attacked, "iccma")


_SPARSE: Final = 1_000
"""Arguments per character of a file, at most: a short file must not fill the memory."""
_FACT: Final = re.compile(r"(arg|att)\s*\(\s*([^\s,()]+)\s*(?:,\s*([^\s,()]+)\s*)?\)\s*\.|%[^\n]*|(\S)")


def _read_apx(text: str) -> Framework:
    names: dict[str, int] = {}
    attacks: list[tuple[str, str, int]] = []
    for fact in _FACT.finditer(text):
        kind, first, second, stray = fact.groups()
        if stray or (kind and (kind == "arg") != (second is None)):
            raise FrameworkError(
                text.count("\n", 0, fact.start()) + 1, "should be a fact arg(a). or att(a,b)."
            )
        if kind == "arg":
            names.setdefault(first, len(names) + 1)
        elif kind:
            attacks.append((first, second, fact.start()))
    for first, second, place in attacks:
        for name in (first, second):
            if name not in names:
                raise FrameworkError(text.count("\n", 0, place) + 1, f"no argument {name!r} is declared")
    attackers = [names[first] for first, _, _ in attacks]
    return Framework(tuple(names), attackers, [names[second] for _, second, _ in attacks], "apx")


def _read_tgf(text: str) -> Framework:
    names: dict[str, int] = {}
    attackers, attacked = [], []
    in_attacks = False
    for number, words in _lines(text, comments=False):
        if words[0] == "#":
            in_attacks = True
        elif not in_attacks:
            names.setdefault(words[0], len(names) + 1)
        elif len(words) < 2:
            raise FrameworkError(number, "should be the names of two arguments")
        else:
            attackers.append(_known(names, words[0], number))
            attacked.append(_known(names, words[1], number))
    return Framework(tuple(names), attackers, attacked, "tgf")


def _known(names: dict[str, int], name: str, line: int) -> int:
    if name not in names:
        raise FrameworkError(line, f"no argument {name!r} is declared")
    return names[name]
