"""The other language, small screens and large text."""

from __future__ import annotations

import docx
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.conversation import TEACHER_CASE, Conversation
from tests.browser.looking import assert_fits, assert_sound

# A window of 1280 × 1024 at 400 % zoom.
ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}


def switch(person: Conversation, language: str) -> None:
    with person.page.expect_response("**/api/sessions") as response:
        person.button(language).click()
    assert response.value.status == 200
    person.is_quiet()


def test_nynorsk_turns_the_last_question_the_widget_and_the_document(person: Conversation):
    person.press("Må jeg melde fra?")
    switch(person, "Nynorsk")
    expect(person.turns.last).to_contain_text("Du kan også fortelje med eigne ord")
    expect(person.turns).to_have_count(2)
    expect(person.field).to_have_accessible_name("Skriv her, utan namn")
    for name in ("Forlat sida", "Eg har ein kode frå før", "Slett samtalen", "Bokmål"):
        expect(person.button(name)).to_be_visible()
    expect(person.widget).to_have_attribute("lang", "nn")
    expect(person.page.get_by_role("heading", name="Uroa for nokon?")).to_be_visible()

    person.press(
        "Det går føre seg",
        "Skule",
        "Barn, 0–13",
        "Vald, truslar eller krenkingar",
        "Forelder",
        "Eg har sett det",
        "Nei",
    )
    expect(person.part("summary")).to_contain_text("Svara dine")
    person.press("Det stemmer")
    document = docx.Document(person.download("Last ned Word"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Ikkje" in text or "ikkje" in text
    assert " ikke " not in text

    switch(person, "Bokmål")
    expect(person.turns.last).to_contain_text("Vil du at jeg også lagrer det")
    expect(person.button("Åpne for utskrift (åpnes i ny fane)")).to_be_visible()


def test_at_400_percent_a_whole_dialogue_needs_no_sideways_scrolling(visit: Visit):
    person = visit(**ZOOMED).begun()
    size = ZOOMED["viewport"]
    assert_sound(person.page, size)
    person.press(*TEACHER_CASE)
    assert_sound(person.page, size)
    person.change("Rolle")
    person.press("Frivillig", "Det stemmer")
    assert_sound(person.page, size)
    person.press("Ja, lagre")
    assert_sound(person.page, size)
    assert person.download("Last ned Word").stat().st_size > 5000


def test_large_letters_in_a_narrow_column_cut_nothing_off(person: Conversation):
    person.press("Må jeg melde fra?")
    person.page.set_viewport_size({"width": 600, "height": 900})
    person.page.evaluate("document.documentElement.style.fontSize = '200%'")
    person.page.evaluate("document.querySelector('.chat').style.width = '360px'")
    assert_fits(person.page)
    person.button("Forlat siden").scroll_into_view_if_needed()
    expect(person.button("Forlat siden")).to_be_in_viewport(ratio=1)
