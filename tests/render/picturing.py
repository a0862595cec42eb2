"""Maps for pictures, and what can be seen in an SVG."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from argmap.graph import Graph
from argmap.model import Claim, Kind, Map, Quote, Relation, Source, relation_id

SVG = "{http://www.w3.org/2000/svg}"


def make(claims: list[Claim], relations: list[Relation], thesis: str = "t", **fields: object) -> Graph:
    return Graph(
        Map(
            thesis=(thesis,),
            claims={claim.id: claim for claim in claims},
            relations={relation.id: relation for relation in relations},
            **fields,
        )
    )


def relate(kind: str, premises: str, target: str, **fields: object) -> Relation:
    together = tuple(premises.split("+"))
    id = fields.pop("id", None) or relation_id(Kind(kind), together, target)
    return Relation(id=id, kind=kind, premises=together, target=target, **fields)


def debate() -> Graph:
    """Every kind of relation, every voice, two sections, an id that is not defined."""
    claims = [
        Claim(id="t", text="Secondary schools should start no earlier than nine."),
        Claim(
            id="sleep",
            text="Teenagers sleep too little.",
            section="Health",
            evidence=(Quote(source="study", paragraph=3),),
            at=(Quote(source="study"),),
        ),
        Claim(id="health-first", text="Health counts most.", voice="implicit", assumed=True),
        Claim(id="grades", text="Grades rose.", section="Health"),
        Claim(id="selected", text="Those schools had chosen it.", voice="analyst", section="Health"),
        Claim(id="matched", text="They were matched.", voice="analyst", section="Health"),
        Claim(id="buses", text="No buses.", voice="reported", speaker="County", section="Daily life"),
        Claim(id="jobs", text="Jobs are cut short.", section="Daily life", residual=True),
        Claim(id="sports", text="Sports are cut short.", section="Daily life"),
    ]
    relations = [
        relate("supports", "sleep+health-first", "t", id="linked"),
        relate("supports", "grades", "t", id="step", scheme="sign"),
        relate("undercuts", "selected", "step", id="undercut"),
        relate("undercuts", "matched", "undercut", id="answer"),
        relate("attacks", "buses", "t"),
        relate("attacks", "jobs", "t"),
        relate("rephrases", "sports", "jobs"),
        relate("supports", "nowhere", "buses"),
    ]
    sources = {"study": Source(id="study", title="Sleep & youth", authors=("Ann",), published="2024")}
    return make(claims, relations, title="Later?", sources=sources, language="en")


def chain(length: int) -> Graph:
    """A thesis with a chain below it, the last claim of which also supports the first two."""
    claims = [Claim(id="t", text="A thesis.")]
    claims += [Claim(id=f"c{n}", text=f"Claim number {n} of the chain.") for n in range(1, length)]
    relations = [relate("supports", f"c{n}", "t" if n == 1 else f"c{n - 1}") for n in range(1, length)]
    relations += [relate("supports", f"c{length - 1}", "t"), relate("attacks", f"c{length - 1}", "c1")]
    return make(claims, relations)


def parse(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def groups(svg: ET.Element) -> dict[str, ET.Element]:
    return {group.get("id", ""): group for group in svg.iter(f"{SVG}g")}


def texts(element: ET.Element) -> list[str]:
    return [text.text or "" for text in element.iter(f"{SVG}text")]


def box(group: ET.Element) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a group's outermost polygon; y grows downwards."""
    points = [
        tuple(map(float, point.split(",")))
        for polygon in group.iter(f"{SVG}polygon")
        for point in polygon.get("points", "").split()
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def joined(element: ET.Element) -> str:
    return "".join("".join(texts(element)).split())
