"""What a line of the guide is about: the points of its move decide, a few words tell apart what shares a point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tryggsamtale.phrases import compiled_within
from tryggsamtale.rehearsal.moves import Move
from tryggsamtale.rehearsal.moves.words import sentences
from tryggsamtale.wording import Text, load

_DATA = load(Path(__file__).with_name("topics.yml"))
SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_WORD = re.compile(r"\w+")


def forms_of(text: str) -> tuple[str, ...]:
    """The sentences in plain Bokmål words (``moves/words.yml``), and as they were written: what patterns are sought in.

    Whoever seeks several computes it once. Nothing remembers it: a guide's words are gone when the answer is given.
    """
    written = (" ".join(_WORD.findall(one.lower())) for one in SENTENCE.findall(text))
    return (*(one.spoken for one in sentences(text)), *written)


def says(found: re.Pattern[str], forms: tuple[str, ...]) -> bool:
    """Whether any sentence has the pattern, in dialect, Nynorsk or Bokmål; ``forms``: :func:`forms_of` the text."""
    return any(found.search(form) for form in forms)


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
        words = compiled_within(row["words"])
        return cls(id, row["label"], tuple(row["points"]), tuple(row["leans"]), row["need"], words)


GENERAL = ("hvem", "sted", "tid", "na", "tanker", "onsker")
"""Topics whose words are common in questions about others."""
BY_WORDS = ("trygg", "interesser")
"""Topics that nothing but their words shows."""
BY_POINT = ("program", "meldeplikt", "kropp")
"""Topics that a guide tells about in too many ways for words: their points are enough."""
TOPICS = {id: Topic.of(id, row) for id, row in _DATA["topics"].items()}
FIRST_ASKED = "na"
"""What an invitation to tell is about when it does not say: how it is now, not what happened."""


def asked_sentence(text: str) -> str:
    """The last sentence that asks, or the last one; empty for an empty text."""
    found = [sentence.strip() for sentence in SENTENCE.findall(text)]
    asking = [sentence for sentence in found if sentence.endswith("?")]
    return (asking or found or [""])[-1]


def topic_of(text: str, move: Move, about_before: bool = False, asks_leave: bool = False) -> str:
    """The id of the topic a line is about, or the empty string.

    With points: the topic of a point that the asked sentence names in words too, else, for an open question and for
    what a guide informs about, that of the first point. Without points a question can still be about a topic by its
    words alone. ``about_before``: it asks what the youth thinks of that, so what was said before it counts;
    ``asks_leave``: closed in form, but it lets the youth decide.
    """
    asked, points = asked_sentence(text), move.points
    if about_before and (before := text.replace(asked, "").strip()):
        asked, points = before, tuple(point for point in points if point != "b1")
    if points:
        touched = [topic for topic in TOPICS.values() if set(topic.points) & set(points)]
        ranked = sorted(touched, key=lambda topic: _first(topic, points))
        for forms in map(forms_of, (asked, text)):
            named = [topic.id for topic in ranked if says(topic.words, forms)]
            if named:
                return _most_particular(named)
        asks = says_topics(asked) if move.question != "none" else []
        if set(asks) - {"na"} and (move.question == "open" or not set(asks) <= set(GENERAL)):
            return _most_particular(asks)
        open_or_leave = move.question == "open" or asks_leave
        by_point = [
            topic.id for topic in ranked
            if open_or_leave and topic.id not in BY_WORDS or topic.id in BY_POINT and move.question == "none"
        ]
        if by_point:
            return FIRST_ASKED if "b1" in TOPICS[by_point[0]].points else by_point[0]
    if move.question in ("none", "multiple"):
        return ""
    return _most_particular(says_topics(asked))


def says_topics(text: str) -> list[str]:
    """The topics that the words of a text name."""
    forms = forms_of(text)
    return [topic.id for topic in TOPICS.values() if says(topic.words, forms)]


def _first(topic: Topic, points: tuple[str, ...]) -> int:
    return min(points.index(point) for point in topic.points if point in points)


def _most_particular(named: list[str]) -> str:
    """«Who», «when» and «now» stand in many questions: another topic that is named as well says more."""
    if "interesser" in named:
        return "interesser"
    particular = (id for id in named if id not in GENERAL)
    return next(particular, next((id for id in named if id != "na"), named[0] if named else ""))
