"""AIF documents written out by hand, and what is read from them."""

import json

from argmap.formats import aif


def node(id, type, text=None, **fields):
    defaults = {
        "RA": "Default Inference",
        "CA": "Default Conflict",
        "MA": "Default Rephrase",
        "YA": "Asserting",
    }
    return {
        "nodeID": id,
        "text": text if text is not None else defaults.get(type, f"Text {id}."),
        "type": type,
        **fields,
    }


def document(nodes, edges, **tables):
    pairs = [edge.split(">") for edge in edges.split()]
    rows = [{"edgeID": str(i), "fromID": source, "toID": target} for i, (source, target) in enumerate(pairs)]
    return {"nodes": nodes, "edges": rows, **tables}


def of(*specs):
    """Nodes from words such as ``1:I``."""
    return [node(*spec.split(":")) for spec in specs]


def reading(data, format=aif):
    return format.read(json.dumps(data), "m.json")


def written(map, format=aif):
    return json.loads(format.write(map).parts[""])


def relations(map):
    return {(r.kind.value, r.premises, r.target) for r in map.relations.values()}


def problems(data, format=aif):
    return [problem.message for problem in reading(data, format).problems]
