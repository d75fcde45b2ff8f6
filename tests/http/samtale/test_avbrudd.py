"""Leaving, pausing, waiting, having it said again: nothing is lost unless the user says so."""

from __future__ import annotations

import httpx
import pytest

from tests.talk import Talk


def test_avbryt_sporres_det_om_og_et_nei_gar_videre(talk: Talk):
    talk.say("avbryt")
    assert "avslutte" in talk.said
    talk.say("nei")
    assert talk.step == "kilde"


def test_et_ja_avslutter_og_menyen_star_der(talk: Talk):
    talk.say("avbryt")
    talk.press("Ja")
    assert talk.turn["progress"] is None and "Drøfte en sak" in [one["title"] for one in talk.offers]


def test_start_pa_nytt_glemmer_svarene(talk: Talk):
    talk.say("start på nytt")
    talk.press("Ja")
    talk.press("Drøfte en sak")
    assert talk.step == "akutt"


def test_en_pause_gir_en_kode_som_forer_tilbake_til_sporsmalet(talk: Talk, client: httpx.Client):
    code = talk.say("jeg vil ta en pause og fortsette senere")["receipt"]
    back = Talk(client, code=code)
    assert back.turn["progress"]["flow"] == "drofting" and back.step == "kilde"


@pytest.mark.parametrize("text", ["vent litt", "et øyeblikk", "ta den igjen", "kan du gjenta?"])
def test_vent_og_gjenta_lar_sporsmalet_sta(talk: Talk, text: str):
    question = talk.turn["messages"][-1]["text"]
    talk.say(text)
    assert talk.step == "kilde" and talk.turn["messages"][-1]["text"] == question


def test_hvorfor_gir_grunn_og_kilde_og_sporsmalet_igjen(talk: Talk):
    talk.press("Hvorfor spør du?")
    assert talk.turn["messages"][0]["sources"] and talk.step == "kilde"
    talk.say("hvorfor spør du om det?")
    assert talk.turn["messages"][0]["sources"] and talk.step == "kilde"
