"""What is in a page: its elements, its policy, and the data that its script works on."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from argmap.model import Claim, Map, Quote, Relation, Source

ATTACKS = (
    "<script>boom()</script>",
    "</script><script>boom()</script>",
    '"><img src=x onerror=boom()>',
    "' onclick='boom()",
    "<!--<script>",
    "]]><svg onload=boom()>",
    "</style><svg/onload=boom()>",
    "{{boom()}} ${boom()} `boom()`",
    "javascript:boom()",
    "\\u003cscript\\u003eboom()",
    "&lt;script&gt;boom()&#60;/script&#62; &amp;",
    "\u202eboom()\u2066 \u2028 ع",
)


def hostile() -> Map:
    """A map that tries to bring script in by every field there is."""
    every = " ".join(ATTACKS)
    quotes = tuple(Quote(source="s", text=attack) for attack in ATTACKS)
    claims = {
        f"c{n}": Claim(
            id=f"c{n}",
            text=attack,
            label=attack,
            at=quotes,
            evidence=(*quotes, Quote(source="nowhere", text=every)),
            voice="reported",
            speaker=attack,
            assumed=attack,
            residual=attack,
            tags=(attack, every),
            section=attack,
            note=every,
            ignore={"AM107": every},
            draft=attack,
        )
        for n, attack in enumerate(ATTACKS)
    }
    claims["script"] = Claim(id="script", text=every)  # found by nothing but its id
    relations = {
        f"r{n}": Relation(
            id=f"r{n}",
            kind="supports" if n % 2 else "attacks",
            premises=(f"c{n}", "missing"),
            target=f"c{n - 1}",
            scheme=attack,
            warrant=attack,
            note=every,
            questions={"base": every},
            draft=attack,
        )
        for n, attack in enumerate(ATTACKS)
        if n
    }
    return Map(
        title=every,
        description=every,
        authors=ATTACKS,
        license=every,
        thesis=("c0", "missing"),
        sources={
            "s": Source(
                id="s",
                title=every,
                authors=ATTACKS,
                publisher=every,
                url="https://example.org/'onmouseover='boom()'</script><script>boom()</script>".replace(
                    "<", "%3C"
                ).replace(">", "%3E"),
                file="text.txt",
                note=every,
            )
        },
        claims=claims,
        relations=relations,
    )


@dataclass
class Element:
    """An element of a page, with the text right inside it."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""


@dataclass
class Seen(HTMLParser):
    """The elements of a page in their order."""

    source: str
    elements: list[Element] = field(default_factory=list)
    closed: Element | None = None

    def __post_init__(self):
        super().__init__()
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.closed = self.elements[-1]

    def handle_data(self, data):
        if self.elements and self.elements[-1] is not self.closed:
            self.elements[-1].text += data

    def all(self, tag):
        return [element for element in self.elements if element.tag == tag]

    def rows(self):
        return [it for it in self.elements if it.attributes.get("role") == "treeitem"]

    def data(self):
        (block,) = [it for it in self.all("script") if it.attributes.get("type") == "application/json"]
        return json.loads(block.text)

    def policy(self):
        (meta,) = [it for it in self.all("meta") if it.attributes.get("http-equiv")]
        directives = (part.split(" ", 1) for part in meta.attributes["content"].split("; "))
        return dict(directives)


def digest(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def check_safe(source, links="#claim-"):
    """Nothing runs or loads but what the policy names, and nothing else is there to try."""
    seen = Seen(source)
    scripts = [it for it in seen.all("script") if "type" not in it.attributes]
    (style,) = seen.all("style")
    policy = seen.policy()
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == " ".join(digest(it.text) for it in scripts)
    assert policy["style-src"] == digest(style.text)
    assert len(seen.all("script")) - len(scripts) <= 1
    assert not {it.tag for it in seen.elements} & {
        "img",
        "iframe",
        "object",
        "embed",
        "base",
        "foreignobject",
        "use",
    }
    for element in seen.elements:
        for name, value in element.attributes.items():
            assert not re.match(r"on|style$|src|srcdoc|action|formaction|ping", name), (element, name)
            if name == "href":
                assert re.match(rf"(https?|mailto):|{links}|data:image/svg", value), value
    assert source.startswith("<!doctype html>")
    return seen
