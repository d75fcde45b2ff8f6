"""One turn of a guided dialogue: from what is known and what the user did, to what is said, set and asked next.

The guide owns the turn inside a dialogue: it reads answers, goes back, changes, explains, answers questions on the
side, and knows when to offer a way out. It is pure: the same input gives the same outcome.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tryggsamtale.guiding.beside import CONTROLS, Asides, Beside
from tryggsamtale.guiding.matching import is_question, match
from tryggsamtale.guiding.model import (
    BEKREFT,
    UTKAST,
    VET_IKKE,
    Answers,
    Dialogue,
    Message,
    Outcome,
    Reading,
    Step,
    Talked,
    Value,
)
from tryggsamtale.guiding.reply import Say
from tryggsamtale.guiding.turn import PRESSED, WORDING, warned_also
from tryggsamtale.guiding.view import corrected, step_of

STOTTE = "stotte"
"""Asked when the writers turn out to tell of themselves: need they go on with the questions?"""
SURE = 0.55
"""Classifier confidence from which a short message is a control."""
TOPIC_IN_QUESTION, TOPIC_ALONE = 0.3, 0.8
"""Confidence from which a message is about a topic: when it has the form of a question, and when it has not."""
SHORT, FEW = 10, 4
"""Words up to which a message can be a control; longer ones tell something. Fewer where a text is asked for."""


def advance(
    dialogue: Dialogue, asked: str | None, answers: Answers, state: Mapping[str, Any], message: Message, asides: Asides
) -> Outcome:
    """What follows from ``message``.

    ``asked`` is the step last asked, ``answers`` what is known, ``state`` the guide's own memory (JSON; first ``{}``).
    """
    turn = _Guide(dialogue, asked, answers, state, asides)
    turn.take(message)
    return turn.outcome()


class _Guide(Beside):
    """What the user means by a message."""

    def take(self, message: Message) -> None:
        """Do what the message asks for."""
        confirming = self.state.pop("confirm", None)
        if self.asked == UTKAST and not self.state.get("draft"):
            self.draft_lost()
        if message.kind == "answer" and message.name == BEKREFT and confirming:
            self.confirmed(confirming, "ja" in message.values)
        elif message.kind == "start":
            self._start(message)
        elif message.kind == "resume":
            self.understood = ("control", "fortsett")
            self.go_on()
        elif message.kind == "answer":
            self._pressed(message)
        elif message.kind == "change":
            self.change(message.name)
        elif message.kind == "corrected":
            self.understood = ("control", "endre")
            if message.danger and not self.dialogue.read(message.text, self.asked).rehearsed:
                self.warn(message.danger)
            self.say.append(corrected(message.name))
        elif message.kind == "control":
            self.control(message.name, message)
        elif confirming and message.intent in ("ja", "nei") and not message.danger:
            self.understood = ("control", message.intent)
            self.confirmed(confirming, message.intent == "ja")
        else:
            self._heard(message)

    def _heard(self, message: Message) -> None:
        """A text: the next line of a conversation where the step is one, else read as an answer."""
        talked = self.dialogue.talk(self.asked, self.answers, message)
        if talked:
            self._talked(talked, message)
        else:
            self._text(message)

    def _talked(self, talked: Talked, message: Message) -> None:
        if talked.control:
            return self.control(talked.control, message)
        self.understood = ("answer", self.asked or self.dialogue.name)
        if talked.real:
            self.danger, self.writer = message.danger or PRESSED, message.writer
            self.state["warned"] = warned_also(self.state, self.danger)
        self.say.extend(talked.say)
        if talked.value is not None:
            self.set({self.asked: talked.value})
            self.go_on()
        return None

    def _start(self, message: Message) -> None:
        self.understood = ("flow", self.dialogue.name)
        if message.values:
            self.remember(message.name)
            self.set({message.name: message.values[0]})
        reading = self._read(message, None)
        if self.writer:
            self.end = "stopped"
            return
        self._keep_story(message, reading)
        if reading.answers:
            self.propose(dict(reading.answers), dict(reading.evidence))
        elif self.state.get("proposed"):
            self.propose(self.state["proposed"], {})
        else:
            self.go_on()

    def _pressed(self, message: Message) -> None:
        talked = self.dialogue.talk(self.asked, self.answers, message)
        if talked:
            return self._talked(talked, message)
        step, values = step_of(self.dialogue, message.name), list(message.values)
        known = {option.value for option in step.options} | ({VET_IKKE} if step.unknown else set()) if step else set()
        if not step or not values or not set(values) <= known:
            return self.ask_again()
        return self.answer(step, values if step.kind == "choices" else values[0])

    def _text(self, message: Message) -> None:
        step = step_of(self.dialogue, self.asked)
        reading = self._read(message, self.asked)
        own_words = step is not None and (step.kind == "text" or step.name == UTKAST)
        if self.writer:
            self.state["confirm"] = STOTTE
            return self._own_words(step, message, reading) if own_words else None
        asks = is_question(message.text) and (not own_words or self._is_short(message))
        sure = message.confidence >= TOPIC_ALONE and message.intent not in CONTROLS
        if asks and sure and self.aside(message):
            return None  # even when words of an option are in it: «hvor ofte …?» is no answer to «når?»
        named = match(step, message.text) if step else None
        if step and named is not None:
            return self.answer(step, named)
        if self._is_control(message) and not (own_words and len(message.text.split()) > FEW):
            return self.control(message.intent, message)
        if asks and message.confidence >= TOPIC_IN_QUESTION and self.aside(message):
            return None
        if own_words:
            return self._own_words(step, message, reading)
        self._keep_story(message, reading)
        answers, evidence = self._news(reading.answers), dict(reading.evidence)
        if step and step.name in answers:
            own = answers.pop(step.name)
            self.answer(step, own, go_on=not answers)
            return self.propose(answers, evidence) if answers and not self.end else None
        if answers:
            return self.propose(answers, evidence)
        if reading.answers:
            return self.say.append(Say(WORDING["vet_allerede"]))
        if message.confidence >= TOPIC_ALONE and self.aside(message):
            return None
        return self.not_understood(step)

    def _read(self, message: Message, asked: str | None) -> Reading:
        """What the dialogue reads in the text; danger and writer are the border's to hear, unless it is rehearsed."""
        reading = self.dialogue.read(message.text, asked) if message.text else Reading()
        if reading.rehearsed:
            return reading
        self.writer = message.writer
        if message.danger:
            self.warn(message.danger)
            return reading
        calm = {name: value for name, value in reading.answers.items() if not self.dialogue.acute({name: value})}
        return replace(reading, answers=calm)

    def _own_words(self, step: Step, message: Message, reading: Reading) -> None:
        name = self.state["draft"]["step"] if step.name == UTKAST else step.name
        self.draft(name, message, reading)
        self.state["failures"] = 0
        self.understood = ("answer", name)
        self.asked = UTKAST

    def _keep_story(self, message: Message, reading: Reading) -> None:
        """A case told before its step has come is not asked for again: it waits there as a draft."""
        story = self.dialogue.story
        if story and story not in self.answers and reading.answers and not self._is_short(message):
            self.draft(story, message, reading)

    def _news(self, read: Mapping[str, Value]) -> Answers:
        """What was read, without what is known already."""
        return {name: value for name, value in read.items() if self.answers.get(name) != value}

    def _is_control(self, message: Message) -> bool:
        return message.intent in CONTROLS and message.confidence >= SURE and self._is_short(message)

    @staticmethod
    def _is_short(message: Message) -> bool:
        return len(message.text.split()) <= SHORT
