"""The tracker store keeps the answers and the place in the dialogue, and forgets what was said."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from rasa_plugins import tracker_store
from rasa_plugins.tracker_store import ForgettingTrackerStore, memory_of
from tryggsamtale.running.project import PROJECT

SAID = "Banansplitt"
ANSWERS = {"tid": "pagar", "rolle": ["skole"], "guide": {"failed": {"utsatt": 1}}}


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(PROJECT / "domain.yml"))


@pytest.fixture
def store(domain: Domain) -> Iterator[ForgettingTrackerStore]:
    yield ForgettingTrackerStore(domain)
    for sender in list(tracker_store._on_the_table):
        tracker_store.take(sender)


def in_a_form(store: ForgettingTrackerStore) -> DialogueStateTracker:
    """A conversation in the middle of a form."""
    tracker = store.init_tracker("someone")
    tracker.update_with_events([
        UserUttered(f"Jeg heter {SAID}", {"name": "plikt", "confidence": 1.0}), ActionExecuted("plikt_form"),
        ActiveLoop("plikt_form"), *(SlotSet(name, value) for name, value in ANSWERS.items()),
        BotUttered(f"Hei {SAID}"), SlotSet("requested_slot", "utsatt"), ActionExecuted("action_listen"),
    ], store.domain)
    return tracker


def saved(store: ForgettingTrackerStore, tracker: DialogueStateTracker) -> dict:
    """What the channel gets to keep after a turn, as it is kept."""
    tracker_store.lay("someone", {"slots": {}, "loop": None, "requested": None})
    asyncio.run(store.save(tracker))
    return json.loads(json.dumps(tracker_store.take("someone")))


def test_the_answers_and_the_question_are_kept_and_nothing_that_was_said(store: ForgettingTrackerStore):
    memory = saved(store, in_a_form(store))
    assert memory == {"slots": ANSWERS, "loop": "plikt_form", "requested": "utsatt"}
    assert SAID not in json.dumps(memory)


def test_a_form_goes_on_where_it_was(store: ForgettingTrackerStore):
    before = in_a_form(store)
    tracker_store.lay("someone", saved(store, before))
    after = asyncio.run(store.retrieve("someone"))
    assert after.active_loop_name == "plikt_form" and after.get_slot("requested_slot") == "utsatt"
    assert after.latest_action_name == before.latest_action_name == "action_listen"
    assert {name: after.get_slot(name) for name in ANSWERS} == ANSWERS
    last = after.past_states(store.domain)[-1]
    assert {**before.past_states(store.domain)[-1], "user": None} == {**last, "user": None}
    assert memory_of(after) == memory_of(before)


def test_a_hundred_turns_are_no_longer_than_one(store: ForgettingTrackerStore):
    tracker, lengths = in_a_form(store), []
    for _ in range(100):
        tracker_store.lay("someone", saved(store, tracker))
        tracker = asyncio.run(store.retrieve("someone"))
        lengths.append(len(tracker.events))
        said = [UserUttered(SAID), ActionExecuted("plikt_form"), BotUttered(SAID), ActionExecuted("action_listen")]
        tracker.update_with_events(said, store.domain)
    assert set(lengths) == {lengths[0]} and lengths[0] < 15


def test_outside_a_form_there_is_no_form(store: ForgettingTrackerStore):
    tracker = in_a_form(store)
    tracker.update_with_events([ActiveLoop(None), SlotSet("requested_slot", None), SlotSet("tid", None)], store.domain)
    memory = saved(store, tracker)
    assert memory["loop"] is None and memory["requested"] is None and "tid" not in memory["slots"]
    tracker_store.lay("someone", memory)
    assert asyncio.run(store.retrieve("someone")).active_loop_name is None


def test_a_new_conversation_has_no_past(store: ForgettingTrackerStore):
    tracker_store.lay("someone", {})
    assert asyncio.run(store.retrieve("someone")) is None
    assert asyncio.run(store.retrieve("nobody")) is None


def test_nothing_stays_in_memory_after_a_turn(store: ForgettingTrackerStore):
    saved(store, in_a_form(store))
    assert asyncio.run(store.keys()) == []
    asyncio.run(store.save(in_a_form(store)))  # a turn that nobody waits for any more
    assert asyncio.run(store.keys()) == [] and tracker_store.take("someone") == {}
