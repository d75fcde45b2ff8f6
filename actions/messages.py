"""Reading the user's message out of Rasa's tracker."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker

from tryggsamtale.guiding.model import Message


def latest(tracker: Tracker) -> Message:
    """What the user did in this turn, as the guide knows it."""
    said = tracker.latest_message
    intents = tuple((one["name"], one["confidence"]) for one in said.get("intent_ranking") or [])
    text = said.get("text") or ""
    if not text.startswith("/"):
        heard = metadata(tracker)
        return Message(
            "text", text=text, kept=heard.get("kept", text), intents=intents, danger=heard.get("danger"),
            writer=heard.get("writer"),
        )
    entities = {entity["entity"]: entity["value"] for entity in said.get("entities", [])}
    intent = said["intent"]["name"]
    if intent == "svar":
        return Message("answer", entities.get("felt", ""), tuple(entities.get("verdi", ())), intents=intents)
    if intent == "skjuling":
        return Message("corrected", entities["verdi"][0], danger=metadata(tracker).get("danger"))
    if intent == "endre" and "felt" in entities:
        return Message("change", entities["felt"], intents=intents)
    name = f"{intent}_{entities['felt']}" if intent == "les_mer" else intent
    return Message("control", name, intents=intents)


def began_now(tracker: Tracker, form: str) -> bool:
    """Whether the form was activated in this turn: the message started it and is no answer to it."""
    for event in reversed(tracker.events):
        if event["event"] == "user":
            return False
        if event["event"] == "active_loop" and event["name"] == form:
            return True
    return True


def metadata(tracker: Tracker) -> dict[str, Any]:
    """What the channel sent along with the message."""
    return tracker.latest_message.get("metadata") or {}
