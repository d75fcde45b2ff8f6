"""Trafikklyset: from what was seen between children to a colour, and what adults do then (seksuellatferd.no, 000)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tryggsamtale.consultation.statement import Statement, read

WORDING = read(__file__)
GRONN, GUL, ROD = "gronn", "gul", "rod"
COLOURS: Mapping[str, Mapping[str, Any]] = WORDING["colours"]
"""Colour, the mildest first → what it is called, means and asks of adults."""

SIGNS: dict[str, dict[str, str | None]] = {
    "samspill": {"frivillig": GRONN, "jevne": GRONN, "ulike": GUL, "lokket": GUL, "tvang": ROD, "redd": ROD},
    "atferd": {"nysgjerrig": GRONN, "ofte": GUL, "alder": GUL, "sted": GUL, "skjult": ROD, "skade": ROD},
    "voksne": {"avledes": GRONN, "igjen": GUL, "fortsetter": ROD, "ikke_provd": None},
}
"""What is looked at → each sign and its colour, None where it says nothing of it.

Red are coercion, threats, harm, fear, secrecy, and going on when adults stop it: the marks of harmful sexual behaviour
at seksuellatferd.no. Yellow are frequency, intensity, a bad fit with age or place, and inequality.
"""

NEEDED_FOR_GREEN = ("samspill", "atferd")
"""Green is said only when both are known: a child that stops when told may still be hurt."""


@dataclass(frozen=True)
class Light:
    """The colour (None: too little is known), the signs that gave it, and what follows. ``contacts`` are ids."""

    colour: str | None
    because: tuple[str, ...]
    means: Statement
    adults: tuple[Statement, ...]
    contacts: tuple[str, ...]


def light(seen: Mapping[str, Iterable[str]]) -> Light:
    """The strongest colour of what was seen: kind of sign → signs. Raises KeyError for a sign that is not known."""
    colours = {sign: SIGNS[kind][sign] for kind, signs in seen.items() for sign in signs}
    strongest = next((colour for colour in reversed(COLOURS) if colour in colours.values()), None)
    if strongest == GRONN and not all(seen.get(kind) for kind in NEEDED_FOR_GREEN):
        strongest = None
    words = COLOURS[strongest] if strongest else WORDING["unsure"]
    because = tuple(sign for sign, colour in colours.items() if strongest and colour == strongest)
    return Light(strongest, because, words["means"], tuple(words["adults"]), tuple(words["contacts"]))
