"""A small dialogue for trying the guide: every kind of step, and one that depends on another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tryggsamtale.guiding.guide import advance
from tryggsamtale.guiding.model import Message, Option, Outcome, Reading, Step, Talked
from tryggsamtale.guiding.reply import Say, Source
from tryggsamtale.wording import Text

WHY = Text("Fordi loven skiller.", "Fordi lova skil.")


def _options(*values: str) -> tuple[Option, ...]:
    return tuple(Option(value, Text.of(value.capitalize())) for value in values)


STEPS = {
    "sted": Step("sted", "choice", Text.of("Sted"), Text.of("Hvor?"), WHY, (Source(Text.of("Kilde"), "§ 1"),),
                 options=_options("skole", "hjem")),
    "trinn": Step("trinn", "choice", Text.of("Trinn"), Text.of("Hvor stor?"), WHY, options=_options("barn", "ungdom")),
    "hva": Step("hva", "choices", Text.of("Hva"), Text.of("Hva?"), WHY, options=_options("vold", "rus", "annet")),
    "fritt": Step("fritt", "text", Text.of("Fritt"), Text.of("Fortell"), WHY),
}


class Trial:
    """«Trinn» is asked only about school; what is said under «ØVING» is rehearsed; «selv» ends in support."""

    name = "proveflyt"
    title = Text.of("Prøve")
    has_summary = True
    story = "fritt"
    slots = tuple(STEPS)

    def step(self, name: str) -> Step | None:
        return STEPS.get(name)

    def _path(self, answers: dict[str, Any]) -> tuple[str, ...]:
        return ("sted", *(("trinn",) if answers.get("sted") == "skole" else ()), "hva", "fritt")

    def given(self, answers: dict[str, Any]) -> Trial:
        return self

    def needed(self, answers: dict[str, Any]) -> tuple[str, ...]:
        return tuple(name for name in self._path(answers) if name not in answers)

    def relevant(self, answers: dict[str, Any]) -> tuple[str, ...]:
        return tuple(name for name in self._path(answers) if name in answers)

    def read(self, text: str, asked: str | None) -> Reading:
        found = {"sted": "skole"} if "klasserommet" in text else {}
        if "fylla" in text:
            found["hva"] = ["rus"]
        if "selv" in text:
            found["sted"] = "selv"
        return Reading(found, {name: "klasserommet" for name in found if name == "sted"}, "ØVING" in text)

    def talk(self, asked: str | None, answers: dict[str, Any], message: Message) -> Talked | None:
        return None

    def acute(self, answers: dict[str, Any]) -> bool:
        return "vold" in answers.get("hva", ()) and len(answers["hva"]) == 3

    def interrupt(self, answers: dict[str, Any]) -> tuple[Say, ...]:
        return (Say(Text.of("Støtte")),) if answers.get("sted") == "selv" else ()


def aside(name: str, text: str) -> tuple[Say, ...]:
    known = {"taushetsplikt": "Om taushet", "hjelp": "Slik gjør du", "drofting": "Kommer", "utenfor": "Ikke for meg"}
    return (Say(Text.of(known[name])),) if name in known else ()


@dataclass
class Talk:
    """Plays a conversation turn by turn, as the glue does: keeps answers, state and what was asked."""

    answers: dict[str, Any] = field(default_factory=dict)
    state: dict[str, Any] = field(default_factory=dict)
    asked: str | None = None
    last: Outcome | None = None

    def _take(self, message: Message) -> Talk:
        self.last = advance(Trial(), self.asked, self.answers, self.state, message, aside)
        self.answers = self.last.after(self.answers)
        self.state, self.asked = dict(self.last.state), self.last.asked
        return self

    def start(self, text: str = "", **heard: str) -> Talk:
        return self._take(Message("start", text=text, kept=text, **heard))

    def press(self, step: str, *values: str) -> Talk:
        return self._take(Message("answer", step, values))

    def change(self, step: str) -> Talk:
        return self._take(Message("change", step))

    def control(self, name: str) -> Talk:
        return self._take(Message("control", name))

    def corrected(self, how: str, danger: str | None = None) -> Talk:
        return self._take(Message("corrected", how, danger=danger))

    def write(self, text: str, intent: str = "fortelling", confidence: float = 0.9, **heard: str) -> Talk:
        """``heard`` is what the border heard in the text: ``danger``, ``writer``."""
        return self._take(Message("text", text=text, kept=text, intents=((intent, confidence),), **heard))

    def filled(self) -> Talk:
        """All questions answered: at the summary."""
        talk = self.start().press("sted", "skole").press("trinn", "barn").press("hva", "vold")
        return talk.write("Han sa det.").press("utkast", "ja")

    @property
    def said(self) -> str:
        return "\n".join(say.text.nb for say in self.last.say)
