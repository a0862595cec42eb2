"""The virtual environment that the other scripts work in: made once, brought up to date each time."""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_FOLDER = ROOT / ".venv"
_BIN = _FOLDER / ("Scripts" if os.name == "nt" else "bin")


def install(*extras: str) -> None:
    """Install argmap from this checkout, with some of its extras, into ``.venv``."""
    if sys.version_info < (3, 11):  # noqa: UP036  the first thing that a user of an older Python meets
        sys.exit("argmap needs Python 3.11 or newer; this is " + sys.version.split()[0])
    if not _BIN.exists():
        venv.create(_FOLDER, with_pip=True)
    what = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    print(f"Installing into {_FOLDER.name}: a minute or two the first time.", file=sys.stderr)
    run("python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", what)


def run(program: str, *arguments: str, may_fail: bool = False) -> int:
    """Run a program of the environment from the top of the checkout; end the script if it fails."""
    try:
        code = subprocess.run([_BIN / program, *arguments], cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:  # of which the program has had its own
        sys.exit(130)
    if code and not may_fail:
        sys.exit(code)
    return code
