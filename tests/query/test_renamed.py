"""Which claims of a map are in another under other ids; more of it is in test_difference.py."""

import pytest

from argmap.model import Claim, Map
from argmap.query.renamed import renamed


def of(**texts):
    return Map(claims={id: Claim(id=id, text=text) for id, text in texts.items()})


def many(letter, length, count):
    """A map whose ids and texts are those of no other."""
    return of(**{f"{letter}{number}": f"{number} {letter * length}"[:length] for number in range(count)})


RAIN = "It rains all day."


@pytest.mark.parametrize(("repeated", "looked"), [(1, True), (29_000, False)])
def test_in_very_much_text_reworded_claims_are_not_looked_for(repeated, looked):
    text = "The arch of the bridge is cracked. " * repeated
    old, new = of(a=f"{text}See.", b=RAIN), of(c=f"{text}Look.", d=RAIN)
    assert renamed(old, new) == ({"b": "d"} | ({"a": "c"} if looked else {}), looked)


@pytest.mark.parametrize(
    ("letters", "length", "count"),
    [("ab", 40_000, 26), ("жш", 20_000, 26), ("橋車", 10_000, 34), ("ab", 12, 16_000)],
)
def test_it_is_not_the_number_of_claims_that_makes_it_very_much(letters, length, count):
    old, new = (many(letter, length, count) for letter in letters)
    assert renamed(old, new) == ({}, False)


def test_much_text_on_one_side_alone_is_not_very_much():
    assert renamed(many("a", 40_000, 100), of(c="The arch of the bridge is cracked.")) == ({}, True)
    assert renamed(many("a", 40_000, 100), of(a1=RAIN)) == ({}, True)


def test_what_is_the_same_does_not_count():
    old = many("a", 40_000, 30)
    new = Map(
        claims={f"b{id}": claim.model_copy(update={"id": f"b{id}"}) for id, claim in old.claims.items()}
    )
    assert renamed(old, new) == ({id: f"b{id}" for id in old.claims}, True)
