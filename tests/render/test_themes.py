"""Whether the themes can be read, whoever looks."""

from itertools import combinations

import pytest

from argmap.model import Kind
from argmap.render.themes import DARK, LIGHT, THEMES

# Machado, Oliveira, Fernandes (2009), severity 1: what each kind of dichromat sees of linear RGB.
SEEN = {
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def linear(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one, other):
    def luminance(colour):
        return sum(
            weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True)
        )

    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def difference(one, other, seen):
    """How far apart two colours are in CIE L*a*b*, as somebody sees them."""

    def lab(colour):
        red, green, blue = (
            min(1, max(0, sum(a * b for a, b in zip(row, linear(colour), strict=True)))) for row in seen
        )
        x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
        y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
        x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
        return 116 * y - 16, 500 * (x - y), 200 * (y - z)

    return sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5


@pytest.mark.parametrize("seen", SEEN.values(), ids=SEEN)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_supports_attacks_and_undercuts_differ_for_those_who_see_fewer_colours(theme, seen):
    colours = [theme.lines[kind].colour for kind in (Kind.SUPPORTS, Kind.ATTACKS, Kind.UNDERCUTS)]
    for one, other in combinations(colours, 2):
        assert difference(one, other, seen) > 30, (one, other)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_lines_differ_without_any_colour(theme):
    assert len({(line.style, line.head) for line in theme.lines.values()}) == len(Kind)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_text_has_contrast_enough_on_its_ground(theme):
    pairs = [(theme.ink, theme.ground), (theme.faint, theme.ground), (theme.faint, theme.section)]
    for paint in theme.paints.values():
        pairs += [(paint.ink, paint.header), (paint.faint or theme.faint, paint.header)]
    for box in theme.boxes.values():
        colours = [theme.ink, theme.faint, theme.evidence, *theme.changes.values()]
        colours += [*theme.verdicts.values(), *theme.severities.values(), *theme.hues.values()]
        pairs += [(colour, box.fill) for colour in colours]
    for text, ground in pairs:
        assert contrast(text, ground) >= 4.5, (text, ground)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_every_line_and_frame_stands_out_from_the_ground(theme):
    for colour in [
        *(line.colour for line in theme.lines.values()),
        *(p.frame for p in theme.paints.values()),
    ]:
        assert contrast(colour, theme.ground) >= 3, colour
