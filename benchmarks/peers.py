"""The programs that argmap is measured beside, installed into benchmarks/.peers in fixed versions."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from measuring import Command

HOME = Path(__file__).resolve().parent / ".peers"


@dataclass(frozen=True)
class Peer:
    """A program beside argmap: what to install, and how to start it."""

    name: str
    version: str
    packages: Sequence[str]
    start: Sequence[str]
    """For a Python package, arguments of Python; else a command in the folder."""
    npm: bool = False

    @property
    def folder(self) -> Path:
        """Where it is installed: what pip installs is of use to one version of Python only."""
        kind = "node" if self.npm else f"python{sys.version_info[0]}.{sys.version_info[1]}"
        return HOME / kind / f"{self.name}-{self.version}"

    @property
    def env(self) -> Mapping[str, str]:
        """Return what a Python needs to import it."""
        return {} if self.npm else {"PYTHONPATH": str(self.folder)}

    def command(self, *words: str, good: tuple[int, ...] = (0,)) -> Command:
        """Return a command of the peer."""
        start = [str(self.folder / self.start[0])] if self.npm else [sys.executable, *self.start]
        return Command([*start, *words], env=self.env, good=good)

    def install(self) -> str:
        """Install it if it is not there; return why it cannot be had, or nothing."""
        if self.folder.exists():
            return ""
        made = self.folder.with_name(f"{self.folder.name}.part")
        if self.npm:
            npm = shutil.which("npm")
            if npm is None:
                return "cannot be installed: npm is not there"
            words = [npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(made)]
        else:
            words = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            words += ["--target", str(made)]
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
        print(f"installing {self.name} {self.version} …", file=sys.stderr)
        done = subprocess.run([*words, *self.packages], capture_output=True, text=True, check=False)
        if done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines()
            return f"cannot be installed: {said[-1] if said else done.returncode}"
        made.rename(self.folder)
        return ""


ARGDOWN = Peer("Argdown", "1.7.5", ["@argdown/cli@1.7.5"], ["node_modules/.bin/argdown"], npm=True)
ARGUEBUF = Peer("arguebuf", "2.7.2", ["arguebuf==2.7.2"], ["-c"])
# pygarg does not say that it needs python-sat.
PYGARG = Peer("pygarg", "1.0.2", ["pygarg==1.0.2", "python-sat"], ["-m", "pygarg"])
CLINGO = Peer("clingo", "5.8.3", ["clingo==5.8.3"], ["-m", "clingo"])
FORMAL = Peer(
    "formal-argumentation",
    "0.3.0",
    ["formal-argumentation==0.3.0"],
    ["-m", "argumentation.solving.iccma_cli"],
)
SOLVERS = (PYGARG, FORMAL, CLINGO)
PEERS = (ARGDOWN, ARGUEBUF, *SOLVERS)


def install(peers: Sequence[Peer] = PEERS) -> dict[str, str]:
    """Install peers; return the names of those that cannot be had, with the reason."""
    return {peer.name: reason for peer in peers if (reason := peer.install())}


def argmap(*words: str, good: tuple[int, ...] = (0,), least: int = 1) -> Command:
    """Return a command of argmap, as it is installed for this Python."""
    script = Path(sys.executable).with_name("argmap.exe" if os.name == "nt" else "argmap")
    start = [str(script)] if script.exists() else [sys.executable, "-m", "argmap"]
    # The largest inputs have more than argmap reads unless told so.
    return Command([*start, *words], env={"ARGMAP_MAX_SIZE": str(1 << 30)}, good=good, least=least)
