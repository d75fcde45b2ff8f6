"""The same dialogue for who has no mouse."""

from __future__ import annotations

import docx
from playwright.sync_api import expect

from tests.browser.conversation import Conversation
from tests.browser.keyboard import Keyboard


def test_a_worker_reaches_the_word_file_with_the_keyboard_alone(person: Conversation):
    keys = Keyboard(person.page)

    def choose(title: str, key: str = "Enter", back: bool = False) -> None:
        keys.go_to(person.choice(title), back=back)
        with person.an_answer():
            keys.press(key)
        keys.is_seen()

    keys.go_to(person.page.get_by_role("link", name="Gå til samtalen"))
    keys.press("Enter")
    choose("Må jeg melde fra?")
    choose("Det pågår", key="Space")
    keys.type("jeg er lærer")  # with the answers as a whole in focus, typing goes to the field
    expect(person.field).to_have_value("jeg er lærer")
    with person.an_answer():
        keys.press("Enter")
    keys.is_seen()
    choose("Hvorfor spør du?")
    choose("Barn, 0–13")
    for title in ("Vold, trusler eller krenkelser flere", "Forelder", "Jeg har sett det", "Nei"):
        choose(title)

    keys.go_to(person.button("Endre Rolle"), back=True)
    with person.an_answer():
        keys.press("Enter")
    keys.is_seen()
    choose("Frivillig")
    assert person.summary["Rolle"] == "Frivillig, idrett eller fritid"
    choose("Det stemmer")

    keys.go_to(person.button("Last ned Word"), back=True)
    with person.page.expect_download() as download:
        keys.press("Enter")
    person.is_quiet()
    keys.is_seen()
    document = docx.Document(download.value.path())
    assert "Frivillig, idrett eller fritid" in [
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    ]

    choose("Ja, lagre")
    keys.go_to(person.widget.get_by_role("checkbox", name="Jeg har lagret koden"))
    keys.press("Space")
    keys.go_to(person.button("Skjul koden"))
    keys.press("Enter")
    expect(person.part("code")).to_have_count(0)
    keys.is_seen()

    keys.go_to(person.button("Slett samtalen"))
    keys.press("Enter")
    expect(person.part("delete-box")).to_be_visible()
    keys.is_seen()
    keys.press("Escape")
    expect(person.part("delete-box")).to_have_count(0)
    keys.is_seen()
    keys.press("Enter")
    keys.go_to(person.button("Ja, slett"))
    keys.press("Enter")
    expect(person.part("over")).to_contain_text("Samtalen er slettet")
    keys.is_seen()
    keys.go_to(person.button("Start på nytt"))
    keys.press("Enter")
    person.begun()
    keys.is_seen()
