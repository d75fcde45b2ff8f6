"""Progress over several rehearsals by the same guide: small records that another keeps, and what they show together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tryggsamtale.rehearsal.feedback import Feedback
from tryggsamtale.rehearsal.points import CHECKLIST
from tryggsamtale.wording import Text, load

_SAID = load(Path(__file__).with_name("progress.yml"))
MEASURES = ("covered", "open_share", "empathy_share", "trust")
"""What is followed from one rehearsal to the next, each as a share from 0 to 1."""


class Record(NamedTuple):
    """One finished rehearsal in shares from 0 to 1: no word of what was said."""

    youth: str
    difficulty: str
    covered: float
    open_share: float
    empathy_share: float
    trust: float

    @classmethod
    def of(cls, feedback: Feedback) -> Record:
        """``trust`` is the lowest of its three parts at the end."""
        numbers, state = feedback.numbers, feedback.state
        return cls(
            state.youth, state.difficulty, round(numbers["covered"] / len(CHECKLIST), 2), numbers["open_share"],
            numbers["empathy_share"], state.trust.lowest / 100,
        )


def progress(records: Sequence[Record]) -> dict[str, Any]:
    """All rehearsals in their order, and what has changed from the first to the last; JSON-able, in both forms.

    ``changes`` is empty until there are two rehearsals.
    """
    return {
        "rehearsals": [record._asdict() for record in records],
        "labels": {measure: _SAID["measures"][measure].as_dict() for measure in MEASURES},
        "changes": [_change(measure, records).as_dict() for measure in MEASURES] if len(records) > 1 else [],
    }


def _change(measure: str, records: Sequence[Record]) -> Text:
    before, now = (round(100 * getattr(record, measure)) for record in (records[0], records[-1]))
    way = "more" if now > before else "less" if now < before else "same"
    return _SAID[way].format(label=_SAID["measures"][measure], before=before, now=now)
