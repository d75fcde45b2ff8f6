"""The end of every dialogue: will you have the result kept?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tryggsamtale.dialogues.script import read_script
from tryggsamtale.guiding.model import Answers, Reading, Step
from tryggsamtale.guiding.reply import Say

SCRIPT = read_script(Path(__file__).with_name("handover.yml"))


class Handover:
    """A dialogue of its own, after any other (``tryggsamtale.guiding.model.Dialogue``); ``days`` something is kept."""

    name = "handover"
    title = SCRIPT.title
    has_summary = False
    story = None
    slots = {name: name for name in SCRIPT.steps}

    def __init__(self, days: int) -> None:
        self._days = days

    def step(self, name: str) -> Step | None:
        if name not in SCRIPT.steps:
            return None
        step = SCRIPT.steps[name].step
        return replace(step, question=step.question.format(days=self._days))

    def given(self, answers: Answers) -> Handover:
        return self

    def needed(self, answers: Answers) -> tuple[str, ...]:
        return tuple(name for name in SCRIPT.always if name not in answers)

    def relevant(self, answers: Answers) -> tuple[str, ...]:
        return tuple(name for name in SCRIPT.steps if name in answers)

    def read(self, text: str, asked: str | None) -> Reading:
        return Reading()

    def acute(self, answers: Answers) -> bool:
        return False

    def interrupt(self, answers: Answers) -> tuple[Say, ...]:
        return ()
