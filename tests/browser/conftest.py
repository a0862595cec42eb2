"""Pages in headless Chromium, driven by Playwright; skipped where either is missing.

``scripts/check_browser.py`` installs Playwright and runs these; there, what is missing is an error.
"""

import os
import shutil

import pytest

from argmap.checks import check_map
from argmap.formats import read_file
from argmap.graph import Graph
from argmap.render.svg import to_svg
from argmap.render.web import map_page
from argmap.sources import open_sources
from browser.driving import ARGUMENTS, ROOT, Opener, watched
from render.paging import ATTACKS, hostile


def missing(what):
    if os.environ.get("ARGMAP_BROWSER") == "required":
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def playwright():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright")
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def launch(playwright, tmp_path_factory):
    """Start browsers, each with a profile of its own."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("Chromium")
    started = []

    def start(**options):
        profile = tmp_path_factory.mktemp("profile")
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=program, headless=True, args=ARGUMENTS, **options
        )
        started.append(context)
        return context

    yield start
    for context in started:
        context.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """Write the pages of maps that are tested on; return where they are."""
    folder = tmp_path_factory.mktemp("pages")
    for name, path in (
        ("bridge", ROOT / "examples/bridge/bridge.yaml"),
        ("article", ROOT / "maps/fentanyl-tariffs.yaml"),
    ):
        reading = read_file(path, path.name, path.read_bytes())
        sources = open_sources(reading.map, path.parent)
        findings = check_map(reading.map, (), file=path.name, locate=reading.locate, sources=sources)
        graph = Graph(reading.map)
        page = map_page(graph, to_svg(graph), findings=findings, sources=sources)
        folder.joinpath(f"{name}.html").write_text(page, encoding="utf-8")
    folder.joinpath("text.txt").write_text("\n\n".join(ATTACKS), encoding="utf-8")
    graph = Graph(hostile())
    page = map_page(graph, to_svg(graph), sources=open_sources(graph.map, folder))
    folder.joinpath("hostile.html").write_text(page, encoding="utf-8")
    graph = Graph(hostile().model_copy(update={"claims": {}, "relations": {}}))
    folder.joinpath("empty.html").write_text(map_page(graph, None, without="No claims."), encoding="utf-8")
    return folder


def _opener(launch, pages, **options):
    context = launch(**options)
    opener = Opener(context, pages)
    yield opener
    opener.close()


@pytest.fixture(scope="module")
def desktop(launch, pages):
    yield from _opener(launch, pages, viewport={"width": 1400, "height": 850})


@pytest.fixture(scope="module")
def dark(launch, pages):
    yield from _opener(launch, pages, viewport={"width": 1400, "height": 850}, color_scheme="dark")


@pytest.fixture(scope="module")
def phone(launch, pages):
    yield from _opener(
        launch,
        pages,
        viewport={"width": 360, "height": 740},
        is_mobile=True,
        has_touch=True,
        device_scale_factor=2,
    )


@pytest.fixture
def bridge(desktop):
    """The page of the example, in which nothing may go wrong."""
    page = desktop("bridge")
    yield page
    assert watched(page) == []


@pytest.fixture
def article(desktop):
    """That of the article's map."""
    page = desktop("article")
    yield page
    assert watched(page) == []
