"""Turns as the contract shows them: put together from what the actions said, in the language of the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel

from tryggsamtale.guiding.view import MAX_LENGTH

NOTHING_ASKED = {"kind": "none", "options": [], "max_length": MAX_LENGTH}
"""Nothing is asked; typed text is accepted all the same."""


class Collector(CollectingOutputChannel):
    """Collects the replies of one turn; ``failed`` is set when a call to the action server failed."""

    def __init__(self) -> None:
        super().__init__()
        self.replies: list[dict[str, Any]] = []
        self.failed = False

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        if message.get("custom"):
            self.replies.append(message["custom"])

    @property
    def complete(self) -> bool:
        """Whether the turn has an answer and nothing of it failed."""
        return bool(self.replies) and not self.failed and not any(reply.get("failed") for reply in self.replies)


@dataclass(frozen=True)
class Answer:
    """A ``turn``. It ``quotes`` when it repeats unconfirmed words of the user, and ``ends`` when the session does."""

    turn: dict[str, Any]
    quotes: bool
    ends: bool


def assembled(replies: list[dict[str, Any]], masked: str | None = None) -> Answer:
    """One turn, in both languages, from the replies of the actions in it; the last question counts. ``masked`` is the
    user's text when something in it was masked."""
    turn: dict[str, Any] = {
        "messages": [message for reply in replies for message in reply.get("messages", [])],
        "understood": replies[0].get("understood"),
        "progress": None,
        "input": NOTHING_ASKED,
        "masked": masked,
    }
    for reply in replies:
        turn |= {name: reply[name] for name in ("progress", "input", "summary", "receipt") if reply.get(name)}
    documents = [document for reply in replies for document in reply.get("documents", [])]
    if documents:
        turn["documents"] = documents
    quotes = masked is not None or any(reply.get("quotes") for reply in replies)
    return Answer(turn, quotes, any(reply.get("end_session") for reply in replies))


def payloads_of(turn: dict[str, Any]) -> list[str]:
    """Every payload that a turn offers: buttons, options and lines to change."""
    buttons = [button["payload"] for message in turn["messages"] for button in message["buttons"]]
    options = [option["payload"] for option in turn["input"]["options"]]
    return buttons + options + [line["change"] for line in turn.get("summary", [])]
