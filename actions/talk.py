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
from tryggsamtale.dialogues.catalogue import ABOUT_A_CASE, DIALOGUES, DROFTING, PLIKT
from tryggsamtale.dialogues.talk import aside, emergency, kept_again, menu, offer, welcome_back
from tryggsamtale.dialogues.understood import understood
from tryggsamtale.dialogues.unsure import is_unsure, not_understood, which
from tryggsamtale.guiding.reply import Say
from tryggsamtale.guiding.view import corrected
from tryggsamtale.knowledge.topics import TOPICS

OFFERS = ("fortelling", "trygghetssamtale")
"""What is answered with an offer to discuss the case together; a «ja» after it begins."""


class ActionRespond(Action):
    """Answers everything that is said outside a dialogue."""

    def name(self) -> str:
        return "action_respond"

    @guarded
    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        message = latest(tracker)
        if message.kind == "corrected":
            utter(dispatcher, (corrected(message.name), menu()), ("control", "endre"))
            return []
        if message.kind != "text":
            return self._pressed(dispatcher, message.name or "utenfor", metadata(tracker).get("code"))
        readings = {dialogue.name: dialogue.read(message.text, None) for dialogue in ABOUT_A_CASE}
        about = readings[DROFTING.name]
        helped = DROFTING.interrupt(dict(about.answers))
        card = (emergency(),) if about.acute else ()
        before = (tracker.get_slot("guide") or {}).get("told", {})
        told = {name: {**before.get(name, {}), **reading.answers} for name, reading in readings.items()}
        accepted = message.intent == "ja" and before
        asked = PLIKT.asked_for(message.text) and (about.answers or message.intent not in TOPICS)
        if not helped and (accepted or asked):
            flow = PLIKT.name if asked else DROFTING.name
            utter(dispatcher, (), ("flow", flow))
            return [SlotSet("guide", {"told": before}), FollowupAction(form_of(flow))]
        if helped:
            utter(dispatcher, (*card, *helped, menu()), ("acute", "akutt") if card else ("control", "menneske"))
            return []
        unsure, doubt = is_unsure(message.intents), which(message.intents)
        intent = "fortelling" if about.answers and (unsure or message.intent == "utenfor") else message.intent
        if doubt:
            says: tuple[Say, ...] = doubt
        elif intent == "fortelling":
            says = (offer(),)
        elif unsure:
            says, intent = not_understood(message.intents), "utenfor"
        else:
            says = aside(intent, message.text) or aside("utenfor")
            says = says if intent in TOPICS else (*says, menu())
        kind, name = ("acute", "akutt") if card else understood(intent)
        utter(dispatcher, (*card, *says), (kind, name), message.confidence)
        offered = about.answers or (intent in OFFERS and not doubt)
        return [SlotSet("guide", {"told": told})] if offered else []

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
        answers = {slot: kept["answers"][name] for name, slot in dialogue.slots.items() if name in kept["answers"]}
        utter(dispatcher, (welcome_back(),), ("control", "fortsett"))
        return [
            *(SlotSet(slot, value) for slot, value in answers.items()),
            SlotSet("guide", {"resume": True}), FollowupAction(form_of(dialogue.name)),
        ]
