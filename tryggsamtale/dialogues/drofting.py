"""The anonymous discussion of a case: which questions are asked, and what is handed over.

The duty core is asked as soon as answers come in (``remark``): a case that must be reported is not discussed first.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tryggsamtale.dialogues import drofting_facts, drofting_reading, drofting_result
from tryggsamtale.dialogues.drofting_facts import SCRIPT
from tryggsamtale.dialogues.drofting_reading import SELF
from tryggsamtale.dialogues.result import Result, told
from tryggsamtale.dialogues.scripted import Scripted
from tryggsamtale.dialogues.talk import support
from tryggsamtale.guiding.model import VET_IKKE, Answers, Message, Reading, Step, Talked
from tryggsamtale.guiding.reply import Say


class Drofting(Scripted):
    """The dialogue ``drofting`` (``tryggsamtale.guiding.model.Dialogue``), as it asks beside some answers."""

    name = "drofting"
    story = "hendelse"
    slots = {name: f"drofting_{name}" for name in SCRIPT.steps}

    def __init__(self, answers: Answers | None = None):
        super().__init__(SCRIPT)
        self._beside = answers or {}

    def given(self, answers: Answers) -> Drofting:
        return Drofting(answers)

    def step(self, name: str) -> Step | None:
        scripted = SCRIPT.steps.get(name)
        return scripted.given(self._beside) if scripted else None

    def relevant(self, answers: Answers) -> tuple[str, ...]:
        path = self._path(answers)
        return tuple(name for name in SCRIPT.steps if name in answers and self._makes_sense(name, answers, path))

    def read(self, text: str, asked: str | None) -> Reading:
        return drofting_reading.read(text, asked)

    def talk(self, asked: str | None, answers: Answers, message: Message) -> Talked | None:
        return None

    def acute(self, answers: Answers) -> bool:
        return answers.get("akutt") == "fare"

    def interrupt(self, answers: Answers) -> tuple[Say, ...]:
        role = str(answers.get("rolle") or "")
        return support(role.removeprefix(f"{SELF}_") if role != SELF else "utsatt") if role.startswith(SELF) else ()

    def remark(self, before: Answers, after: Answers, today: date) -> tuple[Say, ...]:
        """What is said at once when the answers have made a duty clear that was not so before."""
        if not drofting_facts.has_duty(after, today) or drofting_facts.has_duty(before, today):
            return ()
        return drofting_result.duty_first(drofting_facts.duty(after, today))

    def result(self, answers: Answers, today: date) -> Result:
        """What the finished answers come to."""
        assessment = drofting_facts.duty(answers, today)
        return drofting_result.result(drofting_facts.to_case(answers), assessment, told(self, answers), today)

    def facts(self, answers: Answers, today: date) -> dict[str, Any]:
        """The facts of the duty core that these answers say, for another dialogue about the case."""
        return drofting_facts.known(answers, today)

    def from_facts(self, facts: dict[str, Any]) -> Answers:
        """The answers that say these facts."""
        return drofting_reading.from_facts(facts)

    def _makes_sense(self, name: str, answers: Answers, path: tuple[str, ...]) -> bool:
        """Among the options that are offered beside the other answers; not asked for is fine while it is settled.

        A worry told beside «children on both sides» stays; what is asked only of SSA goes when it is none.
        """
        scripted = SCRIPT.steps[name]
        if name not in path and (scripted.asked.when or scripted.asked.any):
            return bool(answers.get("gjelder") is None)
        options = {option.value for option in scripted.given(answers).options}
        values = answers[name] if isinstance(answers[name], list) else [answers[name]]
        return scripted.step.kind == "text" or set(values) <= {*options, VET_IKKE} or name == "rolle"
