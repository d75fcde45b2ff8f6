"""axe finds no fault on any state of the widget, and none needs sideways scrolling, from a screen to a small phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.browser import paper
from tests.browser.conftest import Visit
from tests.browser.conversation import TEACHER_CASE, Conversation
from tests.browser.host_page import HostPage
from tests.browser.looking import SIZES, assert_sound
from tests.servers import Servers


def test_a_fault_inside_the_widget_would_be_seen(person: Conversation):
    person.part("send").evaluate("button => button.replaceChildren()")
    with pytest.raises(AssertionError, match="button-name"):
        assert_sound(person.page)


def test_a_whole_dialogue_is_sound_from_the_greeting_to_the_code(person: Conversation):
    page = person.page
    assert_sound(page)
    person.press("Må jeg melde fra?")
    assert_sound(page)
    person.press("Hvorfor spør du?")
    assert_sound(page)
    person.say("hva er taushetsplikt? ring meg på 912 34 567")
    expect(person.part("sources").last).to_be_visible()
    assert_sound(page)
    person.press(*TEACHER_CASE[1:])
    assert_sound(page)
    person.press("Det stemmer")
    person.part("sources").locator("summary").first.click()
    assert_sound(page)
    person.press("Ja, lagre")
    assert_sound(page)
    person.button("Kopier koden").click()
    expect(person.part("notice")).not_to_be_empty()
    assert_sound(page)


def test_the_result_is_sound_in_nynorsk(person: Conversation):
    person.press(*TEACHER_CASE, "Det stemmer", "Ja, lagre")
    with person.page.expect_response("**/api/sessions"):
        person.button("Nynorsk").click()
    expect(person.field).to_have_accessible_name("Skriv her, utan namn")
    assert_sound(person.page)


def test_a_told_case_is_sound_when_it_is_read_back(person: Conversation):
    person.say("Må jeg melde fra? Jeg er lærer, og en elev på 8 år sier at faren slår ham hver uke.")
    assert "«Jeg er lærer»" in person.said
    assert_sound(person.page)


def test_the_emergency_card_is_sound(person: Conversation):
    person.press("Må jeg melde fra?", "Det er fare nå")
    assert "112" in person.said
    assert_sound(person.page)


def test_the_boxes_to_delete_and_to_come_back_are_sound(person: Conversation):
    person.watch.expected.append("404")
    person.button("Jeg har en kode fra før").click()
    assert_sound(person.page)
    person.button("Avbryt").click()
    person.enter_code("0000-0000-0000-0000")
    expect(person.widget.get_by_role("alert")).to_contain_text("Vi finner ikke noe")
    assert_sound(person.page)
    person.button("Slett samtalen").click()
    expect(person.part("delete-box")).to_be_visible()
    assert_sound(person.page)
    person.button("Ja, slett").click()
    expect(person.part("over")).to_be_visible()
    assert_sound(person.page)


def test_waiting_a_lost_network_and_a_text_that_is_too_long_are_sound(person: Conversation):
    person.watch.expected.append("ERR_")
    held: list[Route] = []
    person.page.route("**/api/messages", lambda route: held.append(route))
    person.choice("Må jeg melde fra?").click()
    expect(person.part("waiting")).to_have_text("Venter på svar …")
    assert_sound(person.page)
    held[0].abort()
    expect(person.part("problem")).to_contain_text("Vi fikk ikke kontakt")
    assert_sound(person.page)
    person.field.fill("a" * 4001)
    expect(person.part("counter")).to_have_text("1 tegn for mye. Del det gjerne i to meldinger.")
    assert_sound(person.page)


def test_the_warning_before_the_end_and_the_end_are_sound(visit: Visit):
    person = visit(clock=True).begun()
    person.page.clock.fast_forward("55:10")
    expect(person.part("ends-soon")).to_contain_text("Samtalen slettes om 5 minutter")
    assert_sound(person.page)
    person.button("Fortsett").click()
    expect(person.part("ends-soon")).to_have_count(0)
    person.page.clock.fast_forward("55:10")
    expect(person.part("ends-soon")).to_be_visible()
    person.page.clock.fast_forward("06:00")
    expect(person.part("over")).to_contain_text("Samtalen er avsluttet")
    assert_sound(person.page)
    person.button("Start på nytt").click()
    person.begun()


def test_a_page_that_cannot_reach_the_service_says_so_and_is_sound(visit: Visit):
    person = visit(lost="**/api/sessions")
    person.watch.expected.append("ERR_")
    expect(person.part("problem")).to_contain_text("Vi får ikke åpnet samtalen akkurat nå")
    assert_sound(person.page)
    person.page.unroute("**/api/sessions")
    person.button("Prøv igjen").click()
    person.begun()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_the_launcher_and_its_panel_on_a_municipalitys_page_are_sound(
    visit: Visit, open_servers: Servers, host_page: HostPage, size: dict[str, int]
):
    person = visit(host_page.origin, allowed=(open_servers.url,), viewport=size)
    assert_sound(person.page, size)
    person.button("Trygg samtale – spør anonymt").click()
    person.begun()
    person.press("Må jeg melde fra?")
    assert_sound(person.page, size)
    person.button("Lukk").click()
    expect(person.button("Trygg samtale – spør anonymt")).to_be_focused()


def test_the_page_to_print_is_sound(person: Conversation):
    person.press(*TEACHER_CASE, "Det stemmer")
    assert_sound(paper.opened(person))
