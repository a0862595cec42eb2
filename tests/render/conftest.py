"""A picture for several tests."""

import pytest

from argmap.render.svg import to_svg
from render.picturing import debate


@pytest.fixture(scope="package")
def source():
    return to_svg(debate())
