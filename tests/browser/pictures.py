"""The documentation's pictures of the widget, taken from the running product: ``python -m tests.browser.pictures``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser import paper
from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.conversation import Conversation
from tests.browser.watch import Watch
from tests.servers import running
from tests.unit.rehearsal.talks import script
from tryggsamtale.running.project import PROJECT

DOCS = PROJECT / "docs"

SCREEN = {"width": 1280, "height": 900}
TELEPHONE = {"width": 390, "height": 844}


def somebody(browser: Browser, url: str, size: dict[str, int]) -> Conversation:
    context = browser.new_context(viewport=size, locale="nb-NO", reduced_motion="reduce")
    watch = Watch(context, url)
    page = context.new_page()
    page.goto(url)
    return Conversation(page, watch).begun()


def tell(person: Conversation) -> None:
    """To the middle of «må jeg melde fra?»: what was told is masked, and a question waits."""
    person.press("Må jeg melde fra?", "Det pågår")
    person.say("Jeg er lærer, ring meg på 912 34 567")


def rehearse(person: Conversation) -> None:
    """Into a rehearsal: a good line, a clumsy one with what is said of it."""
    person.press("Forberede eller øve", "Øve", "Balder", "Vanlig", "Ja, underveis")
    for line in ("Hei, så fint at du kom. Ta deg god tid.", "Hvorfor gikk du ikke bare hjem?"):
        person.say(line)


PICTURES = {
    "widget-desktop.png": (SCREEN, tell),
    "widget-telefon.png": (TELEPHONE, tell),
    "oving-desktop.png": (SCREEN, rehearse),
    "oving-telefon.png": (TELEPHONE, rehearse),
}
"""Of the widget: the size of the page, and what is said before."""


def take(person: Conversation, name: str) -> Path:
    """A picture of the widget in its page, as the last answer left it."""
    person.widget.evaluate("widget => widget.scrollIntoView({block: 'nearest'})")
    person.page.mouse.move(0, 0)
    person.page.screenshot(path=DOCS / name)
    person.watch.check()
    return DOCS / name


def feedback(person: Conversation) -> Iterator[Path]:
    """The feedback on most of a good talk: how it begins, and its figures."""
    rehearse(person)
    for line in script("god_guide")[:24]:
        person.say(line)
    person.press("Ferdig")
    page = paper.opened(person)
    page.set_viewport_size({"width": 820, "height": 1000})
    page.screenshot(path=DOCS / "oving-tilbakemelding.png")
    yield DOCS / "oving-tilbakemelding.png"
    trust, covered = (one.bounding_box() for one in page.get_by_role("figure").all())
    below = covered["y"] + covered["height"]
    clip = {"x": 0, "y": trust["y"] - 60, "width": 820, "height": below - trust["y"] + 80}
    page.screenshot(path=DOCS / "oving-figurer.png", full_page=True, clip=clip)
    yield DOCS / "oving-figurer.png"


def main() -> None:
    seed = {"TRYGGSAMTALE_REHEARSAL_SEED": "7"}
    with TemporaryDirectory() as folder, running(Path(folder), **seed) as servers, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        taken = []
        for name, (size, say) in PICTURES.items():
            person = somebody(browser, servers.url, size)
            say(person)
            taken.append(take(person, name))
        taken += feedback(somebody(browser, servers.url, SCREEN))
        for path in taken:
            print(f"{path.relative_to(PROJECT)}: {path.stat().st_size // 1024} kB")
        browser.close()


if __name__ == "__main__":
    main()
