"""The four questions that consultation teams ask, with what is known of the case filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tryggsamtale.consultation.case import NOTHING, UKJENT, Case
from tryggsamtale.consultation.names import NAMES, listed, who, worries
from tryggsamtale.consultation.statement import Cite, Statement, read, refs
from tryggsamtale.wording import Text, joined

WORDING = read(__file__)
ABOUT_ADULT = "hva_har_personen_sagt"

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_EXPRESSED = re.compile(
    r"\b(sa|sagt|sier|seier|fort(al|el|ål)\w*|fortell\w*|spurte|svarte|viste?|vist|tegn(et|a|er)|teikna|leker?|lekte|"
    r"leik\w*|gråt\w*|gret|kviskr\w*|hvisk\w*|skrev|skreiv|ropte|nekt\w*|vil(le)? ikk\w+)\b|«|\"",
    re.IGNORECASE,
)
"""Words that tell what somebody said, did or showed."""


@dataclass(frozen=True)
class Question:
    """A question of the team, and what the case answers to it, or None when there is nothing yet."""

    question: Statement
    answer: Text | None

    def as_dict(self, cite: Cite) -> dict[str, Any]:
        """``{"question", "answer", "sources"}``."""
        return {
            "question": self.question.text.as_dict(), "answer": self.answer.as_dict() if self.answer else None,
            "sources": refs(self.question.sources, cite),
        }


def preparation(case: Case) -> tuple[Question, ...]:
    """The four questions, in the order in which the team asks them."""
    second = "hva_har_barnet_sagt" if case.child else ABOUT_ADULT
    return (
        Question(WORDING["hva_har_du_sett"], _seen(case)),
        Question(WORDING[second], _expressed(case)),
        Question(WORDING["hva_er_gjort"], _done(case)),
        Question(WORDING["hva_trenger_du"], listed("sporsmal", case.sporsmal) if case.sporsmal else None),
    )


def _seen(case: Case) -> Text | None:
    known = [WORDING["gjelder"].format(who=who(case)), WORDING["bekymring"].format(worries=worries(case))]
    if case.tid != UKJENT:
        known.append(WORDING["tid"].format(time=NAMES["tid"][case.tid]))
    if case.trafikklys != UKJENT:
        known.append(WORDING["trafikklys"].format(light=NAMES["trafikklys"][case.trafikklys]))
    if case.kilde:
        known.append(WORDING["kilde"].format(sources=listed("kilde", case.kilde)))
    if case.hendelse:
        known.append(Text.of(case.hendelse))
    said = case.gjelder != UKJENT or case.bekymring or case.hendelse
    return joined(known, "\n") if said else None


def _expressed(case: Case) -> Text | None:
    """What the person said, did or showed: the sentences of the story that tell it."""
    told = [found for found in _SENTENCE.findall(case.hendelse or "") if _EXPRESSED.search(found)]
    return Text.of(" ".join(sentence.strip() for sentence in told)) if told else None


def _done(case: Case) -> Text | None:
    known = [WORDING["ingenting"] if case.gjort == NOTHING else Text.of(case.gjort)] if case.gjort else []
    if case.involved:
        known.append(WORDING["instanser"].format(services=listed("instanser", case.involved)))
    return joined(known, "\n") if known else None
