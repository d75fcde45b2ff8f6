"""Corrections, fourteen kinds: what is changed is changed, what still makes sense stays."""

from __future__ import annotations

from tests.http.samtale.conftest import values
from tests.talk import Talk


def test_1_ett_svar_rettes_med_ord_og_resten_star(talk: Talk):
    assert talk.say("endre rolle")["progress"]["step"] == "rolle"
    talk.press("Barnehage")
    assert talk.step == "kilde" and "«Barnehage»" in talk.said


def test_2_et_svar_som_forer_en_annen_vei_tar_bort_det_som_ikke_passer(talk: Talk):
    talk.say("endre hvem det gjelder")
    talk.press("En annen voksen")
    assert talk.step == "aldersgruppe" and "tok bort «Alder»" in talk.said


def test_3_det_samme_svaret_rettes_to_ganger(talk: Talk):
    for role in ("Barnehage", "Helse"):
        talk.say("endre rolle")
        talk.press(role)
    assert talk.step == "kilde" and "«Helse og omsorg»" in talk.said


def test_4_to_ulike_svar_rettes_etter_hverandre(summary: Talk):
    summary.change("Rolle")
    summary.press("Barnehage")
    summary.change("Når")
    summary.press("Tidligere")
    assert summary.step == "oppsummering"
    assert values(summary)["rolle"] == "Barnehage" and values(summary)["tid"].startswith("Tidligere")


def test_5_en_linje_i_oppsummeringen_rettes(summary: Talk):
    before = values(summary)
    summary.change("Alder")
    summary.press("13–15")
    assert values(summary) == {**before, "aldersgruppe": "13–15 år"}


def test_6_et_svar_rettes_etter_at_resultatet_er_vist(summary: Talk):
    summary.press("Det stemmer")
    progress = summary.say("endre rolle")["progress"]
    assert (progress["flow"], progress["step"]) == ("drofting", "rolle")
    summary.press("Frivillig")
    assert summary.step == "oppsummering"


def test_7_tilbake_og_et_annet_svar(talk: Talk):
    assert talk.press("Tilbake")["progress"]["step"] == "bekymring"
    talk.choose("Omsorgssvikt")
    assert talk.step == "kilde" and "Omsorgssvikt" in talk.said


def test_8_tilbake_to_ganger(talk: Talk):
    talk.press("Tilbake")
    assert talk.say("tilbake")["progress"]["step"] == "aldersgruppe"
    talk.press("13–15")
    assert talk.step == "kilde"


def test_9_det_samme_svaret_en_gang_til_endrer_ingenting(talk: Talk):
    talk.say("endre rolle")
    talk.press("Skole")
    assert talk.step == "kilde" and "endret" not in talk.said


def test_10_en_gammel_knapp_svarer_pa_sitt_eget_sporsmal(client):
    talk = Talk(client)
    talk.press("Drøfte en sak")
    old = next(one["payload"] for one in talk.turn["input"]["options"] if one["title"].startswith("Alvorlig"))
    talk.press("Nei")
    talk.press("Skole")
    talk.send({"payload": old})
    assert talk.step == "gjelder" and "«Alvorlig, men ikke akutt»" in talk.said


def test_11_en_rettelse_med_egne_ord_vises_for_den_teller(talk: Talk):
    talk.say("hun er forresten 14 år")
    assert talk.step == "forslag" and "13–15 år" in talk.said
    talk.press("Ja, det stemmer")
    assert talk.step == "kilde"


def test_12_en_linje_i_det_som_ble_lest_rettes_for_det_bekreftes(client):
    talk = Talk(client)
    talk.press("Drøfte en sak")
    talk.say("jeg er lærer og bekymret for en elev på 10 år som er blitt så stille")
    assert talk.step == "forslag"
    talk.change("Alder")
    talk.press("13–15")
    assert talk.step == "forslag" and values(talk)["aldersgruppe"] == "13–15 år"


def test_13_et_svar_med_flere_valg_velges_pa_nytt(summary: Talk):
    summary.change("Bekymring")
    summary.choose("Omsorgssvikt", "Trusler")
    assert values(summary)["bekymring"] == "Omsorgssvikt, Trusler eller ran"


def test_14_teksten_skrives_pa_nytt_og_vises_for_den_beholdes(summary: Talk):
    summary.change("Det du har sett og hørt")
    summary.say("Han vil ikke være med ut i friminuttet")
    assert summary.step == "utkast"
    summary.press("Ja, behold")
    assert values(summary)["hendelse"] == "Han vil ikke være med ut i friminuttet"
