"""Maps that are too large for a picture."""

import pytest

from argmap.graph import Graph
from argmap.model import Claim, Map
from argmap.render.engine import LateError, RenderError
from argmap.render.svg import to_svg

MAP = Map(claims={f"c{n}": Claim(id=f"c{n}", text=f"Claim {n}.") for n in range(20_001)})


class Late:
    name = "late"

    def render(self, *_, timeout=60):
        raise LateError(timeout)


def test_they_are_refused_before_anything_is_laid_out():
    with pytest.raises(RenderError, match="20,001 cards") as refusal:
        to_svg(Graph(MAP), engine=Late())
    assert not isinstance(refusal.value, LateError)
    assert "--where '2+thesis'" in refusal.value.help


def test_who_allows_the_time_has_them_drawn():
    with pytest.raises(LateError):
        to_svg(Graph(MAP), engine=Late(), timeout=300)
