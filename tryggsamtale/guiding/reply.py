"""What the bot answers in one turn, in both languages; the channel picks one.

The dictionaries of ``Reply.as_dict`` have the shape of the contract's ``Turn``, with ``{"nb", "nn"}``
wherever the contract has a string that the user reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tryggsamtale.wording import Text


@dataclass(frozen=True)
class Source:
    """Where a professional statement comes from: a readable title and an exact reference."""

    title: Text
    ref: str

    def as_dict(self) -> dict[str, Any]:
        return {"title": self.title.as_dict(), "ref": self.ref}


@dataclass(frozen=True)
class Button:
    """A choice the user can press; ``payload`` starts with ``/``."""

    title: Text
    payload: str

    def as_dict(self) -> dict[str, Any]:
        return {"title": self.title.as_dict(), "payload": self.payload}


@dataclass(frozen=True)
class Say:
    """One message bubble; ``quotes`` when it repeats words of the user that are not confirmed to be kept."""

    text: Text
    buttons: tuple[Button, ...] = ()
    sources: tuple[Source, ...] = ()
    quotes: bool = False

    def as_dict(self) -> dict[str, Any]:
        return {
            "text": self.text.as_dict(),
            "buttons": [button.as_dict() for button in self.buttons],
            "sources": [source.as_dict() for source in self.sources],
        }
