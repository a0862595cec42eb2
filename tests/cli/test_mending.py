"""``argmap check --fix`` and ``--diff`` as a user sees them."""

import pytest

MAP = """\
argmap: 1
thesis: t
sources:
  used: {title: Used}
  idle: {title: Idle}  # nobody cites it
claims:
  t:  # the thesis
    text: The thesis is this.
    supported_by:
      - a  # first
      - a
      - [b, a, b]
      - bb
    ignore:
      AM107: there was a finding
  a: {text: A claim of its own., assumed: true}
  b: {text: Another claim altogether., assumed: Granted., supported_by: [a], evidence: used}
"""
SAFE = (
    MAP.replace("      - a\n", "")
    .replace("[b, a, b]", "[b, a]")
    .replace("    ignore:\n      AM107: there was a finding\n", "")
)
UNSAFE = (
    SAFE.replace("- bb\n", "- b\n")
    .replace("  idle: {title: Idle}  # nobody cites it\n", "")
    .replace(", assumed: Granted.", "")
)


def test_what_is_safe_is_mended(argmap, map_file):
    path = map_file(MAP)
    result = argmap("check", path, "--fix", "--ignore", "AM3,AM5")
    assert path.read_text() == SAFE
    assert result.err == f"argmap: fixed 3 findings in {path}\n"
    assert result.code == 1
    assert argmap("check", path, "--fix").err == ""


def test_what_is_not_safe_is_mended_when_asked_for(argmap, map_file):
    path = map_file(MAP)
    assert argmap("check", path, "--unsafe-fixes").code == 0
    assert path.read_text() == UNSAFE


def test_a_diff_changes_nothing(argmap, map_file):
    path = map_file(MAP)
    result = argmap("check", path, "--diff")
    assert result.code == 1
    assert [line for line in result.out.splitlines() if line.startswith(("+", "-"))][2:] == [
        "-      - a",
        "-      - [b, a, b]",
        "+      - [b, a]",
        "-    ignore:",
        "-      AM107: there was a finding",
    ]
    assert path.read_text() == MAP
    assert argmap("check", map_file(SAFE), "--diff").code == 0


def test_a_byte_order_mark_and_line_ends_stay(argmap, map_file):
    path = map_file(b"\xef\xbb\xbf" + MAP.replace("\n", "\r\n").encode())
    argmap("check", path, "--fix", "--ignore", "AM3,AM5")
    assert path.read_bytes() == b"\xef\xbb\xbf" + SAFE.replace("\n", "\r\n").encode()


def test_only_rules_that_run_are_mended(argmap, map_file):
    path = map_file(MAP)
    argmap("check", path, "--fix", "--select", "AM107")
    assert path.read_text() == MAP


@pytest.mark.parametrize(
    "text", ["argmap: 1\nclaims: [\n", "", "argmap: 1\nclaims: {a: {text: A., ignore: {AM1: }}}\n"]
)
def test_a_file_that_is_not_read_is_left_alone(argmap, map_file, text):
    path = map_file(text)
    argmap("check", path, "--unsafe-fixes")
    assert path.read_text() == text


def test_standard_input_is_only_shown(argmap):
    assert argmap("check", "-", "--fix", input=MAP).code == 2
    assert "--- a/-" in argmap("check", "-", "--diff", input=MAP).out


def test_what_a_map_includes_is_known_when_it_is_mended(argmap, map_file):
    map_file("argmap: 1\nthesis: t\nclaims: {t: {text: The other thesis., assumed: true}}\n", "other.yaml")
    text = "argmap: 1\nthesis: m\ninclude: {o: other.yaml}\nclaims: {m: {text: The thesis is this., supported_by: [o/t]}, o-t: {text: A claim of this map., supported_by: [m]}}\n"
    path = map_file(text)
    argmap("check", path, "--unsafe-fixes")
    assert path.read_text() == text
