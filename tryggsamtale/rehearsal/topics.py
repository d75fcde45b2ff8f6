"""What a line of the guide is about: the points of its move decide, a few words tell apart what shares a point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tryggsamtale.rehearsal.moves import Move
from tryggsamtale.wording import Text, load

_DATA = load(Path(__file__).with_name("topics.yml"))
SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")


def _pattern(words: list[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Topic:
    """``leans``: the parts of trust that decide how much is told; ``need``: how much more trust than usual it takes."""

    id: str
    label: Text
    points: tuple[str, ...]
    leans: tuple[str, ...]
    need: int
    words: re.Pattern[str]

    @classmethod
    def of(cls, id: str, row: dict[str, Any]) -> Topic:
        words = _pattern(row["words"])
        return cls(id, row["label"], tuple(row["points"]), tuple(row["leans"]), row["need"], words)


GENERAL = ("hvem", "sted", "tid", "na")
"""Topics whose words are common in questions about others."""
TOPICS = {id: Topic.of(id, row) for id, row in _DATA["topics"].items()}
_CUES = {name: _pattern(words) for name, words in _DATA["cues"].items()}


def cues(text: str) -> frozenset[str]:
    """Which of greeting, patience, follow_up, parent and parent_out the words of a line show."""
    return frozenset(name for name, pattern in _CUES.items() if pattern.search(text))


def asked_sentence(text: str) -> str:
    """The last sentence that asks, or the last one; empty for an empty text."""
    sentences = [found.strip() for found in SENTENCE.findall(text)]
    asking = [sentence for sentence in sentences if sentence.endswith("?")]
    return (asking or sentences or [""])[-1]


def topic_of(text: str, move: Move) -> str:
    """The id of the topic a line is about, or the empty string.

    With points: the topic of a point that the asked sentence names in words too, else that of the first point; «what do
    you think of that?» asks about what was said before it. Without points a question can still be about a topic by its
    words alone.
    """
    if move.points:
        asked, points = asked_sentence(text), move.points
        before = text.replace(asked, "").strip()
        if before and len(points) > 1 and "follow_up" in cues(asked):
            asked, points = before, tuple(point for point in points if point != "b1")
        touched = [topic for topic in TOPICS.values() if set(topic.points) & set(points)]
        ranked = sorted(touched, key=lambda topic: _first(topic, points))
        for place in (asked, text):
            named = [topic.id for topic in ranked if topic.words.search(place)]
            if named:
                return _most_particular(named)
        return ranked[0].id if ranked else ""
    if move.question in ("none", "multiple"):
        return ""
    named = [topic.id for topic in TOPICS.values() if topic.words.search(asked_sentence(text))]
    return "interesser" if "interesser" in named else _most_particular(named) if named else ""


def _first(topic: Topic, points: tuple[str, ...]) -> int:
    return min(points.index(point) for point in topic.points if point in points)


def _most_particular(named: list[str]) -> str:
    """«Who», «when» and «now» stand in many questions: another topic that is named as well says more."""
    return next((id for id in named if id not in GENERAL), next((id for id in named if id != "na"), named[0]))
