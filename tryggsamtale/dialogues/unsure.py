"""What is asked when a message may mean two things, and what is offered when it was not understood."""

from __future__ import annotations

from collections.abc import Sequence

from tryggsamtale.dialogues.talk import WORDING, menu
from tryggsamtale.dialogues.understood import FLOWS, understood
from tryggsamtale.guiding.reply import Button, Say
from tryggsamtale.knowledge import general
from tryggsamtale.knowledge.topics import TOPICS, topic
from tryggsamtale.wording import Text

Ranking = Sequence[tuple[str, float]]
"""The classifier's intents and how likely each is, the likeliest first."""

UNSURE = 0.2
"""Below this nothing was understood."""
SURE = 0.55
"""From here on the classifier is right in 97 of 100 messages, and nothing is asked."""
NEAR = 0.7
"""A second meaning is near when it is at least this much as likely as the first."""
NEAREST = 3
"""How many topics are offered when a message was not understood."""
FAR = 0.03
"""A topic less likely than this has nothing to do with the message."""


def meanings(ranking: Ranking) -> list[tuple[str, float]]:
    """The contract's names behind the intents, likeliest first; intents that mean the same count together."""
    found: dict[str, float] = {}
    for intent, confidence in ranking:
        name = understood(intent)[1]
        found[name] = found.get(name, 0.0) + confidence
    return sorted(found.items(), key=lambda one: -one[1])


def is_unsure(ranking: Ranking) -> bool:
    """Whether no meaning is likely enough to act on."""
    return not ranking or meanings(ranking)[0][1] < UNSURE


def which(ranking: Ranking) -> tuple[Say, ...]:
    """«Mente du en av disse?» when two dialogues or topics are about as likely; empty when there is no doubt."""
    best = meanings(ranking)[:2]
    if len(best) < 2 or not UNSURE <= best[0][1] < SURE or best[1][1] < NEAR * best[0][1]:
        return ()
    names = [name for name, _ in best]
    if not all(name in FLOWS or name in TOPICS for name in names):
        return ()
    other = Button(WORDING["noe_annet"], "/utenfor")
    return (Say(WORDING["hvilken"], (*map(_button, names), other)),)


def not_understood(ranking: Ranking) -> tuple[Say, ...]:
    """That it was not understood, with the topics nearest to it and the dialogues."""
    near = [name for name, confidence in meanings(ranking) if name in TOPICS and confidence >= FAR][:NEAREST]
    said = general.say("utenfor")
    topics = (Say(WORDING["naermest"], tuple(map(_button, near))),) if near else ()
    return (said, *topics, menu())


def _button(name: str) -> Button:
    title: Text = topic(name).title if name in TOPICS else WORDING[name]
    return Button(title, f"/{name}")
