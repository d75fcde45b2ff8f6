"""What a dialogue does whose questions are its script."""

from __future__ import annotations

from tryggsamtale.dialogues.script import Script
from tryggsamtale.guiding.model import VET_IKKE, Answers, Message, Reading, Step, Talked
from tryggsamtale.guiding.reply import Say


def chosen(answers: Answers, step: str) -> list[str]:
    """What was chosen at a step, one or several; empty for «vet ikke» and for a step without an answer."""
    value = answers.get(step, VET_IKKE)
    return [one for one in ([value] if isinstance(value, str) else value) if one != VET_IKKE]


class Scripted:
    """What ``tryggsamtale.guiding.model.Dialogue`` asks for, from a script alone; nothing is read out of a text."""

    name: str
    slots: dict[str, str]
    has_summary = True
    story = None

    def __init__(self, script: Script) -> None:
        self.title = script.title
        self._steps = script.steps

    def given(self, answers: Answers) -> Scripted:
        return self

    def step(self, name: str) -> Step | None:
        return self._steps[name].step if name in self._steps else None

    def needed(self, answers: Answers) -> tuple[str, ...]:
        return tuple(name for name in self._path(answers) if name not in answers)

    def relevant(self, answers: Answers) -> tuple[str, ...]:
        return tuple(name for name in self._path(answers) if name in answers)

    def read(self, text: str, asked: str | None) -> Reading:
        return Reading()

    def talk(self, asked: str | None, answers: Answers, message: Message) -> Talked | None:
        return None

    def acute(self, answers: Answers) -> bool:
        return False

    def interrupt(self, answers: Answers) -> tuple[Say, ...]:
        return ()

    def _path(self, answers: Answers) -> tuple[str, ...]:
        return tuple(name for name, scripted in self._steps.items() if scripted.asked.holds(answers))
