"""What the script of a page works on: the map as ``argmap show --json`` has it, and what argmap makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.evaluate import READINGS, Evaluation
from argmap.finding import Finding
from argmap.graph import Graph
from argmap.model import Kind, Map, Quote
from argmap.query.properties import states
from argmap.render.forest import Forest
from argmap.render.heading import source_in_words
from argmap.render.outline import map_json
from argmap.render.signs import UNICODE
from argmap.render.verdicts import sign_of
from argmap.sources import Anchor, Method, Reason, Sources

Data = dict[str, Any]


def page_data(
    graph: Graph,
    forest: Forest,
    order: Sequence[str],
    *,
    readings: Sequence[Evaluation],
    findings: Sequence[Finding],
    sources: Sources | None,
) -> Data:
    """Return what :func:`json.dumps` takes; what a map leaves out is left out.

    The claims come in the given order. Each has, beside what it has in :func:`argmap.render.outline.map_json`:
    ``by``, the relation that brings it into the outline; ``is``, what the selector ``is:`` knows it as; ``at`` and
    ``evidence``, places with the passages and the links to them.
    """
    shown = map_json(graph)
    claims = {claim["id"]: claim for claim in shown["claims"]}
    for id, claim in claims.items():
        it = graph.claims[id]
        node = forest.places[id]
        by = node.relation or (node.parent and node.parent.relation)
        claim |= {
            "by": by.id if by else None,
            "is": states(graph, it),
            "at": [_place(graph.map, quote, sources) for quote in it.at],
            "evidence": [_place(graph.map, quote, sources) for quote in it.evidence],
        }
    return {
        "title": graph.map.title or "Argument map",
        "language": graph.map.language,
        "claims": [_present(claims[id]) for id in order],
        "relations": [_present(relation) for relation in shown["relations"]],
        "readings": [_reading(reading, graph, order) for reading in readings],
        "findings": [_finding(finding) for finding in findings],
        "signs": {str(kind): UNICODE.of(kind) for kind in Kind},
    }


def _present(fields: Mapping[str, object]) -> Data:
    """Return the fields that say something; a number always does."""
    return {name: value for name, value in fields.items() if value or type(value) in (int, float)}


def _place(map: Map, quote: Quote, sources: Sources | None) -> Data:
    source = map.sources.get(quote.source)
    place: Data = {
        "source": quote.source,
        "title": source_in_words(source) if source else None,
        "place": str(quote),
        "link": source.url if source else None,
    }
    found = sources.anchor(quote) if sources else None
    if isinstance(found, Anchor):
        if found.method is not Method.WHOLE:
            place["passage"] = found.passage
            place["paragraphs"] = list(found.paragraphs)
        place["alike"] = round(100 * found.score) if found.score < 1 else None
        if sources and (link := sources.link(found)):
            place["link"] = link
    elif found and found.reason is not Reason.NO_TEXT:
        place["problem"] = found.message
    return _present(place)


def _reading(reading: Evaluation, graph: Graph, order: Sequence[str]) -> Data:
    labels, reasons = reading.labels, reading.reasons
    return {
        "leaves": reading.leaves,
        "words": READINGS[reading.leaves],
        "signs": {label.verdict: sign_of(label, UNICODE) for label in dict.fromkeys(labels.values())},
        "verdicts": [labels[id].verdict for id in order],
        "reasons": [str(reasons[id]) for id in order],
        "relations": {id: labels[id].verdict for id in graph.relations},
    }


def _finding(finding: Finding) -> Data:
    return _present({
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "help": finding.help,
        "line": finding.span.line,
        "claim": finding.claim,
    })  # fmt: skip
