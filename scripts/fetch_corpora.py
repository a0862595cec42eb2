"""Fetch argument maps that others published, to try argmap on; what may not be passed on stays out of the repository.

    python scripts/fetch_corpora.py                    all of them, into corpora/
    python scripts/fetch_corpora.py microtexts argdown some of them
    python scripts/fetch_corpora.py --from argdown=../argdown
                                                       from a folder or clone that is there already
    python scripts/fetch_corpora.py --list             what there is, and on which terms

Needs git. A corpus that is there already is left alone.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "corpora"


@dataclass(frozen=True)
class Corpus:
    """Maps in a public repository."""

    url: str
    what: str
    terms: str


CORPORA = {
    "arguebase": Corpus(
        "https://github.com/recap-utr/arguebase-public",
        "Araucaria, QT30, US2016, IAC and arg-microtexts as AIF",
        "no licence for the whole; each corpus has its own terms",
    ),
    "microtexts": Corpus(
        "https://github.com/peldszus/arg-microtexts", "arg-microtexts, part 1, as XML", "CC BY-NC-SA 4.0"
    ),
    "microtexts-2": Corpus(
        "https://github.com/discourse-lab/arg-microtexts-part2",
        "arg-microtexts, part 2, as XML",
        "CC BY-NC-SA 4.0",
    ),
    "kialo": Corpus(
        "https://github.com/AngeloSunn/Kialo-Dialogue-Parser", "discussions exported from Kialo", "no licence"
    ),
    "kialo-parser": Corpus(
        "https://github.com/edoguido/Kialo-Parser", "Kialo exports to test a parser with", "MIT"
    ),
    "argdown": Corpus("https://github.com/argdown/argdown", "Argdown's examples and tests", "MIT"),
    "carneades": Corpus(
        "https://github.com/carneades/carneades-4", "argument graphs of Carneades, as YAML and AIF", "MPL 2.0"
    ),
    "gsn2x": Corpus("https://github.com/jonasthewolf/gsn2x", "safety cases as YAML", "MIT"),
    "sadface": Corpus("https://github.com/Open-Argumentation/SADFace", "SADFace's examples", "GPL 3.0"),
}


def fetch(name: str, source: str) -> str | None:
    """Put a corpus into its folder; return why that was not possible."""
    target = FOLDER / name
    if target.exists():
        print(f"{name}: there already")
        return None
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".fetching-", dir=FOLDER) as scratch:
        part = Path(scratch, name)
        if _is_plain_folder(source):
            shutil.copytree(source, part)
        else:
            done = subprocess.run(
                ["git", "clone", "--quiet", "--depth", "1", "--", source, str(part)],  # noqa: S607
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                return done.stderr.strip() or f"git ended with {done.returncode}"
        part.rename(target)
    print(f"{name}: {sum(path.is_file() for path in target.rglob('*')):,} files in {target}")
    return None


def _is_plain_folder(source: str) -> bool:
    """Tell whether a source is a folder without a history to clone."""
    return Path(source).is_dir() and not any(Path(source, name).exists() for name in (".git", "objects"))


def main() -> int:
    """Fetch what is asked for; 1 if something could not be had."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(CORPORA)}")
    parser.add_argument("--from", dest="places", action="append", default=[], metavar="NAME=PATH")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    places = dict(place.partition("=")[::2] for place in options.places)
    unknown = [name for name in (*options.names, *places) if name not in CORPORA]
    if unknown:
        parser.error(f"there is no corpus {unknown[0]!r}")
    if options.list:
        for name, corpus in CORPORA.items():
            print(f"{name:<13} {corpus.what} ({corpus.terms})\n{'':<13} {corpus.url}")
        return 0
    failed = False
    for name in dict.fromkeys((*options.names, *places)) or CORPORA:
        problem = fetch(name, places.get(name) or CORPORA[name].url)
        if problem:
            print(f"{name}: {problem}", file=sys.stderr)
            failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
