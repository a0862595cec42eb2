"""Settings for all tests."""

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("explore", max_examples=50, deadline=None)
settings.register_profile("repeat", max_examples=50, deadline=None, derandomize=True)
settings.register_profile(
    "mutate",
    max_examples=20,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("repeat" if os.environ.get("CI") else "explore")
