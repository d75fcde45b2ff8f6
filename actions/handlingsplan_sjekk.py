"""The side dialogue about the municipality's plan."""

from __future__ import annotations

from actions.guided_form import GuidedForm
from tryggsamtale.dialogues.catalogue import HANDLINGSPLAN_SJEKK


class ValidateHandlingsplanSjekkForm(GuidedForm):
    """Guides through the check; the letter is handed over when the summary is confirmed."""

    dialogue = HANDLINGSPLAN_SJEKK

    def name(self) -> str:
        return "validate_handlingsplan_sjekk_form"
