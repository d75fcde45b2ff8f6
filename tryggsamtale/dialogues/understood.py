"""The contract's names for what was understood, from an intent or a pressed control."""

from __future__ import annotations

from tryggsamtale.guiding.model import UNKNOWN
from tryggsamtale.knowledge.topics import TOPICS

ACUTE = ("acute", "akutt")
FLOWS = ("drofting", "trygghetssamtale", "plikt")
CONTROLS = (
    "tilbake", "avbryt", "slett", "hjelp", "menneske", "start_pa_nytt", "ja", "nei", "vet_ikke", "hilsen", "takk",
    "endre", "fortsett",
)
LIKE = {
    "hvorfor": "hjelp", "gjenta": "fortsett", "vent": "fortsett", "pause": "avbryt", "slett_lagret": "slett",
    "handlingsplan_sjekk": "handlingsplan", "trafikklyset_hjelp": "trafikklyset",
}
"""Controls and side dialogues that the contract has no name for, and the control or topic they count as."""


def understood(name: str) -> tuple[str, str]:
    """(kind, name) of the contract; a case that is told without a question leads to discussing it."""
    name = LIKE.get(name, name).removeprefix("les_mer_").partition(".")[0]
    if name == "fortelling":
        return "flow", "drofting"
    for kind, names in (("flow", FLOWS), ("control", CONTROLS), ("topic", TOPICS)):
        if name in names:
            return kind, name
    return UNKNOWN
