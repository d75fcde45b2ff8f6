"""Guided help with Trafikklyset: what was seen between the children, a colour, and what adults do then."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tryggsamtale.consultation.trafikklys import SIGNS, Light, light
from tryggsamtale.dialogues.result import cited
from tryggsamtale.dialogues.script import read_script
from tryggsamtale.dialogues.scripted import Scripted, chosen
from tryggsamtale.guiding.model import Answers
from tryggsamtale.guiding.reply import Say
from tryggsamtale.knowledge.contacts import directory
from tryggsamtale.wording import Text, joined, load

FILE = Path(__file__).with_suffix(".yml")
WORDING = load(FILE)["result"]


class TrafikklysetHjelp(Scripted):
    """The side dialogue ``trafikklyset_hjelp``. It hands over no document: what it comes to is said."""

    name = "trafikklyset_hjelp"
    slots = {kind: f"lys_{kind}" for kind in SIGNS}

    def __init__(self) -> None:
        super().__init__(read_script(FILE))

    def light(self, answers: Answers) -> Light:
        """The colour that these answers come to."""
        return light({kind: chosen(answers, kind) for kind in SIGNS})

    def says(self, answers: Answers) -> tuple[Say, ...]:
        """The colour and why, what adults do, whom to call, and what this is not."""
        found = self.light(answers)
        numbers = directory()
        means = found.means.text
        if found.because:
            means = WORDING["because"].format(means=means, signs=self._named(found.because))
        lines = [
            Text.of(WORDING["line"]).format(number=number, text=numbers.fill(one.text))
            for number, one in enumerate(found.adults, start=1)
        ]
        return (
            Say(means, sources=cited([found.means])),
            Say(WORDING["adults"].format(lines=joined(lines, "\n")), sources=cited(found.adults)),
            Say(WORDING["contacts"].format(lines=numbers.listed(found.contacts))),
            Say(WORDING["about"]),
        )

    def _named(self, signs: Iterable[str]) -> Text:
        titles = {option.value: option.title for one in self._steps.values() for option in one.step.options}
        return joined([Text.of("«{title}»").format(title=titles[sign]) for sign in signs], ", ")
