"""The dialogue ``trygghetssamtale`` (002): walk through a talk and fill in the template, rehearse, or a checklist."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tryggsamtale.consultation.trygghetsprogrammet import Samtale, before
from tryggsamtale.dialogues import ovelse, ovelse_result, trygghetssamtale_result
from tryggsamtale.dialogues.result import Result
from tryggsamtale.dialogues.script import read_script
from tryggsamtale.dialogues.scripted import Scripted
from tryggsamtale.guiding.model import Answers, Message, Reading, Step, Talked
from tryggsamtale.guiding.reply import Say
from tryggsamtale.knowledge.sources import sources
from tryggsamtale.rehearsal.points import SECTIONS, points_of
from tryggsamtale.wording import Text, joined, load

FILE = Path(__file__).with_suffix(".yml")
WORDING = load(FILE)
SCRIPT = read_script(FILE)
WAYS_IN = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in WORDING["way_in"].items()}
REHEARSAL = "ove"


class Trygghetssamtale(Scripted):
    """The dialogue as it asks beside some answers."""

    name = "trygghetssamtale"
    slots = {name: f"samtale_{name}" for name in SCRIPT.steps}

    def __init__(self, answers: Answers | None = None) -> None:
        super().__init__(SCRIPT)
        self._beside = answers or {}

    def given(self, answers: Answers) -> Trygghetssamtale:
        return Trygghetssamtale(answers)

    @property
    def has_summary(self) -> bool:  # type: ignore[override]
        """A rehearsal ends in its feedback: there is nothing in it to say «that is right» to."""
        return not ovelse.done(self._beside)

    def step(self, name: str) -> Step | None:
        scripted = SCRIPT.steps.get(name)
        if not scripted:
            return None
        step = scripted.given(self._beside)
        if name == ovelse.STEP:
            return replace(step, question=ovelse.question(self._beside), options=ovelse.choices(step, self._beside))
        return replace(step, question=self._points_of(name[0])) if name.endswith("_punkter") else step

    def needed(self, answers: Answers) -> tuple[str, ...]:
        missing = super().needed(answers)
        going_on = ovelse.STEP in self.relevant(answers) and not ovelse.done(answers)
        return (*missing, ovelse.STEP) if going_on else missing

    def relevant(self, answers: Answers) -> tuple[str, ...]:
        names = super().relevant(answers)
        return tuple(name for name in names if name != ovelse.STEP or ovelse.fits(answers))

    def read(self, text: str, asked: str | None) -> Reading:
        """The wish to rehearse is rehearsed too: «play a boy who is being beaten» tells of no danger."""
        return Reading(rehearsed=asked == ovelse.STEP or asked is None and self.way_in(text) == REHEARSAL)

    def talk(self, asked: str | None, answers: Answers, message: Message) -> Talked | None:
        if asked == ovelse.STEP:
            return ovelse.talk(answers, message)
        old_button = message.kind == "answer" and message.name == ovelse.STEP
        return Talked() if old_button else None

    def way_in(self, text: str) -> str | None:
        """Which way in the wish to begin asks for, when it says one."""
        return next((way for way, pattern in WAYS_IN.items() if pattern.search(text)), None)

    def remark(self, known: Answers, after: Answers) -> tuple[Say, ...]:
        """What new answers bring up at once: it is settled before the talk and not read in a document afterwards."""
        said = before(Samtale.of(known))
        return tuple(
            Say(one.text, sources=sources(one.sources)) for one in before(Samtale.of(after)) if one not in said
        )

    def result(self, answers: Answers, today: date, earlier: Sequence[dict[str, Any]] = ()) -> Result:
        """What the finished answers come to; ``earlier`` are the records of rehearsals before this one."""
        if answers.get("vei") == REHEARSAL:
            return ovelse_result.result(ovelse.state_of(answers), today, earlier)
        return trygghetssamtale_result.result(self.given(answers), answers, today)

    def _points_of(self, section: str) -> Text:
        words = WORDING["punkter"]
        line = Text.of(words["line"])
        numbered = enumerate(points_of(section), start=1)
        says = joined([line.format(number=at, say=point.say) for at, point in numbered], "\n")
        done = words["done"]["kommer" if self._beside.get("holdt") == "kommer" else "holdt"]
        return words["question"].format(section=section, title=SECTIONS[section], says=says, done=done)
