"""Whatever a file holds, every command answers with a message and the right exit code."""

import pytest

MAP = "argmap: 1\nthesis: a\nclaims:\n  a: {text: A., assumed: true}\n"
UNUSABLE = {
    "empty": (b"", "AM001", "the file is empty"),
    "binary": (b"\x7fELF\x00\x01", "AM001", "binary"),
    "not UTF-8": (b"argmap: 1\ntitle: \xff\n", "AM001", "not UTF-8"),
    "UTF-16": (MAP.encode("utf-16"), "AM001", "UTF-16"),
    "tabs": (b"argmap: 1\nclaims:\n\ta: {text: A}\n", "AM001", "tab"),
    "deep": (b"argmap: 1\nclaims: " + b"[" * 100_000, "AM001", "nested deeper"),
    "deep in blocks": (b"".join(b" " * i + b"a:\n" for i in range(1500)), "AM001", "nested deeper"),
    "alias bomb": (b"argmap: 1\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "AM005", "alias *b"),
    "duplicate keys": (MAP.encode() + b"  a: {text: B}\n", "AM002", "'a' stands twice"),
    "id with spaces": (b"argmap: 1\nclaims: {the first claim: {text: A}}\n", "AM006", "is not an id"),
    "another YAML file": (b"services:\n  web: {image: nginx}\n", "AM006", "not marked as a map"),
    "a word": (b"hello\n", "AM006", "no fields"),
}


@pytest.mark.parametrize("data", [b"", b"\x7fELF\x00\x01"])
@pytest.mark.parametrize("command", ["show", "check"])
def test_no_line_is_shown_of_what_has_no_text(argmap, map_file, command, data):
    result = argmap(command, map_file(data))
    assert "map.yaml:1:1\n  = help: " in result.out + result.err


@pytest.mark.parametrize("name", UNUSABLE)
@pytest.mark.parametrize("command", [("show",), ("export", "dot"), ("export", "svg")])
def test_commands_that_need_a_map_say_what_is_wrong_with_the_file(argmap, map_file, name, command):
    data, code, message = UNUSABLE[name]
    result = argmap(*command, map_file(data))
    assert result.code == 2
    assert result.out == ""
    assert code in result.err
    assert message in result.err


@pytest.mark.parametrize("name", UNUSABLE)
def test_check_reports_it_as_findings(argmap, map_file, name):
    data, code, message = UNUSABLE[name]
    path = map_file(data)
    for form in ("full", "concise"):
        result = argmap("check", path, "--output-format", form)
        assert result.code == 2
        assert code in result.out
        assert message in result.out
        assert f"{path}:" in result.out
        assert result.err == ""


UNICODE = "argmap: 1\nthesis: über\nclaims:\n  über: {text: A., assumed: true}\n"


@pytest.mark.parametrize("data", [MAP, MAP.replace("\n", "\r\n"), "\ufeff" + MAP, UNICODE])
def test_line_ends_byte_order_marks_and_scripts_are_fine(argmap, map_file, data):
    path = map_file(data)
    assert argmap("check", path).code == 0
    assert "A." in argmap("show", path).out


def test_a_thesis_that_is_missing_or_unknown(argmap, map_file):
    missing = argmap("check", map_file("argmap: 1\nclaims: {a: {text: A., assumed: true}}\n"))
    assert missing.code == 1
    assert "AM106 thesis-count" in missing.out
    unknown = argmap("check", map_file(MAP.replace("thesis: a", "thesis: aa")))
    assert unknown.code == 1
    assert "AM101 unknown-id" in unknown.out
    for text in (MAP.replace("thesis: a\n", ""), MAP.replace("thesis: a", "thesis: aa")):
        shown = argmap("show", map_file(text))
        assert shown.code == 0
        assert "A." in shown.out


def test_a_relation_to_itself(argmap, map_file):
    path = map_file("argmap: 1\nthesis: a\nclaims: {a: {text: A., assumed: true, attacked_by: [a]}}\n")
    assert "AM103 self-reference" in argmap("check", path).out
    assert argmap("show", path).code == 0
    assert argmap("export", "dot", path).code == 0


@pytest.mark.parametrize("length", [2, 2000])
def test_circles(argmap, map_file, length):
    claims = "".join(f"  c{i}: {{text: C{i}., supported_by: [c{(i + 1) % length}]}}\n" for i in range(length))
    path = map_file(f"argmap: 1\nthesis: c0\nclaims:\n{claims}")
    result = argmap("check", path, "--output-format", "concise")
    assert result.code == 1
    assert result.out.count("AM104 circular-support") == 1
    assert argmap("show", path).code == 0
    assert argmap("show", path, "c1").code == 0
    assert argmap("show", path, "--json").code == 0
    assert argmap("export", "dot", path).code == 0


def test_a_file_that_is_too_large(argmap, map_file, monkeypatch):
    path = map_file(b"# " + b"x" * 50_000_000 + b"\n" + MAP.encode())
    result = argmap("check", path)
    assert result.code == 2
    assert "is larger than 33,554,432 bytes" in result.out
    assert "ARGMAP_MAX_SIZE" in result.out
    assert "is larger than 33,554,432 bytes" in argmap("show", path).err
    monkeypatch.setenv("ARGMAP_MAX_SIZE", "60000000")
    assert argmap("check", path).code == 0
    monkeypatch.setenv("ARGMAP_MAX_SIZE", "lots")
    assert argmap("check", path).code == 2


def test_standard_input(argmap):
    assert argmap("check", "-", input=MAP).code == 0
    assert (
        "A." in argmap("show", "-", input='{"argmap": 1, "thesis": "a", "claims": {"a": {"text": "A."}}}').out
    )
    assert "<stdin>:1:1: AM001" in argmap("check", "-", "--output-format", "concise", input="").out


def test_files_and_folders_that_are_not_there(argmap, tmp_path):
    result = argmap("show", "maps/fentanyl-tarif.yaml")
    assert result.code == 2
    assert "there is no file maps/fentanyl-tarif.yaml" in result.err
    assert "Did you mean 'maps/fentanyl-tariffs.yaml'?" in result.err
    (tmp_path / "notes.yaml").write_text("just: notes\n")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "map.yaml").write_text(MAP)
    result = argmap("check", tmp_path)
    assert result.code == 2
    assert f"there is no map in {tmp_path}" in result.err
    result = argmap("show", tmp_path)
    assert result.code == 2
    assert "is a folder" in result.err


def test_folders_are_searched_for_maps(argmap, tmp_path):
    (tmp_path / "below" / "deeper").mkdir(parents=True)
    (tmp_path / "one.yaml").write_text(MAP)
    (tmp_path / "below" / "two.yml").write_text("# a comment first\n" + MAP)
    (tmp_path / "below" / "deeper" / "three.json").write_text('{\n  "argmap": 1, "claims": {"a": {}}}')
    (tmp_path / "below" / "mkdocs.yml").write_text("site_name: x\n")
    (tmp_path / "below" / "package.json").write_text('{"name": "x"}')
    result = argmap("check", tmp_path, "--output-format", "concise")
    assert result.code == 2
    assert result.out.splitlines()[-1].endswith("in 1 of 3 files.")
    assert "three.json:2:27: AM006 bad-value: the claim 'a' has no text" in result.out


@pytest.mark.parametrize("head", ["", "Argmap: 1\n", "argmap 1\n", "# argmap\n"])
@pytest.mark.parametrize(
    "body", ["thesis: a\nclaims: {a: {text: A.}}\n", "claims:\n  a: {text: A.}\nthesis: a\n"]
)
def test_a_map_in_a_folder_is_reported_though_it_is_not_marked_as_one(argmap, tmp_path, head, body):
    (tmp_path / "one.yaml").write_text(MAP)
    (tmp_path / "two.yaml").write_text(head + body)
    result = argmap("check", tmp_path, "--output-format", "concise")
    assert (result.code, "two.yaml:" in result.out) == (2, True)


@pytest.mark.parametrize(
    "part", ["thesis: {title: My thesis}\nauthor: x\n", "claims: [sub, iss]\n  thesis: x\n"]
)
def test_yaml_in_a_folder_that_may_be_anybodys_is_passed_over(argmap, tmp_path, part):
    (tmp_path / "one.yaml").write_text(MAP)
    (tmp_path / "two.yaml").write_text(part)
    assert "1 file" in argmap("check", tmp_path).out.splitlines()[-1]


@pytest.mark.parametrize("target", ["missing/x.svg", "map.yaml/x.svg", "."])
def test_output_that_cannot_be_written(argmap, map_file, target):
    path = map_file(MAP)
    result = argmap("export", "dot", path, "-o", path.parent / target)
    assert result.code == 2
    assert "cannot write" in result.err
    assert list(path.parent.iterdir()) == [path]


def test_the_map_itself_is_never_overwritten(argmap, map_file):
    path = map_file(MAP)
    result = argmap("export", "dot", path, "-o", path.parent / "." / path.name)
    assert result.code == 2
    assert "is the map itself" in result.err
    assert path.read_text() == MAP


def test_no_text_of_a_source_is_overwritten(argmap, map_file):
    path = map_file(MAP + "sources:\n  own: {title: Own, file: own.txt}\n  other: {title: Other}\n")
    own, other = path.with_name("own.txt"), path.with_name("other.txt")
    for text in (own, other):
        text.write_text("Words.")
        result = argmap("export", "dot", path, "--source", f"other={other}", "-o", text)
        assert result.code == 2
        assert "is one of the files that are read" in result.err
        assert text.read_text() == "Words."


def test_claims_that_are_not_there(argmap, map_file):
    path = map_file(MAP.replace("a:", "first-claim:").replace("thesis: a", "thesis: first-claim"))
    result = argmap("show", path, "first-clam")
    assert result.code == 2
    assert "the map has no claim 'first-clam'" in result.err
    assert "Did you mean 'first-claim'?" in result.err


def test_a_wrong_choice_is_told_in_plain_words(argmap):
    result = argmap("show", "map.yaml", "--color", "red")
    assert result.code == 2
    assert "Invalid value for '--color': 'red' is not one of" in result.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["show", "x", "--depth", "-1"], "'--depth': -1 is too little; give 0 or more."),
        (["show", "x", "--depth", "x"], "'--depth': 'x' is not a whole number; give one such as 2."),
        (["show", "x", "--depth", "nan"], "'--depth': 'nan' is not a whole number; give one such as 2."),
        (["show", "x", "--depth", "1.5"], "'--depth': '1.5' is not a whole number; give one such as 2."),
        (["search", "w", "x", "--limit", "0"], "'--limit': 0 is too little; give 1 or more."),
        (["rests-on", "x", "--budget", "-1"], "'--budget': -1 is too little; give 0 or more."),
        (["rests-on", "x", "--budget", "x"], "'--budget': 'x' is not a number; give one such as 2 or 0.5."),
        (["solve", "--budget", "nan"], "'--budget': 'nan' is not a number; give one such as 2 or 0.5."),
        (["coverage", "x", "--fail-under", "101"], "'--fail-under': 101 is too much; give 100 or less."),
        (["export", "svg", "x", "--timeout", "0"], "'--timeout': 0 is too little; give 0.1 or more."),
        (["whatif", "x", "--confidence", "c=2"], "NAME=VALUE, the value from 0 to 1, not 'c=2'"),
        (["evaluate", "x", "--threshold", "alpha=nan"], "NAME=VALUE, the value from 0 to 1, not 'alpha=nan'"),
    ],
)
def test_a_wrong_number_is_told_in_plain_words(argmap, map_file, arguments, said):
    arguments = [
        map_file(MAP) if word == "x" and arguments[0] in {"whatif", "evaluate"} else word
        for word in arguments
    ]
    result = argmap(*arguments)
    assert result.code == 2
    assert said in " ".join(result.err.split())


def test_a_huge_limit_is_none(argmap, map_file):
    assert argmap("search", "a", map_file(MAP), "--limit", 1 << 70).code == 0


def test_wrong_usage(argmap):
    for arguments in ((), ("nothing",), ("check",), ("show", "x", "y", "z"), ("show", "x", "--depth", "-1")):
        assert argmap(*arguments).code == 2
    assert "Did you mean 'check'" in argmap("chek").err
    result = argmap("check", "maps", "--select", "AM17")
    assert result.code == 2
    assert "no rule 'AM17'" in result.err
    assert argmap("rule", "AM999").code == 2
    assert "did you mean 'unsupported'?" in argmap("rule", "unsuported").err
    assert argmap("export", "gif", "maps/fentanyl-tariffs.yaml").code == 2


def test_text_lost_behind_a_hash_is_told_even_when_only_shown(argmap, map_file):
    path = map_file("argmap: 1\nthesis: a\nclaims: \n  a:\n    text: We are #1\n    assumed: true\n")
    result = argmap("show", path)
    assert result.code == 0
    assert "AM003" in result.err
    assert argmap("check", path).code == 1


def test_depth_is_for_the_tree_only(argmap, map_file):
    path = map_file(MAP)
    assert argmap("show", path, "a", "--depth", "1").code == 2
    assert argmap("show", path, "--json", "--depth", "1").code == 2


def test_a_width_of_nothing_is_none(argmap, map_file, monkeypatch):
    monkeypatch.setenv("COLUMNS", "0")
    assert "A." in argmap("show", map_file(MAP)).out


def test_a_dash_is_standard_output(argmap, map_file):
    path = map_file(MAP)
    assert argmap("export", "dot", path, "-o", "-").out == argmap("export", "dot", path).out


def test_time_without_end(argmap, map_file):
    for seconds in ("inf", "1e10", "nan"):
        assert argmap("export", "svg", map_file(MAP), "--timeout", seconds).code == 2


def test_errors_of_reading_are_told_whatever_is_selected(argmap, map_file):
    path = map_file(MAP.replace("text: A.", "text: A., colour: red"))
    for options in (("--ignore", "AM004"), ("--select", "AM107")):
        result = argmap("check", path, *options)
        assert result.code == 2
        assert "AM004 unknown-field" in result.out


def test_one_file_that_cannot_be_read_does_not_silence_the_others(argmap, map_file, tmp_path):
    path = map_file(MAP.replace(", assumed: true", ""))
    (tmp_path / "dangling.yaml").symlink_to("nothing")
    result = argmap("check", path, "nope.yaml", "--output-format", "concise")
    assert result.code == 2
    assert "AM107 unsupported" in result.out
    assert "nope.yaml:1:1: AM001 syntax: there is no file nope.yaml" in result.out
    folder = argmap("check", tmp_path, "--output-format", "concise")
    assert folder.code == 2
    assert "AM107 unsupported" in folder.out
    assert "dangling.yaml:1:1: AM001" in folder.out


def test_a_limit_beyond_all_bounds(argmap, map_file, monkeypatch):
    monkeypatch.setenv("ARGMAP_MAX_SIZE", "9" * 30)
    assert argmap("check", map_file(MAP)).code == 0


def test_a_path_beyond_all_bounds(argmap):
    assert "cannot read" in argmap("show", "x" * 5000).err
    assert argmap("check", "x" * 5000).code == 2
