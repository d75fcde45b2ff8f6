"""The trygghetssamtale over HTTP: walked through, as a checklist, and rehearsed with a good guide and a closed one."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import httpx
import pytest
from docx import Document

from tests.http.checks import Description
from tests.servers import Servers, running
from tests.talk import Talk
from tests.unit.rehearsal.talks import script


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Servers on which every rehearsal has the same seed."""
    with running(tmp_path_factory.mktemp("seeded"), TRYGGSAMTALE_REHEARSAL_SEED="7") as servers:
        yield servers


@pytest.fixture
def course(seeded: Servers) -> Iterator[httpx.Client]:
    with seeded.client() as client:
        yield client


def begun(client: httpx.Client, youth: str = "Balder", remarks: str = "Nei", locale: str = "nb") -> Talk:
    talk = Talk(client, locale)
    talk.say("jeg vil øve på trygghetssamtalen")
    for title in (youth, "Vanl", remarks):
        talk.press(title)
    assert talk.step == "replikk"
    return talk


def played(client: httpx.Client, name: str) -> tuple[Talk, list[str]]:
    """A whole rehearsal, and what the youth said."""
    talk, said = begun(client), []
    for line in script(name):
        talk.say(line)
        said += [one["text"] for one in talk.turn["messages"] if one["text"].startswith("Balder: ")]
    return talk, said


def walked_through(talk: Talk) -> Talk:
    """A guide's talk that has been held: to the summary."""
    talk.press("Forberede eller øve")
    for title in ("Gå gjennom", "Ja, den er holdt", "Trygghetsguide", "Ja", "Ja", "Under 16", "Ja"):
        talk.press(title)
    talk.choose("Nei, ingen")
    talk.choose("Alle")
    talk.press("Hopp over")
    talk.choose("Inviter", "Spør hvor")
    talk.say("Utrygt på holdeplassen i Storgata, sier Kari Nordmann")
    talk.press("Ja, behold")
    talk.choose("Ingen")
    talk.choose("En voksen følger", "Noe annet")
    talk.say("Ta en annen buss hjem")
    talk.press("Ja, behold")
    talk.press("Hopp over")
    talk.choose("Si hvem de ringer")
    talk.choose("Støtte")
    talk.choose("Melding")
    talk.press("Hver uke")
    talk.choose("Hverdager på dagtid")
    talk.press("Hopp over")
    talk.choose("Si at programmet slutter")
    talk.choose("Trusler")
    talk.press("Om en uke")
    assert talk.step == "oppsummering"
    return talk


def test_a_talk_is_walked_through_to_the_template_and_the_calendar(client: httpx.Client):
    talk = walked_through(Talk(client))
    note = next(line["value"] for line in talk.turn["summary"] if line["step"] == "b_notat")
    assert "Nordmann" not in note and "Storgata" not in note
    talk.press("Det stemmer")
    assert "oppfordrer du til å anmelde" in talk.said and "To uker siden sist" in talk.said
    kinds = {one["kind"]: one for one in talk.turn["documents"]}
    assert kinds["trygghetssamtale"]["formats"] == ["docx", "json", "html"]
    assert kinds["paminnelser"]["formats"] == ["docx", "json", "html", "ics"]
    text = "\n".join(
        cell.text for table in Document(BytesIO(talk.document("docx").content)).tables for cell in table._cells
    )
    assert "Anmeldelsesnummer" in text and "Nordmann" not in text
    address = f"/api/documents/{kinds['paminnelser']['id']}"
    calendar = client.get(f"{address}.ics", headers=talk.headers)
    assert calendar.headers["content-type"] == "text/calendar; charset=utf-8"
    assert calendar.content.count(b"BEGIN:VEVENT") == 5 and b"Nordmann" not in calendar.content
    for one in talk.turn["documents"]:
        for kind in ("docx", "json", "html"):
            assert client.get(f"/api/documents/{one['id']}.{kind}", headers=talk.headers).status_code == 200
    assert client.get(f"/api/documents/{kinds['trygghetssamtale']['id']}.ics", headers=talk.headers).status_code == 404


def test_what_must_be_settled_is_said_at_once(client: httpx.Client):
    talk = Talk(client)
    talk.press("Forberede eller øve")
    for title in ("Gå gjennom", "Nei, den kommer", "Etterforsker"):
        talk.press(title)
    talk.press("Ja")
    assert "skal ikke være trygghetsguide" in talk.said and talk.step == "anmeldt"
    talk.press("Ja")
    talk.press("Nei")
    assert "klarerer du med etterforskeren" in talk.said
    talk.press("16–17")
    assert "Støttesenteret" in talk.said
    talk.press("Vet ikke")
    assert "mindreårig" in talk.said
    talk.choose("Den som gjorde det")
    assert "passer programmet dårlig" in talk.said and talk.step == "likevel"


def test_the_checklist_is_two_presses_away(client: httpx.Client):
    talk = Talk(client, "nn")
    talk.say("gi meg sjekklista")
    assert talk.step == "utgave"
    talk.press("Tom liste")
    talk.press("Det stemmer")
    assert [one["kind"] for one in talk.turn["documents"]] == ["sjekkliste"]
    assert "Sjekkliste for tryggleikssamtalen" in talk.document("html").text


def test_a_good_guide_opens_the_youth_in_time_and_a_closed_one_does_not(course: httpx.Client):
    good, said = played(course, "god_guide")
    assert len(said) == len(set(said)) >= len(script("god_guide"))
    good.say("ferdig")
    assert "Balder åpnet seg" in good.said and good.turn["documents"][0]["kind"] == "ovelse"
    feedback = good.document("json").json()["feedback"]
    assert feedback["trust"]["opened_up"] and len(feedback["review"]["covered"]) >= 20
    assert good.document("html").text.count("<svg") == 2 and good.document("docx").status_code == 200
    closed, less = played(course, "lukket_guide")
    closed.press("Ferdig")
    assert "Balder åpnet seg:" not in closed.said
    assert sum(map(len, less)) / len(less) < sum(map(len, said)) / len(said)


def test_the_same_seed_gives_the_same_youth(course: httpx.Client):
    assert played(course, "lukket_guide")[1] == played(course, "lukket_guide")[1]


def test_the_same_question_gets_another_answer_in_another_state_of_trust(course: httpx.Client):
    question, talk = "Hvor kjennes det utrygt?", begun(course)
    talk.say(question)
    cold = talk.turn["messages"][0]["text"]
    talk, _ = played(course, "god_guide")
    talk.say(question)
    assert talk.turn["messages"][0]["text"] != cold


@pytest.mark.parametrize("text", ["Slår han deg akkurat nå?", "vet du hva taushetsplikt er?", "Har du tenkt på å dø?"])
def test_talk_with_the_youth_sets_off_no_card_and_no_answer_of_the_program(client: httpx.Client, text: str):
    talk = begun(client)
    talk.say(text)
    assert talk.turn["understood"]["kind"] == "answer" and talk.turn["understood"]["name"] == "replikk"
    assert talk.said.startswith("Balder: ") and "112" in talk.said.splitlines()[-1]


def test_for_real_is_answered_with_the_emergency_card_and_the_rehearsal_waits(client: httpx.Client):
    talk = begun(client)
    talk.say("Hei Balder.")
    talk.say("Stopp, dette er ekte. Han slår henne nå")
    assert talk.turn["understood"] == {"kind": "acute", "name": "akutt", "confidence": 1.0}
    assert "113" in talk.said and talk.step == "replikk"
    talk.press("Drøfte saken")
    assert talk.turn["progress"]["flow"] == "drofting"


def test_hint_trying_again_and_leaving(client: httpx.Client):
    talk = begun(client, remarks="Ja")
    talk.press("Hint")
    assert talk.said.startswith("Hint: ")
    talk.say("Hvorfor gikk du ikke bare hjem?")
    assert "Kort tilbakemelding: " in talk.said
    talk.press("Prøv igjen herfra")
    assert "tilbake til før du sa det" in talk.said
    talk.say("avbryt")
    assert "Vil du avslutte?" in talk.said
    talk.say("ja")
    assert talk.turn["progress"] is None


def test_a_pause_brings_the_rehearsal_back_and_earlier_ones_show_the_progress(client: httpx.Client):
    talk = begun(client, locale="nn", remarks="Nei")
    talk.say("Hei, så fint at du kom.")
    last = talk.turn["messages"][0]["text"]
    talk = Talk(client, code=talk.say("pause")["receipt"], locale="nn")
    assert talk.step == "replikk" and last in talk.said
    talk.press("Ferdig")
    assert "<svg" in talk.document("html").text
    talk = Talk(client, code=talk.press("Ja, lagre")["receipt"])
    assert talk.turn["documents"][0]["kind"] == "ovelse"
    talk.press("Forberede eller øve")
    talk.press("Øve")
    for title in ("Embla", "Lett", "Nei"):
        talk.press(title)
    talk.say("Hva tenker du om å fortelle?")
    talk.say("ferdig")
    assert "Siden den første øvingen" in talk.said and talk.document("html").text.count("<svg") == 3


def test_a_name_hidden_afterwards_is_hidden_in_the_feedback_too(client: httpx.Client):
    talk = begun(client)
    talk.say("Hvordan har du det med Fjellvåk etterpå?")
    talk.say("skjul også Fjellvåk")
    talk.say("ferdig")
    assert "Fjellvåk" not in talk.document("html").text + talk.said


def test_the_fictitious_name_stays_while_they_talk_and_is_masked_elsewhere(client: httpx.Client):
    talk = begun(client)
    talk.say("Hei Balder, så bra at du kom. Kari Nordmann kunne ikke.")
    assert talk.turn["masked"] == "Hei Balder, så bra at du kom. [person 1] kunne ikke."
    talk.say("ferdig")
    talk.press("Nei")
    talk.say("Balder i klassen min er så stille")
    assert "Balder" not in talk.turn["masked"]


def test_every_turn_of_a_rehearsal_is_as_described(client: httpx.Client):
    description, talk = Description(client), begun(client)
    description.check(talk.response)
    for text in ("Hei.", "hint", "prøv igjen", "Hvordan går det?", "dette er ekte", "ferdig"):
        description.check(talk.send({"text": text}))


def test_every_turn_of_a_talk_walked_through_is_as_described(servers: Servers):
    with servers.client() as client:
        description = Description(client)

        def check(response: httpx.Response) -> None:
            response.read()
            description.check(response)

        client.event_hooks = {"response": [check]}
        walked_through(Talk(client)).press("Det stemmer")
