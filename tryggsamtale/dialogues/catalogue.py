"""The dialogues that there are, by name, and what one of them can tell another about the same case."""

from __future__ import annotations

from datetime import date

from tryggsamtale.dialogues.drofting import Drofting
from tryggsamtale.dialogues.handlingsplan_sjekk import HandlingsplanSjekk
from tryggsamtale.dialogues.plikt import Plikt
from tryggsamtale.dialogues.trafikklyset_hjelp import TrafikklysetHjelp
from tryggsamtale.dialogues.trygghetssamtale import Trygghetssamtale
from tryggsamtale.guiding.model import Answers, Dialogue

PLIKT = Plikt()
DROFTING = Drofting()
HANDLINGSPLAN_SJEKK = HandlingsplanSjekk()
TRAFIKKLYSET_HJELP = TrafikklysetHjelp()
TRYGGHETSSAMTALE = Trygghetssamtale()

DIALOGUES: dict[str, Dialogue] = {
    dialogue.name: dialogue for dialogue in (DROFTING, TRYGGHETSSAMTALE, PLIKT, HANDLINGSPLAN_SJEKK, TRAFIKKLYSET_HJELP)
}

ABOUT_A_CASE = (DROFTING, PLIKT)
"""The dialogues that read a case told outside any dialogue, and that carry what they know to each other."""


def told_to_others(flow: Dialogue, answers: Answers, today: date) -> dict[str, Answers]:
    """What the other dialogues about a case may propose, by their names, when ``flow`` has these answers."""
    if flow not in ABOUT_A_CASE or not answers:
        return {}
    facts = flow.facts(answers, today)
    return {other.name: other.from_facts(facts) for other in ABOUT_A_CASE if other is not flow}
