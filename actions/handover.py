"""Handing over: shows the result, gives the document, and keeps it only after a yes."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.guided_form import GuidedForm, answers_of, cleared, form_of, switched
from actions.messages import began_now, latest
from actions.replies import Events, Extra, guarded, utter
from actions.store import count, keep, settings, today
from tryggsamtale.dialogues.catalogue import DIALOGUES, TRYGGHETSSAMTALE
from tryggsamtale.dialogues.handover import Handover
from tryggsamtale.dialogues.result import Result
from tryggsamtale.dialogues.talk import menu, say
from tryggsamtale.guiding.matching import step_named
from tryggsamtale.guiding.model import Answers, Dialogue, Message, Outcome
from tryggsamtale.outputs.documents import offers
from tryggsamtale.outputs.schemas import Output, Ovelse


class ValidateHandoverForm(GuidedForm):
    """The end of every dialogue. Changing an answer leads back into the dialogue it came from."""

    dialogue = Handover(settings().retention_days)

    def name(self) -> str:
        return "validate_handover_form"

    @guarded
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        message = latest(tracker)
        if not began_now(tracker, form_of(self.dialogue.name)) and _wants_change(message):
            flow = self.flow(tracker)
            step = message.name or step_named(flow, answers_of(flow, tracker), message.text)
            utter(dispatcher, (), ("control", "endre"))
            return [*cleared(self.dialogue), *switched(self.flow(tracker).name, {"resume": step or True})]
        return await super().run(dispatcher, tracker, domain)

    def opening(self, tracker: Tracker, state: dict[str, Any]) -> Message:
        return Message("resume")

    def flow(self, tracker: Tracker) -> Dialogue:
        return DIALOGUES[tracker.get_slot("dialog")]

    def also(self, outcome: Outcome, tracker: Tracker, began: bool) -> Extra:
        if began:
            result = self._result(tracker)
            count(f"{self.flow(tracker).name}_ferdig")
            return result.says, {"documents": offers(result.output)}
        if outcome.answers.get("lagring") == "ja":
            receipt = keep(self._result(tracker).output)
            count(f"{self.flow(tracker).name}_lagret")
            return (say("lagret"),), {"receipt": receipt}
        return (), {}

    def ending(self, outcome: Outcome, answers: Answers, tracker: Tracker) -> tuple[Any, dict[str, Any], Events]:
        says, rest, events = super().ending(outcome, answers, tracker)
        flow = self.flow(tracker)
        done = [*cleared(self.dialogue, flow), *events, SlotSet("dialog", None)]
        if outcome.end == "done":
            says = (menu("hva_mer"),)
            done.append(SlotSet("guide", {"told": self.told(tracker)}))
            if flow is TRYGGHETSSAMTALE:
                done += rehearsed(self._result(tracker).output)
        return says, rest, done

    def _result(self, tracker: Tracker) -> Result:
        flow, answers = self.flow(tracker), answers_of(self.flow(tracker), tracker)
        if flow is TRYGGHETSSAMTALE:
            return flow.result(answers, today(), tracker.get_slot("ovinger") or [])
        return flow.result(answers, today())


def rehearsed(output: Output) -> Events:
    """Events that remember the rehearsals of an output, so that the next one shows the progress."""
    return [SlotSet("ovinger", output.rehearsals)] if isinstance(output, Ovelse) else []


def _wants_change(message: Message) -> bool:
    typed = message.kind == "text" and message.intent == "endre" and not (message.danger or message.writer)
    return message.kind == "change" or typed
