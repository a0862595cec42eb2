"""What there is to choose of a picture, by name: apart from what draws it, which takes long to load."""

from typing import Literal

EngineName = Literal["bundled", "system"]
PaperName = Literal["a4", "a3", "letter", "tabloid"]
ThemeName = Literal["light", "dark", "print"]
