"""A turn of a guided dialogue while it is taken: what it sets, what waits for a yes, and what is asked next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tryggsamtale.guiding.model import (
    FORSLAG,
    OPPSUMMERING,
    UTKAST,
    Answers,
    Dialogue,
    Message,
    Outcome,
    Reading,
    Step,
    Value,
)
from tryggsamtale.guiding.reply import Say
from tryggsamtale.guiding.view import display
from tryggsamtale.wording import joined, load

WORDING = load(Path(__file__).with_name("wording.yml"))

PRESSED = "fare"
"""The reason for danger when an answer said so."""
REMEMBERED = 30
"""Steps that «tilbake» can go back over."""


def warned_also(state: Mapping[str, Any], reason: str) -> list[str]:
    """What the emergency cards were about, in the guide's memory, when one about ``reason`` has been shown too."""
    return list(dict.fromkeys([*state.get("warned", ()), reason]))


class Turn:
    """What is known and what changes. The guide decides what a message means, and calls these."""

    def __init__(self, dialogue: Dialogue, asked: str | None, answers: Answers, state: Mapping[str, Any]) -> None:
        self.dialogue = dialogue.given(answers)
        self.asked = asked
        self.answers = dict(answers)
        self.state = dict(state)
        self.changes: dict[str, Value | None] = {}
        self.say: list[Say] = []
        self.understood = ("answer", asked or dialogue.name)
        self.end: str | None = None
        self.danger: str | None = None
        self.warned: tuple[str, ...] = ()
        self.writer: str | None = None

    def outcome(self) -> Outcome:
        """What the turn has come to."""
        return Outcome(
            tuple(self.say), self.changes, self.state, None if self.end else self.asked, self.understood, self.end,
            self.danger, self.warned, self.writer,
        )

    # answers

    def answer(self, step: Step, value: Value, go_on: bool = True) -> None:
        """The answer to a step of the dialogue or to a question of the guide; then the next is asked if ``go_on``."""
        self.state["failures"] = 0
        self.understood = ("answer", step.name)
        if step.name == FORSLAG:
            return self._proposal_answered(value == "ja")
        if step.name == OPPSUMMERING:
            return self.go_on() if self.dialogue.needed(self.answers) else self._finish()
        if step.name == UTKAST:
            return self._draft_answered(value == "ja")
        if step.name in (self.state.get("proposed") or {}):
            self.state["proposed"] = {**self.state["proposed"], step.name: value}
            self.asked = FORSLAG
            return None
        changed = step.name in self.answers and self.answers[step.name] != value
        if changed:
            self.say.append(Say(WORDING["endret"].format(label=step.label, value=display(step, value))))
        self.remember(step.name)
        self.set({step.name: value})
        if go_on:
            self.go_on()
        return None

    def set(self, new: Answers) -> None:
        """Write answers, and drop those that no longer make sense beside them, saying so."""
        if self.dialogue.acute(new):
            self.warn(PRESSED)
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

    def go_on(self) -> None:
        """Ask what is still needed, a text that waits for its yes first when its step has come."""
        if self.interrupted(self.answers):
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

    def interrupted(self, answers: Answers) -> bool:
        """Whether the dialogue ends here, because with these answers no form fits."""
        said = self.dialogue.interrupt(answers)
        self.say.extend(said)
        self.end = "stopped" if said else self.end
        return bool(said)

    def _finish(self) -> None:
        self.end = "done"

    def remember(self, name: str) -> None:
        """A step that «tilbake» can go back to."""
        history = [*self.state.get("history", []), name]
        self.state["history"] = history[-REMEMBERED:]

    # a text, shown as it will be kept

    def draft(self, step: str, message: Message, reading: Reading) -> None:
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
            return self.go_on()
        self.understood = ("answer", draft["step"])
        if not keep:
            self.asked = draft["step"]
            return None
        news = {name: value for name, value in draft["read"].items() if name not in (*self.answers, draft["step"])}
        self.answer(self.dialogue.step(draft["step"]), draft["text"], go_on=not news)
        return self.propose(news, draft["evidence"]) if news and not self.end else None

    def draft_lost(self) -> None:
        """A text that nobody had confirmed is nowhere but in memory, and gone when the server was started anew."""
        self.say.append(Say(WORDING["utkast"]["mistet"]))
        self.asked = next(iter(self.dialogue.needed(self.answers)), OPPSUMMERING)

    # what was read from a text

    def propose(self, answers: Answers, evidence: dict[str, str]) -> None:
        """Show what was read, with the words it was read from; it counts after a yes."""
        if self.interrupted({**self.answers, **answers}):
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
                self.remember(name)
            self.set(proposed)
        self.go_on()

    def warn(self, reason: str) -> None:
        """Danger was told; what it was about before says how much of the card is shown again.

        An answer that says what was told already says nothing new.
        """
        shown = tuple(self.state.get("warned", ()))
        if reason != PRESSED or not shown:
            self.danger, self.warned = reason, shown
            self.state["warned"] = warned_also(self.state, reason)
