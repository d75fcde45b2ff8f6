"""Questions on the side: answered, and then the same question once, however many they are."""

from __future__ import annotations

import pytest

from tests.talk import Talk

TOPICS = (
    "hva er taushetsplikt?", "hva er et samrådsmøte?", "hva er TryggEst?", "hvordan får jeg tolk?",
    "hva er avvergingsplikten?", "hva er trafikklyset?",
)


@pytest.mark.parametrize("number", [1, 3, 6])
def test_sporsmal_ved_siden_av_besvares_og_samme_sporsmal_kommer_en_gang(talk: Talk, number: int):
    question = talk.turn["messages"][-1]["text"]
    for topic in TOPICS[:number]:
        talk.say(topic)
        assert talk.turn["understood"]["kind"] == "topic"
        assert [message["text"] for message in talk.turn["messages"]].count(question) == 1
    assert talk.step == "kilde"
    talk.choose("Tegn")
    assert talk.step == "hendelse"


def test_les_mer_midt_i_saken_forer_tilbake_til_den(talk: Talk):
    talk.say("hva er et konsultasjonsteam?")
    talk.press("Les mer")
    assert talk.step == "kilde"


def test_ma_jeg_melde_midt_i_tar_saken_med_over(talk: Talk):
    talk.say("må jeg melde fra om dette?")
    assert talk.step == "kilde" and "tar jeg med" in talk.said
    talk.press("Må jeg melde fra?")
    assert talk.turn["progress"]["flow"] == "plikt" and talk.step == "forslag"
    labels = {line["label"] for line in talk.turn["summary"]}
    assert {"Rolle", "Hvem det gjelder", "Hva som skjer"} <= labels
    talk.press("Ja, det stemmer")
    assert talk.step not in ("rolle", "utsatt", "handling")


def test_en_drofting_som_ender_i_ma_jeg_melde_starter_med_det_som_er_kjent(summary: Talk):
    summary.press("Det stemmer")
    summary.press("Nei, ikke lagre")
    summary.press("Må jeg melde fra?")
    assert summary.step == "forslag" and "fra det du har fortalt før" in summary.said
    summary.press("Ja, det stemmer")
    assert summary.step not in ("rolle", "utsatt", "handling", "sikkerhet")


def test_en_lagret_drofting_kan_hentes_og_slettes_med_koden(summary: Talk):
    summary.press("Det stemmer")
    code = summary.press("Ja, lagre")["receipt"]
    back = Talk(summary.client, code=code)
    assert [one["kind"] for one in back.turn["documents"]][0] == "drofting"
    back.press("Slett det jeg lagret")
    assert Talk(summary.client, code=code).response.status_code == 404
