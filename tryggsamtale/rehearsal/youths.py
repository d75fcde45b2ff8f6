"""The fictitious youths: one file each in ``youths/``, edited without Python (``youths/LESMEG.md``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tryggsamtale.rehearsal.topics import TOPICS
from tryggsamtale.rehearsal.trust import Temperament, Trust
from tryggsamtale.wording import Text, load

ROOM = Path(__file__).with_name("youths")
YOUTHS = ("balder", "embla", "trym", "froya", "brage", "loke", "siv", "saga", "idunn")
"""In the order in which they are offered."""

LEVELS = ("closed", "half", "open")
LEVELLED = ("greeting", "comfort", "advice", "leading", "asks")
"""Reactions to what is no question about a topic, at each level of trust."""
FLAT = (
    "listening", "patience", "multiple", "much", "puzzled", "unsure", "smalltalk", "offer", "joke", "foreign",
    "goodbye", "dismissed", "harsh", "blame", "interrogation", "secrecy", "promise", "short", "told", "leaving",
    "fillers",
)
"""Reactions that are the same at each level. ``short``: nothing more to say; ``told``: «I said that»; ``unsure``: to
what was understood but is not in the story."""
PARENT = ("addressed", "answers", "blamed", "interrupts", "leaves", "alone")
"""What a parent says to a kind word, to a question, to blame, for a silent youth and on the way out; ``alone``: the
youth's own line then."""
STORY = {
    "what": "hendelse", "where": "sted", "who": "hvem", "when": "tid", "fear": "na", "thoughts": "tanker",
    "tried": "provd", "wish": "onsker", "network": "nettverk", "routines": "rutiner",
}
"""The parts of a story, and the topic a guide asks about to hear them."""


@dataclass(frozen=True)
class Secret:
    """What is confided only when it is asked about and all three parts of trust are at least ``trust``.

    ``about`` tells the guide afterwards what it was; ``alone``: not while a parent is in the room.
    """

    id: str
    about: Text
    topics: tuple[str, ...]
    trust: int
    alone: bool


@dataclass(frozen=True)
class Youth:
    """A youth as the file has it.

    ``lines`` are all lines by pool: «sted.half», «told», «secret.<id>», «about_me.…», «parent.…».
    """

    id: str
    name: str
    age: int
    language: Text
    title: Text
    presentation: Text
    manner: Text
    opens: Text
    closes: Text
    story: Mapping[str, Text]
    temperament: Temperament
    guarded: Mapping[str, int]
    secrets: tuple[Secret, ...]
    parent: str
    lines: Mapping[str, tuple[str, ...]]

    def text(self, line: str) -> str:
        """The words of a line by its id: «pool.number», with «f<number>+» before it when a filler opens it.

        Raises KeyError or IndexError for an id that this youth does not have.
        """
        opening, plus, rest = line.rpartition("+")
        pool, _, number = rest.rpartition(".")
        said = self.lines[pool][int(number)]
        return f"{self.lines['fillers'][int(opening[1:])]} {said}" if plus else said


def _pools(raw: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    answers, reactions, parent = raw["answers"], raw["reactions"], raw.get("parent")
    pools = {f"{topic}.{level}": answers[topic][level] for topic in TOPICS for level in LEVELS}
    pools |= {f"{name}.{level}": reactions[name][level] for name in LEVELLED for level in LEVELS}
    pools |= {name: reactions[name] for name in FLAT}
    pools |= {f"about_me.{name}": said for name, said in raw["about_me"].items()}
    pools |= {f"secret.{secret['id']}": secret["say"] for secret in raw["secrets"]}
    pools |= {f"parent.{name}": parent[name] for name in PARENT} if parent else {}
    return {name: tuple(block.splitlines()) for name, block in ((name, block.strip()) for name, block in pools.items())}


def _temperament(raw: dict[str, Any]) -> Temperament:
    return Temperament(
        Trust(**raw["start"]), raw["rise"], raw["fall"], raw["talk"], tuple(raw["opens"]), tuple(raw["closes"])
    )


@cache
def youth(id: str) -> Youth:
    """The youth of that name. Raises KeyError for one who does not exist."""
    if id not in YOUTHS:
        raise KeyError(id)
    raw = load(ROOM / f"{id}.yml")
    secrets = tuple(
        Secret(one["id"], one["about"], tuple(one["topics"]), one["trust"], one.get("alone", False))
        for one in raw["secrets"]
    )
    return Youth(
        id=id, name=raw["name"], age=raw["age"], language=raw["language"], title=raw["title"],
        presentation=raw["presentation"], manner=raw["manner"], opens=raw["opens"], closes=raw["closes"],
        story=raw["story"], temperament=_temperament(raw["temperament"]), guarded=raw["guarded"], secrets=secrets,
        parent=raw.get("parent", {}).get("name", ""), lines=_pools(raw),
    )


def youths() -> tuple[Youth, ...]:
    """All of them, in the order in which they are offered."""
    return tuple(youth(id) for id in YOUTHS)
