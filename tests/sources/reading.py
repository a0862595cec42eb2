"""A text to quote from, and quotes of it in few words."""

from argmap.model import Quote
from argmap.sources import Anchor, anchor, read_text

LIGHTHOUSE = """\
The lamp on Farrow Point

For sixty years the lamp on Farrow Point was lit by hand. Every evening at dusk the keeper climbed the hundred \
and twelve steps, trimmed the wick and wound the clockwork that turned the lens.
“We never missed a night,” says Ada Quill, the last keeper’s daughter, who still lives in the village. \
She remembers the winter of 1962 — the coldest of the last century — when the oil froze in its cans.
What changed
In 1971 the light was made to work by itself. A cable was laid from the mainland, and a small motor took the \
place of the keeper's arms. The harbour board saved a wage; the village lost a family.
Since then the light has failed four times. Each time a boat had to be sent out from the mainland, and each time \
the sea was too high. The harbour board says that no ship came to harm. The fishermen say that this was luck.
Ada Quill wants a keeper back. The harbour board wants a second cable.
"""


def text_of(content, name="text.txt", language="en"):
    return read_text(content.encode(), name, language)


def quoted(place, source="s"):
    """``"¶3 first … last"`` as a quote."""
    number, _, words = place.partition(" ") if place.startswith("¶") else ("", "", place)
    return Quote(source=source, paragraph=int(number[1:]) if number else None, text=words or None)


def anchored(text, place):
    """What a place such as ``"¶3 first … last"`` is anchored to; it has to be."""
    found = anchor(text, quoted(place))
    assert isinstance(found, Anchor), found
    return found


def passages(text):
    return [text.text[p.start : p.end] for p in text.paragraphs]
