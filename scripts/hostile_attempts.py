"""What scripts/hostile.py tries."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hostile_files import (
    MAP,
    MILLION,
    bomb,
    citing,
    doubling,
    file,
    including,
    laughs,
    linked,
    naming,
    nodes,
    page,
)


@dataclass(frozen=True)
class Attempt:
    """A hostile file, the command that meets it, and what it has to answer."""

    kind: str
    what: str
    make: Callable[[Path], str]
    """Makes the file in a folder and returns its name."""
    code: int
    says: str
    """Words that the answer has to hold."""
    command: tuple[str, ...] = ("check", "{}", "--output-format", "concise")


ATTEMPTS = [
    Attempt("YAML", "aliases that stand for 10⁵⁰ words", file("m.yaml", lambda: bomb(50, 10)), 2, "AM005"),
    Attempt(
        "YAML",
        "nested 10 million deep",
        file("m.yaml", lambda: "argmap: 1\nclaims: " + "[" * 10 * MILLION),
        2,
        "nested deeper than 100",
    ),
    Attempt(
        "YAML",
        "a tag that names a Python function",
        file("m.yaml", "argmap: 1\ntitle: !!python/object/apply:os.system [id]\n"),
        2,
        "AM005",
    ),
    Attempt(
        "YAML",
        "a line of 100 MB",
        file("m.yaml", lambda: "argmap: 1\ntitle: " + "x" * 100 * MILLION),
        2,
        "is larger than",
    ),
    Attempt(
        "YAML", "a text of 30 MB", file("m.yaml", lambda: MAP.replace("A.", "A" * 30 * MILLION)), 1, "AM"
    ),
    Attempt(
        "YAML",
        "an id of 30 MB",
        file("m.yaml", lambda: f"argmap: 1\nclaims: {{? {'a' * 30 * MILLION} : {{text: A.}}}}\n"),
        2,
        "AM006",
    ),
    Attempt(
        "YAML",
        "100,000 unknown fields",
        file("m.yaml", lambda: MAP + "".join(f"f{i}: x\n" for i in range(100_000))),
        2,
        "AM004",
    ),
    Attempt(
        "YAML",
        "100,000 unknown ids",
        file(
            "m.yaml",
            lambda: (
                "argmap: 1\nthesis: a\nclaims:\n  a: {text: A., supported_by: ["
                + ", ".join(f"b{i}" for i in range(100_000))
                + "]}\n"
            ),
        ),
        1,
        "AM101",
    ),
    Attempt("YAML", "NUL bytes", file("m.yaml", MAP + "\0" * 100), 2, "AM001"),
    Attempt(
        "YAML",
        "escapes for a terminal in an id",
        file("m.yaml", 'argmap: 1\nclaims: {"\\e[2Ja": {text: A.}}\n'),
        2,
        "AM006",
    ),
    Attempt(
        "JSON",
        "nested 10 million deep",
        file("m.json", lambda: '{"argmap": ' + "[" * 10 * MILLION),
        2,
        "nested deeper than 100",
    ),
    Attempt(
        "JSON",
        "a number of 5 million digits",
        file("m.json", lambda: '{"argmap": ' + "1" * 5 * MILLION + "}"),
        2,
        "AM001",
    ),
    Attempt(
        "JSON",
        "a million quotes that no quote ends",
        file("m.json", lambda: '{"argmap": "' + '\\"' * MILLION),
        2,
        "AM001",
    ),
    Attempt(
        "XML",
        "entities that stand for 10³⁰ words (billion laughs)",
        file("m.xml", lambda: laughs(30)),
        2,
        "AM005",
    ),
    Attempt(
        "XML",
        "an entity that names /etc/passwd",
        file(
            "m.xml",
            '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><arggraph id="x"><edu id="e1">&f;</edu></arggraph>',
        ),
        2,
        "AM005",
    ),
    Attempt(
        "XML",
        "nested a million deep",
        file("m.xml", lambda: '<arggraph id="x">' + "<a>" * MILLION),
        2,
        "AM001",
    ),
    Attempt(
        "AIF",
        "2,000 nodes, each of which bears on 19 others and on itself by way of them",
        file("m.json", lambda: nodes(2000)),
        1,
        "AM104",
    ),
    Attempt(
        "AIF",
        "nested 10 million deep",
        file("m.json", lambda: '{"nodeID": ' + "[" * 10 * MILLION),
        2,
        "nested deeper than 100",
    ),
    Attempt("Argdown", "200,000 brackets", file("m.argdown", lambda: "[" * 200_000), 1, "AM"),
    Attempt(
        "Argdown",
        "a million stars and underscores",
        file("m.argdown", lambda: "[a]: " + "*_" * MILLION + "\n"),
        2,
        "AM001",
    ),
    Attempt(
        "Argdown",
        "relations nested 2,000 deep",
        file(
            "m.argdown", lambda: "[a]: A.\n" + "".join("  " * i + f"+ [b{i}]: B.\n" for i in range(1, 2000))
        ),
        2,
        "AM",
    ),
    Attempt(
        "Argdown",
        "front matter with aliases that stand for 10⁵⁰ words",
        file("m.argdown", lambda: f"===\n{bomb(50, 10)}===\n[a]: A.\n"),
        2,
        "AM",
    ),
    Attempt(
        "Argdown",
        "@include of /etc/passwd",
        file("m.argdown", "[a]: A.\n\n@include(/etc/passwd)\n"),
        2,
        "AM113",
    ),
    Attempt(
        "Kialo",
        "a number of 100,000 parts",
        file("m.txt", lambda: "Discussion Title: T\n\n1. A.\n" + "1." * 100_000 + " Pro: B.\n"),
        2,
        "AM101",
    ),
    Attempt(
        "sources",
        "file: ../../etc/passwd",
        naming("../../../../../../../../etc/passwd"),
        1,
        "outside the map's folder",
    ),
    Attempt("sources", "a link to /etc/passwd", linked("/etc/passwd"), 1, "outside the map's folder"),
    Attempt("sources", "a link to /dev/zero", linked("/dev/zero"), 1, "AM403"),
    Attempt(
        "sources",
        "HTML: a million tags that nothing closes",
        citing(lambda: "<div>" * MILLION + "words", "s.html", "words"),
        1,
        "AM107",
    ),
    Attempt(
        "sources",
        "HTML: a million attributes",
        citing(lambda: "<p " + "a=b " * MILLION + ">words</p>", "s.html", "words"),
        1,
        "AM107",
    ),
    Attempt(
        "sources",
        "Markdown: a million brackets and stars",
        citing(lambda: "[*" * MILLION + "\n\nwords\n", "s.md", "words"),
        1,
        "more than 200,000 marks",
    ),
    Attempt(
        "sources",
        "a quote of 500 ellipses in a text of a million equal words",
        citing(lambda: "a " * MILLION, "s.txt", " … ".join(["a a"] * 500)),
        1,
        "AM4",
    ),
    Attempt(
        "sources",
        "a quote of 100,000 words that is not there",
        citing(lambda: "a b " * 200_000, "s.txt", "b a c " * 33_000),
        1,
        "AM404",
    ),
    Attempt("includes", "10,000 of them", including(10_000), 2, "more than 100 files"),
    Attempt("includes", "each file includes the next twice, 60 times", doubling(60), 2, "AM113"),
    Attempt(
        "includes",
        "a loop",
        file("m.yaml", "argmap: 1\ninclude: {m: m.yaml}\nclaims: {a: {text: A.}}\n"),
        2,
        "includes this map in turn",
    ),
    Attempt(
        "pages",
        "</script> in every field",
        file("m.yaml", page("</script><script>alert(1)</script>")),
        0,
        "",
        ("export", "html", "{}"),
    ),
    Attempt(
        "pages",
        "a text of 1 MB",
        file("m.yaml", lambda: MAP.replace("A.", "A " * 500_000)),
        0,
        "",
        ("export", "html", "{}"),
    ),
    Attempt(
        "pictures",
        "CDATA ends and entities in every field",
        file("m.yaml", page("]]>&lol;<!-- --></title>")),
        0,
        "",
        ("export", "svg", "{}"),
    ),
    Attempt(
        "pictures",
        "a javascript: address",
        file("m.yaml", MAP + 'sources: {s: {title: S., url: "javascript:alert(1)"}}\n'),
        2,
        "http://, https:// or mailto:",
        ("export", "svg", "{}"),
    ),
]
