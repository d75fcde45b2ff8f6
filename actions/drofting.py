"""The anonymous discussion of a case."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.guided_form import GuidedForm, answers_of, step_in
from actions.replies import Extra
from actions.store import today
from tryggsamtale.dialogues.catalogue import DROFTING, PLIKT
from tryggsamtale.dialogues.talk import invitation
from tryggsamtale.guiding.model import Message, Outcome


class ValidateDroftingForm(GuidedForm):
    """Guides through the case; a duty that an answer makes clear is said in the same turn."""

    dialogue = DROFTING

    def name(self) -> str:
        return "validate_drofting_form"

    def wanted(self, message: Message) -> str | None:
        """A discussion that begins with «must I report?» is about the duty."""
        begins = message.kind == "start" and PLIKT.asked_for(message.text)
        return PLIKT.name if begins else super().wanted(message)

    def also(self, outcome: Outcome, tracker: Tracker, began: bool) -> Extra:
        if outcome.end:
            return (), {}
        before = answers_of(self.dialogue, tracker)
        remark = self.dialogue.remark(before, outcome.after(before), today()) if outcome.answers else ()
        newly = outcome.asked != step_in(self.dialogue, tracker.get_slot("requested_slot"))
        help_with_colour = invitation("trafikklyset") if outcome.asked == "trafikklys" and (newly or began) else ()
        return (*remark, *help_with_colour), {}
