"""``argmap scheme`` as a user sees it."""

import json

import pytest


def test_one_scheme(argmap, snapshot):
    assert argmap("scheme", "Argument from sign").out == snapshot


def test_all_schemes(argmap):
    _, *lines = argmap("scheme").out.splitlines()
    assert len(lines) >= 24
    assert lines == sorted(lines)


@pytest.mark.parametrize("arguments", [(), ("expert-opinion",)], ids=" ".join)
def test_a_narrow_terminal(argmap, monkeypatch, arguments):
    wide = argmap("scheme", *arguments).out
    monkeypatch.setenv("COLUMNS", "40")
    narrow = argmap("scheme", *arguments).out
    assert max(map(len, narrow.splitlines())) <= 40
    assert sorted("".join(narrow.split())) == sorted("".join(wide.split()))


def test_the_shape_of_the_data(argmap):
    data = json.loads(argmap("scheme", "sign", "--json").out)
    assert data["argmap-schemes"] == 1
    (scheme,) = data["schemes"]
    assert set(scheme) == {"name", "title", "premises", "conclusion", "questions"}


def test_a_scheme_that_is_not_there(argmap):
    result = argmap("scheme", "sing")
    assert result.code == 2
    assert "Did you mean 'sign'?" in result.err
