"""The example files of every rule are those of its page, and do what the page says."""

import re
from pathlib import Path

import pytest

from argmap.checks import RULES, Selection, check_map, page
from argmap.checks.baseline import read_baseline
from argmap.checks.registry import CHECKS
from argmap.config import CheckConfig, find_config
from argmap.finding import Severity
from argmap.formats import read_file
from argmap.graph import Graph
from argmap.sources import open_sources

EXAMPLES = Path(__file__).parents[2] / "examples" / "rules"
LINES = {
    "AM001": [5],
    "AM002": [7],
    "AM003": [5],
    "AM004": [7],
    "AM005": [6, 9],
    "AM006": [6, 7],
    "AM007": [6],
    "AM101": [14],
    "AM102": [8],
    "AM103": [6],
    "AM104": [6],
    "AM105": [10],
    "AM106": [1],
    "AM107": [13],
    "AM108": [8],
    "AM109": [7],
    "AM110": [7],
    "AM111": [6],
    "AM112": [6],
    "AM113": [4],
    "AM201": [4],
    "AM202": [7],
    "AM203": [3],
    "AM204": [18],
    "AM205": [7],
    "AM206": [4],
    "AM301": [6],
    "AM302": [8],
    "AM303": [8],
    "AM304": [4],
    "AM305": [4],
    "AM306": [6],
    "AM401": [10],
    "AM402": [6],
    "AM403": [6],
    "AM404": [13],
    "AM405": [4],
    "AM406": [14],
    "AM407": [7],
    "AM408": [9],
    "AM409": [13],
    "AM410": [11],
    "AM411": [7],
    "AM501": [5],
    "AM502": [5],
    "AM503": [5],
    "AM504": [5],
    "AM505": [11],
    "AM901": [10],
    "AM902": [7],
    "AM903": [2],
    "AM904": [11],
}


def example(code, which):
    folder = EXAMPLES / f"{code}-{RULES[code].name}"
    return next(path for path in folder.iterdir() if path.stem == which)


def findings(code, which):
    path = example(code, which)
    reading = read_file(path, path.name, path.read_bytes())
    selection = Selection(select=("AM", code))
    config = find_config(path.parent).check if path.with_name("argmap.toml").exists() else CheckConfig()
    found = check_map(
        reading.map,
        reading.problems,
        file=path.name,
        locate=reading.locate,
        selection=selection,
        sources=open_sources(reading.map, path.parent) if reading.map else None,
        requirements=config.require,
        included=reading.included,
    )
    known = path.with_name("baseline.txt")
    if not known.exists():
        return found
    baseline = read_baseline(known.read_text(encoding="utf-8"))
    new, stale = baseline.apply(found, [path.name], selection.codes(), file=known.name, name=str)
    return new + stale


def test_every_rule_has_its_lines_and_no_folder_is_left_over():
    assert list(LINES) == list(RULES)
    assert {folder.name for folder in EXAMPLES.iterdir()} == {f"{c}-{r.name}" for c, r in RULES.items()}


@pytest.mark.parametrize("code", RULES)
def test_failing_example_has_this_finding_only(code):
    found = findings(code, "fails")
    assert [(finding.code, finding.span.line) for finding in found] == [(code, line) for line in LINES[code]]
    severity = Severity.ERROR if code == "AM904" else RULES[code].severity  # as its argmap.toml says
    assert {(finding.name, finding.severity) for finding in found} == {(RULES[code].name, severity)}


def written(finding):
    """All that a finding says, in lines."""
    span = finding.span
    return [
        f"{finding.file}:{span.line}:{span.column}-{span.end_line}:{span.end_column} {finding.message}",
        *(f"there {other.span.line}:{other.span.column} {other.message}" for other in finding.related),
        f"help  {finding.help}",
        f"claim {finding.claim}",
        f"fix   {finding.fix}",
    ]


@pytest.mark.parametrize("code", RULES)
def test_what_is_said_of_the_failing_example(code, snapshot):
    assert "\n".join(line for finding in findings(code, "fails") for line in written(finding)) == snapshot


@pytest.mark.parametrize("code", RULES)
def test_passing_example_is_all_clear(code):
    assert findings(code, "passes") == []


WHOLE = {"AM106", "AM203", "AM206", "AM405", "AM505"}
"""Rules that look at the map as a whole."""


@pytest.mark.parametrize("code", sorted(CHECKS.keys() - WHOLE))
def test_a_finding_hangs_neither_on_what_stands_before_it_nor_behind(code, tmp_path):
    """Of a map that includes what fails, what passes and again what fails, the same is said twice."""
    theses = []
    for name, which in (("one", "fails"), ("two", "passes"), ("three", "fails")):
        path = tmp_path / f"{name}.yaml"
        path.write_bytes(example(code, which).read_bytes())
        theses += [f"{name}/{id}" for id in read_file(path, path.name, path.read_bytes()).map.thesis]
    text = f"argmap: 1\nthesis: [{', '.join(theses)}]\ninclude: {{one: one.yaml, two: two.yaml, three: three.yaml}}\nclaims: {{}}\n"
    path = tmp_path / "all.yaml"
    path.write_text(text, encoding="utf-8")
    hits = CHECKS[code](Graph(read_file(path, path.name, text.encode()).map))
    found = [" ".join(map(str, hit.where)) for hit in hits]
    first = [where.replace("one/", "three/") for where in found if "one/" in where]
    assert first
    assert first == [where for where in found if "three/" in where]
    assert len(found) == 2 * len(first)


@pytest.mark.parametrize("code", RULES)
def test_page_shows_the_example_files(code):
    shown = re.findall(r"```(?:yaml|json)\n(.*?)```", page(code), re.DOTALL)
    assert shown == [example(code, which).read_text(encoding="utf-8") for which in ("fails", "passes")]
