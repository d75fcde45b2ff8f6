"""A rehearsal for who has no mouse: the text field has the focus after every line, and what helps is near it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conversation import Conversation
from tests.browser.keyboard import Keyboard


def test_a_guide_rehearses_and_gets_the_feedback_with_the_keyboard_alone(person: Conversation):
    keys = Keyboard(person.page)

    def choose(title: str, back: bool = False) -> None:
        keys.go_to(person.choice(title), back=back)
        with person.an_answer():
            keys.press("Enter")
        keys.is_seen()

    def say(text: str) -> None:
        expect(person.field).to_be_focused()
        keys.type(text)
        with person.an_answer():
            keys.press("Enter")

    for title in ("Forberede eller øve", "Øve", "Siv", "Lett", "Ja, underveis"):
        choose(title)
    say("Hei, så fint at du kom.")
    say("Hvordan har du hatt det siden det skjedde?")
    choose("Hint", back=True)
    say("Du bestemmer selv hva du vil si.")
    choose("Prøv igjen herfra", back=True)
    assert "tilbake til før du sa det" in person.said
    say("Ta den tiden du trenger.")
    keys.go_to(person.button("Prøv igjen herfra").first, back=True)
    keys.go_to(person.field)
    choose("Ferdig", back=True)
    assert "Takk for øvingen" in person.said
    keys.go_to(person.button("Last ned Word"), back=True)
    with person.page.expect_download():
        keys.press("Enter")
