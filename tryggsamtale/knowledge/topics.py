"""Short answers to the questions people ask most, one file a topic in ``topics/``."""

from __future__ import annotations

from dataclasses import dataclass

from tryggsamtale.guiding.reply import Source
from tryggsamtale.knowledge import ROOM
from tryggsamtale.knowledge.contacts import Directory, directory
from tryggsamtale.knowledge.sources import sources
from tryggsamtale.wording import Text, load

TOPICS = (
    "tryggest", "konsultasjonsteam", "samradsmote", "trafikklyset", "trygghetsplan", "trygghetsprogrammet",
    "trygghetsguide", "koordinator", "etterforsker", "opplysningsplikt", "avvergingsplikt", "taushetsplikt",
    "samtykke", "personvern", "smiso_nok", "tolk", "dokumentasjon", "samtaler_med_barn", "barns_rettigheter",
    "handlingsplan", "hjelpetelefoner", "overgrepsmottak", "vanlige_reaksjoner", "retten", "beskyttelsestiltak",
    "egenomsorg",
)
"""The names of the contract («Names in ``understood``»)."""


@dataclass(frozen=True)
class Topic:
    """``short`` answers what people most often ask, ``more`` is behind «Les mer»; ``contacts`` are ids."""

    name: str
    title: Text
    short: Text
    more: Text
    sources: tuple[Source, ...]
    contacts: tuple[str, ...]


def topic(name: str, contacts: Directory | None = None) -> Topic:
    """One topic with its telephone numbers filled in, for the municipality of ``contacts`` (default: this one's).

    Raises KeyError for a name that is not in ``TOPICS``.
    """
    if name not in TOPICS:
        raise KeyError(name)
    content = load(ROOM / "topics" / f"{name}.yml")
    numbers = contacts or directory()
    return Topic(
        name=name,
        title=content["title"],
        short=numbers.fill(content["short"]),
        more=numbers.fill(content["more"]),
        sources=sources(content["sources"]),
        contacts=tuple(content["contacts"]),
    )
