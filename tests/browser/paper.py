"""The page of a document as it is opened for printing."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.conversation import Conversation

A4 = {"width": 794, "height": 1123}
"""In CSS pixels."""


def opened(person: Conversation, group: str = "") -> Page:
    """Press «Åpne for utskrift», of the document of that name when there are several, and get what it opens in a page
    of its own: axe does not know nodes that another window has made."""
    documents: list[str] = []

    def keep(route: Route) -> None:
        response = route.fetch()
        documents.append(response.text())
        route.fulfill(response=response)

    person.page.route("**/api/documents/*.html", keep)
    where = person.widget.get_by_role("group", name=group) if group else person.widget
    with person.page.expect_popup() as popup:
        where.get_by_role("button", name="Åpne for utskrift (åpnes i ny fane)").click()
    expect(popup.value.get_by_role("heading", level=1)).to_be_visible()
    popup.value.close()
    person.page.unroute("**/api/documents/*.html")
    page = person.page.context.new_page()
    page.set_content(documents[0])
    return page


def sheets(page: Page) -> int:
    """How many sheets of A4 the printer takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
