"""The benchmarks are programs, not a package: they find one another in their folder."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

collect_ignore = [] if hasattr(os, "wait4") else ["test_measuring.py", "test_run.py"]
