"""What the user does beside answering: controls, questions on the side, and what was not understood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tryggsamtale.guiding.matching import step_named
from tryggsamtale.guiding.model import UNKNOWN, UTKAST, VET_IKKE, Answers, Dialogue, Message, Step
from tryggsamtale.guiding.reply import Button, Say
from tryggsamtale.guiding.turn import WORDING, Turn
from tryggsamtale.guiding.view import control_payload, display, step_of
from tryggsamtale.wording import Text, joined

Asides = Callable[[str, str], tuple[Say, ...]]
"""What is said about a topic, greeting or other dialogue (by name) beside the question, to who typed a text (empty when
nothing was typed); empty for a name it does not know."""

CONTROLS = frozenset(
    ["tilbake", "avbryt", "slett", "start_pa_nytt", "vet_ikke", "endre", "fortsett", "hvorfor", "gjenta", "vent"]
    + ["pause", "ja", "nei"]
)
CONFIRMED = ("avbryt", "slett", "start_pa_nytt")
"""Controls that cost the user something: they ask first. «Pause» does while a text waits for a yes."""
ENDS = {"slett": "deleted", "pause": "paused"}
"""How a confirmed control ends the dialogue (``Outcome.end``), where it does not just stop."""


class Beside(Turn):
    """A turn in which these can happen; ``asides`` says what is said on the side."""

    def __init__(
        self, dialogue: Dialogue, asked: str | None, answers: Answers, state: Mapping[str, Any], asides: Asides
    ) -> None:
        super().__init__(dialogue, asked, answers, state)
        self.asides = asides

    def control(self, name: str, message: Message) -> None:
        """What a control (:data:`CONTROLS`, or a name among the asides) does; a typed one may name a step."""
        self.understood = ("control", name)
        if name in CONFIRMED or (name == "pause" and self.state.get("draft")):
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
            self.not_understood(step_of(self.dialogue, self.asked))
        elif name in WORDING:
            self.say.append(Say(WORDING[name]))
        else:
            self.say.extend(self.asides(name, message.text))

    def confirmed(self, name: str, yes: bool) -> None:
        """The answer to «do you really want to?»."""
        self.understood = ("control", name if yes else "fortsett")
        if yes:
            self.end = ENDS.get(name, "stopped")

    def _dont_know(self) -> None:
        step = step_of(self.dialogue, self.asked)
        if step and step.unknown:
            self.answer(step, VET_IKKE)
            self.understood = ("control", "vet_ikke")
        else:
            self.say.append(Say(WORDING["ma_velge"]))
            self._explain(step)

    def _back(self) -> None:
        history = [name for name in self.state.get("history", []) if name in self.answers]
        if self.state.pop("proposed", None) is not None:
            return self.go_on()
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

    def change(self, name: str) -> None:
        """Ask the step of that name again, when it has been answered or proposed."""
        self.understood = ("control", "endre")
        if self.dialogue.step(name) and name in {**self.answers, **(self.state.get("proposed") or {})}:
            self.asked = name
        else:
            self.ask_again()

    def _change_by_name(self, text: str) -> None:
        name = step_named(self.dialogue, self.answers, text)
        steps = [step for name in self.answers if (step := self.dialogue.step(name))]
        if name:
            self.change(name)
        elif steps:
            buttons = tuple(
                Button(WORDING["endre"].format(label=step.label), control_payload("endre", step.name)) for step in steps
            )
            self.say.append(Say(WORDING["hva_endre"].format(label=steps[0].label), buttons))
        else:
            self.say.append(Say(WORDING["ingenting_a_endre"]))

    # on the side, and when nothing was understood

    def aside(self, message: Message) -> bool:
        """Whether something was said about what the message means, beside the question."""
        outside = message.intent == UNKNOWN[1]
        said = () if outside else self.asides(message.intent, message.text)
        self.say.extend(said)
        if said:
            self.understood = ("topic", message.intent)
        return bool(said)

    def ask_again(self) -> None:
        """Not understood, for the first time."""
        self.understood = UNKNOWN
        self.say.append(Say(WORDING["ikke_forstatt"]))

    def not_understood(self, step: Step | None) -> None:
        """Ask again, the second time with an explanation, the third time with a way out."""
        if self.danger:
            return None
        failures = self.state.get("failures", 0) + 1
        self.state["failures"] = failures
        if failures == 1:
            return self.ask_again()
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
