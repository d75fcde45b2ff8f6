"""The short dialogues beside the three over HTTP: Trafikklyset, alone and in the middle of a case, and the plan."""

from __future__ import annotations

import io

import docx
import httpx
import pytest

from tests.talk import Talk

TOPICS = [("hva er trafikklyset?", "trafikklyset", "Gå gjennom"), ("har kommunen en handlingsplan mot overgrep?",
          "handlingsplan", "Sjekk planen")]
IDENTIFIERS = ("17058012345", "912 34 567", "kari.nordmann@example.no")


def begun(client: httpx.Client, question: str, title: str) -> Talk:
    talk = Talk(client)
    talk.say(question)
    talk.press(title)
    return talk


@pytest.mark.parametrize(("question", "topic", "title"), TOPICS)
def test_a_question_about_the_topic_invites_and_the_dialogue_counts_as_the_topic(client, question, topic, title):
    talk = Talk(client)
    talk.say(question)
    assert (talk.turn["understood"]["kind"], talk.turn["understood"]["name"]) == ("topic", topic)
    talk.press(title)
    assert (talk.turn["understood"]["kind"], talk.turn["understood"]["name"]) == ("topic", topic)
    assert talk.turn["progress"]["index"] == 1


# --- Trafikklyset ----------------------------------------------------------------------------------------------------


def test_three_answers_pressed_and_typed_come_to_red_with_what_adults_do(client: httpx.Client):
    talk = begun(client, "hva er trafikklyset?", "Gå gjennom")
    assert talk.step == "samspill"
    talk.choose("Begge ville", "Én er eldre")
    assert talk.step == "atferd"
    talk.say("2 og 5")
    assert talk.step == "voksne"
    talk.say("de slutter lett")
    assert talk.step == "oppsummering"
    talk.press("Det stemmer")
    assert "rødt lys" in talk.said and "Det holdes skjult" in talk.said
    assert "112" in talk.said and "trygghetsplan" in talk.said
    refs = {source["ref"] for message in talk.turn["messages"] for source in message["sources"]}
    assert {"seksuellatferd.no (RVTS)", "Ressursenhet V27, juni 2025 (000)"} <= refs
    assert talk.turn["progress"] is None and "documents" not in talk.turn
    talk.press("Drøfte en sak")
    assert talk.turn["progress"]["flow"] == "drofting"


def test_it_can_be_gone_through_again_with_other_answers(client: httpx.Client):
    talk = begun(client, "hva er trafikklyset?", "Gå gjennom")
    for _ in range(3):
        talk.say("vet ikke")
    talk.press("Det stemmer")
    assert "ikke nok til å velge en farge" in talk.said
    talk.say("trafikklyset")
    talk.press("Gå gjennom")
    assert talk.step == "samspill"


def in_the_middle(client: httpx.Client) -> Talk:
    talk = Talk(client)
    for title in ("Drøfte en sak", "Nei", "Skole", "Barn på begge sider", "6–12", "6–12", "Jeg har sett"):
        talk.press(title)
    talk.say("vet ikke")
    assert talk.step == "trafikklys"
    return talk


def test_who_is_unsure_of_the_colour_in_a_discussion_finds_it_and_comes_back_with_it(client: httpx.Client):
    talk = in_the_middle(client)
    talk.press("Gå gjennom trafikklyset")
    assert talk.step == "samspill"
    talk.press("Det var tvang")
    talk.press("Nysgjerrig")
    talk.press("De slutter lett")
    talk.press("Det stemmer")
    assert "rødt lys" in talk.said and "tilbake til det du holdt på med" in talk.said
    assert (talk.turn["progress"]["flow"], talk.step) == ("drofting", "relasjon")


def test_who_finds_no_colour_or_leaves_is_asked_again_in_the_discussion(client: httpx.Client):
    talk = in_the_middle(client)
    talk.press("Gå gjennom trafikklyset")
    for _ in range(3):
        talk.say("vet ikke")
    talk.press("Det stemmer")
    assert (talk.turn["progress"]["flow"], talk.step) == ("drofting", "trafikklys")
    talk.press("Gå gjennom trafikklyset")
    talk.say("avbryt")
    talk.say("ja")
    assert (talk.turn["progress"]["flow"], talk.step) == ("drofting", "trafikklys")


def test_danger_in_the_middle_shows_the_emergency_card_and_loses_nothing(client: httpx.Client):
    talk = begun(client, "hva er trafikklyset?", "Gå gjennom")
    talk.press("Det var tvang")
    talk.say("han slår henne akkurat nå, det er fare for livet hennes")
    assert talk.turn["understood"]["kind"] == "acute" and "112" in talk.said
    assert talk.step == "atferd"


# --- the plan --------------------------------------------------------------------------------------------------------


def checked(talk: Talk) -> Talk:
    """A plan that exists and has two of the six, to the summary."""
    talk.press("Ja, jeg har funnet den")
    talk.press("Nei, også om annet")
    talk.say("ja")
    talk.say("1 og 4")
    talk.choose("Ordføreren", "Helsestasjonen")
    return talk


def test_a_plan_with_two_of_six_ends_in_a_letter_that_asks_for_the_rest(client: httpx.Client):
    talk = checked(begun(client, "har kommunen en handlingsplan mot overgrep?", "Sjekk planen"))
    assert talk.step == "oppsummering" and len(talk.turn["summary"]) == 5
    talk.press("Det stemmer")
    assert "kan bli bedre" in talk.said and "Innbyggerne får informasjon" in talk.said
    assert talk.turn["documents"][0]["kind"] == "handlingsplan_brev"
    assert len(talk.turn["documents"]) == 1
    text = [line.text for line in docx.Document(io.BytesIO(talk.document("docx").content)).paragraphs]
    assert "Jeg ønsker at planen" in text
    assert "Til: Ordføreren og politikerne, Helsestasjonen og skolehelsetjenesten" in text
    assert talk.document("json").json()["check"]["verdict"] == "mangler"
    assert talk.document("html").status_code == 200


def test_the_letter_is_kept_opened_with_its_code_and_deleted(client: httpx.Client):
    talk = checked(begun(client, "har kommunen en handlingsplan mot overgrep?", "Sjekk planen"))
    talk.press("Det stemmer")
    code = talk.press("Ja, lagre")["receipt"]
    again = Talk(client, code=code)
    assert again.turn["documents"][0]["kind"] == "handlingsplan_brev"
    assert again.document("docx").status_code == 200
    again.press("Slett det jeg lagret")
    assert Talk(client, code=code).response.status_code == 404


def test_a_changed_answer_leads_back_and_changes_the_letter(client: httpx.Client):
    talk = checked(begun(client, "har kommunen en handlingsplan mot overgrep?", "Sjekk planen"))
    talk.change("Planen")
    talk.press("Nei, jeg finner ingen")
    assert talk.step == "oppsummering" and len(talk.turn["summary"]) == 2
    talk.press("Det stemmer")
    assert "Du fant ingen plan" in talk.said


def test_a_pause_brings_the_check_back_where_it_was(client: httpx.Client):
    talk = begun(client, "har kommunen en handlingsplan mot overgrep?", "Sjekk planen")
    talk.press("Nei, jeg finner ingen")
    code = talk.say("jeg vil ta en pause og fortsette senere")["receipt"]
    assert Talk(client, code=code).step == "mottakere"


# --- nothing that identifies -----------------------------------------------------------------------------------------


def test_what_is_typed_beside_the_questions_is_in_no_document(client: httpx.Client):
    talk = begun(client, "har kommunen en handlingsplan mot overgrep?", "Sjekk planen")
    for identifier in IDENTIFIERS:
        talk.say(f"merk deg dette: {identifier}, det gjelder Ola Nordmann i Storgata 5")
    checked(talk)
    talk.press("Det stemmer")
    for kind in ("json", "html"):
        content = talk.document(kind).text
        assert not [one for one in (*IDENTIFIERS, "Nordmann", "Storgata") if one in content]
    with_cells = docx.Document(io.BytesIO(talk.document("docx").content)).element.body.xml
    assert not [one for one in (*IDENTIFIERS, "Nordmann", "Storgata") if one in with_cells]
