"""What is said between the dialogues and beside them: the menu, topics, the emergency card, support."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from tryggsamtale.guiding.reply import Button, Say
from tryggsamtale.knowledge import emergency, general
from tryggsamtale.knowledge.topics import TOPICS, Part, Topic, part_asked_for, topic
from tryggsamtale.outputs import documents
from tryggsamtale.outputs.schemas import read_output
from tryggsamtale.wording import Text, load

WORDING = load(Path(__file__).with_name("talk.yml"))

MENU = ("drofting", "plikt", "trygghetssamtale", "menneske", "hjelp")
SWITCHED = ("drofting", "plikt", "trygghetssamtale")
"""Dialogues that another one offers to go over to."""
SIDE = {"trafikklyset": "trafikklyset_hjelp", "handlingsplan": "handlingsplan_sjekk"}
"""Topic → the side dialogue that its answer invites to."""
OFFERED = 3
"""Other parts of a topic that an answer offers as buttons."""

ASIDES = {
    "hilsen": "hilsen", "hjelp": "hjelp", "menneske": "menneske", "takk": "takk", "utenfor": "utenfor",
    "ja": "ja_nei_uten_sporsmal", "nei": "ja_nei_uten_sporsmal", "vet_ikke": "vet_ikke_uten_sporsmal",
    "slett": "slett_bekreft", "slettet": "slettet", "tilbake": "tilbake", "endre": "endre", "avbryt": "avbryt",
    "start_pa_nytt": "start_pa_nytt", "vent": "vent", "fortsett": "fortsett", "gjenta": "fortsett", "hvorfor": "hjelp",
    "pause": "fortsett",
}
"""Names in ``understood`` and intents → the text of ``knowledge/general.yml`` that answers them."""


def say(name: str, **values: str | int) -> Say:
    """One message of this room's wording."""
    text: Text = WORDING[name]
    return Say(text.format(**values) if values else text)


def menu(name: str = "hva_na") -> Say:
    """The choices outside dialogues; ``name`` is the text above them."""
    return Say(WORDING[name], tuple(Button(WORDING[intent], f"/{intent}") for intent in MENU))


def about(name: str, text: str = "") -> Say:
    """A topic, or the part of it that the text asks for."""
    found = topic(name)
    part = part_asked_for(name, text) if text else ""
    if part:
        return _part(found, part)
    return Say(found.short, (_to(WORDING["les_mer"], name), *_buttons(found, found.others("", OFFERED))), found.sources)


def invitation(topic_name: str) -> tuple[Say, ...]:
    """The invitation to the side dialogue of a topic, where it has one."""
    side = SIDE.get(topic_name)
    return (Say(WORDING["invitasjon"][side], (Button(WORDING[side], f"/{side}"),)),) if side else ()


def more_about(name: str) -> Say:
    """What stands behind a pressed button: the rest of a topic (its name), or a part of it (``topic.part``)."""
    name, _, part = name.partition(".")
    found = topic(name)
    if part:
        return _part(found, part)
    return Say(found.more, _buttons(found, found.others(found.parts[OFFERED - 1].id, OFFERED)), found.sources)


def _part(found: Topic, part: str) -> Say:
    told = found.part(part)
    return Say(told.text, _buttons(found, found.others(part, OFFERED)), told.sources)


def _buttons(found: Topic, parts: Iterable[Part]) -> tuple[Button, ...]:
    return tuple(_to(part.title, f"{found.name}.{part.id}") for part in parts)


def _to(title: Text, name: str) -> Button:
    return Button(title, f'/les_mer{{"felt": "{name}"}}')


def aside(name: str, text: str = "") -> tuple[Say, ...]:
    """What is said about a topic, a greeting or another dialogue; empty for a name nobody answers.

    ``text`` is what the user typed: within a topic it finds the part that is asked for.
    """
    if name in TOPICS:
        return (about(name, text), *invitation(name))
    if name.startswith("les_mer_"):
        return (more_about(name.removeprefix("les_mer_")),)
    if name == "slett_lagret":
        return (say("lagret_slettet"),)
    if name in SWITCHED:
        return (Say(WORDING["bytte"][name], (Button(WORDING[name], f"/{name}"),)),)
    return (general.say(ASIDES[name]),) if name in ASIDES else ()


def told_of(danger: str | None, writer: str | None, warned: Collection[str] = ()) -> tuple[Say, ...]:
    """What comes before all else when a message tells of danger or of the writers themselves; empty for neither.

    ``danger`` is the reason for the emergency card, ``warned`` those it was shown for before, ``writer`` who needs
    support: ``barn``, ``utsatt`` or ``redd_for_a_skade``.
    """
    helped = support(writer) if writer else ()
    if not danger:
        return helped
    if danger in warned:
        return (emergency.reminder(), *helped)
    card = emergency.short_card(danger) if warned else emergency.card(danger, at_work=not writer)
    return (card, *helped)


def support(who: str) -> tuple[Say, ...]:
    """For ``barn``, ``utsatt`` or ``redd_for_a_skade``: help, and no form."""
    return (general.say(general.SUPPORT[who]),)


def welcome_back() -> Say:
    """What is said when a code brings back a dialogue that was left."""
    return Say(WORDING["hentet_pause"], (Button(WORDING["slett_lagret"], "/slett_lagret"),))


def kept_again(kept: dict[str, Any]) -> tuple[tuple[Say, ...], list[dict[str, Any]]]:
    """What is said about a result that a code brought back, and its documents as the turn offers them."""
    text = WORDING["hentet"]
    return (Say(text, (Button(WORDING["slett_lagret"], "/slett_lagret"),)),), documents.offers(read_output(kept))
