"""Try pages in a browser: everything a reader can do with them, and what axe-core says of their accessibility.

Chromium has to be on PATH; Playwright, which drives it, is installed. Further arguments go to pytest.
"""

import os
import sys

from environment import install, run

if __name__ == "__main__":
    install("dev", "browser")
    os.environ["ARGMAP_BROWSER"] = "required"  # what is missing is an error, not a reason to skip
    run("python", "-m", "pytest", *(sys.argv[1:] or ["tests/browser"]))
