"""The names of the contract: whatever means them is understood under just that name."""

from __future__ import annotations

from functools import cache

import httpx
import pytest
from ruamel.yaml import YAML

from tests.talk import Talk
from tryggsamtale.running.project import PROJECT

FLOWS = "drofting trygghetssamtale plikt"
CONTROLS = "tilbake avbryt slett hjelp menneske start_pa_nytt ja nei vet_ikke hilsen takk endre fortsett"
TOPICS = """
    tryggest konsultasjonsteam samradsmote trafikklyset trygghetsplan trygghetsprogrammet trygghetsguide koordinator
    etterforsker opplysningsplikt avvergingsplikt taushetsplikt samtykke personvern smiso_nok tolk dokumentasjon
    samtaler_med_barn barns_rettigheter handlingsplan hjelpetelefoner overgrepsmottak vanlige_reaksjoner retten
    beskyttelsestiltak egenomsorg
"""
KINDS = {"flow": FLOWS, "control": CONTROLS, "topic": TOPICS}
NAMES = [(kind, name) for kind, names in KINDS.items() for name in names.split()]


@cache
def examples() -> dict[str, list[str]]:
    """What people say, by what it means."""
    data = YAML(typ="safe").load((PROJECT / "data" / "nlu.yml").read_text(encoding="utf-8"))
    return {
        one["intent"]: [line.removeprefix("- ").strip() for line in one["examples"].splitlines() if line.strip()]
        for one in data["nlu"] if "intent" in one
    }


@pytest.mark.parametrize(("kind", "name"), NAMES, ids=[name for _, name in NAMES])
def test_what_means_a_name_of_the_contract_is_understood_under_it(client: httpx.Client, kind: str, name: str):
    understood = []
    for text in examples()[name][:5]:
        understood.append(Talk(client).say(text)["understood"])
    names = [(one["kind"], one["name"]) for one in understood]
    assert names.count((kind, name)) >= 3, names
    assert all(0 <= one["confidence"] <= 1 for one in understood)


@pytest.mark.parametrize("text", ["Hjelp, han slår henne akkurat nå", "Han truer med å drepe ungene nå"])
def test_danger_is_understood_as_acute_wherever_it_is_told_and_nothing_is_lost(client: httpx.Client, text: str):
    talk = Talk(client)
    assert talk.say(text)["understood"]["kind"] == "acute" and talk.turn["understood"]["name"] == "akutt"
    assert "112" in talk.said or "113" in talk.said
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    talk.press("Det pågår")
    talk.say(text)
    assert (talk.turn["understood"]["kind"], talk.turn["understood"]["name"]) == ("acute", "akutt")
    assert talk.turn["progress"]["flow"] == "plikt" and "112" in talk.said


def test_a_topic_in_the_middle_of_a_dialogue_is_answered_and_the_dialogue_goes_on(client: httpx.Client):
    talk = Talk(client)
    talk.press("Må jeg melde fra?")
    step = talk.step
    talk.say("Hva er taushetsplikt?")
    assert (talk.turn["understood"]["kind"], talk.turn["understood"]["name"]) == ("topic", "taushetsplikt")
    assert talk.step == step


def test_what_nobody_understands_is_outside(client: httpx.Client):
    understood = Talk(client).say("qwrtz zxcvbn")["understood"]
    assert (understood["kind"], understood["name"]) == ("unknown", "utenfor")
