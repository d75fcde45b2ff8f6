"""A line of the guide as the youth hears it: its move and topic, and what is neither (``hearing.yml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from tryggsamtale.phrases import compiled_within
from tryggsamtale.rehearsal.moves import Move
from tryggsamtale.rehearsal.topics import TOPICS, asked_sentence, forms_of, says, topic_of
from tryggsamtale.wording import load

_DATA = load(Path(__file__).with_name("hearing.yml"))
_CUES = {name: compiled_within(words) for name, words in _DATA["cues"].items()}
ABOUT_ME = {name: compiled_within(words) for name, words in _DATA["about_me"].items()}
"""Small questions about the youth itself, answered whatever the trust."""
_SILENT = re.compile(r"[\W_]*$|[(*\[](?!.*\?).*[)*\]]$")
_PICTURE = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_MOSTLY = 2
"""So many different foreign words make a line foreign."""
LIGHT = ("offer", "smalltalk", "joke", "goodbye", "asks", "foreign")
"""Cues of what is said beside the talk itself: a closed question in it presses nobody."""
_CALLED = {"mamma": "(?:mamma|mor|mora|moren)", "pappa": "(?:pappa|far|faren)"}
_ABOUT = re.compile(r"^(?!.*\b(?:du|deg)\b).*\b(?:ho|hun|henne)\b")
"""A question about the youth and not to it is to the parent."""
_HINDSIGHT = re.compile(r"\b(?:burde|skulle|hadde)\b", re.IGNORECASE)
"""«You should have» blames, «you should» advises."""
_SHORT = 14
"""Words up to which a line can be small talk or a question about the youth itself."""


@dataclass(frozen=True)
class Heard:
    """``cues``: those of ``hearing.yml`` that the line shows; ``fact``: which small thing about the youth it asks."""

    text: str
    move: Move
    topic: str
    cues: frozenset[str]
    fact: str
    words: int

    @classmethod
    def of(cls, text: str, move: Move, name: str = "") -> Heard:
        """``name``: what the youth is called, who may be asked whether that is its name."""
        words = len(text.split())
        found = _cues(text, move)
        fact = _fact(text, move) if words <= _SHORT else ""
        move = _fairly(text, move, found, bool(fact) or words <= _SHORT and bool(found & set(LIGHT)))
        if name and words <= 6 and move.question in ("closed", "leading") and name.lower() in text.lower():
            found |= {"smalltalk"} if not move.points else set()
        topic = topic_of(text, move, "follow_up" in found and len(move.points) > 1, "leave" in found)
        return cls(text, move, "" if fact else topic, frozenset(found), fact, words)

    @property
    def names_topic(self) -> bool:
        """Whether it asks about something by name, and not only «how is that for you?»."""
        beyond = self.topic and set(self.move.points) - {"b1"}
        return bool(beyond) and says(TOPICS[self.topic].words, forms_of(self.text))

    @property
    def light(self) -> bool:
        """Said beside the talk: an offer, small talk, a question about the dog or what the youth likes."""
        return bool(self.fact) or self.topic == "interesser" or bool(self.cues & set(LIGHT))

    @property
    def asks_leave(self) -> bool:
        """A question that is closed in form, but lets the youth decide."""
        return "leave" in self.cues and self.move.question == "closed"

    def is_to(self, parent: str) -> bool:
        """Is it the parent, called so, who is spoken to? A question to the youth about the parent begins otherwise."""
        name = _CALLED.get(parent.lower(), re.escape(parent.lower()))
        called = re.search(rf"(?:^|[.!?…,] *|^hei |er du ){name}(?= *[,:!?.…]|$)", self.text.lower().strip())
        about = self.move.question != "none" and _ABOUT.search(asked_sentence(self.text).lower())
        return bool(called or about) or "about_child" in self.cues


def _fairly(text: str, move: Move, found: set[str], light: bool) -> Move:
    """The move without what was surely misheard: to tell the duty, agree on contact or offer water is no blame."""
    if "a4" in move.points and "?" not in text:
        move = replace(move, question="none")  # «… kan jeg ikke holde det for meg selv» asks nothing
    tells = move.question == "none" and ("a4" in move.points or "duty" in found)
    agrees = bool({"a1", "a2", "a3", "d2", "d3", "e1"} & set(move.points))
    advises = "advice" in found and not _HINDSIGHT.search(text)
    fair = (tells or agrees or light) and move.bad in ("blame", "interrogation") or "asks" in found
    fair = fair or advises and move.bad == "blame"
    if "harsh" in found:
        fair = move.bad in ("secrecy", "promise")  # «hold kjeft» promises nothing
        move = replace(move, empathy=False, reflection=False)
    return replace(move, bad=None) if move.bad and fair else move


def _cues(text: str, move: Move) -> set[str]:
    forms = forms_of(text)
    found = {name for name, words in _CUES.items() if says(words, forms)}
    if _SILENT.match(text) and "?" not in text:
        found = {"joke"} if _PICTURE.search(text) else {"silence"}
    if len({word.lower() for word in re.findall(r"\w+", text) if _CUES["foreign"].fullmatch(word.lower())}) < _MOSTLY:
        found.discard("foreign")
    if move.question == "none" or not says(_CUES["leave"], forms_of(asked_sentence(text))):
        found.discard("leave")
    if move.question not in ("closed", "multiple", "leading"):
        found.discard("offer")
    if move.question == "open":
        found.discard("dismissed")
    if "unsays" in found and (move.empathy or "b3" in move.points):
        found -= {"harsh", "unsays"}
    return found


def _fact(text: str, move: Move) -> str:
    if move.question == "none":
        return ""
    asked = forms_of(asked_sentence(text))
    return next((name for name, words in ABOUT_ME.items() if says(words, asked)), "")
