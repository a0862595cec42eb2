"""Hold the repository against the article: its sentences stay where they are, a map paraphrases.

Says where any file of the repository repeats a run of the article's words.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

from environment import ROOT

LONGEST = 8
"""Words in a row that may be the same: names of reports and offices are about as long."""


def words(text: str) -> list[str]:
    """Return the words of a text, without case and punctuation."""
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    """Return all runs of one word more than may be the same."""
    found = words(text)
    return {tuple(found[i : i + LONGEST + 1]) for i in range(len(found) - LONGEST)}


def main() -> None:
    """Compare every text file under version control."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", type=Path, help="its text")
    article = parser.parse_args().article
    if not article.is_file():
        parser.error(f"there is no file {article}")
    known = runs(article.read_text(encoding="utf-8"))
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S607
    bad = []
    for name in listing.stdout.splitlines():
        text = (ROOT / name).read_bytes().decode("utf-8", "ignore")
        bad += [f"{name}: {' '.join(run)}" for run in runs(text) & known]
    if bad:
        sys.exit("These repeat the article:\n" + "\n".join(sorted(bad)))
    print("No file repeats the article.")


if __name__ == "__main__":
    main()
