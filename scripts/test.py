"""Install what the tests need and run them; further arguments go to pytest."""

import sys

from environment import install, run

if __name__ == "__main__":
    install("dev")
    run("python", "-m", "pytest", *(sys.argv[1:] or ["--cov"]))
