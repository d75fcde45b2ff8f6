"""The trygghetssamtale: walked through, rehearsed, or as a checklist."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker

from actions.guided_form import GuidedForm, answers_of
from actions.replies import Extra
from tryggsamtale.dialogues import ovelse
from tryggsamtale.dialogues.catalogue import TRYGGHETSSAMTALE
from tryggsamtale.guiding.model import Message, Outcome
from tryggsamtale.rehearsal.moves import read_move


class ValidateTrygghetssamtaleForm(GuidedForm):
    """Guides through the talk; in a rehearsal it hands what is written to the youth."""

    dialogue = TRYGGHETSSAMTALE

    def __init__(self) -> None:
        super().__init__()
        read_move("hei")  # the classifier is trained now, so that the first line of a rehearsal is answered at once

    def name(self) -> str:
        return "validate_trygghetssamtale_form"

    def opening(self, tracker: Tracker, state: dict[str, Any]) -> Message:
        """«Jeg vil øve» and «gi meg sjekklista» say the way in."""
        message = super().opening(tracker, state)
        way = self.dialogue.way_in(message.text) if message.kind == "start" else None
        return replace(message, name="vei", values=(way,)) if way else message

    def also(self, outcome: Outcome, tracker: Tracker, began: bool) -> Extra:
        known = answers_of(self.dialogue, tracker)
        after = outcome.after(known)
        if outcome.end:
            return (), {}
        if began and outcome.asked == ovelse.STEP:
            return ovelse.last_said(after), {}
        return self.dialogue.remark(known, after), {}
