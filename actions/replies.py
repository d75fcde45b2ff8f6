"""What an action answers with: one JSON message in both languages, which the channel puts into the turn."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable
from functools import wraps
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from tryggsamtale.guiding.reply import Say

log = logging.getLogger(__name__)

Events = list[dict[str, Any]]
Extra = tuple[tuple[Say, ...], dict[str, Any]]
Domain = dict[str, Any]
Run = Callable[[Action, CollectingDispatcher, Tracker, Domain], Awaitable[Events]]


def utter(
    dispatcher: CollectingDispatcher, say: Iterable[Say], understood: tuple[str, str], confidence: float = 1.0,
    rest: dict[str, Any] | None = None,
) -> None:
    """Answer with messages, what was understood (kind, name) and the rest of the turn; ``quotes`` marks an answer that
    repeats unconfirmed words of the user."""
    kind, name = understood
    says = tuple(say)
    dispatcher.utter_message(json_message={
        "messages": [one.as_dict() for one in says],
        "quotes": any(one.quotes for one in says),
        "understood": {"kind": kind, "name": name, "confidence": round(confidence, 3)},
        **(rest or {}),
    })


def guarded(run: Run) -> Run:
    """Let no error out of an action: Rasa would log the conversation with it. The channel answers 503 instead."""

    @wraps(run)
    async def safely(self: Action, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> Events:
        try:
            return await run(self, dispatcher, tracker, domain)
        except Exception as error:
            log.error("Action %s failed: %s at %s", self.name(), type(error).__name__, _place(error))
            dispatcher.messages.clear()
            dispatcher.utter_message(json_message={"failed": True})
            return []

    return safely


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else "unknown"
