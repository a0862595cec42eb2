"""JSON-LD with the vocabulary of the AIF ontology, for tools that work with linked data. Only written."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import quote

from argmap.formats.base import Keeps, Written
from argmap.model import Kind, Map

KEEPS: Final = Keeps(
    map=frozenset({"title", "description", "language", "authors", "license", "thesis"}),
    source=None,
    claim=frozenset({"text", "label", "tags", "note"}),
    relation=frozenset({"scheme", "note"}),
)

_CONTEXT: Final = {
    "aif": "http://www.arg.dundee.ac.uk/aif#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "claimText": "aif:claimText",
    "Premise": {"@id": "aif:Premise", "@type": "@id"},
    "Conclusion": {"@id": "aif:Conclusion", "@type": "@id"},
    "thesis": {"@id": "foaf:primaryTopic", "@type": "@id"},
    "title": "dcterms:title",
    "description": "dcterms:description",
    "authors": "dcterms:creator",
    "language": {"@id": "dcterms:language", "@language": None},
    "license": {"@id": "dcterms:license", "@language": None},
    "tags": "dcterms:subject",
    "label": "rdfs:label",
    "scheme": "rdfs:label",
    "note": "rdfs:comment",
}
_TYPES: Final = {
    Kind.SUPPORTS: "aif:RA-node",
    Kind.ATTACKS: "aif:CA-node",
    Kind.UNDERCUTS: "aif:CA-node",
    Kind.REPHRASES: "aif:MA-node",
}


def write(map: Map) -> Written:
    """Return a map as JSON-LD, in which steps have premises and conclusions, as in the RDF that AIFdb gives out."""
    context = {**_CONTEXT, **({"@language": map.language} if map.language else {})}
    head = {
        "@id": "",
        **_given(map, "title", "description", "language", "authors", "license"),
        **(
            {"thesis": [_iri(id) for id in dict.fromkeys(map.thesis) if id in map.claims]}
            if map.thesis
            else {}
        ),
    }
    claims = [
        {
            "@id": _iri(claim.id),
            "@type": "aif:I-node",
            "claimText": claim.text,
            **_given(claim, "label", "tags", "note"),
        }
        for claim in map.claims.values()
    ]
    relations = [
        {
            "@id": _iri(relation.id),
            "@type": _TYPES[relation.kind],
            "Premise": [_iri(id) for id in dict.fromkeys(relation.premises) if id in map.claims],
            "Conclusion": _iri(relation.target),
            **_given(relation, "scheme", "note"),
        }
        for relation in map.relations.values()
    ]
    data = {"@context": context, "@graph": [head, *claims, *relations]}
    return Written.text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", KEEPS.dropped(map))


def _given(item: object, *names: str) -> dict[str, Any]:
    values = {name: getattr(item, name) for name in names}
    return {name: value for name, value in values.items() if value}


def _iri(id: str) -> str:
    """Return the address of a claim or relation, within that of the document."""
    return f"#{quote(id, safe='')}"
