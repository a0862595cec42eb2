"""From quotes to spans: how they are found, and what is said of those that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Quote
from argmap.sources import Anchor, Method, Reason, Unanchored, anchor
from argmap.sources.quotation import read_quotation
from sources.reading import LIGHTHOUSE, anchored, quoted, text_of

TEXT = text_of(LIGHTHOUSE)


def failed(text, place):
    found = anchor(text, quoted(place))
    assert isinstance(found, Unanchored), found
    return found


# -- what is found


@pytest.mark.parametrize(
    ("place", "passage"),
    [
        ("In 1971 the light was made to work by itself.", "In 1971 the light was made to work by itself."),
        ("¶3 A cable … the mainland", "A cable was laid from the mainland"),
        ("A cable ... from the mainland", "A cable was laid from the mainland"),
        ("A cable […] the mainland", "A cable was laid from the mainland"),
        ("A cable … laid … mainland", "A cable was laid from the mainland"),
        ("… a wage; the village …", "a wage; the village"),
        ("“We never missed a night,”", "“We never missed a night,”"),
        ("luck", "luck"),
        (
            "twelve steps, trimmed … the lens",
            "twelve steps, trimmed the wick and wound the clockwork that turned the lens",
        ),
    ],
)
def test_words_as_they_are_written(place, passage):
    found = anchored(TEXT, place)
    assert (found.passage, found.method, found.score) == (passage, Method.EXACT, 1.0)
    assert TEXT.passage(found.start, found.end) == passage


@pytest.mark.parametrize(
    ("place", "passage"),
    [
        ('"we never missed a night," says', "We never missed a night,” says"),
        (
            "WE NEVER … IN THE VILLAGE",
            "We never missed a night,” says Ada Quill, the last keeper’s daughter, who still lives in the village",
        ),
        (
            "winter of 1962 -- the coldest of the last century - when",
            "winter of 1962 — the coldest of the last century — when",
        ),
        ("place  of the keeper’s   arms", "place of the keeper's arms"),
        ("the last keeper's daughter", "the last keeper’s daughter"),
    ],
)
def test_words_that_are_spelt_otherwise(place, passage):
    found = anchored(TEXT, place)
    assert (found.passage, found.method, found.score) == (passage, Method.NORMALISED, 1.0)


@pytest.mark.parametrize(
    ("place", "passage"),
    [
        ("the kepeer climbed teh hundred and twelve step", "the keeper climbed the hundred and twelve steps"),
        (
            "She remebers … the coldest of thelast centuri",
            "She remembers the winter of 1962 — the coldest of the last century",
        ),
        ("¶5 The harbour bord wants", "The harbour board wants"),
        ("harbour boards saved a wage", "harbour board saved a wage"),
    ],
)
def test_words_that_were_changed(place, passage):
    found = anchored(TEXT, place)
    assert (found.passage, found.method) == (passage, Method.FUZZY)
    assert 0.72 <= found.score < 1


def test_words_as_written_go_before_words_spelt_otherwise():
    text = text_of("The US is large. They told us so, and told us twice.")
    assert anchored(text, "US").passage == "US"


def test_a_paragraph_and_a_whole_source():
    found = anchored(TEXT, "¶4")
    assert found.method is Method.PARAGRAPH
    assert found.paragraphs == (4,)
    assert found.passage == text_of(LIGHTHOUSE.splitlines()[6]).text
    whole = anchor(TEXT, Quote(source="s"))
    assert whole == Anchor("s", 0, len(TEXT.text), (1, 2, 3, 4, 5), Method.WHOLE, 1.0, "")


def test_a_heading_is_in_no_paragraph():
    assert anchored(TEXT, "What changed").paragraphs == ()


def test_the_nearest_end_is_meant():
    text = text_of("We sail at dawn, at noon and at dusk. We sail home.")
    assert anchored(text, "We … at noon and").passage == "We sail at dawn, at noon and"
    assert anchored(text, "dawn … at").passage == "dawn, at"
    nested = text_of("One day he came and one day he left, and all was quiet.")
    assert anchored(nested, "one day … all").passage == "one day he left, and all"


def test_a_span_in_a_paragraph_goes_before_one_that_runs_on():
    text = text_of("It began well.\n\nIt began badly and ended soon.\n\nIt went on.\n\nThen it ended.")
    assert anchored(text, "It began … ended").paragraphs == (2,)
    assert anchored(text, "It went … ended").paragraphs == (3, 4)


def test_anchors_may_overlap():
    one, other = anchored(TEXT, "¶4 Each time … mainland"), anchored(TEXT, "¶4 a boat … too high")
    assert one.start < other.start < one.end < other.end


@pytest.mark.parametrize(
    ("content", "place", "passage"),
    [
        ("السفن لا تأتي. قال الصيادون إن هذا كان حظا.", "الصيادون … حظا", "الصيادون إن هذا كان حظا"),
        (
            "הספינה לא באה. הדייגים \u200fאמרו\u200e שזה מזל.",
            "הדייגים אמרו שזה",
            "הדייגים \u200fאמרו\u200e שזה",
        ),
        ("灯塔是手工点亮的。每天晚上看守人爬上台阶。", "每天晚上 … 台阶", "每天晚上看守人爬上台阶"),
        ("灯塔是手工点亮的。每天晚上看守人爬上台阶。", "看守人", "看守人"),
        ("毎晩、灯台守は階段を上った。", "灯台守は階段", "灯台守は階段"),
        (
            "Le café de\u0301sert e\u0301tait ferme\u0301 hier.",
            "désert … fermé",
            "de\u0301sert e\u0301tait ferme\u0301",
        ),
        (
            "It was counter-\nproductive, they\nsaid, and so it was.\n\nEnd.",
            "was counterproductive, they",
            "was counter- productive, they",
        ),
    ],
)
def test_other_scripts_and_spellings(content, place, passage):
    assert anchored(text_of(content), place).passage == passage


# -- what is not found


@pytest.mark.parametrize("words", ["…", "...", "… …", "—", "“”", "?!"])
def test_a_quote_without_words(words):
    found = failed(TEXT, words)
    assert (found.reason, found.message) == (Reason.EMPTY, "the quote has no words")
    assert failed(TEXT, f"¶2 {words}").reason is Reason.EMPTY


def test_a_paragraph_that_there_is_not():
    assert failed(TEXT, "¶6").message == "'s' has 5 paragraphs, no ¶6"
    assert failed(text_of("One."), "¶2 one").message == "'s' has 1 paragraph, no ¶2"


def test_an_end_before_its_start():
    found = failed(TEXT, "¶4 too high … Since then")
    assert found.reason is Reason.OUT_OF_ORDER
    assert "stands before its beginning" in found.message


def test_words_in_another_paragraph():
    found = failed(TEXT, "¶2 A cable … mainland")
    assert (found.reason, found.message) == (Reason.ELSEWHERE, "the words are in ¶3, not in ¶2")
    assert found.help == 'Write "¶3 A cable … mainland".'
    assert failed(TEXT, "¶1 Ada Quill").message == "the words are in ¶2 and elsewhere, not in ¶1"
    assert failed(TEXT, "¶1 What changed").message == "the words are in a heading, not in ¶1"


def test_words_that_are_not_there_with_the_nearest_passage():
    found = failed(TEXT, "the keeper lost a boat in the winter storms")
    assert (found.reason, found.message) == (Reason.NOT_FOUND, "the words are not in 's'")
    (nearest,) = found.candidates
    assert 0.4 < nearest.score < 0.72
    assert nearest.passage in found.help
    assert "in ¶5 of 's'" in failed(TEXT, "¶5 nothing of this kind at all").message


def test_nothing_that_is_like_it():
    found = failed(text_of("Aaa."), "zzzz")
    assert found.reason is Reason.NOT_FOUND
    assert found.candidates == () or found.candidates[0].score < 0.5


def test_a_part_of_a_word_is_not_found_as_it_is():
    assert anchored(text_of("The carpenter met a car here."), "car").start == 20
    assert failed(text_of("The carpenter."), "car").reason is Reason.NOT_FOUND


def test_words_too_far_apart():
    text = text_of(f"Here it starts. {'Some words go on and on. ' * 600}Here it ends.")
    assert failed(text, "Here it starts … Here it ends").reason is Reason.NOT_FOUND


def test_words_in_several_paragraphs():
    found = failed(TEXT, "the mainland")
    assert (found.reason, found.message) == (Reason.AMBIGUOUS, "the words stand in 2 places")
    assert [c.place for c in found.candidates] == ["¶3 the mainland", "¶4 the mainland"]
    assert found.help == 'Say which: "¶3 the mainland", "¶4 the mainland".'
    first = found.candidates[0]
    assert first.before.endswith("A cable was laid from")
    assert first.after.startswith(", and a small motor")


def test_words_in_one_paragraph_several_times():
    found = failed(TEXT, "¶2 the last")
    assert found.message == "the words stand in 2 places in ¶2"
    assert [c.place for c in found.candidates] == ["¶2 Quill, the last", "¶2 of the last"]


@pytest.mark.parametrize(
    "place", ["the mainland", "¶2 the last", "the harbour board", "Ada Quill", "The", "the … of"]
)
def test_what_a_candidate_says_to_write_tells_it_apart(place):
    for candidate in failed(TEXT, place).candidates:
        found = anchored(TEXT, candidate.place)
        assert found.start <= candidate.start < candidate.end <= found.end


def test_words_that_are_everywhere():
    text = text_of("the end. " * 500)
    found = failed(text, "the end")
    assert found.message == "the words stand in 100 places or more"
    assert found.help.endswith(", …")


def test_words_that_are_like_two_places():
    text = text_of(
        "The fishermen of the north said it was luck.\n\nThe fishermen of the south said it was luck."
    )
    found = failed(text, "The fishermen of the xxth sayd it was luck")
    assert found.reason is Reason.AMBIGUOUS
    assert found.message == "words like these stand in 2 places"
    assert failed(text, "¶2 The fishermen of the north").reason is Reason.ELSEWHERE


# -- what always holds


@given(st.data())
def test_any_stretch_of_words_is_found(data):
    words = LIGHTHOUSE.split()
    start = data.draw(st.integers(0, len(words) - 5))
    end = data.draw(st.integers(start + 5, len(words)))
    quote = " ".join(words[start:end])
    marks = "— “”,."  # across paragraphs, marks at the ends are no part of what is found
    assert anchored(TEXT, quote).passage.strip(marks) == quote.strip(marks)


@given(
    st.text(st.sampled_from("aAbB …“”'-—.\u0301中é"), min_size=1, max_size=20).filter(str.strip),
    st.integers(1, 3) | st.none(),
)
def test_any_quote_has_an_answer(words, paragraph):
    text = text_of("A b, ab: “aa-b” — é.\n\nB a ab; 中a b é. Bb aa…\n\nAb’s b a.")
    found = anchor(text, Quote(source="s", paragraph=paragraph, text=words))
    if isinstance(found, Anchor):
        assert 0 <= found.start < found.end <= len(text.text)
        assert paragraph is None or found.paragraphs == (paragraph,)
    else:
        assert found.message
        assert all(0 <= c.start <= c.end <= len(text.text) for c in found.candidates)


@pytest.mark.parametrize(
    ("quote", "parts"),
    [
        ("The end … here", ("the end", "here")),
        ("The end...here", ("the end", "here")),
        ("a . . . b", ("a", "b")),
        ("a (…) b [...] c", ("a", "b", "c")),
        ("e.g. this", ("e.g. this",)),
        ("… … “a” — …", ("a",)),
        ("....", ()),
        ("a" + " " * 100_000 + "b", ("a b",)),
    ],
)
def test_quotations(quote, parts):
    assert read_quotation(quote).parts == parts
