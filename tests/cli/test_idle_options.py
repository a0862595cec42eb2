"""Options that would have no effect are refused: whoever gives them expects one."""

import pytest

BRIDGE = "examples/bridge/bridge.yaml"


@pytest.mark.parametrize(
    ("command", "option", "when"),
    [
        (("list", BRIDGE, "--output-format", "ids"), ("--columns", "id"), "with --output-format ids"),
        (("list", BRIDGE, "--json"), ("--output-format", "csv"), "with --json"),
        (("diff", BRIDGE, BRIDGE, "--json"), ("--output-format", "svg"), "with --json"),
        (("show", BRIDGE), ("--allow-outside",), "without a claim in full"),
        (("export", "json", BRIDGE), ("--source", "column=column.txt"), "on argmap JSON"),
        (("export", "mermaid", BRIDGE), ("--allow-outside",), "on Mermaid"),
        (("evaluate", BRIDGE), ("--limit", "3"), "with --semantics grounded"),
        (("evaluate", BRIDGE), ("--budget", "3"), "with --semantics grounded"),
        (("evaluate", BRIDGE), ("--linked", "min"), "without --strength"),
        (("rests-on", BRIDGE, "detour-is-longer"), ("--where", "thesis"), "with a claim"),
        (("rests-on", BRIDGE), ("--strength", "qe"), "without --contributions"),
        (("rests-on", BRIDGE), ("--budget", "3"), "without --min, --sufficient or --contributions"),
        (
            ("whatif", BRIDGE, "--deny", "detour-is-longer"),
            ("--linked", "product"),
            "without --strength or --confidence",
        ),
        (("check", BRIDGE, "--output-format", "json"), ("--statistics",), "with --output-format json"),
        (("check", BRIDGE, "--diff"), ("--fail-on", "never"), "with --diff"),
        (("check", BRIDGE, "--write-baseline"), ("--quiet",), "with --write-baseline"),
    ],
)
def test_options_without_effect(argmap, command, option, when):
    result = argmap(*command, *option)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"argmap: {option[0]} has no effect {when}\n  help: Leave one of the two out.\n"


def test_the_same_said_twice_is_no_fault(argmap):
    assert argmap("list", BRIDGE, "--json", "--output-format", "json").code == 0
