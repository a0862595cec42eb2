"""Text of pictures, set in lines."""

import textwrap

from hypothesis import example, given
from hypothesis import strategies as st

from argmap.render.label import columns, wrap

words = st.lists(st.text("abcdefghéß…→,.-'/\xa0", min_size=1, max_size=14), min_size=1, max_size=30)


@given(words, st.integers(1, 40))
@example(["été", "\xa0"], 4)
def test_plain_text_is_wrapped_as_textwrap_does(words, width):
    text = " ".join(words)
    assert wrap(text, width) == textwrap.wrap(text, width)


@given(st.text("ab 橋は老朽化,é", min_size=1), st.integers(2, 40))
def test_no_line_is_too_long_and_no_letter_is_lost(text, width):
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_greek_and_cyrillic_lines_are_shorter():
    text = "Четыре из шести опор моста потеряли треть своего сечения"
    assert max(map(len, wrap(text, 32))) <= 28
