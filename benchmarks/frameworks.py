"""Abstract argumentation frameworks, as lists of attacks and as files of the ICCMA competitions."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

Attacks = list[tuple[int, int]]


def trees(size: int, seed: int = 1) -> Attacks:
    """Attacks that look like a debate drawn as a map; argument 1 is the thesis."""
    pick = random.Random(seed)
    attacks = []
    for argument in range(2, size + 1):
        target = pick.randrange(1, argument)
        attacks.append((argument, target))
        if pick.random() < 0.05:
            attacks.append((target, argument))
    attacks += [(pick.randint(1, size), pick.randint(1, size)) for _ in range(size // 50)]
    return sorted(set(attacks))


def anywhere(size: int, seed: int = 1) -> Attacks:
    """Attacks between any two arguments, four an argument."""
    pick = random.Random(seed)
    return sorted({(pick.randint(1, size), pick.randint(1, size)) for _ in range(4 * size)})


FRAMEWORKS: dict[str, Callable[[int], Attacks]] = {"trees": trees, "anywhere": anywhere}


# The usual encodings, for clingo.
GROUNDED = "in(X) :- arg(X); out(Y) : att(Y,X). out(X) :- att(Y,X), in(Y)."
PREFERRED = """
{in(X)} :- arg(X). :- att(X,Y), in(X), in(Y). hit(X) :- att(Y,X), in(Y). :- in(X), att(Y,X), not hit(Y).
#heuristic in(X) : arg(X). [1,true]
"""
ENCODINGS = {"grounded": f"{GROUNDED}\n#show in/1.\n", "preferred": f"{PREFERRED}\n#show in/1.\n"}


def write(name: str, size: int, path: Path) -> None:
    """Write a framework to a file, as `p af` or as facts (apx), which are a logic program, too."""
    attacks = FRAMEWORKS[name](size)
    if path.suffix == ".af":
        lines = [f"p af {size}", *(f"{a} {b}" for a, b in attacks)]
    else:
        lines = [*(f"arg({n})." for n in range(1, size + 1)), *(f"att({a},{b})." for a, b in attacks)]
    path.write_text("\n".join(lines) + "\n", encoding="ascii")
