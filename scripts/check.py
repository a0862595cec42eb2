"""Run all checks: style, types, the layers of the house, the tests with their coverage."""

import sys

from environment import install, run

CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports",),
    ("python", "-m", "pytest", "--cov"),
)

if __name__ == "__main__":
    install("dev")
    skipped = {"pytest"} if "--no-tests" in sys.argv else set()
    for program, *arguments in CHECKS:
        if skipped.isdisjoint(arguments):
            run(program, *arguments)
