"""Leaving in a hurry, coming back, deleting: nothing of the conversation is left to see."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conversation import TEACHER_CASE, Conversation
from tests.servers import Servers

EXIT = "https://www.yr.no/"
TOLD = "Jeg er lærer, og en elev sier at faren slår ham"


def press_the_button(person: Conversation) -> None:
    person.button("Forlat siden").click()


def press_escape_twice(person: Conversation) -> None:
    person.page.keyboard.press("Escape")
    expect(person.part("notice")).to_have_text("Trykk Escape én gang til for å forlate siden.")
    person.page.keyboard.press("Escape")


def is_gone(servers: Servers, request: Request) -> bool:
    """Whether the session of that request has ended on the server."""
    token = {"Authorization": request.headers["authorization"]}
    return httpx.get(f"{servers.url}/api/messages", headers=token).status_code == 401


@pytest.fixture
def neutral(person: Conversation) -> Conversation:
    """A person whose way out leads to a page of the test's, since there is no network."""
    person.watch.hosts.add("www.yr.no")
    person.page.route(EXIT, lambda route: route.fulfill(body="<h1>Vær</h1>", content_type="text/html"))
    return person


@pytest.mark.parametrize("leave", [press_the_button, press_escape_twice])
def test_leaving_empties_the_page_ends_the_session_and_cannot_be_undone(
    neutral: Conversation, servers: Servers, leave: Callable[[Conversation], None]
):
    page = neutral.page
    with page.expect_request("**/api/messages") as request:
        neutral.press("Må jeg melde fra?")
    neutral.say(TOLD)
    before = page.evaluate("history.length")

    leave(neutral)
    page.wait_for_url(EXIT)
    assert page.evaluate("history.length") == before  # the page was replaced, not left behind
    assert is_gone(servers, request.value)

    page.go_back()
    page.wait_for_url("about:blank")
    page.go_forward()
    page.wait_for_url(EXIT)
    assert not neutral.widget.count()


def test_leaving_closes_the_document_that_was_opened_to_print(neutral: Conversation):
    neutral.press(*TEACHER_CASE, "Det stemmer")
    with neutral.page.expect_popup() as popup:
        neutral.button("Åpne for utskrift (åpnes i ny fane)").click()
    expect(popup.value.get_by_role("heading", level=1)).to_be_visible()
    with popup.value.expect_event("close"):
        neutral.button("Forlat siden").click()
    neutral.page.wait_for_url(EXIT)


def test_one_escape_closes_what_is_open_and_stays(neutral: Conversation):
    neutral.button("Slett samtalen").click()
    neutral.page.keyboard.press("Escape")
    expect(neutral.part("delete-box")).to_have_count(0)
    expect(neutral.turns).to_have_count(1)


def test_going_away_and_back_begins_anew(person: Conversation):
    person.say(TOLD)
    person.field.fill("mer som ikke er sendt")
    person.page.goto("about:blank")
    person.page.go_back()
    person.begun()
    begins_anew(person.page, person)


def test_a_reload_begins_anew(person: Conversation):
    person.say(TOLD)
    person.field.fill("mer som ikke er sendt")
    person.page.reload()
    person.begun()
    begins_anew(person.page, person)


def begins_anew(page: Page, person: Conversation) -> None:
    expect(person.mine).to_have_count(0)
    expect(person.field).to_have_value("")
    assert TOLD not in page.content() + person.widget.inner_text()


def test_deleting_asks_first_and_ends_the_session(person: Conversation, servers: Servers):
    with person.page.expect_request("**/api/messages") as request:
        person.press("Må jeg melde fra?")
    person.button("Slett samtalen").click()
    person.button("Nei, behold den").click()
    expect(person.turns).to_have_count(2)
    person.button("Slett samtalen").click()
    with person.page.expect_response("**/api/sessions") as response:
        person.button("Ja, slett").click()
    assert response.value.status == 204
    expect(person.part("over")).to_contain_text("Samtalen er slettet.")
    assert is_gone(servers, request.value)
    person.button("Start på nytt").click()
    person.begun()
