"""The configuration of a project."""

import pytest

from argmap.config import ConfigError, find_config, read_config


@pytest.fixture
def write(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_nearest_file_wins(write, tmp_path):
    write("pyproject.toml", '[tool.argmap.check]\nselect = ["AM1"]\n')
    write("a/argmap.toml", '[check]\nselect = ["AM2"]\n')
    write("a/pyproject.toml", '[tool.argmap.check]\nselect = ["AM3"]\n')
    write("a/b/pyproject.toml", "[tool.other]\nx = 1\n")
    (tmp_path / "a/b/c").mkdir()
    assert find_config(tmp_path / "a/b/c").check.select == ["AM2"]
    assert find_config(tmp_path / "a").path == tmp_path / "a/argmap.toml"
    assert find_config(tmp_path).check.select == ["AM1"]


def test_all_settings(write):
    path = write(
        "argmap.toml",
        """\
[check]
select = ["AM1"]
ignore = ["AM107"]
strictness = "pedantic"
fail-on = "error"
baseline = "known.txt"
severity = {AM105 = "error"}
help = {AM105 = "See the style guide."}
per-file-ignores = {"drafts/*" = ["AM1"]}

[[check.require]]
name = "answered"
every = "role:counterclaim"
be = "objections:1.."
""",
    )
    check = read_config(path).check
    assert (check.fail_on, check.baseline, check.severity) == ("error", "known.txt", {"AM105": "error"})
    assert check.per_file_ignores == {"drafts/*": ["AM1"]}
    assert (check.require[0].be, check.require[0].severity) == ("objections:1..", "warning")


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        ("[check", "is not TOML", None),
        ("[chek]", "there is no setting 'chek'", "Did you mean 'check'?"),
        ("[check]\nfail_on = 'error'", "there is no setting 'check.fail_on'", "Did you mean 'fail-on'?"),
        ("[check]\nfail-on = 'x'", "check.fail-on: input should be 'error'", None),
        ("[check]\nselect = 'AM1'", "check.select: input should be a valid list", None),
        ("[[check.require]]\nname = 'a'\nevery = 'b'", "check.require.0.be: field required", None),
        (
            "[[check.require]]\nname='a'\nevery='b'\nbee='c'\nbe='d'",
            "'check.require.0.bee'",
            "Did you mean 'be'?",
        ),
    ],
)
def test_what_cannot_be_used(write, text, message, help):
    path = write("argmap.toml", text)
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert message in str(caught.value)
    assert str(path) in str(caught.value)
    assert caught.value.help == help


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ConfigError, match="cannot read"):
        read_config(tmp_path / "none.toml")
