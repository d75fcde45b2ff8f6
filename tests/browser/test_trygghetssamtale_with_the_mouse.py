"""The trygghetssamtale from the page: rehearsed with a youth who answers, walked through, and as a checklist."""

from __future__ import annotations

import re
from pathlib import Path

import docx
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser import paper
from tests.browser.conftest import Visit
from tests.browser.conversation import Conversation
from tests.browser.looking import assert_fits, assert_sound
from tests.unit.rehearsal.talks import script

LINES = script("god_guide")
NAME = "Synnøve Bakkelund"
BLAME = "Hvorfor gikk du ikke bare hjem?"


def begun(person: Conversation, youth: str = "Balder") -> Conversation:
    person.press("Forberede eller øve", "Øve", youth, "Vanlig", "Ja, underveis")
    return person


def answer(person: Conversation) -> str:
    """What the youth said last."""
    return person.turns.last.locator("[data-part=spoken]").last.inner_text()


def words_of(path: Path) -> str:
    """All that stands in a Word document."""
    document = docx.Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


def test_a_rehearsal_with_all_its_turns_is_sound(person: Conversation):
    page = person.page
    person.press("Forberede eller øve")
    assert_sound(page)
    person.press("Øve")
    assert_sound(page)
    person.press("Balder", "Vanlig", "Ja, underveis")
    expect(person.part("progress")).to_have_text(re.compile("Øving.*oppdiktet"))
    expect(person.choice("Ferdig")).to_have_count(0)
    assert_sound(page)
    person.say(LINES[0])
    assert answer(person).startswith("Balder\n")
    expect(person.turns.last.locator("[data-part=note]")).to_contain_text("Kort tilbakemelding")
    expect(person.part("standing")).to_contain_text("Du øver med Balder")
    person.say(BLAME)
    expect(person.turns.last.locator("[data-part=note]")).to_contain_text("Skyld")
    assert_sound(page)
    person.press("Hint")
    expect(person.turns.last.locator("[data-part=note]")).to_contain_text("For eksempel")
    assert_sound(page)
    person.press("Prøv igjen herfra")
    assert "tilbake til før du sa det" in person.said
    person.say(LINES[6])
    expect(person.part("undone")).to_have_count(1)
    assert_sound(page)
    person.say("stopp, dette er ekte")
    expect(person.turns.last).to_have_attribute("data-acute", "true")
    expect(person.choice("Drøfte saken")).to_be_visible()
    assert_sound(page)
    for line in LINES[7:11]:
        person.say(line)
    expect(person.part("standing")).to_have_count(1)
    person.say("avbryt")
    assert "Vil du avslutte?" in person.said
    assert_sound(page)
    person.press("Nei")
    assert_sound(page)


def test_an_earlier_line_is_said_anew(person: Conversation):
    begun(person)
    for line in LINES[:3]:
        person.say(line)
    ways = person.widget.get_by_role("log").get_by_role("button", name="Prøv igjen herfra")
    expect(ways).to_have_count(2)
    with person.an_answer():
        ways.first.click()
    person.say(LINES[6])
    expect(person.part("undone")).to_have_count(3)
    expect(ways).to_have_count(0)


def test_a_rehearsal_is_left_with_a_code_and_ends_in_its_feedback(person: Conversation, visit: Visit):
    begun(person)
    person.say(f"Hei Balder. {NAME} kunne ikke komme, så nå er det meg.")
    assert NAME not in person.mine.last.inner_text() and "Balder" in person.mine.last.inner_text()
    person.say(BLAME)
    for line in LINES[2:8]:
        person.say(line)
    last = answer(person)
    person.press("Pause")
    later = visit().begun()
    later.enter_code(person.code)
    expect(later.part("spoken")).to_have_text(re.compile(re.escape(last.splitlines()[-1])))
    assert_sound(later.page)
    later.press("Ferdig")
    assert "Takk for øvingen" in later.said and BLAME in later.said
    expect(later.part("standing")).to_have_count(0)
    assert_sound(later.page)
    text = words_of(later.download("Last ned Word"))
    assert "Tilbakemelding på øving" in text and BLAME in text and NAME not in text

    sheet = paper.opened(later)
    assert_sound(sheet)
    headings = sheet.get_by_role("heading", level=2).all_inner_texts()
    assert headings[:3] == ["Kort sagt", "Dette var bra", "Dette kan du prøve annerledes"]
    for name, number in (("Punkter du var innom", "d) Det andre kan gjøre"), ("Tilliten gjennom samtalen", "Start")):
        figure = sheet.get_by_role("img", name=name)
        assert figure.bounding_box()["width"] > 300
        expect(sheet.get_by_role("table").filter(has_text=number).first).to_be_visible()
    sheet.emulate_media(media="print")
    sheet.set_viewport_size(paper.A4)
    assert_fits(sheet)
    assert paper.sheets(sheet) <= 6

    later.press("Ja, lagre")
    later.say("jeg vil øve på trygghetssamtalen")
    later.press("Embla", "Lett", "Nei, bare")
    later.say(LINES[6])
    expect(later.part("note")).to_have_count(0)
    later.press("Ferdig")
    assert "Siden den første øvingen" in later.said


def walked_through(person: Conversation) -> None:
    """A talk that has been held: up to the summary."""
    person.press("Forberede eller øve", "Gå gjennom", "Ja, den er holdt", "Trygghetsguide")
    person.press("Ja", "Ja", "Under 16", "Ja")
    for chosen in (("Nei, ingen",), ("Alle",)):
        person.choose(*chosen)
    assert_sound(person.page)
    person.press("Hopp over")
    person.choose("Inviter", "Spør hvor")
    person.say(f"Utrygt på bussen, sier {NAME}")
    person.press("Ja, behold")
    person.choose("Ingen")
    person.choose("En voksen følger", "Noe annet")
    assert_sound(person.page)
    person.say("Ta en annen buss hjem")
    person.press("Ja, behold", "Hopp over")
    for chosen in (("Si hvem de ringer",), ("Støtte",), ("Melding",)):
        person.choose(*chosen)
    person.press("Hver uke")
    person.choose("Hverdager på dagtid")
    person.press("Hopp over")
    person.choose("Si at programmet slutter")
    person.choose("Trusler")
    person.press("Om en uke")


def test_a_talk_is_walked_through_to_the_filled_form_and_the_calendar(person: Conversation):
    walked_through(person)
    assert person.summary["Notat til b"] == "Utrygt på bussen, sier [person 1]"
    assert_sound(person.page)
    person.change("Neste kontakt")
    person.press("I morgen", "Det stemmer")
    assert_sound(person.page)
    form = person.widget.get_by_role("group", name="Malen, fylt ut")
    with person.page.expect_download() as download:
        form.get_by_role("button", name="Last ned Word").click()
    document = docx.Document(download.value.path())
    by_hand = {row.cells[0].text: row.cells[1].text for table in document.tables for row in table.rows}
    assert by_hand["Anmeldelsesnummer"] == by_hand["Navn"] == ""
    text = words_of(download.value.path())
    assert "Utrygt på bussen, sier [person 1]" in text and "Ta en annen buss hjem" in text and NAME not in text

    dates = person.widget.get_by_role("group", name="Datoer til kalenderen")
    with person.page.expect_download() as download:
        dates.get_by_role("button", name="Legg i kalenderen").click()
    assert len(Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")) == 5

    for group in ("Malen, fylt ut", "Datoer til kalenderen"):
        sheet = paper.opened(person, group)
        assert_sound(sheet)
        sheet.emulate_media(media="print")
        sheet.set_viewport_size(paper.A4)
        assert_fits(sheet)


def test_the_checklist_is_ticked_and_printed(person: Conversation):
    person.press("Forberede eller øve", "Bare sjekklisten", "Tom liste")
    assert_sound(person.page)
    person.press("Det stemmer")
    assert_sound(person.page)
    sheet = paper.opened(person)
    assert_sound(sheet)
    expect(sheet.get_by_role("heading", level=1)).to_have_text("Sjekkliste for trygghetssamtalen")
    assert sheet.get_by_text("☐").count() == 23 and paper.sheets(sheet) <= 3
