"""Settings for all tests."""

import os

from hypothesis import settings

settings.register_profile("explore", max_examples=50, deadline=None)
settings.register_profile("repeat", max_examples=50, deadline=None, derandomize=True)
settings.load_profile("repeat" if os.environ.get("CI") else "explore")
