"""One turn of a guided dialogue: from what is known and what the user did, to what is said, set and asked next.

The guide owns the turn inside a dialogue: it reads answers, goes back, changes, explains, answers questions on the
side, and knows when to offer a way out. It is pure: the same input gives the same outcome.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tryggsamtale.guiding.matching import is_question, match, step_named
from tryggsamtale.guiding.model import (
    BEKREFT,
    FORSLAG,
    OPPSUMMERING,
    UNKNOWN,
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
from tryggsamtale.guiding.reply import Button, Say
from tryggsamtale.guiding.view import control_payload, corrected, display, step_of
from tryggsamtale.wording import Text, joined, load

Asides = Callable[[str, str], tuple[Say, ...]]
"""What is said about a topic, greeting or other dialogue (by name) beside the question, to who typed a text (empty when
nothing was typed); empty for a name it does not know."""

WORDING = load(Path(__file__).with_name("wording.yml"))

CONTROLS = frozenset(
    ["tilbake", "avbryt", "slett", "start_pa_nytt", "vet_ikke", "endre", "fortsett", "hvorfor", "gjenta", "vent"]
    + ["pause", "ja", "nei"]
)
CONFIRMED = ("avbryt", "slett", "start_pa_nytt")
"""Controls that cost the user something: they ask first."""

STOTTE = "stotte"
"""Asked when the writers turn out to tell of themselves: need they go on with the questions?"""
PRESSED = "fare"
"""The reason for danger when an answer said so."""

SURE = 0.55
"""Classifier confidence from which a short message is a control."""
TOPIC_IN_QUESTION, TOPIC_ALONE = 0.3, 0.8
"""Confidence from which a message is about a topic: when it has the form of a question, and when it has not."""
SHORT, FEW = 10, 4
"""Words up to which a message can be a control; longer ones tell something. Fewer where a text is asked for."""
REMEMBERED = 30
"""Steps that «tilbake» can go back over."""


def advance(
    dialogue: Dialogue, asked: str | None, answers: Answers, state: Mapping[str, Any], message: Message, asides: Asides
) -> Outcome:
    """What follows from ``message``.

    ``asked`` is the step last asked, ``answers`` what is known, ``state`` the guide's own memory (JSON; first ``{}``).
    """
    turn = _Turn(dialogue, asked, answers, state, asides)
    turn.take(message)
    return turn.outcome()


class _Turn:
    def __init__(
        self, dialogue: Dialogue, asked: str | None, answers: Answers, state: Mapping[str, Any], asides: Asides
    ):
        self.dialogue = dialogue.given(answers)
        self.asked = asked
        self.answers = dict(answers)
        self.state = dict(state)
        self.asides = asides
        self.changes: dict[str, Value | None] = {}
        self.say: list[Say] = []
        self.understood = ("answer", asked or dialogue.name)
        self.end: str | None = None
        self.danger: str | None = None
        self.warned = False
        self.writer: str | None = None

    def outcome(self) -> Outcome:
        return Outcome(
            tuple(self.say), self.changes, self.state, None if self.end else self.asked, self.understood, self.end,
            self.danger, self.warned, self.writer,
        )

    # what the user did

    def take(self, message: Message) -> None:
        confirming = self.state.pop("confirm", None)
        if self.asked == UTKAST and not self.state.get("draft"):
            self._draft_lost()
        if message.kind == "answer" and message.name == BEKREFT and confirming:
            self._confirmed(confirming, "ja" in message.values)
        elif message.kind == "start":
            self._start(message)
        elif message.kind == "resume":
            self.understood = ("control", "fortsett")
            self._go_on()
        elif message.kind == "answer":
            self._pressed(message)
        elif message.kind == "change":
            self._change(message.name)
        elif message.kind == "corrected":
            self.understood = ("control", "endre")
            self.say.append(corrected(message.name))
        elif message.kind == "control":
            self._control(message.name, message)
        elif confirming and message.intent in ("ja", "nei") and not message.danger:
            self.understood = ("control", message.intent)
            self._confirmed(confirming, message.intent == "ja")
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
            return self._control(talked.control, message)
        self.understood = ("answer", self.asked or self.dialogue.name)
        if talked.real:
            self.danger, self.writer = message.danger or PRESSED, message.writer
            self.state["warned"] = self.danger
        self.say.extend(talked.say)
        if talked.value is not None:
            self._set({self.asked: talked.value})
            self._go_on()
        return None

    def _start(self, message: Message) -> None:
        self.understood = ("flow", self.dialogue.name)
        if message.values:
            self._remember(message.name)
            self._set({message.name: message.values[0]})
        reading = self._read(message, None)
        if self.writer:
            self.end = "stopped"
            return
        self._keep_story(message, reading)
        if reading.answers:
            self._propose(dict(reading.answers), dict(reading.evidence))
        elif self.state.get("proposed"):
            self._propose(self.state["proposed"], {})
        else:
            self._go_on()

    def _pressed(self, message: Message) -> None:
        talked = self.dialogue.talk(self.asked, self.answers, message)
        if talked:
            return self._talked(talked, message)
        step, values = step_of(self.dialogue, message.name), list(message.values)
        known = {option.value for option in step.options} | ({VET_IKKE} if step.unknown else set()) if step else set()
        if not step or not values or not set(values) <= known:
            return self._ask_again()
        return self._answer(step, values if step.kind == "choices" else values[0])

    def _text(self, message: Message) -> None:
        step = step_of(self.dialogue, self.asked)
        reading = self._read(message, self.asked)
        own_words = step is not None and (step.kind == "text" or step.name == UTKAST)
        if self.writer:
            self.state["confirm"] = STOTTE
            return self._own_words(step, message, reading) if own_words else None
        asks = is_question(message.text) and (not own_words or self._is_short(message))
        sure = message.confidence >= TOPIC_ALONE and message.intent not in CONTROLS
        if asks and sure and self._aside(message):
            return None  # even when words of an option are in it: «hvor ofte …?» is no answer to «når?»
        named = match(step, message.text) if step else None
        if step and named is not None:
            return self._answer(step, named)
        if self._is_control(message) and not (own_words and len(message.text.split()) > FEW):
            return self._control(message.intent, message)
        if asks and message.confidence >= TOPIC_IN_QUESTION and self._aside(message):
            return None
        if own_words:
            return self._own_words(step, message, reading)
        self._keep_story(message, reading)
        answers, evidence = self._news(reading.answers), dict(reading.evidence)
        if step and step.name in answers:
            own = answers.pop(step.name)
            self._answer(step, own, go_on=not answers)
            return self._propose(answers, evidence) if answers and not self.end else None
        if answers:
            return self._propose(answers, evidence)
        if reading.answers:
            return self.say.append(Say(WORDING["vet_allerede"]))
        if message.confidence >= TOPIC_ALONE and self._aside(message):
            return None
        return self._not_understood(step)

    def _read(self, message: Message, asked: str | None) -> Reading:
        """What the dialogue reads in the text; danger and writer are the border's to hear, unless it is rehearsed."""
        reading = self.dialogue.read(message.text, asked) if message.text else Reading()
        if reading.rehearsed:
            return reading
        self.writer = message.writer
        if message.danger:
            self._warn(message.danger)
            return reading
        calm = {name: value for name, value in reading.answers.items() if not self.dialogue.acute({name: value})}
        return replace(reading, answers=calm)

    def _own_words(self, step: Step, message: Message, reading: Reading) -> None:
        name = self.state["draft"]["step"] if step.name == UTKAST else step.name
        self._draft(name, message, reading)
        self.state["failures"] = 0
        self.understood = ("answer", name)
        self.asked = UTKAST

    def _keep_story(self, message: Message, reading: Reading) -> None:
        """A case told before its step has come is not asked for again: it waits there as a draft."""
        story = self.dialogue.story
        if story and story not in self.answers and reading.answers and not self._is_short(message):
            self._draft(story, message, reading)

    def _news(self, read: Mapping[str, Value]) -> Answers:
        """What was read, without what is known already."""
        return {name: value for name, value in read.items() if self.answers.get(name) != value}

    def _is_control(self, message: Message) -> bool:
        return message.intent in CONTROLS and message.confidence >= SURE and self._is_short(message)

    @staticmethod
    def _is_short(message: Message) -> bool:
        return len(message.text.split()) <= SHORT

    # answers

    def _answer(self, step: Step, value: Value, go_on: bool = True) -> None:
        self.state["failures"] = 0
        self.understood = ("answer", step.name)
        if step.name == FORSLAG:
            return self._proposal_answered(value == "ja")
        if step.name == OPPSUMMERING:
            return self._go_on() if self.dialogue.needed(self.answers) else self._finish()
        if step.name == UTKAST:
            return self._draft_answered(value == "ja")
        if step.name in (self.state.get("proposed") or {}):
            self.state["proposed"] = {**self.state["proposed"], step.name: value}
            self.asked = FORSLAG
            return None
        changed = step.name in self.answers and self.answers[step.name] != value
        if changed:
            self.say.append(Say(WORDING["endret"].format(label=step.label, value=display(step, value))))
        self._remember(step.name)
        self._set({step.name: value})
        if go_on:
            self._go_on()
        return None

    def _set(self, new: Answers) -> None:
        """Write answers, and drop those that no longer make sense beside them, saying so."""
        if self.dialogue.acute(new):
            self._warn(PRESSED)
        self.answers.update(new)
        self.changes.update(new)
        relevant = self.dialogue.relevant(self.answers)
        dropped = [name for name in self.answers if name not in relevant]
        for name in dropped:
            del self.answers[name]
            self.changes[name] = None
        self.dialogue = self.dialogue.given(self.answers)
        labels = [step.label for name in dropped if name not in new and (step := self.dialogue.step(name))]
        if labels:
            self.say.append(Say(WORDING["tatt_bort"].format(labels=joined(labels, ", "))))

    def _go_on(self) -> None:
        if self._interrupted(self.answers):
            return
        needed = self.dialogue.needed(self.answers)
        draft = self.state.get("draft")
        if draft and (draft["step"] not in needed or draft["step"] == needed[0]):
            self.asked = UTKAST
        elif needed:
            self.asked = needed[0]
        elif self.dialogue.has_summary:
            self.asked = OPPSUMMERING
        else:
            self._finish()

    def _interrupted(self, answers: Answers) -> bool:
        """Whether the dialogue ends here, because with these answers no form fits."""
        said = self.dialogue.interrupt(answers)
        self.say.extend(said)
        self.end = "stopped" if said else self.end
        return bool(said)

    def _finish(self) -> None:
        self.end = "done"

    def _remember(self, name: str) -> None:
        history = [*self.state.get("history", []), name]
        self.state["history"] = history[-REMEMBERED:]

    # a text, shown as it will be kept

    def _draft(self, step: str, message: Message, reading: Reading) -> None:
        """The text waits for a yes; what is written while it waits is added to it."""
        before = self.state.get("draft") or {"text": "", "read": {}, "evidence": {}}
        self.state["draft"] = {
            "step": step,
            "text": f"{before['text']}\n{message.kept}".strip(),
            "read": {**before["read"], **reading.answers},
            "evidence": {**before["evidence"], **reading.evidence},
        }

    def _draft_answered(self, keep: bool) -> None:
        draft = self.state.pop("draft", None)
        if not draft:
            return self._go_on()
        self.understood = ("answer", draft["step"])
        if not keep:
            self.asked = draft["step"]
            return None
        news = {name: value for name, value in draft["read"].items() if name not in (*self.answers, draft["step"])}
        self._answer(self.dialogue.step(draft["step"]), draft["text"], go_on=not news)
        return self._propose(news, draft["evidence"]) if news and not self.end else None

    def _draft_lost(self) -> None:
        """A text that nobody had confirmed is nowhere but in memory, and gone when the server was started anew."""
        self.say.append(Say(WORDING["utkast"]["mistet"]))
        self.asked = next(iter(self.dialogue.needed(self.answers)), OPPSUMMERING)

    # what was read from a text

    def _propose(self, answers: Answers, evidence: dict[str, str]) -> None:
        if self._interrupted({**self.answers, **answers}):
            return
        proposed = {**(self.state.get("proposed") or {}), **answers}
        lines = []
        for name, value in answers.items():
            step = self.dialogue.step(name)
            kind = "line" if evidence.get(name) else "line_uten_ord"
            lines.append(WORDING["forslag"][kind].format(
                label=step.label, value=display(step, value), evidence=evidence.get(name, "")
            ))
        quotes = any(evidence.values())
        lead = WORDING["forslag"]["lest" if quotes else "kjent"].format(lines=joined(lines, "\n"))
        self.say.append(Say(lead, quotes=quotes))
        self.state["proposed"] = proposed
        self.asked = FORSLAG

    def _proposal_answered(self, right: bool) -> None:
        proposed = self.state.pop("proposed", None) or {}
        if right:
            for name in proposed:
                self._remember(name)
            self._set(proposed)
        self._go_on()

    # controls

    def _control(self, name: str, message: Message) -> None:
        self.understood = ("control", name)
        if name in CONFIRMED:
            self.state["confirm"] = name
        elif name == "tilbake":
            self._back()
        elif name == "endre":
            self._change_by_name(message.text)
        elif name == "vet_ikke":
            self._dont_know()
        elif name == "hvorfor":
            step = step_of(self.dialogue, self.asked)
            if step:
                self.say.append(Say(step.why, sources=step.sources))
        elif name == "pause":
            self.end = "paused"
        elif name in ("ja", "nei"):
            self._not_understood(step_of(self.dialogue, self.asked))
        elif name in WORDING:
            self.say.append(Say(WORDING[name]))
        else:
            self.say.extend(self.asides(name, message.text))

    def _confirmed(self, name: str, yes: bool) -> None:
        self.understood = ("control", name if yes else "fortsett")
        if yes:
            self.end = "deleted" if name == "slett" else "stopped"

    def _dont_know(self) -> None:
        step = step_of(self.dialogue, self.asked)
        if step and step.unknown:
            self._answer(step, VET_IKKE)
            self.understood = ("control", "vet_ikke")
        else:
            self.say.append(Say(WORDING["ma_velge"]))
            self._explain(step)

    def _back(self) -> None:
        history = [name for name in self.state.get("history", []) if name in self.answers]
        if self.state.pop("proposed", None) is not None:
            return self._go_on()
        if self.asked == UTKAST:
            self.asked = self.state.pop("draft")["step"]
            return None
        if not history:
            self.say.append(Say(WORDING["forste_sporsmal"]))
            return None
        self.asked = history[-1]
        self.state["history"] = history[:-1]
        step = self.dialogue.step(self.asked)
        self.say.append(Say(WORDING["du_svarte"].format(value=display(step, self.answers[self.asked]))))
        return None

    def _change(self, name: str) -> None:
        self.understood = ("control", "endre")
        if self.dialogue.step(name) and name in {**self.answers, **(self.state.get("proposed") or {})}:
            self.asked = name
        else:
            self._ask_again()

    def _change_by_name(self, text: str) -> None:
        name = step_named(self.dialogue, self.answers, text)
        steps = [step for name in self.answers if (step := self.dialogue.step(name))]
        if name:
            self._change(name)
        elif steps:
            buttons = tuple(
                Button(WORDING["endre"].format(label=step.label), control_payload("endre", step.name)) for step in steps
            )
            self.say.append(Say(WORDING["hva_endre"].format(label=steps[0].label), buttons))
        else:
            self.say.append(Say(WORDING["ingenting_a_endre"]))

    # on the side, and when nothing was understood

    def _warn(self, reason: str) -> None:
        """Danger was told: the card, or a reminder where the card for the same was the last one shown.

        An answer that says what was told already says nothing new.
        """
        shown = self.state.get("warned")
        if reason != PRESSED or not shown:
            self.danger, self.warned = reason, shown == reason
            self.state["warned"] = reason

    def _aside(self, message: Message) -> bool:
        outside = message.intent == UNKNOWN[1]
        said = () if outside else self.asides(message.intent, message.text)
        self.say.extend(said)
        if said:
            self.understood = ("topic", message.intent)
        return bool(said)

    def _ask_again(self) -> None:
        self.understood = UNKNOWN
        self.say.append(Say(WORDING["ikke_forstatt"]))

    def _not_understood(self, step: Step | None) -> None:
        if self.danger:
            return None
        failures = self.state.get("failures", 0) + 1
        self.state["failures"] = failures
        if failures == 1:
            return self._ask_again()
        self.understood = UNKNOWN
        if failures == 2:
            self._explain(step)
        else:
            names = ("vet_ikke", "pause", "avslutt") if step and step.unknown else ("pause", "avslutt")
            controls = {"avslutt": "avbryt"}
            self.say.append(Say(WORDING["tilby_stopp"], tuple(
                Button(WORDING[name], control_payload(controls.get(name, name))) for name in names
            )))

    def _explain(self, step: Step | None) -> None:
        if not step:
            return
        explain = step.explain or step.why
        if step.options:
            line = Text.of("{number}. {title}")
            numbered = enumerate(step.options, start=1)
            choices = joined([line.format(number=number, title=option.title) for number, option in numbered], "\n")
            self.say.append(Say(WORDING["forklar"].format(explain=explain, choices=choices)))
        else:
            self.say.append(Say(WORDING["forklar_tekst"].format(explain=explain)))

