"""Maps live in the browser: what is served, to whom, and what happens as files change."""

import os
import re

import pytest

from argmap.server import LiveMaps, make_app
from render.paging import check_safe
from server.serving import OURS, PORT, ask, serve, tools

MAP = "argmap: 1\ntitle: Rain\nthesis: t\nclaims: {{t: {{text: {}}}}}\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "map.yaml"
    path.write_text(MAP.format("It rains."), encoding="utf-8")
    return path


_ticks = iter(range(1, 1000))


def write(path, text):
    """Write a file so that its time tells, however coarse the clock of the file system is."""
    path.write_text(text, encoding="utf-8")
    later = path.stat().st_mtime_ns + next(_ticks) * 10**9
    os.utime(path, ns=(later, later))


class TestWhoIsAnswered:
    @pytest.mark.parametrize("host", [OURS, f"localhost:{PORT}"])
    def test_this_machine(self, file, host):
        _, ask = serve(file)
        assert ask("/", ("host", host)).status == 200
        assert ask("/", ("host", host), ("origin", f"http://{host}")).status == 200

    @pytest.mark.parametrize(
        "headers",
        [
            [("host", "evil.example")],
            [("host", f"evil.example:{PORT}")],
            [("host", "127.0.0.1")],
            [("host", f"127.0.0.1:{PORT + 1}")],
            [("host", f"127.0.0.1:{PORT}.evil.example")],
            [("host", OURS), ("host", "evil.example")],
            [("host", "")],
            [("origin", "http://evil.example")],
            [("origin", "null")],
            [("origin", f"https://{OURS}")],
            [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")],
        ],
    )
    @pytest.mark.parametrize("path", ["/", "/changes", "/map/map.yaml", "/nothing"])
    def test_nobody_else(self, file, path, headers):
        _, ask = serve(file)
        answer = ask(path, *headers)
        assert answer.status == 403
        assert "Rain" not in answer.text
        assert "access-control-allow-origin" not in answer.headers

    def test_a_link_from_elsewhere_may_lead_here(self, file):
        _, ask = serve(file)
        assert ask("/", ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")).status == 200

    def test_nothing_is_taken(self, file):
        _, ask = serve(file)
        assert ask("/", method="POST").status == 405

    def test_pages_cannot_be_framed_kept_or_taken_for_something_else(self, file):
        headers = serve(file)[1]("/").headers
        assert headers["content-security-policy"] == "frame-ancestors 'none'"
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"


class TestAMap:
    def test_its_page_follows_the_server_alone(self, file):
        _, ask = serve(file)
        seen = check_safe(ask("/").text)
        assert seen.policy()["connect-src"] == "'self'"
        assert re.match(r"/changes/map\.yaml\?since=\w{16}$", seen.all("html")[0].attributes["data-events"])

    def test_changes_are_shown(self, file):
        _, ask = serve(file)
        assert "It rains." in ask("/").text
        write(file, MAP.format("It snows."))
        page = ask("/").text
        assert "It snows." in page
        assert "It rains." not in page

    def test_a_broken_map_keeps_its_last_good_page(self, file):
        _, ask = serve(file)
        ask("/")
        write(file, "argmap: 1\nclaims: {t: {text: [}\n")
        page = ask("/").text
        check_safe(page)
        assert "map.yaml cannot be read as it is now" in page
        assert "AM001" in page
        assert "It rains." in page
        write(file, MAP.format("It snows."))
        page = ask("/").text
        assert "cannot be read" not in page
        assert "It snows." in page

    def test_a_map_that_is_broken_from_the_start(self, file):
        write(file, "argmap: 1\nclaims: {t: {text: <script>boom()</script>, sup: 1}}\n")
        _, ask = serve(file)
        answer = ask("/")
        check_safe(answer.text)
        assert answer.status == 200
        assert "map.yaml cannot be read" in answer.text
        assert "AM004" in answer.text

    def test_it_is_drawn_once_for_every_change(self, file):
        drawn = []

        def picture(graph):
            drawn.append(graph)
            return None, "Not drawn."

        _, ask = serve(file, picture=picture)
        ask("/")
        ask("/")
        assert len(drawn) == 1
        write(file, MAP.format("It snows."))
        ask("/")
        assert len(drawn) == 2


class TestChanges:
    @pytest.mark.parametrize("changed", ["map.yaml", "text.txt", "other.yaml"])
    def test_of_the_map_its_texts_and_what_it_includes(self, tmp_path, changed):
        file = tmp_path / "map.yaml"
        write(
            file,
            "argmap: 1\nthesis: t\ninclude: {o: other.yaml}\nsources: {s: {title: S, file: text.txt}}\n"
            "claims: {t: {text: T., supported_by: [o/c]}}\n",
        )
        write(tmp_path / "text.txt", "A text.")
        write(tmp_path / "other.yaml", "argmap: 1\nclaims: {c: {text: C.}}\n")
        looks = []
        app = make_app(
            LiveMaps(file, tools()), PORT, lambda: looks.append(1) or not len(looks) % 2
        )  # ends after a look
        address = re.search(r'data-events="([^"]+)"', ask(app, "/").text)[1]
        assert "event: change" not in ask(app, address).text
        write(tmp_path / changed, (tmp_path / changed).read_text() + "\n")
        assert "event: change" in ask(app, address).text


class TestAFolder:
    @pytest.mark.usefixtures("file")
    def test_lists_its_maps(self, tmp_path):
        tmp_path.joinpath("deeper").mkdir()
        write(tmp_path / "deeper" / "b & <b>.yaml", "argmap: 1\ntitle: <script>boom()</script>\n")
        write(tmp_path / "broken.yaml", "argmap: 1\nclaims: [\n")
        write(tmp_path / "notes.yaml", "something: else\n")
        _, ask = serve(tmp_path)
        page = ask("/").text
        seen = check_safe_list(page)
        links = [it.attributes["href"] for it in seen.all("a")]
        assert links == ["/map/broken.yaml", "/map/map.yaml", "/map/deeper/b%20%26%20%3Cb%3E.yaml"]
        assert "Rain" in page
        assert "It rains. <" in page
        assert "✔ stands" in page
        assert "cannot be read" in page
        assert ask("/map/deeper/b & <b>.yaml").status == 200

    def test_maps_come_and_go(self, file, tmp_path):
        _, ask = serve(tmp_path)
        assert ask("/map/new.yaml").status == 404
        write(tmp_path / "new.yaml", MAP.format("New."))
        assert "New." in ask("/map/new.yaml").text
        file.unlink()
        assert "map.yaml" not in ask("/").text
        assert ask("/map/map.yaml").status == 404

    def test_pages_lead_back(self, file, tmp_path):
        _, ask = serve(tmp_path)
        assert '<a href="/">All maps</a>' in ask("/map/map.yaml").text
        assert "All maps" not in serve(file)[1]("/").text

    @pytest.mark.parametrize(
        "name", ["../secret.yaml", "..%2Fsecret.yaml", "/etc/passwd", "map.yaml/../../secret.yaml", ""]
    )
    def test_nothing_outside_is_served(self, tmp_path, name):
        tmp_path.joinpath("maps").mkdir()
        write(tmp_path / "secret.yaml", MAP.format("Secret."))
        _, ask = serve(tmp_path / "maps")
        answer = ask(f"/map/{name}")
        assert answer.status == 404
        assert "Secret." not in answer.text

    def test_an_empty_folder(self, tmp_path):
        assert "There is no map here yet." in serve(tmp_path)[1]("/").text


def check_safe_list(page):
    """The same for a page whose links are the server's own."""
    return check_safe(page, links=r"/map/")
