"""The closed list of sources an answer may rest on."""

from __future__ import annotations

from collections.abc import Iterable

from tryggsamtale.guiding.reply import Source
from tryggsamtale.knowledge import ROOM
from tryggsamtale.wording import load

KINDS = ("dokument", "lov", "nettside", "program")


def sources(ids: Iterable[str]) -> tuple[Source, ...]:
    """In the order of the ids. Raises KeyError for one that is not in ``sources.yml``."""
    known = load(ROOM / "sources.yml")
    return tuple(Source(title=known[id]["title"], ref=known[id]["ref"]) for id in ids)
