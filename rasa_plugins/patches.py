"""Mends in Rasa 3.6.21, the last open release, which no longer changes. Applied once, when the channel is loaded.

- An action's answer is checked as strictly as before, but the schema itself is checked once and not on every answer
  (that took 50–60 ms a turn), and an event against the schema of its own kind.
- The nodes of the model are run one after the other without dask's scheduler, and spaCy forgets the words it met; the
  connection to the action server is kept open for the next call.
- The class of an event is looked up in a table instead of by walking all subclasses each time.
- A call to the action server that fails marks the turn as failed, and no further one is made in it: Rasa otherwise
  goes on with half a turn. A call is waited for for seconds, not for the five minutes that Rasa gives it.
- Rasa's greeting at ``/`` and its open CORS stay out: the channel serves the page and decides who may call.
"""

from __future__ import annotations

import asyncio
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import aiohttp
import rasa.core.actions.action
import rasa.engine.runner.dask
import rasa.server
import rasa.shared.utils.common
from jsonschema import Draft4Validator
from jsonschema.validators import validator_for
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.shared.core.events import Event
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig

from rasa_plugins.spacy_nlp import words_forgotten

ACTION_SECONDS = 8
"""How long an action may take. It waits itself, twice at most, for a database that is locked (two seconds each)."""


def _built(schema: dict[str, Any]) -> Draft4Validator:
    cls = validator_for(schema)
    cls.check_schema(schema)
    return cls(schema)


@lru_cache(maxsize=1)
def _validators() -> tuple[Draft4Validator, Draft4Validator, dict[str, Draft4Validator]]:
    """For a whole answer, for what all events share, and for each kind of event by its name."""
    schema = RemoteAction.action_response_format_spec()
    event = dict(schema["properties"]["events"]["items"])
    kinds = {kind["properties"]["event"]["const"]: _built(kind) for kind in event.pop("oneOf")}
    return _built(schema), _built(event), kinds


def validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    """As strict as Rasa's own. Raises jsonschema.ValidationError for a bad answer.

    The kinds of events exclude each other by name, so an event is checked against its own kind and not against all.
    """
    whole, shared, kinds = _validators()
    events = result.get("events", []) if isinstance(result, dict) else None
    if isinstance(events, list) and all(_kind(event) in kinds for event in events):
        for event in events:
            shared.validate(event)
            kinds[_kind(event)].validate(event)
        result = {**result, "events": []}
    whole.validate(result)
    return True


def _kind(event: Any) -> str | None:
    kind = event.get("event") if isinstance(event, dict) else None
    return kind if isinstance(kind, str) else None


def run_in_order(graph: dict[str, Any], targets: list[str]) -> tuple[Any, ...]:
    """What ``dask.get`` gives for a graph, one node after the other and without its scheduler."""
    done: dict[str, Any] = {}

    def value(name: str) -> Any:
        if name not in done:
            task = graph[name]
            calls = isinstance(task, tuple) and callable(task[0])
            done[name] = task[0](*(value(need) if need in graph else need for need in task[1:])) if calls else task
        return done[name]

    with words_forgotten():
        return tuple(value(target) for target in targets)


KEPT_OPEN_SECONDS = 2
"""How long a connection to the action server is kept for the next call; the server itself closes it after five."""


def open_session(self: EndpointConfig) -> aiohttp.ClientSession:
    """Like Rasa's own, with a connection that outlives the call."""
    return aiohttp.ClientSession(
        headers=self.headers, timeout=aiohttp.ClientTimeout(total=ACTION_SECONDS), connector_owner=False,
        connector=_connector(asyncio.get_running_loop()),
    )


@lru_cache(maxsize=1)
def _connector(_: asyncio.AbstractEventLoop) -> aiohttp.TCPConnector:
    return aiohttp.TCPConnector(keepalive_timeout=KEPT_OPEN_SECONDS)


@lru_cache(maxsize=1)
def _event_types() -> dict[str, type[Event]]:
    return {cls.type_name: cls for cls in reversed(rasa.shared.utils.common.all_subclasses(Event))}


def resolve_by_type(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
    """The event class of that name. Raises ValueError for an unknown one without a default."""
    if type_name == "topic":
        return None
    found = _event_types().get(type_name, default)
    if found is None:
        raise ValueError("Unknown event name")
    return found


_call_action_server = RemoteAction.run


async def run_remote_action(
    self: RemoteAction, output_channel: Any, nlg: Any, tracker: Any, domain: Any
) -> list[Event]:
    """Like Rasa's own; a failure is noted on the output channel (``failed``) before it is raised.

    Raises RasaException at once when a call of the same turn has failed before.
    """
    if getattr(output_channel, "failed", False):
        raise RasaException("An earlier call of this turn failed")
    try:
        return await _call_action_server(self, output_channel, nlg, tracker, domain)
    except ActionExecutionRejection:
        raise
    except Exception:
        output_channel.failed = True
        raise


def apply() -> None:
    """Put the mends in place; calling it again changes nothing."""
    RemoteAction._validate_action_result = validate_action_result
    RemoteAction.run = run_remote_action
    rasa.core.actions.action.DEFAULT_REQUEST_TIMEOUT = ACTION_SECONDS
    Event.resolve_by_type = staticmethod(resolve_by_type)
    EndpointConfig.session = open_session
    rasa.engine.runner.dask.dask = SimpleNamespace(get=run_in_order)
    rasa.server.add_root_route = lambda app: None
    rasa.server.configure_cors = lambda app, cors_origins="": None
