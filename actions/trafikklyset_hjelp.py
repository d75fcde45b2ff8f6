"""The side dialogue with Trafikklyset."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions.guided_form import GuidedForm, answers_of, cleared, left_for, switched
from actions.replies import Events
from actions.store import count
from tryggsamtale.dialogues.catalogue import DIALOGUES, DROFTING, TRAFIKKLYSET_HJELP
from tryggsamtale.dialogues.talk import menu
from tryggsamtale.dialogues.trafikklyset_hjelp import WORDING
from tryggsamtale.guiding.model import Answers, Outcome
from tryggsamtale.guiding.reply import Say

COLOUR = "trafikklys"
"""The step of the discussion that asks for the colour."""


class ValidateTrafikklysetHjelpForm(GuidedForm):
    """Says the colour at the end and keeps nothing; who came from another dialogue goes back to it."""

    dialogue = TRAFIKKLYSET_HJELP

    def name(self) -> str:
        return "validate_trafikklyset_hjelp_form"

    def ending(self, outcome: Outcome, answers: Answers, tracker: Tracker) -> tuple[Any, dict[str, Any], Events]:
        if outcome.end in ("paused", "deleted"):
            return super().ending(outcome, answers, tracker)
        says: tuple[Say, ...] = ()
        if outcome.end == "done":
            count(f"{self.dialogue.name}_ferdig")
            says = self.dialogue.says(answers)
        done = cleared(self.dialogue)
        back = outcome.state.get("back")
        if back in DIALOGUES:
            known = self._colour(answers, tracker) if outcome.end == "done" else []
            return (*says, Say(WORDING["back"])), {}, [*done, *known, *switched(back, {"resume": True})]
        return (*says, menu("hva_mer")), {}, [*done, *left_for("action_listen")]

    def _colour(self, answers: Answers, tracker: Tracker) -> Events:
        """The colour as the answer to the discussion's own question, while it waits for one."""
        colour = self.dialogue.light(answers).colour
        waits = COLOUR in DROFTING.needed(answers_of(DROFTING, tracker))
        return [SlotSet(DROFTING.slots[COLOUR], colour)] if colour and waits else []
