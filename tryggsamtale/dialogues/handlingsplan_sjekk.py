"""Does the municipality have a plan against sexual abuse of children? Ends in the draft of a letter (source 004)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tryggsamtale.consultation.handlingsplan import SOURCE, Check, Plan, check
from tryggsamtale.dialogues.result import Result, listed, told
from tryggsamtale.dialogues.script import read_script
from tryggsamtale.dialogues.scripted import Scripted, chosen
from tryggsamtale.guiding.model import Answers
from tryggsamtale.guiding.reply import Say
from tryggsamtale.knowledge.sources import sources
from tryggsamtale.outputs.schemas import Handlingsplanbrev
from tryggsamtale.wording import joined, load

FILE = Path(__file__).with_suffix(".yml")
WORDING = load(FILE)["result"]
SOURCES = sources([SOURCE])
STEPS = ("finnes", "bare_overgrep", "lett_a_finne", "krav", "mottakere")
NONE_OF_THEM = "ingen"


class HandlingsplanSjekk(Scripted):
    """The side dialogue ``handlingsplan_sjekk``."""

    name = "handlingsplan_sjekk"
    slots = {step: f"plan_{step}" for step in STEPS}

    def __init__(self) -> None:
        super().__init__(read_script(FILE))

    def result(self, answers: Answers, today: date) -> Result:
        """What the finished answers come to."""
        found = check(to_plan(answers))
        output = Handlingsplanbrev(
            made_on=today, told=told(self, answers), check=found.as_dict(lambda id: sources([id])[0])
        )
        return Result(tuple(_says(found)), output)


def to_plan(answers: Answers) -> Plan:
    """What these answers say of the plan; «vet ikke» is unknown."""
    said = {name: chosen(answers, name) for name in STEPS}
    met = frozenset(said["krav"]) - {NONE_OF_THEM} if said["krav"] else None
    known = {name: said[name][0] for name in ("finnes", "bare_overgrep", "lett_a_finne") if said[name]}
    return Plan(**known, met=met, recipients=tuple(said["mottakere"]))


def _says(found: Check) -> Iterable[Say]:
    yield Say(found.headline.text, sources=SOURCES)
    missing = [one.title for one in found.criteria if not one.met]
    if missing and found.about_a_plan:
        yield Say(WORDING["mangler"].format(lines=listed(missing)), sources=SOURCES)
    yield Say(WORDING["brev"].format(recipients=joined([whom for whom, _ in found.asked], ", ")))
    yield Say(WORDING["gjor"].format(lines=listed(step.text for step in found.steps)), sources=SOURCES)
