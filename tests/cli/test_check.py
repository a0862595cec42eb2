"""``argmap check`` in a project: configuration, baselines, exit codes, forms of output."""

import json

import pytest

GAP = "argmap: 1\nthesis: t\nclaims:\n  t: {text: The thesis., supported_by: [a]}\n  a: {text: A claim.}\n"


@pytest.fixture
def project(tmp_path, monkeypatch, argmap):  # noqa: ARG001  which goes to a folder of its own first
    """A folder with a map that has a gap, and a configuration."""

    def make(config="", **maps):
        (tmp_path / "argmap.toml").write_text(config, encoding="utf-8")
        for name, text in ({"m": GAP} | maps).items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return make


@pytest.mark.parametrize(
    ("config", "options", "code"),
    [
        ("", [], 1),
        ("", ["--fail-on", "error"], 0),
        ("", ["--fail-on", "never"], 0),
        ("", ["--fail-on", "warning"], 1),
        ("[check]\nfail-on = 'never'", [], 0),
        ("[check]\nfail-on = 'never'", ["--fail-on", "warning"], 1),
        ("[check]\nignore = ['AM107']", [], 0),
        ("[check]\nignore = ['AM107']", ["--select", "AM107"], 0),
        ("[check]\nselect = ['AM2']", [], 0),
        ("[check]\nselect = ['AM2']", ["--select", "AM1"], 1),
        ("[check]\nseverity = {AM107 = 'info'}", [], 0),
        ("[check]\nseverity = {unsupported = 'info'}", ["--fail-on", "info"], 1),
        ("[check]\nper-file-ignores = {'m.yaml' = ['AM1']}", [], 0),
        ("[check]\nper-file-ignores = {'n.yaml' = ['AM1']}", [], 1),
        ("[check]\nstrictness = 'pedantic'\nignore = ['AM107']\nfail-on = 'info'", [], 1),
        (
            "[check]\nstrictness = 'pedantic'\nignore = ['AM107']\nfail-on = 'info'",
            ["--strictness", "regular"],
            0,
        ),
    ],
)
def test_exit_codes(project, argmap, config, options, code):
    project(config)
    assert argmap("check", "m.yaml", *options).code == code


def test_a_file_that_cannot_be_read_is_2_whatever_the_settings(project, argmap):
    project(bad="argmap: 1\nclaims: [\n")
    assert argmap("check", "bad.yaml", "--fail-on", "never").code == 2


def test_a_teams_own_help(project, argmap):
    project("[check]\nhelp = {AM107 = 'See the style guide.'}")
    assert "= help: See the style guide.\n" in argmap("check", "m.yaml").out


def test_requirements(project, argmap):
    project(
        "[[check.require]]\nname = 'a reason for everything'\nevery = '*'\nbe = 'reasons:1..'\nseverity = 'error'\n"
    )
    out = argmap("check", "m.yaml", "--ignore", "AM107", "--output-format", "concise").out
    assert (
        out.splitlines()[0] == 'm.yaml:5:3: AM904 unmet-requirement: "A claim." (a): a reason for everything'
    )
    project("[[check.require]]\nname = 'n'\nevery = 'rol:x'\nbe = '*'\n")
    result = argmap("check", "m.yaml")
    assert result.code == 2
    assert "a requirement of the configuration cannot be read: nothing is called 'rol'" in result.err


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("[check]\nfial-on = 'x'", "Did you mean 'fail-on'?"),
        ("[check]\nselect = ['AM8']", "no rule 'AM8'"),
        ("[check]\nseverity = {AM1077 = 'info'}", "did you mean 'AM107'?"),
        ("[check]\nbaseline = 'none.txt'", "there is no baseline"),
    ],
)
def test_a_configuration_that_cannot_be_used(project, argmap, config, message):
    project(config)
    result = argmap("check", "m.yaml")
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_baselines(project, argmap):
    folder = project("[check]\nbaseline = 'known.txt'\n")
    assert argmap("check", ".", "--write-baseline").code == 0
    assert (folder / "known.txt").read_text().splitlines()[1:] == ["m.yaml AM107 a"]
    assert argmap("check", ".").out == "All clear: 1 file checked.\n"
    (folder / "m.yaml").write_text(
        "# moved down\n" + GAP.replace("[a]", "[a, b]") + "  b: {text: Another claim.}\n"
    )
    result = argmap("check", ".", "--output-format", "concise")
    assert [line.split(": ")[1] for line in result.out.splitlines()[:-1]] == ["AM107 unsupported"]
    assert "(b)" in result.out
    (folder / "m.yaml").write_text(GAP.replace("A claim.", "A claim., assumed: true"))
    result = argmap("check", ".", "--output-format", "concise")
    assert result.out.splitlines()[0].endswith(
        "AM903 stale-baseline: m.yaml has no finding AM107 any more of a"
    )
    assert argmap("check", ".", "--prune-baseline").out == "All clear: 1 file checked.\n"
    assert len((folder / "known.txt").read_text().splitlines()) == 1
    assert argmap("check", ".").code == 0


def test_a_baseline_of_a_file_that_is_gone(project, argmap):
    folder = project("[check]\nbaseline = 'known.txt'\n")
    (folder / "old.yaml").write_text(GAP)
    argmap("check", ".", "--write-baseline")
    (folder / "old.yaml").unlink()
    result = argmap("check", "m.yaml", "--output-format", "concise")
    assert result.out.splitlines()[0].endswith("AM903 stale-baseline: there is no file old.yaml any more")
    argmap("check", "m.yaml", "--prune-baseline")
    assert (folder / "known.txt").read_text().splitlines()[1:] == ["m.yaml AM107 a"]


def test_a_baseline_is_of_whole_maps(project, argmap):
    folder = project()
    argmap("check", ".", "--baseline", "b.txt", "--write-baseline")
    before = (folder / "b.txt").read_text()
    for option in ("--write-baseline", "--prune-baseline"):
        assert argmap("check", ".", "--baseline", "b.txt", option, "--where", "thesis").code == 2
    assert (
        argmap("check", ".", "--baseline", "b.txt", "--where", "thesis").out == "All clear: 1 file checked.\n"
    )
    assert (folder / "b.txt").read_text() == before


def test_an_entry_without_a_reason_is_a_warning_like_others(project, argmap):
    project(m="argmap: 1\nthesis: t\nclaims: {t: {text: All is well., assumed: true, ignore: {AM107: }}}\n")
    assert argmap("check", "m.yaml").code == 1
    assert argmap("check", "m.yaml", "--ignore", "AM902").code == 0


def test_a_baseline_that_is_none(project, argmap):
    folder = project()
    (folder / "b.txt").write_text("nonsense\n")
    result = argmap("check", ".", "--baseline", "b.txt")
    assert result.code == 2
    assert result.err.startswith("argmap: b.txt:1: 'nonsense' is not a file, a code and a claim\n")
    assert argmap("check", ".", "--write-baseline").code == 2


def test_claims_are_chosen(project, argmap):
    project()
    assert argmap("check", "m.yaml", "--where", "thesis").code == 0
    assert argmap("check", "m.yaml", "--where", "+thesis").code == 1
    assert argmap("check", "m.yaml", "--except", "a").code == 0
    assert argmap("check", "m.yaml", "--where", "rol:x").code == 2


def test_statistics_and_quiet(project, argmap):
    project()
    assert argmap("check", "m.yaml", "--statistics").out == (
        "1  AM107 unsupported\nFound 1 finding (1 warning) in 1 file.\n"
    )
    assert argmap("check", "m.yaml", "--output-format", "concise", "-q").out.count("\n") == 1
    assert argmap("check", "m.yaml", "-q", "--ignore", "AM").out == ""


@pytest.mark.parametrize("format", ["json", "sarif", "gitlab"])
def test_data(project, argmap, format):
    project()
    result = argmap("check", "m.yaml", "--output-format", format)
    assert (result.code, result.err) == (1, "")
    assert "AM107" in json.dumps(json.loads(result.out))


def test_many_files_are_checked_alike(project, argmap):
    folder = project()
    for number in range(60):
        (folder / f"n{number:02}.yaml").write_text(GAP)
    lines = argmap("check", ".", "--output-format", "concise").out.splitlines()
    assert lines[-1] == "Found 61 findings (61 warnings) in 61 files."
    assert lines[:-1] == sorted(lines[:-1])


def test_the_settings_in_force(project, argmap):
    folder = project("[check]\nfail-on = 'error'\nper-file-ignores = {'a' = ['AM1']}\n")
    out = argmap("config").out
    assert out.splitlines()[0] == f"# {folder / 'argmap.toml'}"
    assert "check.fail-on          = error  (argmap.toml)\n" in out
    assert "check.strictness       = regular  (default)\n" in out
    data = json.loads(argmap("config", "--json").out)
    assert data["from_file"] == ["check.fail-on", "check.per-file-ignores"]
    assert data["check"]["fail-on"] == "error"


@pytest.mark.parametrize(
    ("name", "data"), [("a.yaml", b""), ("a.yaml", b"\x00\xfe\x01"), ("a.json", b""), ("a.xml", b"")]
)
def test_what_may_be_anybodys_is_passed_over_in_a_folder_and_reported_where_it_is_named(
    argmap, map_file, tmp_path, name, data
):
    map_file("argmap: 1\nthesis: b\nclaims: {b: {text: B., assumed: true}}\n", "b.yaml")
    path = map_file(data, name)
    assert argmap("check", tmp_path).out == "All clear: 1 file checked.\n"
    named = argmap("check", path)
    assert named.code == 2
    assert "AM001" in named.out
