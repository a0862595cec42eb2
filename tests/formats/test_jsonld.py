"""JSON-LD: read by a library for linked data, it says what the map does."""

import json

import pytest
from hypothesis import given, settings
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDFS

from argmap.formats import jsonld
from argmap.model import Claim, Kind, Map, Relation
from strategies import maps

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*is deprecated.*:DeprecationWarning"
)  # rdflib's own parser does

AIF = Namespace("http://www.arg.dundee.ac.uk/aif#")
BASE = "https://example.org/map"


def graph(map):
    text = jsonld.write(map).parts[""].decode()
    return Graph().parse(data=text, format="json-ld", publicID=BASE)


MAP = Map(
    title="Brücke",
    language="de",
    authors=("Ada", "Bo"),
    thesis=("a",),
    claims={
        "a": Claim(id="a", text="Die Brücke wird gesperrt."),
        "b/é": Claim(id="b/é", text="B", label="Kurz", tags=("x", "y"), confidence=0.5),
        "c": Claim(id="c", text="C"),
    },
    relations={
        "r": Relation(id="r", kind=Kind.SUPPORTS, premises=("b/é", "c", "c"), target="a", scheme="sign"),
        "c:undercuts:r": Relation(
            id="c:undercuts:r", kind=Kind.UNDERCUTS, premises=("c", "nowhere"), target="r"
        ),
        "m": Relation(id="m", kind=Kind.REPHRASES, premises=("c",), target="a"),
    },
)


def at(id):
    return URIRef(f"{BASE}#{id}")


def test_triples():
    found = graph(MAP)
    assert found.value(at("a"), AIF.claimText) == Literal("Die Brücke wird gesperrt.", lang="de")
    assert set(found.subjects(RDF.type, AIF["I-node"])) == {at("a"), at("b%2F%C3%A9"), at("c")}
    assert set(found.subjects(RDF.type, AIF["RA-node"])) == {at("r")}
    assert set(found.objects(at("r"), AIF.Premise)) == {at("b%2F%C3%A9"), at("c")}
    assert found.value(at("r"), AIF.Conclusion) == at("a")
    assert found.value(at("r"), RDFS.label) == Literal("sign", lang="de")
    assert set(found.subjects(RDF.type, AIF["CA-node"])) == {at("c%3Aundercuts%3Ar")}
    assert found.value(at("c%3Aundercuts%3Ar"), AIF.Conclusion) == at("r")
    assert set(found.subjects(RDF.type, AIF["MA-node"])) == {at("m")}
    assert set(found.objects(URIRef(BASE), FOAF.primaryTopic)) == {at("a")}
    assert found.value(URIRef(BASE), DCTERMS.language) == Literal("de")
    assert {str(name) for name in found.objects(URIRef(BASE), DCTERMS.creator)} == {"Ada", "Bo"}
    assert {str(word) for word in found.objects(at("b%2F%C3%A9"), DCTERMS.subject)} == {"x", "y"}


def test_what_has_no_room_is_told():
    assert [str(it) for it in jsonld.write(MAP).dropped] == ["confidence of claims: b/é"]


@settings(max_examples=15)
@given(maps())
def test_every_claim_and_relation_is_there(map):
    found = graph(map)
    assert len(set(found.subjects(RDF.type, AIF["I-node"]))) == len(map.claims)
    assert len(set(found.subjects(AIF.Conclusion))) == len(map.relations)
    assert {str(text).strip() for text in found.objects(None, AIF.claimText)} == {
        claim.text.strip() for claim in map.claims.values()
    }
    assert json.loads(jsonld.write(map).parts[""])["@graph"][0]["@id"] == ""
