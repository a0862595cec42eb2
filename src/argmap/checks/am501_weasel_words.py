"""A claim leans on an authority or a certainty that it does not name.

## What it finds

English claims with words such as "many people", "experts agree", "studies show", "it is well known",
"clearly" or "of course".

## Why it matters

Such words take the place of a source or a reason: who are the experts, and which studies? A claim that
says so can be checked.

## Example

Fails:

```yaml
argmap: 1
thesis: arch-will-fail
claims:
  arch-will-fail:
    text: Experts agree that the arch will fail within ten years.
    assumed: true
```

Passes:

```yaml
argmap: 1
thesis: arch-will-fail
claims:
  arch-will-fail:
    text: The three engineers whom the council asked say that the arch will fail within ten years.
    assumed: true
```

## What to do

Name who says so (`voice: reported`, `speaker`), cite where it can be looked up (`evidence`), or leave the
words out. If they are the text's own, they may be worth keeping as what it says.

## Literature

- Ganter, V. & Strube, M. (2009). Finding hedges by chasing weasels. *ACL-IJCNLP*.
- Walton, D. (1997). *Appeal to Expert Opinion*. Pennsylvania State University Press.
"""

import re
from collections.abc import Iterator

from argmap.checks.base import Confidence, Hit, Rule
from argmap.checks.english import is_english
from argmap.checks.wording import named
from argmap.finding import Severity
from argmap.graph import Graph

RULE = Rule(
    code="AM501",
    name="weasel-words",
    severity=Severity.INFO,
    basis="text",
    confidence=Confidence.MEDIUM,
    pedantic=True,
)

_WHO = r"(?:some|many|most|several|numerous|various|a (?:growing )?number of|all|the)"
_PEOPLE = (
    r"(?:people|experts|scientists|researchers|scholars|observers|critics|commentators|analysts|sources)"
)
_SAY = r"(?:say|agree|argue|believe|think|claim|suggest|feel|know|hold|maintain)s?"
_WEASEL = re.compile(
    rf"\b(?:{_WHO} )?{_PEOPLE} {_SAY}\b|\bsome {_SAY}\b"
    r"|\b(?:studies|research|evidence|experience|history) (?:shows?|suggests?|indicates?|proves?|has shown|have shown)\b"
    r"|\b(?:it is|it's|as is) (?:widely|generally|commonly|well|often) (?:known|believed|thought|accepted|agreed|said|held)\b"
    r"|\b(?:it is|it's) (?:clear|obvious|undeniable|beyond doubt|no secret) that\b"
    r"|\b(?:clearly|obviously|undoubtedly|undeniably|of course|needless to say|everyone knows|everybody knows)\b",
    re.IGNORECASE,
)


def check(graph: Graph) -> Iterator[Hit]:
    """Yield a hit for every claim that leans on an authority it does not name."""
    if not is_english(graph.map):
        return
    for claim in graph.claims.values():
        if not claim.evidence and (weasel := _WEASEL.search(claim.text)):
            yield Hit(
                f'{named(claim)} says "{weasel[0]}" without saying who or what',
                ("claims", claim.id, "text"),
                help="Who says so, or which study (speaker, evidence)? What is left if the words are taken out?",
            )
