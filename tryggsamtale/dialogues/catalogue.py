"""The dialogues that there are, by name."""

from __future__ import annotations

from tryggsamtale.dialogues.plikt import Plikt

_PLIKT = Plikt()

DIALOGUES = {dialogue.name: dialogue for dialogue in (_PLIKT,)}

STARTED_BY_TELLING = _PLIKT
"""The dialogue that reads a case told outside any dialogue."""
