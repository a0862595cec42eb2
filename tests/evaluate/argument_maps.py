"""Maps to evaluate: some by hand, and strategies for all small ones."""

from hypothesis import strategies as st

import argmap
from argmap.model import Claim, Kind, Map, Relation


def loads(text):
    """A map of claims whose text does not matter: a line ``a: {…}`` of YAML for each, the thesis first."""
    lines = [line.strip() for line in text.strip().splitlines()]
    body = "\n".join("  " + line.replace("{", "{text: It is so., ", 1).replace(", }", "}") for line in lines)
    return argmap.loads(f"argmap: 1\nthesis: {lines[0].split(':')[0].strip()}\nclaims:\n{body}\n")


M1 = loads("""
T: {confidence: 0.5, supported_by: [[p1, p2], {premises: [p3], id: r2, undercut_by: [u]}], attacked_by: [q]}
p1: {confidence: 0.9}
p2: {confidence: 0.6}
p3: {confidence: 0.8}
q: {confidence: 0.7, attacked_by: [s]}
s: {confidence: 0.5}
u: {confidence: 0.5}
""")
"""The map of which all values are known."""

DUNG = loads("""
c4: {attacked_by: [c3]}
c3: {attacked_by: [c1, c2]}
c1: {attacked_by: [c2]}
c2: {attacked_by: [c1]}
""")


def chain(length, kind=Kind.SUPPORTS):
    """A chain of claims c0 ← c1 ← … of one kind of relation."""
    claims = {f"c{i}": Claim(id=f"c{i}", text="It is so.") for i in range(length)}
    relations = {
        f"r{i}": Relation(id=f"r{i}", kind=kind, premises=(f"c{i + 1}",), target=f"c{i}")
        for i in range(length - 1)
    }
    return Map(thesis=("c0",), claims=claims, relations=relations)


NONE = st.none()


@st.composite
def maps(
    draw, *, max_claims=5, max_relations=7, kinds=tuple(Kind), acyclic=False, dangling=True, weights=NONE
):
    """Small maps: linked premises, undercuts (of undercuts), cycles, residual objections, unknown premises."""
    names = [f"c{i}" for i in range(draw(st.integers(1, max_claims)))]
    claims = {
        name: Claim(
            id=name,
            text="It is so.",
            assumed=draw(st.booleans()),
            residual=draw(st.integers(0, 9)) == 9,
            confidence=draw(st.none() | st.sampled_from([0.0, 0.3, 0.5, 0.8, 1.0])),
        )
        for name in names
    }
    relations = {}
    place = {name: i for i, name in enumerate(names)}
    for number in range(draw(st.integers(0, max_relations))):
        target = draw(st.sampled_from([*names, *relations]))
        kind = draw(st.sampled_from(kinds))
        at = place[target]
        if acyclic and at == len(names) - 1:
            continue
        available = names[at + 1 :] if acyclic else names + (["nowhere"] if dangling else [])
        premises = draw(st.lists(st.sampled_from(available), min_size=1, max_size=3))
        id = f"r{number}"
        place[id] = at
        weight = draw(weights)
        relations[id] = Relation(id=id, kind=kind, premises=premises, target=target, weight=weight)
    return Map(thesis=("c0",), claims=claims, relations=relations)


leaves = st.sampled_from(["asserted", "evidenced"])
