"""Danger and support, told in the middle of things."""

from __future__ import annotations

import httpx
import pytest

from tests.talk import Talk

ACUTE = {"kind": "acute", "name": "akutt", "confidence": 1.0}
DANGER = "vi trenger politi her med en gang"
"""Says nothing that a step asks for, so that the question stays."""


def in_plikt(client: httpx.Client) -> Talk:
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    talk.press("Det pågår")
    return talk


def in_drofting(client: httpx.Client) -> Talk:
    talk = Talk(client)
    talk.press("Drøfte en sak")
    talk.press("Nei")
    return talk


def in_handover(client: httpx.Client) -> Talk:
    talk = in_plikt(client)
    while not talk.turn.get("documents"):
        talk.say("vet ikke" if talk.step != "oppsummering" else "ja")
    return talk


@pytest.mark.parametrize("begin", [in_plikt, in_drofting, in_handover])
def test_danger_in_the_middle_of_a_dialogue_gets_its_card_and_loses_nothing(client: httpx.Client, begin):
    talk = begin(client)
    asked = talk.turn["input"]
    talk.say(DANGER)
    assert talk.turn["understood"] == ACUTE
    assert talk.turn["messages"][0]["text"].startswith("Ring 112 nå")
    assert talk.turn["input"] == asked


def test_the_same_danger_twice_in_a_row_gets_one_line_the_second_time(client: httpx.Client):
    for talk in (Talk(client), in_plikt(client), in_drofting(client)):
        first = talk.say(DANGER)["messages"][0]["text"]
        again = talk.say(DANGER)
        assert again["understood"] == ACUTE
        assert again["messages"][0]["text"] != first and "112" in again["messages"][0]["text"]


def test_danger_that_starts_a_dialogue_shows_the_card_first(client: httpx.Client):
    talk = Talk(client)
    talk.say("må jeg melde fra, faren slår sønnen sin akkurat nå")
    assert talk.turn["understood"]["kind"] == "acute" and "112" in talk.turn["messages"][0]["text"]


@pytest.mark.parametrize(("text", "number"), [
    ("jeg er 13 og pappa slår meg", "116 111"), ("mannen min slår meg når han drikker", "116 006"),
    ("jeg er redd for at jeg kommer til å skade barnet mitt en dag", "116 117"),
])
def test_who_writes_of_themselves_meets_support_and_no_form(client: httpx.Client, text: str, number: str):
    talk = Talk(client)
    talk.say(text)
    assert number in talk.said and talk.turn["progress"] is None


def test_who_writes_of_themselves_in_the_middle_may_stop_or_go_on_with_all_answers(client: httpx.Client):
    talk = in_plikt(client)
    step = talk.step
    talk.say("mannen min slår meg når han drikker")
    assert "116 006" in talk.said
    assert [option["title"] for option in talk.turn["input"]["options"]] == ["Ja", "Nei, gå videre"]
    talk.press("Nei, gå videre")
    assert talk.step == step
