"""The emergency card: what to do now, and whom to call, in the order that fits the danger."""

from __future__ import annotations

from collections.abc import Iterable

from tryggsamtale.guiding.reply import Say
from tryggsamtale.knowledge import ROOM
from tryggsamtale.knowledge.contacts import Directory, directory
from tryggsamtale.knowledge.sources import sources
from tryggsamtale.wording import Text, joined, load

_WORDING = load(ROOM / "emergency.yml")
REASONS = tuple(_WORDING["gjor"])
"""What the card can be about; ``fare`` when no more is known."""


def card(reason: str, at_work: bool = True, contacts: Directory | None = None) -> Say:
    """The card for one of :data:`REASONS`; ``at_work`` adds whom an employee tells first (source 003).

    Raises KeyError for another reason.
    """
    numbers = [_WORDING["linjer"][id] for id in _order(reason)]
    closing = [_WORDING["pa_jobb"]] * at_work + [_WORDING["star_her"]]
    text = joined([_WORDING["gjor"][reason], joined(numbers, "\n"), *closing], "\n\n")
    return _say(text, contacts)


def short_card(reason: str, contacts: Directory | None = None) -> Say:
    """For who was shown the card and now tells of another danger: what to do, the numbers the card did not have, and
    that the card is still there. Raises KeyError for a reason that is none of :data:`REASONS`."""
    new = [_WORDING["linjer"][id] for id in _order(reason) if id not in _WORDING["alltid"]]
    return _say(joined([_WORDING["gjor"][reason], *new, _WORDING["kortet"]], "\n\n"), contacts)


def reminder(contacts: Directory | None = None) -> Say:
    """One line for who tells of the same danger again: the card is still there."""
    return _say(_WORDING["igjen"], contacts)


def _order(reason: str) -> Iterable[str]:
    return dict.fromkeys([*_WORDING["numre"].get(reason, ()), *_WORDING["alltid"]])


def _say(text: Text, contacts: Directory | None) -> Say:
    return Say((contacts or directory()).fill(text), sources=sources(_WORDING["kilder"]))
