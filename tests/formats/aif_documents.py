"""Hypothesis strategies for AIF documents: regular ones, and ones as untidy as JSON allows."""

from hypothesis import strategies as st

_KEYS = st.sampled_from(["1", "2", "3", "4", "5", "6", "7", "a b", "a-b", "", "é", "x/y"])
_NUMBERS = st.sampled_from([1, 2, 3, 1.5, 10**30])
_WRONG = st.sampled_from([None, True, 0, "", [], {}, [None], {"nodeID": "1"}])
_ids = _KEYS | _NUMBERS
_texts = st.sampled_from(
    [
        "It rains.",
        " It rains. ",
        "Ann : It rains.",
        "",
        " ",
        "\x00",
        "a\x1b[2Jb",
        "\ud800",
        "\u200b",
        "e\u0301",
        "RA",
    ]
) | st.text(max_size=8)
_types = st.sampled_from(["I", "I", "I", "RA", "RA", "CA", "CA", "MA", "L", "YA", "TA", "PA", "", "XX"])


def _rarely(strategy):
    """Mostly what is due, sometimes something else altogether."""
    return st.integers(0, 19).flatmap(lambda number: _WRONG if number == 0 else strategy)


def _objects(fields, optional):
    known = st.fixed_dictionaries(
        {name: _rarely(value) for name, value in fields.items()},
        optional={name: _rarely(value) for name, value in optional.items()},
    )
    return _rarely(known)


_nodes = _objects(
    {"nodeID": _ids, "text": _texts, "type": _types},
    {
        "timestamp": st.just("2020-05-28 19:08:42"),
        "scheme": st.sampled_from(["Default Inference", "ExpertOpinion"]),
    },
)
_edges = _objects({"edgeID": _ids, "fromID": _ids, "toID": _ids}, {"formEdgeID": st.none()})
_people = _objects({"participantID": _ids, "firstname": _texts, "surname": _texts}, {})
_locutions = _objects({"nodeID": _ids, "personID": _ids}, {"start": st.none(), "end": st.none()})
_tables = st.none() | st.lists(_locutions, max_size=2)

documents = st.fixed_dictionaries(
    {
        "nodes": st.none() | st.lists(_nodes, max_size=10),
        "edges": st.none() | st.lists(_edges, max_size=14),
    },
    optional={
        "locutions": _tables,
        "participants": st.none() | st.lists(_people, max_size=2),
        "schemefulfillments": _tables | _WRONG,
        "unknown": _WRONG,
    },
)
"""Documents of AIF."""

_pictures = st.fixed_dictionaries(
    {
        "nodes": _rarely(
            st.lists(
                _objects({"nodeID": _ids, "x": st.integers(0, 9), "y": st.integers(0, 9)}, {}), max_size=3
            )
        ),
        "edges": _rarely(
            st.lists(_objects({"fromID": _ids, "toID": _ids, "visible": st.booleans()}, {}), max_size=3)
        ),
    }
)

wrapped = st.fixed_dictionaries(
    {"AIF": documents, "text": _texts | _WRONG}, optional={"OVA": _pictures | _WRONG, "dialog": st.booleans()}
)
"""Documents of xAIF."""
