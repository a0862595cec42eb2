"""The commands on good maps, as a user sees them."""

import json
from pathlib import Path

import jsonschema
import pytest

from argmap.checks import RULES

BRIDGE = "examples/bridge/bridge.yaml"
ARTICLE = "maps/fentanyl-tariffs.yaml"
ROOT = Path(__file__).resolve().parents[2]


def test_no_summary_in_the_help_is_cut_off(argmap, monkeypatch):
    monkeypatch.setenv("COLUMNS", "78")
    assert "..." not in argmap("--help").out.partition("Commands:")[2]
    assert "..." not in argmap("add", "--help").out.partition("Commands:")[2]


def test_what_is_edited_is_a_file(argmap):
    assert "standard input" not in argmap("rename", "--help").out
    assert "standard input" not in argmap("add", "claim", "--help").out


def test_help_starts_with_examples(argmap, snapshot):
    assert argmap("--help").out == snapshot
    for command in ("show", "check", "export", "convert", "formats", "rule", "schema"):
        help = argmap(command, "--help").out
        assert help.index("Examples:") < help.index("Options:")


def test_show(argmap, snapshot):
    result = argmap("show", BRIDGE)
    assert (result.code, result.err) == (0, "")
    assert result.out == snapshot


def test_show_some_levels(argmap, snapshot):
    assert argmap("show", BRIDGE, "--depth", "1").out == snapshot


def test_show_a_claim(argmap, snapshot):
    assert argmap("show", BRIDGE, "shops-lose-customers").out == snapshot


def test_show_for_programs(argmap):
    whole = json.loads(argmap("show", BRIDGE, "--json").out)
    assert whole["argmap-show"] == 1
    assert len(whole["claims"]) == 13
    one = json.loads(argmap("show", BRIDGE, "close-to-cars", "--json").out)
    assert one["argmap-show"] == 1


def test_check_in_full(argmap, snapshot):
    result = argmap("check", BRIDGE)
    assert (result.code, result.err) == (1, "")
    assert result.out == snapshot


def test_check_concisely(argmap, snapshot):
    assert argmap("check", BRIDGE, "--output-format", "concise").out == snapshot


@pytest.mark.parametrize("map", ["linked-premises", "undercuts"])
def test_examples_are_clear(argmap, map):
    result = argmap("check", f"examples/{map}.yaml")
    assert (result.code, result.out) == (0, "All clear: 1 file checked.\n")


def test_a_debate_has_objections_that_nobody_answered(argmap):
    path = "examples/two-sided-debate.yaml"
    result = argmap("check", path, "--output-format", "concise")
    assert result.code == 1
    assert [line.split(": ")[:2] for line in result.out.splitlines()[:-1]] == [
        [f"{path}:17:9", "AM202 unanswered-objection"],
        [f"{path}:25:19", "AM202 unanswered-objection"],
        [f"{path}:54:23", "AM202 unanswered-objection"],
    ]


def test_the_article_has_gaps_and_no_faults(argmap):
    result = argmap("check", ARTICLE, "--output-format", "concise")
    assert result.code == 1
    lines = result.out.splitlines()
    assert len(lines) > 20
    assert all(
        any(name in line for name in ("AM107 unsupported", "AM202 unanswered", "AM302 open-"))
        for line in lines[:-1]
    )


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--ignore", "AM107,AM202"), 0),
        (("--ignore", "unsupported"), 1),
        (("--ignore", "AM"), 0),
        (("--select", "AM107"), 1),
        (("--ignore", "unsupported,unanswered-objection"), 0),
        (("--select", "AM0,AM4"), 0),
        (("--select", "AM1", "--ignore", "AM107"), 0),
        (("--select", "AM107", "--ignore", "AM1"), 1),
    ],
)
def test_rules_are_selected_and_ignored(argmap, options, code):
    assert argmap("check", BRIDGE, *options).code == code


def test_info_alone_is_no_failure(argmap):
    path = "examples/rules/AM112-shortcut-relation/fails.yaml"
    result = argmap("check", path, "--select", "AM112")
    assert "AM112 shortcut-relation" in result.out
    assert result.code == 0
    assert "AM112" not in argmap("check", path).out
    assert "AM112" in argmap("check", path, "--strictness", "pedantic").out


def test_ignored_in_the_map(argmap, map_file):
    text = (
        "argmap: 1\nthesis: a\nclaims:\n  a: {text: A., ignore: {unsupported: It is the question itself.}}\n"
    )
    assert argmap("check", map_file(text)).code == 0


def test_rule_pages(argmap):
    page = argmap("rule", "AM107").out
    assert page.startswith("# AM107 unsupported\n")
    assert argmap("rule", "unsupported").out == page


def test_all_rules(argmap, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    _, *listing = argmap("rule").out.splitlines()
    assert len(listing) == len(RULES)
    assert any(
        line.startswith("AM112  shortcut-relation") and line.rstrip().endswith("(pedantic)")
        for line in listing
    )
    monkeypatch.setenv("COLUMNS", "40")
    narrow = argmap("rule").out.splitlines()
    assert max(map(len, narrow)) <= 40
    assert [line for line in narrow if line.startswith("AM")] == list(RULES)


def test_export_to_a_file_and_to_standard_output(argmap, tmp_path):
    target = tmp_path / "bridge.dot"
    result = argmap("export", "dot", BRIDGE, "-o", target)
    assert (result.code, result.out, result.err) == (0, "", f"Wrote {target}\n")
    assert target.read_text(encoding="utf-8") == argmap("export", "dot", BRIDGE).out


def test_export_overwrites_its_own_earlier_picture(argmap, tmp_path):
    target = tmp_path / "bridge.dot"
    target.write_text("old")
    argmap("export", "dot", BRIDGE, "-o", target)
    assert target.read_text(encoding="utf-8").startswith("digraph")
    assert [path.name for path in tmp_path.iterdir()] == ["bridge.dot"]


def test_export_html(argmap, tmp_path):
    target = tmp_path / "bridge.html"
    result = argmap("export", "html", BRIDGE, "-o", target)
    assert (result.code, result.err.replace("\n", "")) == (0, f"Wrote {target}")
    page = target.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Should Mill Bridge be closed to cars?" in page
    assert "<svg" in page
    assert '"code":"AM202"' in page
    assert '"passage":"Six minutes are a fair price' in page


def test_export_html_of_a_part(argmap):
    result = argmap("export", "html", BRIDGE, "--where", "worth-the-detour")
    assert '"worth-the-detour"' in result.out
    assert "customers-walk" not in result.out


def test_export_html_without_a_picture(argmap, map_file):
    result = argmap("export", "html", map_file("argmap: 1\n"))
    assert (result.code, result.err) == (0, "argmap: the page has no picture: The map has no claims.\n")
    assert "The map has no claims." in result.out


def test_export_html_that_cannot_be_drawn(argmap, monkeypatch):
    monkeypatch.setenv("ARGMAP_DOT", "/no/dot/here")
    result = argmap("export", "html", BRIDGE, "--engine", "system")
    assert result.code == 0
    assert "argmap: the page has no picture: ARGMAP_DOT names no program: /no/dot/here" in result.err
    assert "<svg" not in result.out
    assert "ARGMAP_DOT names no program" in result.out


def test_export_svg(argmap):
    result = argmap("export", "svg", BRIDGE)
    assert result.code == 0
    assert result.out.rstrip().endswith("</svg>")


def test_the_schema_in_the_repository_is_up_to_date(argmap):
    printed = json.loads(argmap("schema").out)
    jsonschema.Draft202012Validator.check_schema(printed)
    stored = json.loads((ROOT / "docs" / "argmap.schema.json").read_text(encoding="utf-8"))
    assert stored == printed, "run: argmap schema > docs/argmap.schema.json"


def test_a_map_is_written_in_another_format(argmap, tmp_path):
    from argmap import load

    there = tmp_path / "map.yaml"
    there.write_text("argmap: 1\nthesis: a\nclaims: {a: {text: It rains.}}\n", encoding="utf-8")
    done = argmap("export", "json", str(there), "-o", str(tmp_path / "map.json"))
    assert (done.code, done.out) == (0, "")
    assert load(tmp_path / "map.json") == load(there)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["svgg", "m.yaml"], "Did you mean 'svg'?"),
        (["json", "m.yaml", "--timeout", "3"], "--timeout has no effect on"),
    ],
)
def test_what_cannot_be_exported_is_said(argmap, arguments, message):
    done = argmap("export", *arguments)
    assert done.code == 2
    assert message in done.err


def large(tmp_path):
    there = tmp_path / "large.yaml"
    chains = "".join(
        f"  {side}{n}: {{text: T, supported_by: [{side}{n + 1}]}}\n" for side in "ab" for n in range(300)
    )
    head = "argmap: 1\ntitle: Large\nthesis: t\nclaims:\n  t: {text: T, supported_by: [a0, b0]}\n"
    there.write_text(f"{head}{chains}  a300: {{text: A}}\n  b300: {{text: B}}\n")
    return there


def test_a_picture_in_several_files_goes_into_a_folder(argmap, tmp_path):
    there = large(tmp_path)
    for arguments in ((), ("-o", "-"), ("-o", tmp_path / "large.mmd")):
        refused = argmap("export", "mermaid", there, *arguments)
        assert refused.code == 2
        assert "Name a folder" in refused.err
    assert [path.name for path in tmp_path.iterdir()] == ["large.yaml"]
    done = argmap("export", "mermaid", there, "-o", tmp_path / "parts")
    assert done.code == 0
    assert sorted(path.name for path in (tmp_path / "parts").iterdir()) == [
        "01-large.mmd",
        "02-t.mmd",
        "03-t.mmd",
    ]


def test_tables_go_into_a_folder(argmap, tmp_path):
    refused = argmap("export", "csv", BRIDGE)
    assert refused.code == 2
    assert "CSV takes 3 files here: claims.csv, relations.csv, sources.csv" in refused.err
    done = argmap("export", "csv", BRIDGE, "-o", tmp_path / "tables")
    assert done.code == 0
    assert "argmap: CSV has no room for\n  title\n" in done.err
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == [
        "claims.csv",
        "relations.csv",
        "sources.csv",
    ]


def test_an_outline_is_made_of_a_part(argmap):
    done = argmap("export", "markdown", BRIDGE, "--where", "detour-is-longer")
    assert done.out.startswith("# Should Mill Bridge be closed to cars?\n")
    assert "- **Attacks:** By the ring road" in done.out
    assert "Water Street" not in done.out
