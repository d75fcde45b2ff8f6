"""A lost network, a part that is down: the text is kept, the way on is shown, and nothing is said twice."""

from __future__ import annotations

import re

from playwright.sync_api import Request, Route, expect

from tests.browser.conftest import Visit
from tests.browser.conversation import Conversation
from tests.browser.looking import assert_sound
from tests.servers import Servers

TOLD = "jeg er lærer"


def test_a_text_that_never_left_is_kept_and_sent_by_trying_again(person: Conversation):
    person.watch.expected.append("ERR_INTERNET_DISCONNECTED")
    person.press("Må jeg melde fra?", "Det pågår")
    person.page.context.set_offline(True)
    person.field.fill(TOLD)
    person.button("Send").click()
    expect(person.part("problem")).to_contain_text("Vi fikk ikke kontakt. Det du skrev, er ikke borte.")
    expect(person.field).to_have_value(TOLD)
    expect(person.mine.filter(has_text=TOLD)).to_have_count(0)

    person.page.context.set_offline(False)
    with person.an_answer():
        person.button("Prøv igjen").click()
    expect(person.part("problem")).to_have_count(0)
    expect(person.field).to_have_value("")
    expect(person.mine.filter(has_text=TOLD)).to_have_count(1)
    assert person.step == "Steg 3 av 7"


def test_a_text_that_arrived_but_whose_answer_was_lost_is_acted_on_once(person: Conversation):
    person.watch.expected.append("ERR_FAILED")
    sent: list[Request] = []

    def lose_the_answer(route: Route) -> None:
        sent.append(route.request)
        route.fetch()
        route.abort()

    person.press("Må jeg melde fra?", "Det pågår")
    person.page.route("**/api/messages", lose_the_answer, times=1)
    person.field.fill(TOLD)
    person.button("Send").click()
    expect(person.part("problem")).to_be_visible()
    assert len(sent) == 1

    with person.page.expect_request("**/api/messages") as again, person.an_answer():
        person.button("Prøv igjen").click()
    assert again.value.headers["idempotency-key"] == sent[0].headers["idempotency-key"]
    assert "Hvem kan være utsatt" in person.question
    assert person.step == "Steg 3 av 7"
    expect(person.mine.filter(has_text=TOLD)).to_have_count(1)
    person.press("Tilbake")
    assert "Hvor fikk du vite dette?" in person.question


def test_a_stopped_action_server_is_told_kindly_and_the_dialogue_goes_on_afterwards(
    visit: Visit, open_servers: Servers
):
    person = visit(open_servers.url).begun()
    person.watch.expected.append("503")
    person.press("Må jeg melde fra?", "Det pågår")
    open_servers.kill("actions")
    try:
        person.field.fill(TOLD)
        person.button("Send").click()
        expect(person.part("problem")).to_contain_text(re.compile("prøv igjen", re.IGNORECASE))
        expect(person.field).to_have_value(TOLD)
        assert_sound(person.page)
    finally:
        open_servers.start_actions()
        open_servers.wait()
    with person.an_answer():
        person.button("Prøv igjen").click()
    assert person.step == "Steg 3 av 7"
    person.press("Barn, 0–13")
    assert person.step == "Steg 4 av 7"


def test_a_document_that_could_not_be_fetched_can_be_asked_for_again(person: Conversation):
    person.watch.expected.append("ERR_")
    person.press(
        "Må jeg melde fra?", "Det har skjedd", "Skole", "Barn, 0–13", "Vold, trusler eller krenkelser flere", "Forelder"
    )
    while person.choice("Det stemmer").count() == 0:
        person.press("Vet ikke")
    person.press("Det stemmer")
    person.page.route("**/api/documents/*", lambda route: route.abort(), times=1)
    person.button("Last ned JSON").click()
    expect(person.part("problem")).to_contain_text("Vi fikk ikke kontakt")
    with person.page.expect_download() as download:
        person.button("Prøv igjen").click()
    assert b'"pliktvurdering"' in download.value.path().read_bytes()
    expect(person.part("problem")).to_have_count(0)
