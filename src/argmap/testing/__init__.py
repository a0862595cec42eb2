"""Hypothesis strategies for maps, for the tests of programs that work with them.

:func:`maps` makes maps with anything in them that the model allows: every field, linked premises, undercuts of
undercuts, circles, ids that name nothing. :func:`hostile_texts` and :func:`mutations` make what goes wrong elsewhere.
Needs `hypothesis <https://hypothesis.readthedocs.io>`_, which argmap itself does without.

>>> from hypothesis import find
>>> len(find(maps(), lambda map: len(map.relations) > 1).relations)
2
"""

from argmap.testing.files import mutations
from argmap.testing.models import claims, maps, quotes, relations
from argmap.testing.words import hostile_texts, ids, texts

__all__ = ["claims", "hostile_texts", "ids", "maps", "mutations", "quotes", "relations", "texts"]
