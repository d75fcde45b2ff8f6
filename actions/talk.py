"""What is said outside the dialogues: greetings, topics, the menu, and what a receipt code brings back."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.guided_form import form_of
from actions.messages import latest, metadata
from actions.replies import Events, guarded, utter
from actions.store import erase
from tryggsamtale.dialogues.catalogue import DIALOGUES, STARTED_BY_TELLING
from tryggsamtale.dialogues.talk import aside, emergency, kept_again, menu, say, welcome_back
from tryggsamtale.dialogues.understood import understood
from tryggsamtale.guiding.reply import Say
from tryggsamtale.knowledge.topics import TOPICS

OFFERS = ("fortelling", "drofting", "trygghetssamtale")
"""What is answered with an offer to look at the duty together; a «ja» after it begins."""


class ActionRespond(Action):
    """Answers everything that is said outside a dialogue."""

    def name(self) -> str:
        return "action_respond"

    @guarded
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        message = latest(tracker)
        if message.kind != "text":
            return self._pressed(dispatcher, message.name or "utenfor", metadata(tracker).get("code"))
        told = STARTED_BY_TELLING.read(message.text, None)
        helped = STARTED_BY_TELLING.interrupt(dict(told.answers))
        card = (emergency(),) if told.acute else ()
        before = tracker.get_slot("guide") or {}
        accepted = message.intent == "ja" and "proposed" in before
        asked = STARTED_BY_TELLING.asked_for(message.text) and (told.answers or message.intent not in TOPICS)
        if not helped and (accepted or asked):
            utter(dispatcher, (), ("flow", STARTED_BY_TELLING.name))
            return [FollowupAction(form_of(STARTED_BY_TELLING.name))]
        if helped:
            utter(dispatcher, (*card, *helped, menu()), ("acute", "akutt") if card else ("control", "menneske"))
            return []
        intent = "fortelling" if told.answers and message.intent in ("utenfor", "nlu_fallback") else message.intent
        if intent == "fortelling":
            says: tuple[Say, ...] = (say("fortelling"), menu())
        else:
            says = aside(intent) or aside("utenfor")
            says = says if intent in TOPICS else (*says, menu())
        kind, name = ("acute", "akutt") if card else understood(intent)
        utter(dispatcher, (*card, *says), (kind, name), message.confidence)
        offered = intent in OFFERS or told.answers
        return [SlotSet("guide", {"proposed": {**before.get("proposed", {}), **told.answers}})] if offered else []

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
            return []
        dialogue = DIALOGUES[kept["flow"]]
        utter(dispatcher, (welcome_back(),), ("control", "fortsett"))
        return [
            *(SlotSet(name, value) for name, value in kept["answers"].items() if name in dialogue.slots),
            SlotSet("guide", {"resume": True}), FollowupAction(form_of(dialogue.name)),
        ]
