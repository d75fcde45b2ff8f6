"""A whole plikt dialogue from the page, with the mouse."""

from __future__ import annotations

import docx
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.conversation import TEACHER_CASE, Conversation

PHONE = "912 34 567"


def test_a_worker_leaves_with_a_word_file_and_a_code_that_another_browser_can_use_and_erase(
    person: Conversation, visit: Visit
):
    person.press("Må jeg melde fra?", "Det pågår")
    assert person.step == "Steg 2 av 7"
    person.say(f"jeg er lærer, ring meg på {PHONE}")
    expect(person.part("masked")).to_be_visible()
    assert "[telefonnummer]" in person.mine.last.inner_text()
    assert PHONE not in person.widget.inner_text()
    person.press(*TEACHER_CASE[3:])

    assert person.summary["Rolle"] == "Skole, SFO eller PPT"
    person.change("Rolle")
    assert "Hvor fikk du vite dette?" in person.question
    person.press("Frivillig")
    assert person.summary["Rolle"] == "Frivillig, idrett eller fritid"
    person.press("Det stemmer")
    assert "Melde til barnevernet: neppe plikt" in person.said

    document = docx.Document(person.download("Last ned Word"))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    headings = [line.text for line in document.paragraphs if line.style.name.startswith("Heading")]
    assert len(headings) >= 5
    assert "Frivillig, idrett eller fritid" in cells
    assert "Skole, SFO eller PPT" not in cells
    assert any("straffeloven § 196" in text for text in paragraphs + cells)
    assert not any(PHONE in text for text in paragraphs + cells)

    person.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    person.press("Ja, lagre")
    code = person.code
    person.button("Kopier koden").click()
    expect(person.part("notice")).to_have_text("Koden er kopiert.")
    assert person.page.evaluate("navigator.clipboard.readText()") == code
    expect(person.button("Skjul koden")).to_be_disabled()
    person.widget.get_by_role("checkbox", name="Jeg har lagret koden").check()
    person.button("Skjul koden").click()
    expect(person.part("code")).to_have_count(0)
    assert code not in person.page.content() + person.widget.inner_text()

    another = visit().begun()
    another.enter_code(code.lower().replace("-", " "))
    expect(another.button("Last ned Word")).to_be_visible()
    assert another.download("Last ned Word").read_bytes()[:2] == b"PK"
    another.press("Slett det jeg lagret")

    third = visit().begun()
    third.watch.expected.append("404")
    third.enter_code(code)
    expect(third.widget.get_by_role("alert")).to_contain_text("Vi finner ikke noe som hører til denne koden")
    expect(third.turns).to_have_count(1)  # the conversation that went on is not over


def test_the_page_to_print_opens_in_a_tab_of_its_own_with_the_whole_answer(person: Conversation):
    person.press(*TEACHER_CASE, "Det stemmer")
    with person.page.expect_popup() as popup:
        person.button("Åpne for utskrift (åpnes i ny fane)").click()
    document = popup.value
    expect(document.get_by_role("heading", level=1)).to_be_visible()
    expect(document.get_by_text("Skole, SFO eller PPT")).to_be_visible()
    expect(document.get_by_text("straffeloven § 196").first).to_be_visible()
    assert document.evaluate("document.scripts.length") == 0
    assert document.evaluate("document.adoptedStyleSheets[0].cssRules.length") > 5


def test_a_double_click_says_it_once(person: Conversation):
    with person.an_answer():
        person.choice("Må jeg melde fra?").dblclick()
    assert person.step == "Steg 1 av 7"
    expect(person.mine).to_have_count(1)
