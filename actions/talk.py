"""What is said outside the dialogues: greetings, topics, the menu, and what a receipt code brings back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.guided_form import form_of
from actions.handover import rehearsed
from actions.messages import latest, metadata
from actions.replies import Events, guarded, utter
from actions.store import erase
from tryggsamtale.dialogues.catalogue import ABOUT_A_CASE, DIALOGUES, DROFTING, PLIKT
from tryggsamtale.dialogues.talk import aside, kept_again, menu, told_of, welcome_back
from tryggsamtale.dialogues.understood import ACUTE, understood
from tryggsamtale.dialogues.unsure import is_unsure, not_understood, which
from tryggsamtale.guiding.model import Message
from tryggsamtale.guiding.reply import Say
from tryggsamtale.guiding.turn import warned_also
from tryggsamtale.guiding.view import corrected
from tryggsamtale.knowledge.topics import TOPICS
from tryggsamtale.outputs.schemas import read_output


class ActionRespond(Action):
    """Answers everything that is said outside a dialogue."""

    def name(self) -> str:
        return "action_respond"

    @guarded
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        message = latest(tracker)
        if message.kind == "corrected":
            return self._corrected(dispatcher, message, tracker.get_slot("guide") or {})
        if message.kind != "text":
            return self._pressed(dispatcher, message.name or "utenfor", metadata(tracker).get("code"))
        before = tracker.get_slot("guide") or {}
        about = bool(DROFTING.read(message.text, None).answers)
        flow = None if message.writer else self._begun(message, about, before)
        if flow:
            utter(dispatcher, (), ACUTE if message.danger else ("flow", flow))
            return [FollowupAction(form_of(flow))]
        first = told_of(message.danger, message.writer, before.get("warned", ()))
        if first:
            more = aside(message.intent, message.text) if message.intent in TOPICS else ()
            utter(dispatcher, (*first, *more, menu()), ACUTE if message.danger else understood("menneske"))
            return self._remembered(message, before, about and not message.writer)
        intent, says, offered = self._answer(message, about)
        utter(dispatcher, says, understood(intent), message.confidence)
        return self._remembered(message, before, offered)

    @classmethod
    def _corrected(cls, dispatcher: CollectingDispatcher, message: Message, before: Mapping[str, Any]) -> Events:
        """More is hidden or shown; a danger told in the same breath comes first."""
        first = told_of(message.danger, None, before.get("warned", ()))
        utter(dispatcher, (*first, corrected(message.name), menu()), ACUTE if first else ("control", "endre"))
        return cls._remembered(message, before, offered=False)

    @staticmethod
    def _begun(message: Message, about: bool, before: Mapping[str, Any]) -> str | None:
        """The dialogue that the message begins: a yes to the offer, or «must I report?»; ``about`` when it tells of a
        case."""
        if PLIKT.asked_for(message.text) and (about or message.intent not in TOPICS):
            return PLIKT.name
        return DROFTING.name if message.intent == "ja" and before.get("told") else None

    @staticmethod
    def _answer(message: Message, about: bool) -> tuple[str, tuple[Say, ...], bool]:
        """What is taken to be meant, the answer, and whether it offers to discuss a case."""
        doubt, unsure = which(message.intents), is_unsure(message.intents)
        intent = "fortelling" if about and (unsure or message.intent == "utenfor") else message.intent
        offered = about or (intent == "fortelling" and not doubt)
        if doubt:
            return intent, doubt, offered
        if intent == "fortelling":
            return intent, (menu("fortelling"),), offered
        if unsure:
            return "utenfor", not_understood(message.intents), about
        says = aside(intent, message.text) or aside("utenfor")
        return intent, says if intent in TOPICS else (*says, menu()), offered

    @staticmethod
    def _remembered(message: Message, before: Mapping[str, Any], offered: bool) -> Events:
        """What the next turn needs: what a dialogue would start with, and which card was shown last."""
        after = dict(before)
        if offered:
            known = before.get("told", {})
            after["told"] = {
                dialogue.name: {**known.get(dialogue.name, {}), **dialogue.read(message.text, None).answers}
                for dialogue in ABOUT_A_CASE
            }
        if message.danger:
            after["warned"] = warned_also(before, message.danger)
        return [SlotSet("guide", after)] if after != before else []

    @staticmethod
    def _pressed(dispatcher: CollectingDispatcher, name: str, code: str | None) -> Events:
        if name == "slett":
            utter(dispatcher, aside("slettet"), ("control", "slett"), rest={"end_session": True})
            return []
        if name == "slett_lagret":
            erase(code)
        more = () if name.startswith("les_mer_") else (menu(),)
        utter(dispatcher, (*aside(name), *more), understood(name))
        return []


class ActionResume(Action):
    """Takes up what a receipt code has brought back: a dialogue that was left, or a finished result."""

    def name(self) -> str:
        return "action_resume"

    @guarded
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        kept = metadata(tracker)["kept"]
        if kept["kind"] != "pause":
            says, documents = kept_again(kept)
            utter(dispatcher, (*says, menu("hva_mer")), ("control", "fortsett"), rest={"documents": documents})
            return rehearsed(read_output(kept))
        dialogue = DIALOGUES[kept["flow"]]
        answers = {slot: kept["answers"][name] for name, slot in dialogue.slots.items() if name in kept["answers"]}
        utter(dispatcher, (welcome_back(),), ("control", "fortsett"))
        return [
            *(SlotSet(slot, value) for slot, value in answers.items()),
            SlotSet("guide", {"resume": True}), FollowupAction(form_of(dialogue.name)),
        ]
