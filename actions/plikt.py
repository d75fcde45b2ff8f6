"""The dialogue «må jeg melde fra?»."""

from __future__ import annotations

from actions.guided_form import GuidedForm
from tryggsamtale.dialogues.catalogue import PLIKT


class ValidatePliktForm(GuidedForm):
    """Guides through the questions; the answers are handed over when the summary is confirmed."""

    dialogue = PLIKT

    def name(self) -> str:
        return "validate_plikt_form"
