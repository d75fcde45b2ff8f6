"""A dialogue spoken turn by turn without Rasa, as the glue does it: answers, memory and what was asked are kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tryggsamtale.dialogues.drofting import Drofting
from tryggsamtale.dialogues.talk import aside, told_of
from tryggsamtale.guiding.guide import advance
from tryggsamtale.guiding.model import Dialogue, Message, Outcome
from tryggsamtale.guiding.view import question

TODAY = date(2026, 11, 22)


@dataclass
class Spoken:
    """``press`` what is offered, ``say`` something the classifier takes for ``intent``; ``heard`` is what the border
    heard in it (``danger``, ``writer``)."""

    dialogue: Dialogue = field(default_factory=Drofting)
    answers: dict[str, Any] = field(default_factory=dict)
    state: dict[str, Any] = field(default_factory=dict)
    step: str | None = None
    outcome: Outcome | None = None
    turn: dict[str, Any] = field(default_factory=dict)
    said: str = ""

    def start(self, text: str = "", **heard: str) -> Spoken:
        return self._take(Message("start", text=text, kept=text, **heard))

    def say(self, text: str, intent: str = "fortelling", confidence: float = 0.9, **heard: str) -> Spoken:
        return self._take(Message("text", text=text, kept=text, intents=((intent, confidence),), **heard))

    def press(self, *titles: str) -> Spoken:
        """Press the option whose title begins so, or send several together."""
        offered = {one["title"]["nb"]: one["payload"] for one in self.turn["input"]["options"]}
        found = [next(payload for name, payload in offered.items() if name.startswith(title)) for title in titles]
        chosen = [json.loads(payload.removeprefix("/svar")) for payload in found]
        return self._take(Message("answer", chosen[0]["felt"], tuple(one["verdi"] for one in chosen)))

    def control(self, name: str) -> Spoken:
        return self._take(Message("control", name))

    def change(self, step: str) -> Spoken:
        return self._take(Message("change", step))

    def _take(self, message: Message) -> Spoken:
        outcome = self.outcome = advance(self.dialogue, self.step, self.answers, self.state, message, aside)
        before, self.answers = self.answers, outcome.after(self.answers)
        self.state, self.step = dict(outcome.state), outcome.asked
        remarks = self.dialogue.remark(before, self.answers, TODAY) if isinstance(self.dialogue, Drofting) else ()
        says = [*told_of(outcome.danger, outcome.writer, outcome.warned), *outcome.say, *remarks]
        if self.step:
            asking, self.turn = question(self.dialogue, self.step, self.answers, self.state)
            says.append(asking)
        self.said = "\n".join(say.text.nb for say in says)
        return self

    @property
    def options(self) -> list[str]:
        return [option["title"]["nb"] for option in self.turn["input"]["options"]]

    def filled(self) -> Spoken:
        """A pupil who has gone quiet, to the summary."""
        self.start().press("Nei").press("Skole").press("Et barn").press("6–12").press("Psykisk vold").press("Tegn")
        self.say("Han er blitt stille i timen").press("Ja").press("Det pågår").press("Nei").press("Ingen")
        return self.press("Ingenting").press("Neste steg")
