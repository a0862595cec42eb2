"""The scripts tell what they do, and what they need."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PASSING_ON = {"test.py", "check_browser.py", "check_release.py"}
"""What they are given goes to other programs."""
SCRIPTS = [
    path
    for path in sorted([*(ROOT / "scripts").glob("*.py"), ROOT / "benchmarks" / "run.py"])
    if "__main__" in path.read_text(encoding="utf-8") and path.name not in PASSING_ON
]
UNIX = pytest.mark.skipif(os.name == "nt", reason="as the scripts")


def run(path, *given):
    return subprocess.run(
        [sys.executable, str(path), *map(str, given)], capture_output=True, text=True, check=False
    )


@UNIX
@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_help_tells_what_a_script_does_and_does_not_run_it(path):
    if path.stem == "fuzz":
        pytest.importorskip("atheris")
    done = run(path, "--help")
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stdout.split())
    assert (
        " ".join(ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))).split(". ")[0].split())
        in said
    )


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("check_article", [], "required: article"),
        ("check_article", ["/no/such/text"], "there is no file /no/such/text"),
        ("check_microtexts", [], "required: XML_FOLDER, AIF_FOLDER"),
        ("check_microtexts", ["/no/such", "/no/such"], "there is no .xml in /no/such"),
    ],
)
def test_what_a_script_needs_is_told(name, given, said):
    done = run(ROOT / "scripts" / f"{name}.py", *given)
    assert done.returncode == 2
    assert said in done.stderr
