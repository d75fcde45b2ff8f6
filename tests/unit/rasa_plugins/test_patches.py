"""What is mended in Rasa does what Rasa's own did, only quicker or more carefully."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator

import jsonschema
import pytest
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.shared.utils.common import all_subclasses
from rasa.utils.endpoints import EndpointConfig

from rasa_plugins import patches
from rasa_plugins.turns import Collector

GOOD = (
    {"events": [], "responses": []},
    {"events": [{"event": "slot", "name": "rolle", "value": ["skole"]}], "responses": [{"custom": {}}]},
    {},
    {"events": [{"event": "active_loop", "name": None}, {"event": "followup", "name": "action_listen"}]},
)
BAD = (
    [], None, "hei", {"events": "none"}, {"events": [7]}, {"responses": {}}, {"responses": ["hei"]},
    {"events": [{"event": "slot"}]}, {"events": [{"event": "no such event"}]}, {"events": [{}]},
)


@pytest.fixture(autouse=True)
def applied() -> Iterator[None]:
    patches.apply()
    patches.apply()
    yield
    patches.apply()


@pytest.fixture
def tracker() -> DialogueStateTracker:
    return DialogueStateTracker.from_events("someone", [], [])


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A server that takes calls and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def action(port: int) -> RemoteAction:
    return RemoteAction("action_respond", EndpointConfig(f"http://127.0.0.1:{port}/webhook"))


def run(one: RemoteAction, collector: Collector, tracker: DialogueStateTracker) -> None:
    asyncio.run(one.run(collector, None, tracker, Domain.empty()))


def test_there_are_good_and_bad_answers_by_rasas_own_schema():
    for answer in GOOD:
        jsonschema.validate(answer, RemoteAction.action_response_format_spec())
    for answer in BAD:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(answer, RemoteAction.action_response_format_spec())


@pytest.mark.parametrize("answer", GOOD, ids=range(len(GOOD)))
def test_a_good_answer_of_an_action_is_taken(answer: object):
    assert action(1)._validate_action_result(answer) is True


@pytest.mark.parametrize("answer", BAD, ids=range(len(BAD)))
def test_a_bad_answer_of_an_action_is_refused_with_rasas_error(answer: object):
    with pytest.raises(jsonschema.ValidationError):
        action(1)._validate_action_result(answer)


def test_every_event_is_found_by_its_name():
    for cls in all_subclasses(Event):
        assert Event.resolve_by_type(cls.type_name).type_name == cls.type_name
    assert Event.resolve_by_type("slot") is SlotSet and Event.resolve_by_type("user") is UserUttered
    assert Event.from_parameters({"event": "slot", "name": "rolle", "value": "skole"}) == SlotSet("rolle", "skole")


def test_an_unknown_event_is_an_error_unless_there_is_a_default():
    with pytest.raises(ValueError, match="^Unknown event name$"):
        Event.resolve_by_type("Banansplitt")
    assert Event.resolve_by_type("Banansplitt", SlotSet) is SlotSet
    assert Event.resolve_by_type("topic") is None


def test_a_call_that_fails_marks_the_turn_and_is_the_last_one_of_it(tracker: DialogueStateTracker, silent_port: int):
    collector = Collector()
    with pytest.raises(RasaException):
        run(action(1), collector, tracker)  # nobody listens there
    assert collector.failed and not collector.complete
    start = time.monotonic()
    with pytest.raises(RasaException):
        run(action(silent_port), collector, tracker)
    assert time.monotonic() - start < 1


def test_a_call_is_not_waited_for_for_minutes(
    tracker: DialogueStateTracker, silent_port: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(patches, "ACTION_SECONDS", 0.2)
    patches.apply()
    collector, start = Collector(), time.monotonic()
    with pytest.raises(asyncio.TimeoutError):
        run(action(silent_port), collector, tracker)
    assert collector.failed and time.monotonic() - start < 3
