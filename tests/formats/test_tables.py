"""Formats for other programs' tables and graphs: read again, they tell what the map tells."""

import csv
import sys
import xml.etree.ElementTree as ET
from io import BytesIO, StringIO

import networkx as nx
import pyarrow.parquet as pq
import pytest
from hypothesis import given

from argmap.formats import FORMATS, Dropped
from argmap.formats.base import WriteError
from argmap.model import Claim, Map, Quote, Relation, Source
from strategies import maps

MAP = Map(
    title="T",
    thesis=("a",),
    sources={"s": Source(id="s", title="S", authors=("A", "B"))},
    claims={
        "a": Claim(
            id="a",
            text="=1+1, “quoted”",
            evidence=(Quote(source="s", paragraph=3, text="x"), Quote(source="s")),
            assumed="plain",
            confidence=0.5,
            tags=("x", "y"),
            ignore={"AM107": "why"},
        ),
        "b": Claim(id="b", text="B\nb", label="L", assumed=True),
    },
    relations={
        "r": Relation(id="r", kind="supports", premises=("b", "c"), target="a", questions={"q": "no"}),
        "u": Relation(id="u", kind="undercuts", premises=("b",), target="r", weight=0.25),
    },
)


def written(name, map):
    return FORMATS[name].write(map)


def table(data):
    return list(csv.DictReader(StringIO(data.decode(), newline="")))


def test_tables_as_csv():
    made = written("csv", MAP)
    assert list(made.parts) == ["claims.csv", "relations.csv", "sources.csv"]
    first, second = table(made.parts["claims.csv"])
    assert (first["id"], first["role"], first["confidence"]) == ("a", "thesis", "0.5")
    assert (first["tags"], first["evidence"], first["ignore"]) == ("x; y", "s ¶3 x; s", "AM107: why")
    assert (first["assumed"], second["assumed"], second["residual"]) == ("plain", "true", "false")
    assert second["text"] == "B\nb"
    assert [row["premises"] for row in table(made.parts["relations.csv"])] == ["b c", "b"]
    assert table(made.parts["sources.csv"])[0]["authors"] == "A; B"
    assert made.dropped == (Dropped("title"),)


def test_no_cell_is_a_formula():
    text = written("csv", MAP).parts["claims.csv"].decode()
    assert '"\'=1+1, “quoted”"' in text


@given(maps())
def test_csv_has_a_row_for_everything(map):
    parts = written("csv", map).parts
    for name, items in (("claims", map.claims), ("relations", map.relations), ("sources", map.sources)):
        assert [row["id"] for row in table(parts[f"{name}.csv"])] == list(items)


def test_tables_as_parquet():
    made = written("parquet", MAP)
    claims, relations, sources = (pq.read_table(BytesIO(data)).to_pylist() for data in made.parts.values())
    assert claims[0]["evidence"] == [
        {"source": "s", "paragraph": 3, "text": "x"},
        {"source": "s", "paragraph": None, "text": None},
    ]
    assert (claims[0]["text"], claims[0]["tags"], claims[0]["role"]) == (
        "=1+1, “quoted”",
        ["x", "y"],
        "thesis",
    )
    assert (claims[0]["assumed"], claims[1]["assumed"], claims[1]["residual"]) == ("plain", "true", None)
    assert (relations[0]["premises"], relations[0]["questions"]) == (["b", "c"], [("q", "no")])
    assert relations[1]["weight"] == 0.25
    assert sources[0]["authors"] == ["A", "B"]


def test_columns_have_the_same_types_whatever_is_in_them():
    full, empty = (written("parquet", map).parts for map in (MAP, Map()))
    for name in full:
        assert pq.read_schema(BytesIO(full[name])) == pq.read_schema(BytesIO(empty[name]))


@given(maps())
def test_parquet_keeps_texts_as_they_are(map):
    rows = pq.read_table(BytesIO(written("parquet", map).parts["claims.parquet"])).to_pylist()
    assert [row["text"] for row in rows] == [claim.text for claim in map.claims.values()]


def test_parquet_tells_what_it_needs(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(WriteError, match="pyarrow is not installed") as error:
        written("parquet", MAP)
    assert "argmap[parquet]" in error.value.help


def graph(map):
    return nx.read_graphml(BytesIO(written("graphml", map).parts[""]))


def test_a_graph_in_graphml():
    found = graph(MAP)
    assert found.graph["title"] == "T"
    assert found.nodes["a"]["role"] == "thesis"
    assert (found.nodes["a"]["confidence"], found.nodes["a"]["assumed"]) == (0.5, "plain")
    assert (found.nodes["b"]["label"], found.nodes["r"]["label"]) == ("L", "supports")
    assert (found.nodes["r"]["type"], found.nodes["r"]["premises"]) == ("relation", "b c")
    assert dict(found.edges) == {
        ("r", "a"): {"link": "target"},
        ("b", "r"): {"link": "premise"},
        ("u", "r"): {"link": "target"},
        ("b", "u"): {"link": "premise"},
    }
    assert written("graphml", MAP).dropped == (Dropped("sources", ("s",)),)


def test_every_key_of_graphml_has_an_id_of_its_own():
    keys = ET.fromstring(written("graphml", MAP).parts[""]).findall("{*}key")
    ids = [key.get("id") for key in keys]
    assert len(ids) == len(set(ids))


@given(maps())
def test_graphml_has_every_claim_and_relation(map):
    found = graph(map)
    assert set(found.nodes) == {*map.claims, *map.relations}
    assert {id: found.nodes[id]["text"] for id in map.claims} == {
        # what XML reads: line ends are line feeds
        id: claim.text.replace("\r\n", "\n").replace("\r", "\n")
        for id, claim in map.claims.items()
    }
