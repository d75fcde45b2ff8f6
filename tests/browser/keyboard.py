"""A person without a mouse: Tab, Shift+Tab, Enter, Space and typing. Every stop must be seen."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

# More stops than any state of the page has.
MOST_STOPS = 60

FOCUS = """async () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const style = getComputedStyle(at);
    const inView = await new Promise((seen) =>
        new IntersectionObserver(([entry]) => seen(entry.isIntersecting)).observe(at));
    return {
        lost: at === document.body || at === document.documentElement,
        marked: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none",
        container: at.tabIndex < 0,
        inView,
        what: `${at.tagName} ${at.id} «${at.textContent.trim().slice(0, 40)}»`,
    };
}"""

IS_FOCUSED = "element => element.getRootNode().activeElement === element"


class Keyboard:
    """Keys pressed on a page; after each the focus must be on something, visible and marked."""

    def __init__(self, page: Page):
        self.page = page
        self.stops: list[str] = []

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.is_seen()

    def is_seen(self) -> None:
        """Raises AssertionError when the focus is lost, out of sight or not marked."""
        focus = self.page.evaluate(FOCUS)
        self.stops.append(focus["what"])
        assert not focus["lost"], self.stops
        # The answers as a whole take the focus so that Tab goes on from there; they may begin below what is read first.
        assert focus["inView"] or focus["container"], self.stops
        assert focus["marked"] or focus["container"], self.stops

    def go_to(self, target: Locator, back: bool = False) -> None:
        """Tab, or Shift+Tab, until the target has the focus. Raises AssertionError when it is never reached."""
        for _ in range(MOST_STOPS):
            if target.count() and target.evaluate(IS_FOCUSED):
                return
            self.press("Shift+Tab" if back else "Tab")
            self.is_seen()
        raise AssertionError(f"{target} was not among {self.stops}")
