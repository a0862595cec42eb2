"""Run all checks: style, types, the layers of the house, the tests with their coverage."""

import argparse

from environment import install, run

CHECKS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports",),
    ("python", "-m", "pytest", "--cov"),
)

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-tests", action="store_true", help="only style, types and layers")
    skipped = {"pytest"} if parser.parse_args().no_tests else set()
    install("dev")
    for program, *arguments in CHECKS:
        if skipped.isdisjoint(arguments):
            run(program, *arguments)
