"""Evaluation within a process, by argmap's own functions and those of its peers: what benchmarks/worker.py runs."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from frameworks import GROUNDED, PREFERRED, Attacks, anywhere, trees

if TYPE_CHECKING:
    from argmap.evaluate import Framework
    from argmap.model import Map

Run = Callable[[], Any]
Prepare = Callable[[int, Any], Run]
"""Takes a size and an input, and returns what is to be timed."""


def debate(size: int, seed: int = 1) -> Map:
    """A map without cycles, half supports and half attacks. Built without validation: that is not measured."""
    from argmap.model import Claim, Kind, Map, Relation

    pick = random.Random(seed)
    claims = {f"c{i}": Claim.model_construct(id=f"c{i}", text="It is so.") for i in range(1, size + 1)}
    for claim in claims.values():
        claim.__dict__["confidence"] = round(pick.random(), 3)
    relations = {}
    for i in range(2, size + 1):
        kind = pick.choice([Kind.SUPPORTS, Kind.ATTACKS])
        relations[f"r{i}"] = Relation.model_construct(
            id=f"r{i}", kind=kind, premises=(f"c{i}",), target=f"c{pick.randrange(1, i)}"
        )
    return Map.model_construct(thesis=("c1",), claims=claims, relations=relations)


def mapped(attacks: Attacks, size: int) -> Map:
    """A map of bare attacks."""
    from argmap.model import Claim, Kind, Map, Relation

    claims = {f"c{i}": Claim.model_construct(id=f"c{i}", text="It is so.") for i in range(1, size + 1)}
    relations = {
        f"r{n}": Relation.model_construct(id=f"r{n}", kind=Kind.ATTACKS, premises=(f"c{a}",), target=f"c{b}")
        for n, (a, b) in enumerate(attacks)
    }
    return Map.model_construct(thesis=("c1",), claims=claims, relations=relations)


def framework(size: int, attacks: Attacks) -> Framework:
    from argmap.evaluate import Framework

    return Framework(tuple(map(str, range(1, size + 1))), [a for a, _ in attacks], [b for _, b in attacks])


# argmap


def grounded_argmap(size: int, attacks: Attacks) -> Run:
    from argmap.evaluate.labelling import grounded

    network = framework(size, attacks).network()
    return lambda: grounded(network).count(1)


def preferred_argmap(size: int, attacks: Attacks) -> Run:
    from argmap.evaluate.sat import Meter
    from argmap.evaluate.semantics import Labellings

    network = framework(size, attacks).network()
    return lambda: (Labellings(network, Meter()).one("preferred") or []).count(1)


def sceptical_argmap(size: int, attacks: Attacks) -> Run:
    from argmap.evaluate.sat import Meter
    from argmap.evaluate.semantics import Labellings

    network = framework(size, attacks).network()
    return lambda: Labellings(network, Meter()).not_accepting(1, "preferred") is None


def dfquad_argmap(_: int, map: Map) -> Run:
    from argmap.evaluate import Index
    from argmap.evaluate.strength import Weighing

    index = Index.of(map)
    return lambda: round(Weighing(index, "dfquad").solve(index.scores())[0][1], 9)


def bearing_argmap(size: int, attacks: Attacks) -> Run:
    from argmap.evaluate import Index, load_bearing

    index = Index.of(mapped(attacks, size))
    return lambda: len(load_bearing(index, "c1"))


def loss_argmap(size: int, attacks: Attacks) -> Run:
    from argmap.evaluate import Index, smallest_loss

    index = Index.of(mapped(attacks, size))
    return lambda: len(smallest_loss(index, "c1").premises or ())


def evaluate_argmap(_: int, map: Map) -> Run:
    from argmap.evaluate import evaluate

    return lambda: evaluate(map).labels["c1"]


# formal-argumentation


def grounded_formal(size: int, attacks: Attacks) -> Run:
    from argumentation.core.dung import ArgumentationFramework, grounded_extension

    names = frozenset(map(str, range(1, size + 1)))
    made = ArgumentationFramework(names, frozenset((str(a), str(b)) for a, b in attacks))
    return lambda: len(grounded_extension(made))


def bipolar_graph(map: Map) -> object:
    from argumentation.gradual.gradual import WeightedBipolarGraph

    from argmap.model import Kind

    def of(kind: Kind) -> frozenset[tuple[str, str]]:
        return frozenset((r.premises[0], r.target) for r in map.relations.values() if r.kind is kind)

    scores = {id: 0.5 if claim.confidence is None else claim.confidence for id, claim in map.claims.items()}
    return WeightedBipolarGraph(frozenset(map.claims), scores, of(Kind.ATTACKS), of(Kind.SUPPORTS))


def dfquad_formal(_: int, map: Map) -> Run:
    from argumentation.gradual.dfquad import dfquad_bipolar_strengths

    graph = bipolar_graph(map)
    return lambda: round(dfquad_bipolar_strengths(graph).strengths["c1"], 9)


# pygarg


def _pygarg(size: int, attacks: Attacks) -> tuple[list[str], list[list[str]]]:
    return [str(i) for i in range(1, size + 1)], [[str(a), str(b)] for a, b in attacks]


def grounded_pygarg(size: int, attacks: Attacks) -> Run:
    from pygarg.dung.solver import compute_grounded_extension

    arguments, pairs = _pygarg(size, attacks)
    return lambda: len(compute_grounded_extension(arguments, pairs))


def preferred_pygarg(size: int, attacks: Attacks) -> Run:
    from pygarg.dung.solver import compute_some_preferred_extension

    arguments, pairs = _pygarg(size, attacks)
    return lambda: len(compute_some_preferred_extension(arguments, pairs))


def sceptical_pygarg(size: int, attacks: Attacks) -> Run:
    from pygarg.dung.solver import preferred_skeptical_acceptability

    arguments, pairs = _pygarg(size, attacks)
    return lambda: preferred_skeptical_acceptability(arguments, pairs, "1")[0]


# clingo, with the usual encodings


def _clingo(size: int, attacks: Attacks, program: str, *options: str) -> Run:
    import clingo

    facts = f"arg(1..{size}). " + " ".join(f"att({a},{b})." for a, b in attacks)

    def run() -> int:
        control = clingo.Control(["-W", "none", *options])
        control.add("base", [], facts + program + "#show in/1.")
        control.ground([("base", [])])
        sizes: list[int] = []
        control.solve(on_model=lambda model: sizes.append(len(model.symbols(shown=True))))
        return sizes[0]

    return run


def grounded_clingo(size: int, attacks: Attacks) -> Run:
    return _clingo(size, attacks, GROUNDED)


def preferred_clingo(size: int, attacks: Attacks) -> Run:
    return _clingo(size, attacks, PREFERRED, "--heuristic=Domain", "--enum-mode=domRec", "1")


@dataclass(frozen=True)
class Task:
    """Something to compute of an input, and who can."""

    name: str
    make: Callable[[int], Any]
    programs: dict[str, Prepare]


TASKS = [
    Task(
        f"grounded, {name}",
        make,
        {
            "argmap": grounded_argmap,
            "pygarg": grounded_pygarg,
            "formal-argumentation": grounded_formal,
            "clingo": grounded_clingo,
        },
    )
    for name, make in (("trees", trees), ("random", anywhere))
]
TASKS += [
    Task(
        "one preferred extension, trees",
        trees,
        {"argmap": preferred_argmap, "pygarg": preferred_pygarg, "clingo": preferred_clingo},
    ),
    Task(
        "is the thesis in every preferred extension, trees",
        trees,
        {"argmap": sceptical_argmap, "pygarg": sceptical_pygarg},
    ),
    Task("DF-QuAD, debates", debate, {"argmap": dfquad_argmap, "formal-argumentation": dfquad_formal}),
    Task("premises whose loss alone turns the verdict, trees", trees, {"argmap": bearing_argmap}),
    Task("fewest premises whose loss turns the verdict, trees", trees, {"argmap": loss_argmap}),
    Task("all of evaluate() on a map, debates", debate, {"argmap": evaluate_argmap}),
]
"""Trees: each argument attacks an earlier one, 5 % of these attacks are mutual, 2 % more go anywhere. Random: four attacks an
argument, anywhere. Debates: trees without cycles, of attacks and supports."""


def work() -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return what works on requests of a task, a size and a program; reading and building are timed apart."""
    sys.setrecursionlimit(10_000)
    prepared: dict[str, Run] = {}

    def once(request: dict[str, Any]) -> dict[str, Any]:
        key = repr(request)
        if key not in prepared:
            task = next(task for task in TASKS if task.name == request["task"])
            prepared[key] = task.programs[request["program"]](request["size"], task.make(request["size"]))
        start = time.process_time()
        prepared[key]()
        return {"seconds": time.process_time() - start}

    return once
