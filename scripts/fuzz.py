"""Fuzz the readers: coverage-guided, from the examples and corpora, one format after the other.

Needs atheris (pip install atheris), which has no wheels for every Python that argmap runs on. What goes wrong is saved in
.fuzz/NAME/crashes; once mended, the file moves to tests/fuzz/NAME, which tests/test_invariants.py reads ever after.

    python scripts/fuzz.py --format argdown --minutes 10
    python scripts/fuzz.py --minutes 10
"""

import argparse
import hashlib
import subprocess
import sys
import traceback
from collections.abc import Iterator

from environment import ROOT

FORMATS_FUZZED = (
    "yaml",
    "json",
    "argdown",
    "aif",
    "xaif",
    "sadface",
    "kialo",
    "microtext",
    "gsn2x",
    "carneades",
)
LONGEST = 4096
"""Bytes of an input: what goes wrong mostly does so in small files, and small files are many."""
SLOW = 10
"""Seconds that an input may take."""


def seeds(name: str) -> Iterator[bytes]:
    """Yield small files in a format: of the examples, the corpora and past crashes; examples also as it writes them."""
    from argmap.formats import FORMATS, format_of, read

    format = FORMATS[name]
    for folder in (ROOT / "examples", ROOT / "tests" / "corpora", ROOT / "tests" / "fuzz" / name):
        for file in sorted(folder.rglob("*.*")):
            data = file.read_bytes() if file.is_file() else b""
            if len(data) > LONGEST:
                continue
            known = format_of(file.name, data.decode("utf-8", "replace"))
            if known is format and file.name.endswith(format.suffixes):
                yield data
            elif known.name == "yaml" and format.writes and (map := read(data, file.name).map):
                yield format.write(map).parts[""]


def fuzz(name: str, minutes: float) -> None:
    """Fuzz a reader in this process, which atheris ends."""
    import atheris

    with atheris.instrument_imports(include=["argmap"]):  # before anything else imports them
        from argmap.checks import check_map
        from argmap.formats import FORMATS

        reader = FORMATS[name]
        for text in ("", "x: {", "{}", "<a/>"):
            reader.read(text, "m")  # which loads all that it needs

    folder = ROOT / ".fuzz" / name
    crashes, corpus = folder / "crashes", folder / "corpus"
    for each in (crashes, corpus):
        each.mkdir(parents=True, exist_ok=True)
    for seed in seeds(name):
        (corpus / hashlib.sha256(seed).hexdigest()[:12]).write_bytes(seed)
    met: set[str] = set()

    def one(data: bytes) -> None:
        try:
            reading = reader.read(data.decode("utf-8", "ignore"), "m")
            if reading.map is not None:
                check_map(reading.map, reading.problems, file="m", locate=reading.locate)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{type(error).__name__} {last.filename.rpartition('argmap/')[2]}:{last.lineno}"
            if place not in met:
                met.add(place)
                digest = hashlib.sha256(data).hexdigest()[:12]
                (crashes / f"{digest}").write_bytes(data)
                (crashes / f"{digest}.trace").write_text("".join(traceback.format_exception(error)))
                print(f"{name}: {place}: {error}", flush=True)

    options = [
        f"-max_total_time={int(minutes * 60)}",
        f"-max_len={LONGEST}",
        f"-timeout={SLOW}",
        "-rss_limit_mb=2048",
    ]
    atheris.Setup(
        [sys.argv[0], *options, f"-artifact_prefix={crashes}/", "-print_final_stats=1", str(corpus)], one
    )
    atheris.Fuzz()


def main() -> None:
    """Fuzz one reader, or each in a process of its own."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--format", choices=FORMATS_FUZZED, help="all, one after the other, if not given")
    parser.add_argument("--minutes", type=float, default=10.0, help="for each format (default: 10)")
    given = parser.parse_args()
    if given.format:
        fuzz(given.format, given.minutes)
        return
    for name in FORMATS_FUZZED:
        subprocess.run(
            [sys.executable, __file__, "--format", name, "--minutes", str(given.minutes)], check=False
        )


if __name__ == "__main__":
    main()
