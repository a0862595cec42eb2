"""From a text to a draft of its map."""

from hypothesis import example, given
from hypothesis import strategies as st

from argmap import formats
from argmap.drafting import draft
from argmap.formats.writer import to_yaml
from argmap.model import Kind, Voice
from argmap.sources import Anchor, SourceError, anchor, read_text

TEXT = """\
# The bridge

The arch of the bridge is cracked right through. Therefore the council should close the bridge to cars.

But the traders say that closing it will cost them customers. Is that so? Most of the customers come on foot
because the car park is on this side.

## The detour

The detour is long and steep for everybody. However, it has a good road.
"""


def drafted(text=TEXT, name="column.md", **options):
    source = read_text(text.encode(), name)
    return source, draft(source, **options)


def test_every_statement_has_a_stub_anchored_in_its_sentence():
    source, made = drafted()
    assert (made.sentences, made.passed_over, made.guessed) == (7, 1, True)
    assert len(made.map.claims) == 7
    for claim in made.map.claims.values():
        (quote,) = claim.at
        found = anchor(source, quote)
        assert isinstance(found, Anchor)
        assert found.passage.lower() in claim.text.lower() or claim.text.lower() in found.passage.lower()
        assert claim.draft.startswith(("a sentence of", "a clause of"))


def test_what_is_guessed_is_explained():
    _, made = drafted()
    claims = made.map.claims
    (thesis,) = made.map.thesis
    assert "council should close" in claims[thesis].text
    assert "taken for the thesis: 'should'" in claims[thesis].draft
    reported = [claim for claim in claims.values() if claim.voice is Voice.REPORTED]
    assert [claim.speaker for claim in reported] == ["the traders"]
    assert "reported, by 'say'" in reported[0].draft
    assert [(r.kind, r.draft) for r in made.map.relations.values()] == [
        (Kind.SUPPORTS, "the sentence opens with 'therefore'"),
        (Kind.SUPPORTS, "the clauses are joined by 'because'"),
        (Kind.ATTACKS, "the sentence opens with 'however'"),
    ]
    assert {claim.section for claim in claims.values()} == {"The bridge", "The detour"}


def test_the_source_is_registered():
    source, made = drafted(file="texts/column.md", title="Closing the bridge")
    (registered,) = made.map.sources.values()
    assert (registered.id, registered.title, registered.file) == ("column", "The bridge", "texts/column.md")
    assert registered.sha256 == source.sha256
    assert made.map.title == "Closing the bridge"


def test_nothing_is_guessed_of_other_languages():
    text = "Die Brücke ist alt und der Bogen hat Risse. Darum sagt der Rat, dass sie zu ist.\n"
    for made in (drafted(text, "a.txt")[1], draft(read_text(text.encode(), "a.txt", "de"))):
        assert not made.guessed
        assert len(made.map.claims) == 2
        assert not made.map.relations
        assert {claim.voice for claim in made.map.claims.values()} == {Voice.AUTHOR}


def test_scripts_without_spaces():
    _, made = drafted("橋は古くて美しい。そして車には弱い。\n", "a.txt")
    assert len(made.map.claims) == 2


def test_a_text_without_a_statement():
    _, made = drafted("Is it? Why not?\n", "a.txt")
    assert not made.map.claims
    assert made.map.thesis == ()


@given(
    st.text(st.characters(codec="utf-8"), min_size=1) | st.lists(st.sampled_from(TEXT.split())).map(" ".join)
)
@example("\uf900")  # which is not in Normalisation Form C, as ids are
def test_any_text_gives_a_map_that_reads_back_as_it_is(words):
    try:
        source, made = drafted(words, "a.txt")
    except SourceError:
        return
    assert formats.loads(to_yaml(made.map)) == made.map
    assert draft(source) == made
