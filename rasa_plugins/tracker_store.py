"""A tracker store that forgets: after a turn only the answers are left, not what was said.

A conversation is here only while a turn lasts. The channel lays it in, Rasa works on it, and the channel takes it out
and keeps it sealed with the session, in one write with everything else of the turn; a turn that failed is dropped.
"""

from __future__ import annotations

from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME, REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

_on_the_table: dict[str, dict[str, Any]] = {}


def lay(sender_id: str, memory: dict[str, Any]) -> None:
    """Lay what is remembered of a conversation (``{}`` for a new one) ready for a turn."""
    _on_the_table[sender_id] = memory


def take(sender_id: str) -> dict[str, Any]:
    """Take what is remembered after the turn: ``slots`` by name, ``loop`` and ``requested`` (JSON)."""
    return _on_the_table.pop(sender_id, {})


def memory_of(tracker: DialogueStateTracker) -> dict[str, Any]:
    """The little that the next turn needs: slots that are set, the active loop and the slot it asked for."""
    slots = {
        name: slot.value for name, slot in tracker.slots.items()
        if name != REQUESTED_SLOT and slot.value is not None and slot.value != slot.initial_value
    }
    return {"slots": slots, "loop": tracker.active_loop_name, "requested": tracker.get_slot(REQUESTED_SLOT)}


def events_of(memory: dict[str, Any]) -> list[Event]:
    """The shortest history that leads to what is remembered."""
    events: list[Event] = [
        ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted(), ActionExecuted(ACTION_LISTEN_NAME)
    ]
    events += [SlotSet(name, value) for name, value in memory.get("slots", {}).items()]
    if memory.get("loop"):
        events += [
            ActionExecuted(memory["loop"]), ActiveLoop(memory["loop"]), SlotSet(REQUESTED_SLOT, memory["requested"]),
            ActionExecuted(ACTION_LISTEN_NAME),
        ]
    return events


class ForgettingTrackerStore(TrackerStore):
    """Rasa's view of the conversations of which a turn is going on in this process."""

    def __init__(self, domain: Domain | None, event_broker: EventBroker | None = None, **_: Any) -> None:
        super().__init__(domain, event_broker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        memory = _on_the_table.get(sender_id)
        if not memory:
            return None
        tracker = self.init_tracker(sender_id)
        tracker.update_with_events(events_of(memory), self.domain)
        return tracker

    async def create_tracker(self, sender_id: str, append_action_listen: bool = True) -> DialogueStateTracker:
        tracker = self.init_tracker(sender_id)
        if append_action_listen:
            tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        if tracker.sender_id in _on_the_table:
            _on_the_table[tracker.sender_id] = memory_of(tracker)

    async def keys(self) -> list[str]:
        return list(_on_the_table)
