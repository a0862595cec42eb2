"""Install argmap and do its main job on the article's map: show it, check it, draw it."""

import argparse
import sys

from environment import install, run

MAP = "maps/fentanyl-tariffs.yaml"
PICTURE = "fentanyl-tariffs.svg"


def main() -> None:
    """Run the three commands. That the check finds something (exit code 1) is as it should be."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    install()
    run("argmap", "show", MAP)
    if run("argmap", "check", MAP, may_fail=True) != 1:
        sys.exit("The article's map has unsupported claims, and the check should have found them.")
    run("argmap", "export", "svg", MAP, "-o", PICTURE)


if __name__ == "__main__":
    main()
