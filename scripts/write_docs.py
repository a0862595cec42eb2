"""Write what the documentation takes from the code: docs/rules/, docs/argmap.schema.json, docs/schemes.md."""

import argparse
import json
from pathlib import Path

from argmap.checks import RULES, page
from argmap.formats.schema import json_schema
from argmap.schemes import schemes

DOCS = Path(__file__).resolve().parent.parent / "docs"


def rule_list() -> str:
    """Return the list of all rules, in Markdown."""
    rows = [
        f"| [{code}]({code}.md) | {rule.name} | {rule.severity} | {rule.basis} | {rule.confidence} | {'°' * rule.pedantic} |"
        for code, rule in RULES.items()
    ]
    return "\n".join(
        [
            "# Rules",
            "",
            "What `argmap check` looks for. `argmap rule CODE` prints a page. Rules marked ° only run with",
            "`--strictness pedantic`, or when asked for by their code or name. *Confidence* tells how often what",
            "a rule finds is worth acting on.",
            "",
            "| code | name | severity | basis | confidence | |",
            "| --- | --- | --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def scheme_list() -> str:
    """Return all schemes, in Markdown."""
    lines = [
        "# Argumentation schemes",
        "",
        "Forms of everyday reasoning that a step can name (`scheme: sign`), each with the critical questions that test it.",
        "After Walton, D., Reed, C. and Macagno, F. (2008), *Argumentation Schemes*, Cambridge University Press; premises and",
        "questions are in our own words. `argmap scheme NAME` prints one.",
        "",
    ]
    for name, scheme in schemes().items():
        lines += [f"## {name}", "", f"{scheme.title}.", ""]
        lines += [f"- *{word}*: {text}" for word, text in scheme.premises.items()]
        lines += [f"- *conclusion*: {scheme.conclusion}", "", "Critical questions:", ""]
        lines += [*(f"- `{word}`: {text}" for word, text in scheme.questions.items()), ""]
    return "\n".join(lines)


def documents() -> dict[str, str]:
    """Return the content of each file, by its path below docs/."""
    return {
        "rules/README.md": rule_list(),
        **{f"rules/{code}.md": page(code) for code in RULES},
        "schemes.md": scheme_list(),
        "argmap.schema.json": json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n",
    }


def main() -> None:
    """Write all of them."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    (DOCS / "rules").mkdir(exist_ok=True)
    for path, text in documents().items():
        (DOCS / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
