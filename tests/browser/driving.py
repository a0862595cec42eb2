"""Opening pages in a browser, and looking at them as a reader does."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_WATCH = """
window.trouble = [];
window.boom = () => window.trouble.push("boom");
addEventListener("error", (event) => window.trouble.push(String(event.message)));
addEventListener("securitypolicyviolation", (event) => window.trouble.push(`blocked ${event.violatedDirective}`));
"""


class Opener:
    """Opens pages; what goes wrong in one is told when it is closed."""

    def __init__(self, context, folder):
        self.context = context
        self.folder = folder
        self.context.add_init_script(_WATCH)

    def __call__(self, name, claim=None):
        for page in self.context.pages[1:]:
            page.close()
        page = self.context.new_page()
        page.set_default_timeout(10_000)
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto((self.folder / f"{name}.html").as_uri() + (f"#claim-{claim}" if claim else ""))
        page.wait_for_selector("html[data-ready]")
        return page

    def close(self):
        for page in self.context.pages[1:]:
            page.close()


def press(page, *keys):
    """Press keys, one after the other."""
    for key in keys:
        page.keyboard.press(key)


def watched(page):
    """What went wrong in a page: errors of scripts, what its policy blocked."""
    return page.evaluate("window.trouble")


def shown(page):
    """The ids of the claims whose rows can be seen."""
    return page.evaluate(
        "[...document.querySelectorAll('.row[id]')].filter(row => row.checkVisibility()).map(row => row.id.slice(6))"
    )


def fitting(page):
    """The ids of the claims that a search or filter leaves."""
    return page.evaluate("[...document.querySelectorAll('.row.fits')].map(row => row.id.slice(6))")


def lit(page):
    """The ids of the claims that the picture shows clearly, in a search or focus."""
    return page.evaluate(
        """[...document.querySelectorAll('svg [data-claim].fits')].map(card =>
            document.querySelector(`.row[data-claim="${card.dataset.claim}"][id]`).id.slice(6))"""
    )


def chosen(page):
    """The id of the claim that is chosen, in outline, picture and address; they have to agree."""
    row, card, address = page.evaluate(
        """[document.querySelector('.row[aria-selected=true]')?.id.slice(6) ?? null,
            document.querySelector('svg .chosen')?.dataset.claim ?? null,
            decodeURIComponent(location.hash).replace('#claim-', '') || null]"""
    )
    if card is not None:
        card = page.evaluate(
            "number => document.querySelector(`.row[data-claim='${number}'][id]`).id.slice(6)", card
        )
    assert row == card == address, (row, card, address)
    return row


def violations(page):
    """What axe-core finds against WCAG 2.2, A and AA."""
    from axe_playwright_python.sync_playwright import Axe

    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    results = Axe().run(page, options=rules).response
    assert results["passes"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in results["violations"]
        for node in rule["nodes"]
    ]
