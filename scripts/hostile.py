"""Try hostile files on argmap, each in a process of its own, and print what happened as a table.

    python scripts/hostile.py > table.md           all of them: what docs/security.md says comes from here
    python scripts/hostile.py Argdown "1,000,000"  those of which all these words tell

It ends with 1 if a bound does not hold.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from hostile_attempts import ATTEMPTS, Attempt

SECONDS, MEGABYTES = 10, 1024
"""Of one processor and of memory: what each of these files may cost at most."""


def made(it: Attempt, folder: Path) -> str:
    """Make the file in a process of its own, whose memory would count as that of those started later."""
    told = folder / "name"
    if (child := os.fork()) == 0:
        told.write_text(it.make(folder))
        os._exit(0)
    os.waitpid(child, 0)
    return told.read_text()


def attempt(it: Attempt, folder: Path) -> tuple[str, bool]:
    """Return a row of the table, and whether all was as it has to be."""
    name = made(it, folder)
    command = [sys.executable, "-m", "argmap", *(word.format(name) for word in it.command)]
    out = folder / "answer"
    with out.open("wb") as answer:
        process = subprocess.Popen(command, cwd=folder, stdout=answer, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    said = out.read_bytes().decode(errors="replace")
    first = next((line for line in said.splitlines() if it.says in line), "")
    fine = code == it.code and it.says in said and "Traceback" not in said and "\x1b" not in said
    fine = fine and seconds <= SECONDS and megabytes <= MEGABYTES
    if it.command[0] == "export":
        first = "drawn; it stays text" if code == 0 else first
    shown = first.replace("|", "\\|").replace("<", "&lt;")
    shown = shown if len(shown) <= 90 else f"{shown[:87]}…"
    mark = "" if fine else f" **not as it has to be: exit code {code}**"
    return f"| {it.kind} | {it.what} | {shown}{mark} | {code} | {seconds:.1f} s | {megabytes:.0f} MB |", fine


def main() -> None:
    """Try everything, or what the words on the command line are part of."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("words", nargs="*", metavar="WORDS", help="of what is tried")
    words = parser.parse_args().words
    print(
        "| what | tried | answer | exit code | processor time | memory |\n| --- | --- | --- | --- | --- | --- |"
    )
    bad = 0
    for it in ATTEMPTS:
        if all(word in f"{it.kind} {it.what}" for word in words):
            with tempfile.TemporaryDirectory() as folder:
                row, fine = attempt(it, Path(folder))
            print(row, flush=True)
            bad += not fine
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
