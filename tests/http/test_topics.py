"""Topics over HTTP: the part that was asked for, alone and in the middle of a dialogue, in both languages."""

from __future__ import annotations

import httpx
import pytest

from tests.talk import Talk

ASKED = [
    ("nb", "Hvor ofte evalueres trygghetsplanen?", "trygghetsplan", "hver sjette uke"),
    ("nn", "Kor ofte må me evaluere tryggleiksplanen?", "trygghetsplan", "kvar sjette veke"),
    ("nb", "Hvem er med i TryggEst-teamet?", "tryggest", "fire fagledere"),
    ("nb", "Må senteret føre journal?", "dokumentasjon", "ikke lovpålagt journalplikt"),
    ("nn", "Kan barnet tolke for mora?", "tolk", "ikkje bruke barn"),
]


@pytest.mark.parametrize(("locale", "text", "name", "told"), ASKED)
def test_a_question_about_a_topic_gets_its_part(client: httpx.Client, locale: str, text: str, name: str, told: str):
    talk = Talk(client, locale)
    talk.say(text)
    assert (talk.turn["understood"]["kind"], talk.turn["understood"]["name"]) == ("topic", name)
    assert told in talk.said.replace("\n", " ")
    assert talk.turn["messages"][0]["sources"]


@pytest.mark.parametrize(("locale", "text", "name", "told"), ASKED)
def test_beside_a_question_of_a_dialogue_it_is_the_same_part(
    client: httpx.Client, locale: str, text: str, name: str, told: str
):
    talk = Talk(client, locale)
    talk.press("Må jeg melde fra?" if locale == "nb" else "Må eg melde frå?")
    step = talk.step
    talk.say(text)
    assert talk.turn["understood"]["name"] == name and told in talk.said.replace("\n", " ")
    assert talk.step == step


@pytest.mark.parametrize("inside", [False, True])
def test_the_other_parts_of_the_topic_can_be_pressed_and_the_dialogue_goes_on(client: httpx.Client, inside: bool):
    talk = Talk(client)
    if inside:
        talk.press("Må jeg melde fra?")
    step = talk.step
    talk.say("Hva er TryggEst?")
    talk.press("Kan jeg drøfte uten navn?")
    assert "uten å si hvem den gjelder" in talk.said.replace("\n", " ")
    assert (talk.turn["understood"]["kind"], talk.turn["understood"]["name"]) == ("topic", "tryggest")
    talk.press("Hva om den utsatte ikke vil?")
    assert "Prøv først å få et ja" in talk.said
    assert talk.step == step


def test_the_rest_of_a_topic_stands_behind_read_more(client: httpx.Client):
    talk = Talk(client, "nn")
    talk.say("Kva er ein tryggleiksplan?")
    assert talk.press("Les meir")["understood"]["name"] == "trygghetsplan"
    assert "Tiltaka er mest for den som har skadd andre" in talk.said
