"""Several answers in one message, and messages that are empty, short or very long."""

from __future__ import annotations

import httpx
import pytest

from tests.talk import Talk


def test_hun_er_7_og_gar_i_barnehage_svarer_pa_to_sporsmal(client: httpx.Client):
    talk = Talk(client)
    for title in ("Drøfte en sak", "Nei", "Privat"):
        talk.press(title)
    talk.say("hun er 7 og går i barnehage")
    assert talk.step == "forslag" and "6–12 år" in talk.said
    talk.press("Ja, det stemmer")
    assert talk.step == "bekymring"


@pytest.mark.parametrize(("text", "settled"), [
    ("Jeg jobber i barnehage, og ei jente på 4 år har fortalt meg at pappa slår henne", {"rolle", "aldersgruppe"}),
    ("eg er heimesjukepleiar og sonen tek pengar frå ei gammal dame med demens", {"rolle", "gjelder", "bekymring"}),
    ("æ e lærar å ei jenta i klassen e blitt så stille, ho gruer sæ te å gå heim", {"rolle", "gjelder", "kilde"}),
    ("To barn på avdelingen har kledd av hverandre, jeg jobber i barnehage", {"rolle", "gjelder"}),
])
def test_det_som_er_fortalt_blir_ikke_spurt_om_igjen(client: httpx.Client, text: str, settled: set[str]):
    talk = Talk(client)
    talk.press("Drøfte en sak")
    talk.say(text)
    assert settled <= {line["step"] for line in talk.turn["summary"]}
    talk.press("Ja, det stemmer")
    asked = set()
    while talk.step not in ("utkast", "hendelse", "oppsummering"):
        asked.add(talk.step)
        talk.press("Vet ikke")
    assert not asked & settled


def test_flere_valg_skrives_i_en_melding(talk: Talk):
    talk.say("sett det selv, tegn og dokumentert")
    assert talk.step == "hendelse"


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_en_tom_melding_endrer_ingenting(talk: Talk, text: str):
    assert talk.send({"text": text}).status_code == 422
    assert talk.send({"text": "tegn"}).status_code == 200 and talk.step == "hendelse"


def test_en_svaert_lang_fortelling_vises_og_beholdes_hel(talk: Talk):
    told = "Han er blitt stille i timene og vil ikke fortelle hvorfor. " * 60
    talk.choose("Tegn")
    talk.say(told)
    assert talk.step == "utkast"
    talk.press("Ja, behold")
    assert talk.step in ("tid", "forslag")


def test_en_melding_over_grensen_avvises_uten_at_noe_gar_tapt(talk: Talk):
    assert talk.send({"text": "a" * 4001}).status_code == 413
    talk.choose("Tegn")
    assert talk.step == "hendelse"
