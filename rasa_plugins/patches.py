"""Mends in Rasa 3.6.21, the last open release, which no longer changes. Applied once, when the channel is loaded.

- An action's answer is checked against the same schema as before, but the schema itself is checked once and not on
  every answer (that took 50–60 ms a turn).
- The class of an event is looked up in a table instead of by walking all subclasses each time.
- A call to the action server that fails marks the turn as failed, and no further one is made in it: Rasa otherwise
  goes on with half a turn. A call is waited for for seconds, not for the five minutes that Rasa gives it.
- Rasa's greeting at ``/`` and its open CORS stay out: the channel serves the page and decides who may call.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import rasa.core.actions.action
import rasa.server
import rasa.shared.utils.common
from jsonschema import Draft4Validator
from jsonschema.validators import validator_for
from rasa.core.actions.action import ActionExecutionRejection, RemoteAction
from rasa.shared.core.events import Event
from rasa.shared.exceptions import RasaException

ACTION_SECONDS = 8
"""How long an action may take. It waits itself, twice at most, for a database that is locked (two seconds each)."""


@lru_cache(maxsize=1)
def _validator() -> Draft4Validator:
    schema = RemoteAction.action_response_format_spec()
    cls = validator_for(schema)
    cls.check_schema(schema)
    return cls(schema)


def validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    """Like Rasa's own, with the validator built once. Raises jsonschema.ValidationError for a bad answer."""
    _validator().validate(result)
    return True


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
    rasa.server.add_root_route = lambda app: None
    rasa.server.configure_cors = lambda app, cors_origins="": None
