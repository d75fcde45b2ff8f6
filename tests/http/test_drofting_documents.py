"""The documents of a discussion over HTTP: all in one and singly, again with the code, and nothing that identifies."""

from __future__ import annotations

import io

import docx
import httpx
import pytest

from tests.talk import Talk

KINDS = ["drofting", "sakssammendrag", "samradsmote", "trygghetsplan"]
IDENTIFIERS = {
    "fødselsnummer": "17058012345", "telefon": "912 34 567", "e-post": "kari.hansen@example.no", "navn": "Kari Hansen",
    "adresse": "Bjørkelia 214",
}


def siblings(talk: Talk) -> Talk:
    """Siblings, red light, child welfare in the case, and a story with all that must not stand anywhere."""
    for title in ("Drøfte en sak", "Nei", "Barnehage", "Barn på begge sider", "0–5", "6–12"):
        talk.press(title)
    talk.choose("Jeg har sett", "Den det gjelder")
    talk.say(
        f"{IDENTIFIERS['navn']} (født {IDENTIFIERS['fødselsnummer']}) i {IDENTIFIERS['adresse']} sa at storebroren "
        f"gjør noe ekkelt om kvelden. Mor har tlf. {IDENTIFIERS['telefon']} og {IDENTIFIERS['e-post']}."
    )
    talk.press("Ja, behold")
    for title in ("Rødt", "De er søsken", "Vet ikke", "Det pågår", "Nei"):
        talk.press(title)
    talk.choose("Barnevern", "Barnehage")
    talk.press("Nei")
    talk.press("Ingenting")
    talk.choose("Samrådsmøte", "Trygghetsplan")
    talk.press("Det stemmer")
    return talk


@pytest.fixture(scope="module")
def told(servers) -> Talk:
    with servers.client() as client:
        yield siblings(Talk(client))


def fetched(talk: Talk, document: dict, kind: str) -> httpx.Response:
    return talk.client.get(f"/api/documents/{document['id']}.{kind}", headers=talk.headers)


def test_four_documents_are_offered_all_in_one_first(told: Talk):
    assert [document["kind"] for document in told.turn["documents"]] == KINDS
    assert all(document["formats"] == ["docx", "json", "html"] for document in told.turn["documents"])


def test_each_can_be_fetched_in_each_format_and_names_no_one(told: Talk):
    for document in told.turn["documents"]:
        word = docx.Document(io.BytesIO(fetched(told, document, "docx").content)).element.body.xml
        texts = [word, *(fetched(told, document, kind).text for kind in ("json", "html"))]
        found = {name for name, one in IDENTIFIERS.items() for text in texts if one in text}
        assert found == set(), document["kind"]


def test_what_was_told_stands_masked_in_the_summary(told: Talk):
    summary = told.turn["documents"][1]
    assert "storebroren gjør" in fetched(told, summary, "html").text
    assert fetched(told, summary, "json").json()["kind"] == "sakssammendrag"


def test_the_code_brings_all_four_back_in_a_new_browser_and_deletes_them(told: Talk):
    code = told.press("Ja, lagre")["receipt"]
    again = Talk(told.client, code=code)
    assert [document["kind"] for document in again.turn["documents"]] == KINDS
    assert all(fetched(again, document, "docx").status_code == 200 for document in again.turn["documents"])
    again.press("Slett det jeg lagret")
    assert Talk(told.client, code=code).response.status_code == 404
