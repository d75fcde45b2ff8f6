"""Answers to the questions people ask most, one file a topic in ``topics/``: short, the rest, and its parts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tryggsamtale.guiding.reply import Source
from tryggsamtale.knowledge import ROOM
from tryggsamtale.knowledge.contacts import Directory, directory
from tryggsamtale.knowledge.parts import Questions
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


NEAR = 0.2
"""Nearness from which a question is taken to ask for a part; below, the short answer is given."""


@dataclass(frozen=True)
class Part:
    """One question within a topic and its answer; ``title`` is the question as a button."""

    id: str
    title: Text
    text: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Topic:
    """``short`` answers what people most often ask, ``more`` is behind «Les mer»; ``contacts`` are ids."""

    name: str
    title: Text
    short: Text
    more: Text
    sources: tuple[Source, ...]
    contacts: tuple[str, ...]
    parts: tuple[Part, ...]

    def part(self, id: str) -> Part:
        """Raises KeyError for an unknown id."""
        return {part.id: part for part in self.parts}[id]

    def others(self, id: str, number: int) -> tuple[Part, ...]:
        """The parts that stand after it in the file, and then those from the top; from the top for ``""``."""
        after = [part.id for part in self.parts].index(id) + 1 if id else 0
        return (self.parts[after:] + self.parts[:max(after - 1, 0)])[:number]


def topic(name: str, contacts: Directory | None = None) -> Topic:
    """One topic with its telephone numbers filled in, for the municipality of ``contacts`` (default: this one's).

    Raises KeyError for a name that is not in ``TOPICS``.
    """
    content = _content(name)
    numbers = contacts or directory()
    return Topic(
        name=name,
        title=content["title"],
        short=numbers.fill(content["short"]),
        more=numbers.fill(content["more"]),
        sources=sources(content["sources"]),
        contacts=tuple(content["contacts"]),
        parts=tuple(
            Part(part["id"], part["title"], numbers.fill(part["text"]), sources(part["sources"]))
            for part in content["parts"]
        ),
    )


def part_asked_for(name: str, text: str) -> str:
    """The id of the part of a topic that a typed text asks for; ``""`` when the short answer fits best.

    Raises KeyError for a name that is not in ``TOPICS``.
    """
    id, nearness = _questions(name).nearest(text)[0]
    return id if nearness >= NEAR else ""


@cache
def _questions(name: str) -> Questions:
    content = _content(name)
    return Questions({
        "": ([content["title"].nb, *content["asks"].splitlines()], ""),
        **{
            part["id"]: (
                [part["title"].nb, part["title"].nn, *part["asks"].splitlines()], f"{part['text'].nb} {part['text'].nn}"
            )
            for part in content["parts"]
        },
    })


def _content(name: str) -> dict[str, Any]:
    if name not in TOPICS:
        raise KeyError(name)
    return load(ROOM / "topics" / f"{name}.yml")
