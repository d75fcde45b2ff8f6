"""A whole discussion of a case from the page: siblings, yellow light, three documents."""

from __future__ import annotations

import docx
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.conversation import Conversation
from tests.browser.looking import assert_sound

NAME = "Synnøve Bakkelund"
STORY = f"{NAME} på Granli skole sa at broren leker doktor med henne hver kveld. Hun er 7 år."
KEPT = "[person 1] på [skole 1] sa at broren leker doktor med henne hver kveld. Hun er 6–12 år."


def discussed(person: Conversation) -> None:
    """Up to the summary."""
    person.press("Drøfte en sak", "Nei", "Skole", "Barn på begge sider", "6–12", "13–15")
    person.choose("Den det gjelder", "Tegn")
    person.say(STORY)
    assert KEPT in person.said and "Slik blir det lagret" in person.said
    person.say("skjul også doktor")
    assert "leker [skjult 1]" in person.said
    person.say("vis doktor")
    assert KEPT in person.said
    person.press("Ja, behold")
    assert "Det pågår" in person.summary["Når"]
    person.press("Ja, det stemmer", "Gult", "De er søsken", "Nei", "Ja")
    person.choose("Skole", "Barnevern")
    person.press("Nei", "Ingenting")
    person.choose("Samrådsmøte", "Trygghetsplan")


def test_siblings_two_answers_changed_and_three_documents(person: Conversation, visit: Visit):
    discussed(person)
    assert person.summary["Det du har sett og hørt"] == KEPT
    assert_sound(person.page)
    person.change("Trafikklyset")
    person.press("Rødt")
    person.change("Når")
    person.press("De siste dagene")
    assert person.summary["Trafikklyset"].startswith("Rødt") and person.summary["Når"] == "De siste dagene"
    person.press("Det stemmer")
    assert_sound(person.page)
    texts = {}
    for kind in ("Alt i ett", "Sammendrag av saken", "Saksliste til samrådsmøte", "Utkast til trygghetsplan"):
        with person.page.expect_download() as download:
            person.widget.get_by_role("group", name=kind).get_by_role("button", name="Last ned Word").click()
        document = docx.Document(download.value.path())
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        texts[kind] = "\n".join([*(line.text for line in document.paragraphs), *cells])
    assert KEPT in texts["Sammendrag av saken"] and "Rødt" in texts["Sammendrag av saken"]
    assert all(NAME not in text and "Granli" not in text for text in texts.values())

    person.press("Ja, lagre")
    code = person.code
    another = visit().begun()
    another.enter_code(code)
    expect(another.widget.get_by_role("button", name="Last ned Word")).to_have_count(4)
    another.press("Slett det jeg lagret")
