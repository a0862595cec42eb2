"""A map in the browser while it is written."""

import re
import subprocess
import sys

import pytest

from browser.driving import ROOT, chosen, violations, watched

TEXT = (ROOT / "examples/bridge/bridge.yaml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    tmp_path.joinpath("bridge.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def served(folder):
    """Serve a folder; return the server and its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "argmap", "serve", str(folder), "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
    )
    yield process, re.search(r"http://\S+/", process.stderr.readline())[0]
    process.kill()
    process.wait()
    process.stderr.close()


@pytest.fixture
def page(desktop, served):
    page = desktop.context.new_page()
    page.set_default_timeout(15_000)
    page.goto(f"{served[1]}map/bridge.yaml")
    page.wait_for_selector("html[data-ready]")
    yield page
    assert watched(page) == []
    page.close()


def test_it_is_drawn_anew_and_what_is_set_up_stays(page, folder):
    page.click("#claim-shops-lose-customers")
    page.fill("#ui-search", "customers")
    page.select_option("#ui-reading", "1")
    folder.joinpath("bridge.yaml").write_text(
        TEXT.replace("a fifth of their customers.", "half of their customers.")
    )
    page.wait_for_selector("text=half of their customers")
    page.wait_for_selector("html[data-ready]")
    assert chosen(page) == "shops-lose-customers"
    assert page.input_value("#ui-search") == "customers"
    assert page.inner_text("#ui-status").endswith("of 13 claims")
    assert page.input_value("#ui-reading") == "1"


def test_a_broken_map_keeps_its_picture_until_it_is_mended(page, folder):
    folder.joinpath("bridge.yaml").write_text(TEXT + "\n  broken: [")
    page.wait_for_selector(".notice")
    assert "AM001" in page.inner_text(".notice")
    assert page.is_visible("svg [data-claim]")
    assert violations(page) == []
    folder.joinpath("bridge.yaml").write_text(TEXT)
    page.wait_for_selector(".notice", state="detached")


def test_a_page_tells_when_the_server_has_ended(page, served):
    served[0].terminate()
    page.wait_for_selector(".lost")


def test_the_list_of_maps(page, folder):
    page.click("text=All maps")
    assert page.inner_text("h1") == folder.name
    assert violations(page) == []
    folder.joinpath("second.yaml").write_text("argmap: 1\ntitle: A second map\n")
    page.click("text=A second map")
    page.wait_for_selector("html[data-ready]")
    assert page.title() == "A second map"
