"""What the bot says outside dialogues, with telephone numbers and sources in place."""

from __future__ import annotations

from tryggsamtale.guiding.reply import Say
from tryggsamtale.knowledge import ROOM
from tryggsamtale.knowledge.contacts import Directory, directory
from tryggsamtale.knowledge.sources import sources
from tryggsamtale.wording import load

_WORDING = load(ROOM / "general.yml")
KEYS = tuple(key for key in _WORDING if key != "kilder")
SUPPORT = {
    "barn": "stotte_barn",
    "utsatt": "stotte_utsatt",
    "redd_for_a_skade": "stotte_redd_for_a_skade",
}
"""From an assessment's support track to what is said to that person."""


def say(key: str, contacts: Directory | None = None) -> Say:
    """One message of ``general.yml``. Raises KeyError for an unknown key."""
    if key not in KEYS:
        raise KeyError(key)
    text = (contacts or directory()).fill(_WORDING[key])
    return Say(text, sources=sources(_WORDING["kilder"].get(key, ())))
