"""Facts proposed from a case told in free text, each with the words it was read from.

Only what the text says is read, in the values of :mod:`tryggsamtale.duties.facts`; what may be one thing or another
is left out, for the user is asked about it anyway. Nothing here decides: the user confirms or corrects it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tryggsamtale.duties.reading.case import facts_of
from tryggsamtale.duties.reading.words import sentences as _sentences

LONGEST = 8_000


@dataclass(frozen=True)
class Reading:
    """``facts``: fact name -> value (``law/duty_model.md`` §10); ``evidence``: fact name -> the words in the text."""

    facts: dict[str, Any]
    evidence: dict[str, str]


def read_facts(text: str) -> Reading:
    """What a text of a case says about the facts of :class:`~tryggsamtale.duties.facts.Facts`.

    Takes any string and never raises; reads the first ``LONGEST`` characters.
    """
    sentences = _sentences(text[:LONGEST])
    facts: dict[str, Any] = {}
    evidence: dict[str, str] = {}
    for name, (value, hit) in facts_of(sentences).items():
        start, end = sentences[hit.sentence].span(hit.start, hit.end)
        facts[name], evidence[name] = value, text[start:end]
    return Reading(facts, evidence)
