"""All that rules say in the cases that their examples do not show: message, places, advice and mending."""

import pytest

from argmap.model import Claim, Map, Quote, Source, Voice
from checks.building import claim, hits, map_of, relation

CITED = (Quote(source="s", paragraph=1),)
REPORTED = {"voice": Voice.REPORTED}


def with_relations(map, *relations):
    return map.model_copy(update={"relations": {r.id: r for r in relations}})


def voices():
    spoken = [claim(voice.value, voice=voice) for voice in Voice]
    return map_of([claim("t"), *spoken], *(f"{voice.value} supports t" for voice in Voice))


def twins():
    plain = relation("a supports t")
    again = [
        plain.model_copy(update={"id": f"a:supports:t#{n}", **fields})
        for n, fields in enumerate(
            ({}, {"note": "Meant."}, {"weight": 0.5}, {"premises": ("a", "a")}, {"id": "own"}), 2
        )
    ]
    undercut = relation("u undercuts a:supports:t#7")
    objected = plain.model_copy(update={"id": "a:supports:t#7"})
    return with_relations(map_of("t a u"), plain, *again, objected, undercut)


def dated(**published):
    sources = {id: Source(id=id, title=f"Report {id}", published=date) for id, date in published.items()}
    evidence = tuple(Quote(source=id) for id in ("older", "old", "older", "undated"))
    made = tuple(Quote(source=id) for id in ("new", "newer", "undated"))
    return map_of([claim("t"), claim("a", at=made, evidence=evidence)], sources=sources)


def said(*texts):
    return Map(claims={f"c{n}": Claim(id=f"c{n}", text=text) for n, text in enumerate(texts)})


CASES = {
    "AM101 of every use": (
        "AM101",
        map_of("t claim-one", "claim-on+xyz rephrases t", thesis=("claim-two",), expect={"claim-tw": "in"}),
    ),
    "AM101 of a relation": ("AM101", map_of("t a", "step: a supports t", "step supports t")),
    "AM103 of the second premise": ("AM103", map_of("t a", "a+t attacks t")),
    "AM104 of seven": (
        "AM104",
        map_of("a b c d e f g", *(f"{a} supports {b}" for a, b in zip("abcdefg", "bcdefga", strict=True))),
    ),
    "AM104 of six": (
        "AM104",
        map_of("a b c d e f", *(f"{a} supports {b}" for a, b in zip("abcdef", "bcdefa", strict=True))),
    ),
    "AM104 with several ways round": (
        "AM104",
        map_of(
            "t a b c x",
            "x+c supports t",
            "t supports a",
            "a supports b",
            "t supports b",
            "b supports c",
            "t supports t",
            "t supports x",
        ),
    ),
    "AM105 of several ends": (
        "AM105",
        map_of("t a b c d e", "a+b supports c", "b attacks d", "b supports e"),
    ),
    "AM105 of one conclusion": ("AM105", map_of("t a z", "a supports t", "a supports z")),
    "AM105 of a circle": ("AM105", map_of("t a b", "a supports b", "b supports a")),
    "AM105 with a premise that is not there": ("AM105", map_of("t a b", "a+x supports b")),
    "AM105 of several groups": (
        "AM105",
        map_of("a t b c d", "c supports a", "r: b supports d", "b undercuts r"),
    ),
    "AM106 of many": ("AM106", map_of("a b c d e f", thesis=tuple("abcdef"))),
    "AM106 of four that it may be": (
        "AM106",
        map_of(
            "x a b c d e",
            "x supports a",
            "x supports b",
            "x supports c",
            "x supports d",
            "a supports e",
            thesis=(),
        ),
    ),
    "AM107 in every voice": ("AM107", voices()),
    "AM107 of two theses": (
        "AM107",
        map_of("s t a o", "a supports s", "o attacks t", "a attacks o", thesis=("s", "t")),
    ),
    "AM107 of a claim that is detached": ("AM107", map_of([claim("t"), claim("a", voice=Voice.ANALYST)])),
    "AM107 of a long name": (
        "AM107",
        map_of([claim("a", **REPORTED, speaker="The Board of the Harbour and the Dock Company")]),
    ),
    "AM108 in every way": ("AM108", twins()),
    "AM108 of the same in other steps": (
        "AM108",
        map_of("t a b", "r: a+b supports t", "a supports t", "q: b+a supports t"),
    ),
    "AM109 attacks first": ("AM109", map_of("t a", "a attacks t", "a supports t", "a attacks t")),
    "AM110 of every kind": (
        "AM110",
        map_of(
            "t a b",
            "r: a supports t",
            "1: b undercuts t",
            "2: b supports r",
            "3: b attacks r",
            "4: b rephrases r",
        ),
    ),
    "AM111 of two reasons": (
        "AM111",
        map_of(
            [claim("t", assumed=True), claim("a"), claim("b")], "a supports t", "b supports t", "b attacks t"
        ),
    ),
    "AM112 of several": (
        "AM112",
        map_of(
            "t a b c d",
            "a supports t",
            "b supports t",
            "c supports t",
            "a supports b",
            "d supports c",
            "a supports c",
        ),
    ),
    "AM201 of two": (
        "AM201",
        map_of(
            "s t a b c d e f g h",
            *(f"{id} supports s" for id in "abcdefgh"),
            "s supports t",
            thesis=("s", "t"),
        ),
    ),
    "AM202 of linked objections": (
        "AM202",
        map_of(
            "t o p a b c",
            "r: o+p+o attacks t",
            "a attacks o",
            "c supports o",
            "b attacks a",
            "u: c undercuts r",
            "b undercuts u",
            thesis=("t",),
        ),
    ),
    "AM203 in every way": (
        "AM203",
        map_of(
            "t o a b",
            "o attacks t",
            "a attacks b",
            "b attacks a",
            expect={"t": "in", "o": "out", "a": "out", "b": "undec"},
        ),
    ),
    "AM204 of a speaker": (
        "AM204",
        map_of(
            [
                claim("t", **REPORTED, speaker="Ann"),
                claim("o", **REPORTED, speaker="Ann"),
                claim("p", **REPORTED, speaker="Ann"),
            ],
            "o+p+o attacks t",
        ),
    ),
    "AM204 of the authors of an included map": (
        "AM204",
        map_of([claim("m/t"), claim("m/o"), claim("m/x", **REPORTED)], "m/o attacks m/t", thesis=("m/t",)),
    ),
    "AM205 of one, and of four": (
        "AM205",
        map_of("t a b c d e", "a attacks a", "b attacks c", "c attacks d", "d attacks e", "e attacks b"),
    ),
    "AM206 of three": (
        "AM206",
        map_of(
            [claim("s"), claim("a", assumed=True), *(claim(id) for id in "xyz")],
            "a supports s",
            *(f"{id} attacks s" for id in "xyz"),
            thesis=("s",),
        ),
    ),
    "AM301 of a premise named like a kind": (
        "AM301",
        map_of([claim("t"), Claim(id="a", text="It supports it.")], "a supports t"),
    ),
    "AM302 of many": ("AM302", with_relations(map_of("t a"), relation("a supports t", scheme="analogy"))),
    "AM303 in every way": (
        "AM303",
        with_relations(
            map_of("t a"),
            relation("1: a supports t", scheme="sings"),
            relation("2: a supports t", scheme="qqqqqq"),
            relation("3: a supports t", questions={"rivals": "None."}),
            relation(
                "4: a supports t", scheme="sign", questions={"rivals": "None.", "rival": "x", "qqqqqq": "x"}
            ),
        ),
    ),
    "AM304 of a claim that is not there": ("AM304", map_of("t a", "x supports t", "a supports a")),
    "AM305 of one of two": (
        "AM305",
        map_of("t a b p q", "a supports t", "b supports t", "p+q supports a", "p+q supports b"),
    ),
    "AM306 of two reasons": (
        "AM306",
        map_of(
            [claim("t", confidence=0.9), claim("a", confidence=0.5), claim("b", confidence=0.123)],
            "a supports t",
            "b supports t",
        ),
    ),
    "AM401 of every place": (
        "AM401",
        map_of(
            [claim("t", at=(Quote(source="survy"),), evidence=(Quote(source="x", text="Words."),))],
            sources={"survey": Source(id="survey", title="Survey")},
            not_argument={"y": {"¶1": "A scene."}},
        ),
    ),
    "AM402 of a long title": ("AM402", map_of("t", sources={"s": Source(id="s", title="Report " * 20)})),
    "AM405 of four": (
        "AM405",
        map_of([claim(id, evidence=CITED) for id in "tabc"], sources={"s": Source(id="s", title="Report")}),
    ),
    "AM406 of two": ("AM406", dated(older="1999-05", old="2014", new="2023", newer="2024-01-01")),
    "AM411 of a step": (
        "AM411",
        with_relations(
            map_of([claim("t", draft=True), claim("a")]),
            relation("a supports t", draft="'because'"),
            relation("r: a supports t", draft=True),
        ),
    ),
    "AM502 of several premises": (
        "AM502",
        with_relations(
            Map(
                claims={
                    id: Claim(id=id, text=text)
                    for id, text in (
                        ("t", "It falls."),
                        ("a", "It may fall."),
                        ("b", "It stands."),
                        ("c", "Perhaps it could."),
                    )
                }
            ),
            relation("b+a supports t"),
            relation("c supports t"),
            relation("r: a supports t"),
        ),
    ),
    "AM504 of every kind": (
        "AM504",
        said("Is it?", "是吗？", "Reasons:", "理由：", "www.example.org", "12 + 3.", "Economy.", "(Why?)"),
    ),
    "AM505 said three times": (
        "AM505",
        said(
            "The old bridge is closed today.",
            "Other words stand here.",
            "Bridges closed today, old",
            "The old bridge is closed today, sadly.",
        ),
    ),
    "AM505 of two that come as close": (
        "AM505",
        said("The bridge is closed today.", "The old bridge is closed.", "The old bridge is closed today."),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_said(case, snapshot):
    code, map = CASES[case]
    found = hits(code, map)
    assert found
    lines = [
        line
        for hit in found
        for line in (
            f"{hit.where} {hit.message}",
            *(f"there {path} {message}" for message, path in hit.related),
            f"help  {hit.help}",
            f"fix   {hit.fix}",
        )
    ]
    assert "\n".join(lines) == snapshot
