"""The fonts that pictures are measured and drawn with: our own, so that every machine draws the same.

Arimo comes with argmap, and Noto Sans Arabic. The fonts for what these lack come with ``argmap[fonts]``: 23 MB that
most maps do without. Where they are missing, the machine's own fonts fill in for pixels and PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_ARIMO: Final = "fontpkg_arimo"
_ARABIC: Final = "fontpkg_noto_sans_arabic"
_MORE: Final = ("manimgx_fonts", "manimgx_fonts_cjk")
# Arimo has the widths of Arial, which DOT names. Hinting would make widths depend on the resolution (and,
# with the libraries of the wheels, double them).
_SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  {folders}
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <test name="family"><string>Arial</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Arimo</string></edit>
  </match>
  <match target="font"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
"""
_MACHINE = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
# What ours have, script by script: Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation and the signs of cards.
_BEYOND = re.compile("[^\0-\u058f\u0590-\u06ff\u1d00-\u1fff\u2000-\u22ff\u2300-\u25ff\ufb00-\ufb4f]")


def settings(cache: str, *, drawn: bool) -> str | None:
    """Return the settings of fontconfig for a layout, or None if Arimo is not installed.

    Args:
        cache: a folder that fontconfig may write to.
        drawn: whether letters are drawn, as in PNG and PDF. In SVG the text stays text, so that what the viewer
            has decides, and all is measured with what always comes along: the same places on every machine.
    """
    own = [folder for folder in (_folder(_ARIMO), _folder(_ARABIC)) if folder]
    if _folder(_ARIMO) is None:
        return None
    folders = [*own, *(_more() if drawn else ())]
    lines = [f"<dir>{escape(str(folder))}</dir>" for folder in folders]
    if drawn and not has_more():
        lines.append(_MACHINE)
    return _SETTINGS.format(folders="\n  ".join(lines), cache=escape(cache))


def has_more() -> bool:
    """Tell whether the fonts for all scripts are installed."""
    return len(list(_more())) == len(_MORE)


def needs_more(text: str) -> bool:
    """Tell whether a text has letters that our fonts lack.

    >>> needs_more("Straße, мост, γέφυρα"), needs_more("橋")
    (False, True)
    """
    return _BEYOND.search(text) is not None


def _more() -> Iterator[Path]:
    return filter(None, map(_folder, _MORE))


def _folder(package: str) -> Path | None:
    """Return the folder that a package of fonts keeps them in."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    inside = Path(spec.origin).parent
    return inside / "files" if (inside / "files").is_dir() else inside
