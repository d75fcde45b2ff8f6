"""Refusing, denying, not knowing: none of it is taken for an answer that was not given."""

from __future__ import annotations

import httpx
import pytest

from tests.talk import Talk


@pytest.mark.parametrize("text", ["vet ikke", "det vil jeg ikke svare på", "hopp over dette spørsmålet"])
def test_den_som_ikke_vil_svare_kommer_videre(talk: Talk, text: str):
    assert talk.say(text)["progress"]["step"] == "hendelse"


@pytest.mark.parametrize("text", ["han slår henne ikke", "det er ikke vold", "ingen har slått noen"])
def test_det_som_nektes_blir_ikke_foreslatt(client: httpx.Client, text: str):
    talk = Talk(client)
    talk.press("Drøfte en sak")
    talk.say(text)
    assert "Fysisk vold" not in talk.said


def test_nei_til_det_som_ble_lest_forer_til_sporsmalene(client: httpx.Client):
    talk = Talk(client)
    talk.press("Drøfte en sak")
    talk.say("jeg er lærer og bekymret for en elev som er blitt så stille")
    talk.press("Nei, spør meg heller")
    assert talk.step == "akutt"
    talk.press("Nei")
    assert talk.step == "rolle"


def test_tre_ganger_uforstatt_gir_en_vei_ut(talk: Talk):
    talk.say("blåbærsyltetøy")
    assert (talk.turn["understood"]["kind"], talk.turn["understood"]["name"]) == ("unknown", "utenfor")
    talk.say("gurglekanne")
    assert "Du kan svare med et tall" in talk.said
    talk.say("tramp tramp")
    assert {"Ta en pause", "Avslutt"} <= {one["title"] for one in talk.offers}
    talk.say("1 og 4")
    assert talk.step == "hendelse"
