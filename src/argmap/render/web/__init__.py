"""Maps as pages for a browser: outline, picture and what there is to say of each claim, in one file."""

from argmap.render.web.document import map_page

__all__ = ["map_page"]
