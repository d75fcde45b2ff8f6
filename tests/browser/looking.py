"""How a page is looked at on every width: does axe find a fault, must one scroll sideways, can everything be hit?"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "widget" / "node_modules" / "axe-core" / "axe.min.js"

SIZES = ({"width": 1280, "height": 900}, {"width": 390, "height": 844}, {"width": 320, "height": 640})

# Each violation as «rule: what» and the elements, the host's shadow root included.
VIOLATIONS = """async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"], preload: false });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.flat()}`));
}"""

# What is wider than its place: the page itself, or any part that scrolls or cuts off.
TOO_WIDE = """() => {
    const found = [];
    const look = (root) => {
        for (const element of root.querySelectorAll("*")) {
            if (element.shadowRoot) look(element.shadowRoot);
            const { clientWidth, scrollWidth } = element;
            const cuts = getComputedStyle(element).overflowX !== "visible" || element === document.documentElement;
            const hidden = element.closest(".ds-sr-only") || clientWidth <= 1;
            if (cuts && !hidden && scrollWidth > clientWidth + 1)
                found.push(`${element.tagName} ${element.className} ${scrollWidth} > ${clientWidth}`);
        }
    };
    look(document);
    return found;
}"""


def assert_fits(page: Page) -> None:
    """Nothing on the page is wider than its place."""
    too_wide = page.evaluate(TOO_WIDE)
    assert not too_wide, (page.viewport_size, too_wide)


def assert_accessible(page: Page) -> None:
    """axe finds no violation. Its text is run as the test's own, so that the page's content policy stays as it is."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    violations = page.evaluate(VIOLATIONS)
    assert not violations, (page.viewport_size, violations)


def assert_sound(page: Page, *sizes: dict[str, int]) -> None:
    """Accessible and fitting on every size; the page is left in the size it had."""
    before = page.viewport_size
    for size in sizes or SIZES:
        page.set_viewport_size(size)
        assert_fits(page)
        assert_accessible(page)
    page.set_viewport_size(before)
