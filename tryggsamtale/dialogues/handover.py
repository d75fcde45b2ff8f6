"""The end of every dialogue: will you have the result kept?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tryggsamtale.dialogues.script import read_script
from tryggsamtale.dialogues.scripted import Scripted
from tryggsamtale.guiding.model import Step

SCRIPT = read_script(Path(__file__).with_name("handover.yml"))


class Handover(Scripted):
    """A dialogue of its own, after any other (``tryggsamtale.guiding.model.Dialogue``); ``days`` something is kept."""

    name = "handover"
    has_summary = False
    slots = {name: name for name in SCRIPT.steps}

    def __init__(self, days: int) -> None:
        super().__init__(SCRIPT)
        self._days = days

    def step(self, name: str) -> Step | None:
        step = super().step(name)
        return replace(step, question=step.question.format(days=self._days)) if step else None
