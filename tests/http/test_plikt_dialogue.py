"""Whole plikt dialogues over HTTP; they read as a play."""

from __future__ import annotations

import io

import docx
import httpx
import pytest

from tests.talk import Talk, teacher_case


def test_a_teacher_leaves_with_both_duties_a_document_and_a_code_that_works_once_more(client: httpx.Client):
    talk = teacher_case(Talk(client))
    assert talk.step == "oppsummering"
    assert [line["label"] for line in talk.turn["summary"]][:2] == ["Når", "Rolle"]

    talk.press("Det stemmer")
    assert "Melde til barnevernet: sannsynligvis plikt" in talk.said
    assert "Avverge (prøve å stoppe det): sannsynligvis plikt" in talk.said
    assert "straffeloven § 196" in {source["ref"] for message in talk.turn["messages"] for source in message["sources"]}
    document = docx.Document(io.BytesIO(talk.document("docx").content))
    assert "barnevernet" in "\n".join(paragraph.text for paragraph in document.paragraphs)

    code = talk.press("Ja, lagre")["receipt"]
    assert talk.turn["progress"] is None
    again = Talk(client, code=code)
    assert again.turn["documents"][0]["kind"] == "pliktvurdering"
    assert again.document("html").status_code == 200
    again.press("Slett det jeg lagret")
    assert Talk(client, code=code).response.status_code == 404


def test_a_no_keeps_nothing_and_the_document_can_still_be_fetched(client: httpx.Client):
    talk = teacher_case(Talk(client))
    talk.press("Det stemmer")
    document = talk.turn["documents"][0]["id"]
    talk.press("Nei, ikke lagre")
    assert "receipt" not in talk.turn
    assert client.get(f"/api/documents/{document}.json", headers=talk.headers).json()["kind"] == "pliktvurdering"


def test_a_changed_answer_changes_the_assessment_and_keeps_the_rest(client: httpx.Client):
    talk = teacher_case(Talk(client))
    talk.change("Rolle")
    assert talk.step == "rolle"
    talk.press("Frivillig")
    assert talk.step == "oppsummering"
    talk.press("Det stemmer")
    assert "Melde til barnevernet: neppe plikt" in talk.said
    talk.say("endre rolle")
    assert talk.step == "rolle"


def test_a_case_told_in_own_words_is_shown_with_its_words_and_confirmed(client: httpx.Client):
    talk = Talk(client)
    talk.say("Må jeg melde fra? Jeg er lærer, og en elev på 8 år sier at faren slår ham hver uke.")
    assert talk.step == "forslag"
    assert "«Jeg er lærer»" in talk.said
    talk.press("Ja, det stemmer")
    assert talk.step not in ("rolle", "utsatt", "handling")


@pytest.mark.parametrize("text", ["jeg er 13 år og pappa slår mamma når han drikker. må jeg melde fra?"])
def test_a_child_is_led_to_support_and_never_told_that_it_must_report(client: httpx.Client, text: str):
    talk = Talk(client)
    talk.say(text)
    assert "116 111" in talk.said
    assert "plikt" not in talk.said.lower()
    assert talk.turn["progress"] is None


def test_a_pause_brings_the_dialogue_back_where_it_was(client: httpx.Client):
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    talk.press("Det pågår")
    talk.press("Skole")
    code = talk.say("jeg vil ta en pause og fortsette senere")["receipt"]
    back = Talk(client, code=code)
    assert back.step == "utsatt"


def test_the_last_turn_is_shown_again_in_the_other_language(client: httpx.Client):
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    turn = client.patch("/api/sessions", json={"locale": "nn"}, headers=talk.headers).json()
    assert "fortelje" in turn["messages"][0]["text"]
    assert "Kvar fekk du vite" in talk.press("Det pågår")["messages"][-1]["text"]


def test_what_was_told_before_is_proposed_when_the_offer_is_accepted(client: httpx.Client):
    talk = Talk(client)
    talk.say("jeg jobber på sykehjem")
    talk.say("datteren tar penger fra en gammel dame med demens")
    talk.say("ja")
    assert talk.step == "forslag"
    assert {"Rolle", "Hvem det gjelder"} <= {line["label"] for line in talk.turn["summary"]}


def test_a_worry_that_asks_whether_to_report_goes_straight_to_the_questions(client: httpx.Client):
    talk = Talk(client)
    talk.say("eg er usikker på om eg må seie ifrå om noko eg har sett på jobb")
    assert talk.turn["progress"]["flow"] == "plikt"


def test_danger_in_the_middle_shows_the_emergency_card_once_and_loses_nothing(client: httpx.Client):
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    talk.press("Det er fare nå")
    assert talk.turn["understood"] == {"kind": "acute", "name": "akutt", "confidence": 1.0}
    assert "112" in talk.turn["messages"][0]["text"]
    assert talk.step == "rolle"
    talk.press("Skole")
    assert talk.turn["understood"]["kind"] == "answer"
