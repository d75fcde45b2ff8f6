"""The glue between a Rasa form and the guide: reads the turn from the tracker, answers, sets slots, asks the next."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import Any, ClassVar

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction

from actions.messages import began_now, latest, metadata
from actions.replies import Events, Extra, guarded, utter
from actions.store import erase, keep, settings, today
from tryggsamtale.dialogues.catalogue import DIALOGUES, told_to_others
from tryggsamtale.dialogues.talk import aside, menu, say, told_of
from tryggsamtale.dialogues.understood import ACUTE, understood
from tryggsamtale.guiding.guide import advance
from tryggsamtale.guiding.model import Answers, Dialogue, Message, Outcome
from tryggsamtale.guiding.view import question
from tryggsamtale.outputs.schemas import Pause


class GuidedForm(FormValidationAction, ABC):
    """A form whose turns the guide owns. A dialogue names its ``dialogue``; ``also`` adds to a turn."""

    dialogue: ClassVar[Dialogue]

    @abstractmethod
    def name(self) -> str:
        """``validate_<dialogue>_form``, by which Rasa calls it."""

    @guarded
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        answers = answers_of(self.dialogue, tracker)
        state = dict(tracker.get_slot("guide") or {})
        began = began_now(tracker, form_of(self.dialogue.name))
        message = self.opening(tracker, state) if began else latest(tracker)
        wanted = self.wanted(message)
        if wanted:
            utter(dispatcher, (), ACUTE if message.danger else understood(wanted))
            return switched(wanted, {"told": self.told(tracker), "back": self.flow(tracker).name})
        if message.name == "slett_lagret":
            erase(metadata(tracker)["code"])
        asked = None if began else step_in(self.dialogue, tracker.get_slot("requested_slot"))
        outcome = advance(self.dialogue, asked, answers, state, message, aside)
        after = outcome.after(answers)
        lead = told_of(outcome.danger, outcome.writer, outcome.warned)
        meant, confidence = _meant(outcome, message)
        added, extra = self.also(outcome, tracker, began)
        if outcome.end:
            closing, more, events = self.ending(outcome, after, tracker)
        else:
            asking, more = question(self.dialogue, outcome.asked, after, outcome.state)
            closing = (asking,)
            requested = slot_of(self.dialogue, outcome.asked)
            events = [SlotSet("guide", dict(outcome.state)), SlotSet("requested_slot", requested)]
        says = (*lead, *outcome.say, *added, *closing)
        utter(dispatcher, says, meant, confidence, {**extra, **more})
        return [SlotSet(slot_of(self.dialogue, name), value) for name, value in outcome.answers.items()] + events

    def opening(self, tracker: Tracker, state: dict[str, Any]) -> Message:
        """The message with which the dialogue begins."""
        resume, known = state.pop("resume", None), state.pop("told", {}).get(self.dialogue.name)
        if known:
            state["proposed"] = known
        if resume:
            return Message("change", resume) if isinstance(resume, str) else Message("resume")
        return replace(latest(tracker), kind="start")

    def told(self, tracker: Tracker) -> dict[str, Answers]:
        """What other dialogues can take over from the flow of this one."""
        flow = self.flow(tracker)
        return told_to_others(flow, answers_of(flow, tracker), today())

    def wanted(self, message: Message) -> str | None:
        """The other dialogue that this message asks for, if it asks for one."""
        flow = message.name if message.kind == "control" and message.name in DIALOGUES else None
        return flow if flow != self.dialogue.name else None

    def also(self, outcome: Outcome, tracker: Tracker, began: bool) -> Extra:
        """What this dialogue adds to a turn: messages, and parts of the turn such as documents."""
        return (), {}

    def flow(self, tracker: Tracker) -> Dialogue:
        """The dialogue that a pause comes back to."""
        return self.dialogue

    def ending(self, outcome: Outcome, answers: Answers, tracker: Tracker) -> tuple[Any, dict[str, Any], Events]:
        """What is said, added and set when the dialogue ends as ``outcome.end`` says."""
        if outcome.end == "done":
            return (), {}, [
                SlotSet("guide", None), SlotSet("dialog", self.dialogue.name), SlotSet("requested_slot", None)
            ]
        flow = self.flow(tracker)
        leave = [*cleared(flow), *left_for("action_listen")]
        if outcome.end == "paused":
            known = answers if flow is self.dialogue else answers_of(flow, tracker)
            receipt = keep(Pause(made_on=today(), flow=flow.name, answers=known))
            return (say("pauset", days=settings().retention_days), menu()), {"receipt": receipt}, leave
        if outcome.end == "deleted":
            return aside("slettet"), {"end_session": True}, leave
        return (menu(),), {}, leave


def form_of(name: str) -> str:
    """The Rasa form of the dialogue of that name."""
    return f"{name}_form"


def answers_of(dialogue: Dialogue, tracker: Tracker) -> Answers:
    """The answers of a dialogue that are known."""
    values = {name: tracker.get_slot(slot) for name, slot in dialogue.slots.items()}
    return {name: value for name, value in values.items() if value is not None}


def slot_of(dialogue: Dialogue, step: str | None) -> str | None:
    """The slot of a step; the guide's own steps have slots of their own names."""
    return dialogue.slots.get(step, step) if step else None


def step_in(dialogue: Dialogue, slot: str | None) -> str | None:
    """The step whose slot that is."""
    return next((step for step, own in dialogue.slots.items() if own == slot), slot)


def cleared(*dialogues: Dialogue) -> Events:
    """Events that forget the answers of the dialogues and the guide's memory."""
    slots = [slot for dialogue in dialogues for slot in dialogue.slots.values()]
    return [SlotSet(slot, None) for slot in (*slots, "guide")]


def switched(flow: str, guide: dict[str, Any]) -> Events:
    """Events that leave the form that is going on and begin the one of that flow with this memory."""
    return [SlotSet("guide", guide), *left_for(form_of(flow))]


def left_for(action: str) -> Events:
    """Events that leave the form that is going on; that action is next."""
    return [SlotSet("requested_slot", None), ActiveLoop(None), FollowupAction(action)]


def _meant(outcome: Outcome, message: Message) -> tuple[tuple[str, str], float]:
    """What the turn says was understood, and how surely; danger goes before all else."""
    if outcome.danger:
        return ACUTE, 1.0
    if outcome.writer:
        return understood("menneske"), 1.0
    kind, name = outcome.understood
    meant = understood(name) if kind in ("control", "topic", "flow") else (kind, name)
    return meant, message.confidence if name == message.intent else 1.0
