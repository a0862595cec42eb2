"""Strategies of :mod:`argmap.testing` under the names that they have in older tests."""

from argmap import testing
from argmap.testing import maps

texts = testing.texts()
lines = texts

__all__ = ["lines", "maps", "texts"]
