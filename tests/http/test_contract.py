"""The HTTP API as the contract has it: every call, status, header and field."""

from __future__ import annotations

import base64
import re
from datetime import datetime, timedelta, timezone

import httpx
import pytest
from jsonschema import Draft202012Validator

from rasa_plugins.api_models import openapi
from tests.http.checks import Description, assert_problem
from tests.servers import Servers
from tests.talk import Talk, teacher_case

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ALWAYS = {"messages", "understood", "progress", "input", "masked"}


@pytest.fixture
def description(client: httpx.Client) -> Description:
    return Description(client)


def finished(client: httpx.Client) -> Talk:
    """A dialogue whose document is offered and whose keeping is asked about."""
    talk = teacher_case(Talk(client))
    talk.press("Det stemmer")
    return talk


def test_a_session_starts_with_a_token_an_end_and_a_greeting(client: httpx.Client, description: Description):
    before = datetime.now(timezone.utc)
    response = client.post("/api/sessions")
    assert response.status_code == 201
    description.check(response)
    started = response.json()
    assert len(base64.urlsafe_b64decode(started["token"] + "=")) >= 16
    left = datetime.fromisoformat(started["expires_at"]) - before
    assert timedelta(minutes=59) < left < timedelta(minutes=61)
    assert set(started["turn"]) == ALWAYS
    assert started["turn"]["understood"] == {"kind": "control", "name": "hilsen", "confidence": 1.0}


def test_no_two_sessions_share_a_token(client: httpx.Client):
    assert len({client.post("/api/sessions").json()["token"] for _ in range(20)}) == 20


def test_a_session_speaks_the_language_it_was_started_in(client: httpx.Client):
    talks = {locale: Talk(client, locale) for locale in ("nb", "nn")}
    assert "Hva vil du gjøre?" in talks["nb"].said and "Kva vil du gjere?" in talks["nn"].said
    assert Talk(client).said == talks["nb"].said


def test_every_answer_of_a_whole_dialogue_is_as_described(client: httpx.Client, description: Description):
    talk = Talk(client)
    description.check(talk.response)
    for message in (
        {"text": "hei"}, {"text": "Hva er avvergingsplikt? Ring meg på 913 22 456"}, {"payload": "/plikt"},
        {"text": "det pågår"}, {"text": "han slår henne akkurat nå, hun blør"}, {"text": "vet ikke"},
        {"text": "qwrt zxcv"}, {"payload": "/finnes_ikke"}, {"text": "hvorfor spør du om det?"}, {"text": "tilbake"},
    ):
        description.check(talk.send(message))
    for response in (
        client.get("/api/messages", headers=talk.headers),
        client.patch("/api/sessions", json={"locale": "nn"}, headers=talk.headers),
        client.patch("/api/sessions", json={"locale": "en"}, headers=talk.headers),
        client.get("/healthz"), client.get("/readyz"), client.get("/api/openapi.json"),
        client.delete("/api/sessions", headers=talk.headers), client.delete("/api/sessions", headers=talk.headers),
    ):
        description.check(response)
    talk = finished(client)
    for kind in ("docx", "json", "html", "pdf"):
        description.check(talk.document(kind), "/api/documents/{name}")
    code = talk.press("Ja, lagre")["receipt"]
    description.check(talk.response)
    for resumed in (code, "AAAA-AAAA-AAAA-AAAA", "hei"):
        description.check(client.post("/api/sessions/resume", json={"code": resumed}))


def test_the_description_is_one_of_itself_and_its_schemas_are_schemas(client: httpx.Client, description: Description):
    content = description.content
    assert content["openapi"].startswith("3.1") and content["info"]["title"] and content["info"]["version"]
    assert content == openapi()
    for schema in content["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    assert set(_references(content)) <= {f"#/components/schemas/{name}" for name in content["components"]["schemas"]}
    for path, calls in content["paths"].items():
        for method, call in calls.items():
            response = client.request(method, path)
            assert response.status_code not in (404, 405), f"{method} {path} is described and not there"
            assert (response.status_code == 401) == ("security" in call and method not in ("post", "patch"))


def _references(node):
    if isinstance(node, dict):
        yield from ([node["$ref"]] if "$ref" in node else [])
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _references(each)


def test_a_dialogue_shows_progress_choices_and_what_was_understood(client: httpx.Client):
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    assert talk.turn["understood"] == {"kind": "flow", "name": "plikt", "confidence": 1.0}
    progress, asked = talk.turn["progress"], talk.turn["input"]
    assert progress["flow"] == "plikt" and 1 <= progress["index"] <= progress["count"]
    assert asked["kind"] in ("choice", "choices") and asked["max_length"] == 4000 and len(asked["options"]) > 1
    step = talk.step
    talk.press("Det pågår")
    assert talk.turn["understood"] == {"kind": "answer", "name": step, "confidence": 1.0}


def test_typed_text_is_accepted_beside_the_choices(client: httpx.Client):
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    first = talk.step
    talk.say("det pågår nå")
    assert talk.step != first


def test_what_is_masked_is_shown_as_it_is_kept_and_only_then(client: httpx.Client):
    talk = Talk(client)
    assert talk.say("Hva er taushetsplikt?")["masked"] is None
    masked = talk.say("Hva er taushetsplikt? Jeg har nummer 913 22 456")["masked"]
    assert masked == "Hva er taushetsplikt? Jeg har nummer [telefonnummer]"


def test_a_page_that_is_loaded_again_gets_the_turns_it_had(client: httpx.Client):
    talk = Talk(client)
    turns = [talk.turn, talk.say("hei"), talk.press("Må jeg melde fra?")]
    assert client.get("/api/messages", headers=talk.headers).json() == {"turns": turns}


def test_no_more_than_the_last_twenty_turns_come_back(client: httpx.Client):
    talk = Talk(client)
    for _ in range(22):
        talk.say("hei")
    assert len(client.get("/api/messages", headers=talk.headers).json()["turns"]) == 20


def test_the_other_language_holds_from_the_last_turn_on_also_after_a_reload(client: httpx.Client):
    talk = Talk(client)
    bokmal = talk.press("Må jeg melde fra?")
    turn = client.patch("/api/sessions", json={"locale": "nn"}, headers=talk.headers).json()
    assert turn != bokmal and turn["input"]["options"][0]["payload"] == bokmal["input"]["options"][0]["payload"]
    assert client.get("/api/messages", headers=talk.headers).json()["turns"][-1] == turn
    assert client.patch("/api/sessions", json={"locale": "nb"}, headers=talk.headers).json() == bokmal


def test_the_language_follows_clear_nynorsk_until_one_is_chosen(client: httpx.Client):
    opened = client.post("/api/sessions").json()
    headers = {"Authorization": f"Bearer {opened['token']}"}

    def say(text: str) -> httpx.Response:
        return client.post("/api/messages", json={"text": text}, headers=headers)

    assert say("hei").headers["Content-Language"] == "nb"
    followed = say("Eg veit ikkje kva eg skal gjere")
    assert followed.headers["Content-Language"] == "nn"
    assert client.get("/api/messages", headers=headers).json()["turns"][-1] == followed.json()
    client.patch("/api/sessions", json={"locale": "nb"}, headers=headers)
    assert say("Eg veit ikkje kva eg skal gjere").headers["Content-Language"] == "nb"


def test_a_language_that_was_asked_for_at_the_start_stays(client: httpx.Client):
    talk = Talk(client, "nb")
    talk.say("Eg veit ikkje kva eg skal gjere")
    assert talk.response.headers["Content-Language"] == "nb"


def test_a_document_comes_in_three_formats_with_a_name(client: httpx.Client):
    talk = finished(client)
    assert talk.turn["documents"][0]["formats"] == ["docx", "json", "html"]
    for kind, media_type in (("docx", DOCX), ("json", "application/json"), ("html", "text/html; charset=utf-8")):
        response = talk.document(kind)
        assert response.status_code == 200 and response.headers["content-type"] == media_type
        assert re.fullmatch(rf'attachment; filename="[a-z]+\.{kind}"', response.headers["content-disposition"])


def test_a_document_is_for_its_own_session_alone(client: httpx.Client):
    talk, other = finished(client), Talk(client)
    name = talk.turn["documents"][0]["id"]
    assert_problem(client.get(f"/api/documents/{name}.docx", headers=other.headers), 404)
    assert_problem(client.get(f"/api/documents/{name}.docx"), 401)
    for wrong in (f"{name}.pdf", name, f"{name[:-1]}.docx", ".docx", f"{name}.docx.docx"):
        assert_problem(client.get(f"/api/documents/{wrong}", headers=talk.headers), 404)


def test_the_same_key_gets_the_same_answer_and_acts_once(client: httpx.Client):
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    payload = {"payload": talk.turn["input"]["options"][0]["payload"]}
    first = talk.send(payload, **{"Idempotency-Key": "k-1"})
    again = talk.send(payload, **{"Idempotency-Key": "k-1"})
    assert again.json() == first.json()
    turns = client.get("/api/messages", headers=talk.headers).json()["turns"]
    assert len(turns) == 3
    assert talk.send({"text": "tilbake"}, **{"Idempotency-Key": "k-2"}).json() != first.json()
    assert talk.send(payload, **{"Idempotency-Key": "k-1"}).json() == first.json()


def test_another_sessions_key_means_nothing(client: httpx.Client):
    talk, other = Talk(client), Talk(client)
    talk.send({"text": "Hva er taushetsplikt?"}, **{"Idempotency-Key": "same"})
    other.send({"payload": "/plikt"}, **{"Idempotency-Key": "same"})
    assert other.step and talk.turn["understood"]["name"] == "taushetsplikt"


def test_the_receipt_is_shown_once_and_again_only_to_the_same_request(client: httpx.Client):
    talk = finished(client)
    payload = next(one["payload"] for one in talk.offers if one["title"].startswith("Ja, lagre"))
    receipt = talk.send({"payload": payload}, **{"Idempotency-Key": "save"}).json()["receipt"]
    assert talk.send({"payload": payload}, **{"Idempotency-Key": "save"}).json()["receipt"] == receipt
    assert receipt not in client.get("/api/messages", headers=talk.headers).text
    assert receipt not in client.patch("/api/sessions", json={"locale": "nn"}, headers=talk.headers).text


def test_health_and_readiness_need_no_token(client: httpx.Client):
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {
        "status": "ok", "modell": True, "handlingstjener": True, "database": True,
    }


def test_the_page_with_the_widget_is_served(client: httpx.Client):
    page = client.get("/")
    assert page.status_code == 200 and page.headers["content-type"].startswith("text/html")
    assert "<trygg-samtale" in page.text


def test_the_token_stands_in_no_log(client: httpx.Client, servers: Servers):
    talk = Talk(client)
    talk.say("hei")
    assert_problem(client.get(f"/api/messages?token={talk.token}"), 401)
    assert_problem(client.get("/nowhere", headers=talk.headers), 404)
    assert talk.token not in servers.log()
