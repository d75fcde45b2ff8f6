"""The documentation's pictures of the widget, taken from the running product: ``python -m tests.browser.pictures``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.conversation import Conversation
from tests.browser.watch import Watch
from tests.servers import running
from tryggsamtale.running.project import PROJECT

DOCS = PROJECT / "docs"

PICTURES = {
    "widget-desktop.png": {"width": 1280, "height": 900},
    "widget-telefon.png": {"width": 390, "height": 844},
}


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


def take(person: Conversation, name: str) -> Path:
    """A picture of the widget in its page, as the last answer left it."""
    person.widget.evaluate("widget => widget.scrollIntoView({block: 'nearest'})")
    person.page.mouse.move(0, 0)
    person.page.screenshot(path=DOCS / name)
    person.watch.check()
    return DOCS / name


def main() -> None:
    with TemporaryDirectory() as folder, running(Path(folder)) as servers, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for name, size in PICTURES.items():
            person = somebody(browser, servers.url, size)
            tell(person)
            path = take(person, name)
            print(f"{path.relative_to(PROJECT)}: {path.stat().st_size // 1024} kB")
        browser.close()


if __name__ == "__main__":
    main()
