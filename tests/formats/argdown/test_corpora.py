"""Files of Argdown's own repository: as many claims, supports, attacks and undercuts as its command finds.

The numbers and the files with errors were found equal by scripts/check_argdown.py.
"""

from collections import Counter
from pathlib import Path

import pytest

from argmap.formats import FORMATS, read, read_file

FOLDERS = (Path(__file__).parents[2] / "corpora" / "argdown", Path(__file__).parent / "samples")
PATHS = {
    path.relative_to(folder).as_posix().removesuffix(".argdown"): path
    for folder in FOLDERS
    for path in sorted(folder.rglob("*.argdown"))
}
FOUND = {
    "argdown-primer": (12, 6, 4, 1),
    "greenspan-schefczyk_hardwrap": (23, 9, 2, 0),
    "include/include-test": (0, 0, 0, 0),
    "include/test": (2, 1, 0, 0),
    "legalisation-softdrugs": (18, 9, 8, 2),
    "lexer-comment": (2, 1, 0, 0),
    "lexer-emptyline-dedent": (4, 1, 1, 0),
    "lexer-emptyline": (2, 1, 0, 0),
    "lexer-escaped-chars": (0, 0, 0, 0),
    "lexer-heading": (0, 0, 0, 0),
    "lexer-indentation": (10, 3, 5, 0),
    "lexer-italic-bold": (0, 0, 0, 0),
    "lexer-linebreak": (4, 2, 1, 0),
    "lexer-links-and-tags": (1, 0, 0, 0),
    "lexer-mentions": (0, 0, 0, 0),
    "lexer-token-locations-first-line-empty": (0, 0, 0, 0),
    "lexer-token-locations": (3, 1, 1, 0),
    "lexer-trailing-emptyline": (1, 0, 0, 0),
    "lexer-windows-line-endings": (4, 2, 0, 0),
    "model-escaped-chars": (1, 0, 0, 0),
    "parser-arguments": (12, 6, 1, 0),
    "parser-mix": (24, 9, 8, 0),
    "state-censorship": (28, 10, 4, 0),
    "veggie-debate": (43, 35, 23, 0),
}
FAULTY = {
    "demo": (10, 8),
    "include/_partial1": (3, 1),
    "include/_partial2": (3, 1),
    "lexer-argument": (3, 57),
    "lexer-definitions-references": (2, 1),
    "lexer-lists": (2, 3),
    "lexer-relation-after-emptyline": (3, 1),
    "lexer-relations": (1, 1),
    "lexer-statements-by-number": (1, 4),
}


def reading(name):
    path = PATHS[name]
    return read_file(path, path.name, path.read_bytes())


def test_every_file_is_accounted_for():
    assert PATHS.keys() == {*FOUND, *FAULTY}


@pytest.mark.parametrize("name", FOUND)
def test_the_same_is_found(name):
    map = reading(name).map
    kinds = Counter(it.kind for it in map.relations.values())
    assert (len(map.claims), *(kinds[kind] for kind in ("supports", "attacks", "undercuts"))) == FOUND[name]


@pytest.mark.parametrize("name", FAULTY)
def test_errors_have_their_places(name):
    first = reading(name).faults[0]
    assert (first.span.line, first.span.column) == FAULTY[name]


@pytest.mark.parametrize("name", FOUND)
def test_what_is_written_reads_back_as_the_same_map(name):
    map = reading(name).map
    written = FORMATS["argdown"].write(map)
    again = read(written.parts[""], "m.argdown").map
    assert not written.dropped
    assert again.model_copy(update={"carried": {}}) == map.model_copy(update={"carried": {}})
