"""A map to be edited, and what edits leave of it."""

MAP = """\
# A map.
argmap: 1
thesis: t
expect: {t: in}
sources:
  src: {title: A source}
claims:
  t:  # the thesis
    text: T.
    supported_by:
      - a  # first
      - [b, c]
      - premises: [d]
        id: own
        undercut_by: [u]
    attacked_by: [o]

  # about a
  a: {text: A., at: {src: ¶1}}

  b:
    text: B.
    evidence: src

  c: {text: C.}
  d: {text: D.}

  o:
    text: O.
    attacked_by:
    - a
    - u
  u: {text: U.}
"""


def edited(result):
    """The lines that have gone and come, without what surrounds them."""
    from difflib import ndiff

    return [line for line in ndiff(MAP.splitlines(), result.text.splitlines()) if line[0] in "+-"]
