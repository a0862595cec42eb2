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


@pytest.mark.parametrize(
    "text",
    [
        '[tool.argmap.check]\nselect = ["AM9"]\n',
        '[project]\nname = "x"\n\n  [ tool . "argmap".check ]\r\nselect = ["AM9"]\n',
        '[tool]\nargmap.check.select = ["AM9"]\n',
        'tool.argmap.check.select = ["AM9"]\n',
        'tool = {argmap = {check = {select = ["AM9"]}}}\n',
        "'tool'.'argmap'.check.select = ['AM9']\n",
        '[[tool.argmap.style]]\nwhere = "a"\ncolour = "red"\n[tool.argmap.check]\nselect = ["AM9"]\n',
    ],
)
def test_our_table_in_a_project_however_it_is_written(write, tmp_path, text):
    write("pyproject.toml", text)
    assert find_config(tmp_path).check.select == ["AM9"]


def test_a_project_that_has_none_of_ours_may_be_broken(write, tmp_path):
    write("argmap.toml", '[check]\nselect = ["AM1"]\n')
    write("a/pyproject.toml", "[tool.other]\nargmap = 1\nnot toml\n")
    assert find_config(tmp_path / "a").check.select == ["AM1"]


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


def test_styles_and_attributes_of_pictures(write):
    path = write(
        "argmap.toml",
        """
        [[style]]
        where = "tag:economy"
        colour = "blue"
        shape = "rounded"
        label = "Economy"
        graphviz = {penwidth = 3, peripheries = 2}

        [[style]]
        where = "voice:analyst"
        hide = true

        [graphviz]
        nodesep = 0.5
        """,
    )
    settings = read_config(path)
    first, second = settings.styles
    assert (first.where, first.colour, first.shape, first.label) == (
        "tag:economy",
        "blue",
        "rounded",
        "Economy",
    )
    assert first.graphviz == {"penwidth": 3, "peripheries": 2}
    assert second.hide
    assert settings.graphviz == {"nodesep": 0.5}


@pytest.mark.parametrize(
    ("text", "message", "help"),
    [
        (
            '[[style]]\nwhere = "t"\ncolor = "red"',
            "there is no setting 'style.0.color'",
            "Did you mean 'colour'?",
        ),
        ('[[style]]\ncolour = "red"', "style.0.where: field required", None),
        ('[[style]]\nwhere = "t"', "style.0: says nothing", None),
        ('[[style]]\nwhere = "t"\ncolour = "mauve"', "should be #rrggbb or one of blue, green", None),
        ('[[style]]\nwhere = "t"\nshape = "star"', "style.0.shape: input should be 'box', 'rounded'", None),
        ('[[style]]\nwhere = "t"\ngraphviz = {URL = "x"}', "'URL' cannot be set", None),
        ('[[style]]\nwhere = "t"\ngraphviz = {"a b" = 1}', "'a b' is no name of an attribute", None),
        ("[graphviz]\nimagepath = '/'", "'imagepath' cannot be set", None),
        ("[graphviz]\nnodesep = [1]", "graphviz.nodesep", None),
    ],
)
def test_styles_that_cannot_be_used(write, text, message, help):
    with pytest.raises(ConfigError) as raised:
        read_config(write("argmap.toml", text))
    assert message in str(raised.value)
    assert raised.value.help == help
