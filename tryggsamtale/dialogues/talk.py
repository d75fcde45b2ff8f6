"""What is said between the dialogues and beside them: the menu, topics, the emergency card, support."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tryggsamtale.guiding.reply import Button, Say
from tryggsamtale.knowledge import general
from tryggsamtale.knowledge.topics import TOPICS, topic
from tryggsamtale.outputs.documents import offer
from tryggsamtale.outputs.schemas import read_output
from tryggsamtale.wording import Text, load

WORDING = load(Path(__file__).with_name("talk.yml"))

MENU = ("plikt", "menneske", "hjelp")

ASIDES = {
    "hilsen": "hilsen", "hjelp": "hjelp", "menneske": "menneske", "takk": "takk", "utenfor": "utenfor",
    "drofting": "drofting_ikke_enna", "trygghetssamtale": "trygghetssamtale_ikke_enna", "ja": "ja_nei_uten_sporsmal",
    "nei": "ja_nei_uten_sporsmal", "vet_ikke": "vet_ikke_uten_sporsmal", "slett": "slett_bekreft", "slettet": "slettet",
    "tilbake": "tilbake", "endre": "endre", "avbryt": "avbryt", "start_pa_nytt": "start_pa_nytt", "vent": "vent",
    "fortsett": "fortsett", "gjenta": "fortsett", "hvorfor": "hjelp", "pause": "fortsett",
}
"""Names in ``understood`` and intents → the text of ``knowledge/general.yml`` that answers them."""


def say(name: str, **values: str | int) -> Say:
    """One message of this room's wording."""
    text: Text = WORDING[name]
    return Say(text.format(**values) if values else text)


def menu(name: str = "hva_na") -> Say:
    """The choices outside dialogues; ``name`` is the text above them."""
    return Say(WORDING[name], tuple(Button(WORDING[intent], f"/{intent}") for intent in MENU))


def about(name: str, more: bool = False) -> tuple[Say, ...]:
    """A topic, short with «Les mer», or the rest of it."""
    found = topic(name)
    if more:
        return (Say(found.more, sources=found.sources),)
    return (Say(found.short, (Button(WORDING["les_mer"], f'/les_mer{{"felt": "{name}"}}'),), found.sources),)


def aside(name: str) -> tuple[Say, ...]:
    """What is said about a topic, a greeting or another dialogue; empty for a name nobody answers."""
    if name in TOPICS:
        return about(name)
    if name.startswith("les_mer_"):
        return about(name.removeprefix("les_mer_"), more=True)
    if name == "slett_lagret":
        return (say("lagret_slettet"),)
    return (general.say(ASIDES[name]),) if name in ASIDES else ()


def emergency() -> Say:
    """The emergency card: whom to call now, and that nothing is lost."""
    return general.say("akutt")


def support(who: str) -> tuple[Say, ...]:
    """For ``barn``, ``utsatt`` or ``redd_for_a_skade``: help, and no form."""
    return (general.say(general.SUPPORT[who]),)


def welcome_back() -> Say:
    """What is said when a code brings back a dialogue that was left."""
    return Say(WORDING["hentet_pause"], (Button(WORDING["slett_lagret"], "/slett_lagret"),))


def kept_again(kept: dict[str, Any]) -> tuple[tuple[Say, ...], list[dict[str, Any]]]:
    """What is said about a result that a code brought back, and its document as the turn offers it."""
    text = WORDING["hentet"]
    return (Say(text, (Button(WORDING["slett_lagret"], "/slett_lagret"),)),), [offer(read_output(kept))]
