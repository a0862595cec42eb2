"""The tests on every version of Python that argmap is for, and the package that people install.

scripts/check_release.py runs this. Versions that are not on the machine are fetched where uv can; else nox says that it
skipped them.
"""

import shutil
import tempfile
from pathlib import Path

import nox

nox.needs_version = ">=2025.11.12"
nox.options.default_venv_backend = "uv"

ROOT = Path(__file__).parent
DIST = ROOT / "dist"
PYTHONS = nox.project.python_versions(nox.project.load_toml("pyproject.toml"))
MAP = """\
argmap: 1
thesis: take-umbrella
claims:
  take-umbrella: {text: You should take an umbrella., supported_by: [rain], attacked_by: [heavy]}
  rain: {text: It is going to rain.}
  heavy: {text: The umbrella is heavy.}
"""


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests from the checkout; further arguments go to pytest."""
    session.install("--editable", ".[dev]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def package(session: nox.Session) -> None:
    """Build the sdist, the wheel from the sdist, and look over both."""
    session.install("build[uv]>=1.3", "check-wheel-contents>=0.6.2", "twine>=6.2")
    shutil.rmtree(DIST, ignore_errors=True)
    session.run("python", "-m", "build", "--installer", "uv")
    wheel, sdist = _built()
    session.run("twine", "check", "--strict", wheel, sdist)
    session.run("check-wheel-contents", wheel)


@nox.session(requires=["package"])
def installed(session: nox.Session) -> None:
    """Use the wheel outside the checkout, as people do; then test it with the tests that the sdist brings."""
    wheel, sdist = _built()
    session.install(wheel)
    with tempfile.TemporaryDirectory() as folder, session.cd(folder):
        Path("map.yaml").write_text(MAP, encoding="utf-8")
        session.run("argmap", "--version")
        session.run("python", "-m", "argmap", "show", "map.yaml")
        session.run("argmap", "check", "map.yaml", success_codes=[1])
        session.run("argmap", "rule", "AM107")
        session.run("argmap", "scheme", "sign")
        session.run("argmap", "evaluate", "map.yaml")
        session.run("argmap", "export", "svg", "map.yaml", "-o", "map.svg")
        session.run("argmap", "export", "html", "map.yaml", "-o", "map.html")
        session.run("argmap", "convert", "map.yaml", "map.argdown")
        session.run("argmap", "show", "map.argdown")
        session.run(
            *("python", "-c"),
            "from importlib.resources import files; assert files('argmap').joinpath('py.typed').is_file()",
        )

        session.install(f"{wheel}[dev]")
        shutil.unpack_archive(sdist, filter="data")
        session.chdir(Path(sdist).name.removesuffix(".tar.gz"))
        pytest = ("python", "-m", "pytest", "--quiet", "--snapshot-warn-unused")
        session.run(*pytest, "--collect-only", "tests", silent=True)
        session.run(*pytest, "tests/test_workflows.py", "tests/test_docs.py", "tests/cli/test_commands.py")


def _built() -> tuple[str, str]:
    (wheel,), (sdist,) = DIST.glob("*.whl"), DIST.glob("*.tar.gz")
    return str(wheel), str(sdist)
