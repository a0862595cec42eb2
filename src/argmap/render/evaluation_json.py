"""Verdicts on a map as data for other programs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from argmap.evaluate import Evaluation, Label, Labelling, Positions
from argmap.graph import Graph

VERSION = 1

Data = dict[str, Any]


def evaluation_json(graph: Graph, readings: Sequence[Evaluation]) -> Data:
    """Return the evaluation of a map as what :func:`json.dumps` takes.

    The shape, beside ``argmap-evaluate`` (its version, 1):

    - ``title``, ``thesis``: as in the map;
    - ``readings``: list of, each, ``leaves`` (``asserted`` or ``evidenced``);
      ``claims``, a list in the order of the map of ``id``, ``label`` (``in``, ``out`` or ``undec``), ``verdict`` (``stands``,
      ``falls`` or ``open``), ``why`` (see :class:`argmap.evaluate.Why`), ``relations`` and ``claims`` (ids of what decides
      it), ``standard`` (as in the map, or null); ``relations``, a list of ``id``, ``label``; and ``positions``, null unless
      they were asked for, else ``semantics``, ``exhaustive``, ``unknown``, ``sceptical`` (ids of the claims in every
      position, or null if that is not known), ``credulous`` (in some), ``found``: a list of ``in``, ``out``, ``undec``, ids
      of claims each;
    - ``strengths``: null, or by the id of each claim and relation its strength, 0–1;
    - ``convergence``: null, or ``method``, ``converged``, ``steps``, ``residual``, ``unsettled`` (see
      :class:`argmap.evaluate.Convergence`).
    """
    first = readings[0]
    return {
        "argmap-evaluate": VERSION,
        "title": graph.map.title,
        "thesis": list(graph.map.thesis),
        "readings": [_reading(graph, reading) for reading in readings],
        "strengths": dict(first.strengths) if first.strengths is not None else None,
        "convergence": asdict(first.convergence) if first.convergence else None,
    }


def _reading(graph: Graph, reading: Evaluation) -> Data:
    return {
        "leaves": reading.leaves,
        "claims": [
            {
                "id": id,
                "label": reading.labels[id].value,
                "verdict": reading.labels[id].verdict,
                "why": reason.why.value,
                "relations": list(reason.relations),
                "claims": list(reason.claims),
                "standard": graph.claims[id].standard,
            }
            for id, reason in reading.reasons.items()
        ],
        "relations": [{"id": id, "label": reading.labels[id].value} for id in graph.relations],
        "positions": _positions(graph, reading.positions) if reading.positions else None,
    }


def _positions(graph: Graph, found: Positions) -> Data:
    def in_order(ids: Collection[str]) -> list[str]:
        return [id for id in graph.claims if id in ids]

    return {
        "semantics": found.semantics,
        "exhaustive": found.exhaustive,
        "unknown": found.unknown,
        "sceptical": None if found.sceptical is None else in_order(found.sceptical),
        "credulous": in_order(found.credulous),
        "found": [_position(labelling) for labelling in found.found],
    }


def _position(labelling: Labelling) -> Data:
    labels = labelling.claims()
    return {label.value: [id for id, own in labels.items() if own is label] for label in Label}
