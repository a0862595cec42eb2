"""What benchmarks/evaluate.py measures: inputs, argmap's own functions, and those of its peers."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from argmap.evaluate import Framework, Index, evaluate, load_bearing, smallest_loss
from argmap.evaluate.labelling import grounded
from argmap.evaluate.sat import Meter
from argmap.evaluate.semantics import Labellings
from argmap.evaluate.strength import Weighing
from argmap.model import Claim, Kind, Map, Relation

Attacks = list[tuple[int, int]]
Run = Callable[[], Any]
Prepare = Callable[[int, Any], Run]
"""Takes a size and an input, and returns what is to be timed."""


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


def debate(size: int, seed: int = 1) -> Map:
    """A map without cycles, half supports and half attacks. Built without validation: that is not measured."""
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
    claims = {f"c{i}": Claim.model_construct(id=f"c{i}", text="It is so.") for i in range(1, size + 1)}
    relations = {
        f"r{n}": Relation.model_construct(id=f"r{n}", kind=Kind.ATTACKS, premises=(f"c{a}",), target=f"c{b}")
        for n, (a, b) in enumerate(attacks)
    }
    return Map.model_construct(thesis=("c1",), claims=claims, relations=relations)


def framework(size: int, attacks: Attacks) -> Framework:
    return Framework(tuple(map(str, range(1, size + 1))), [a for a, _ in attacks], [b for _, b in attacks])


# argmap


def grounded_argmap(size: int, attacks: Attacks) -> Run:
    network = framework(size, attacks).network()
    return lambda: grounded(network).count(1)


def preferred_argmap(size: int, attacks: Attacks) -> Run:
    network = framework(size, attacks).network()
    return lambda: (Labellings(network, Meter()).one("preferred") or []).count(1)


def sceptical_argmap(size: int, attacks: Attacks) -> Run:
    network = framework(size, attacks).network()
    return lambda: Labellings(network, Meter()).not_accepting(1, "preferred") is None


def dfquad_argmap(_: int, map: Map) -> Run:
    index = Index.of(map)
    return lambda: round(Weighing(index, "dfquad").solve(index.scores())[0][1], 9)


def bearing_argmap(size: int, attacks: Attacks) -> Run:
    index = Index.of(mapped(attacks, size))
    return lambda: len(load_bearing(index, "c1"))


def loss_argmap(size: int, attacks: Attacks) -> Run:
    index = Index.of(mapped(attacks, size))
    return lambda: len(smallest_loss(index, "c1").premises or ())


def evaluate_argmap(_: int, map: Map) -> Run:
    return lambda: evaluate(map).labels["c1"]


# formal-argumentation


def grounded_formal(size: int, attacks: Attacks) -> Run:
    from argumentation.core.dung import ArgumentationFramework, grounded_extension

    names = frozenset(map(str, range(1, size + 1)))
    made = ArgumentationFramework(names, frozenset((str(a), str(b)) for a, b in attacks))
    return lambda: len(grounded_extension(made))


def bipolar_graph(map: Map) -> object:
    from argumentation.gradual.gradual import WeightedBipolarGraph

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


GROUNDED = "in(X) :- arg(X); out(Y) : att(Y,X). out(X) :- att(Y,X), in(Y)."
PREFERRED = """
{in(X)} :- arg(X). :- att(X,Y), in(X), in(Y). hit(X) :- att(Y,X), in(Y). :- in(X), att(Y,X), not hit(Y).
#heuristic in(X) : arg(X). [1,true]
"""


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


PEERS = {"pygarg": "pygarg", "formal-argumentation": "argumentation", "clingo": "clingo"}
TABLES: list[tuple[str, Callable[[int], Any], dict[str, Prepare]]] = [
    (
        "grounded, trees",
        trees,
        {
            "argmap": grounded_argmap,
            "formal-argumentation": grounded_formal,
            "clingo": grounded_clingo,
            "pygarg": grounded_pygarg,
        },
    ),
    (
        "grounded, random",
        anywhere,
        {
            "argmap": grounded_argmap,
            "formal-argumentation": grounded_formal,
            "clingo": grounded_clingo,
            "pygarg": grounded_pygarg,
        },
    ),
    (
        "one preferred extension, trees",
        trees,
        {"argmap": preferred_argmap, "clingo": preferred_clingo, "pygarg": preferred_pygarg},
    ),
    (
        "is the thesis in every preferred extension, trees",
        trees,
        {"argmap": sceptical_argmap, "pygarg": sceptical_pygarg},
    ),
    ("DF-QuAD, debates", debate, {"argmap": dfquad_argmap, "formal-argumentation": dfquad_formal}),
    ("premises whose loss alone turns the verdict, trees", trees, {"argmap": bearing_argmap}),
    ("fewest premises whose loss turns the verdict, trees", trees, {"argmap": loss_argmap}),
    ("all of evaluate() on a map, debates", debate, {"argmap": evaluate_argmap}),
]
