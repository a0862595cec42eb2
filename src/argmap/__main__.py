"""``python -m argmap`` is the command ``argmap``."""

from argmap.cli import main

main()
