"""Has the municipality a plan against sexual abuse of children, is it a good one, and what to ask (source 004)?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tryggsamtale.consultation.statement import Cite, Statement, read
from tryggsamtale.wording import Text

WORDING = read(__file__)
CRITERIA: tuple[str, ...] = tuple(WORDING["criteria"])
RECIPIENTS: tuple[str, ...] = tuple(WORDING["recipients"])
SOURCE = "handlingsplan"
UKJENT = "ukjent"

VALUES: dict[str, tuple[str, ...]] = {
    "finnes": ("ja", "ikke_sett", "nei", UKJENT),
    "bare_overgrep": ("ja", "nei", UKJENT),
    "lett_a_finne": ("ja", "nei", UKJENT),
}


@dataclass(frozen=True)
class Plan:
    """What is known of a plan. ``met`` are the criteria it meets, None when the user does not know its content.

    Raises ValueError for a value that is not in ``VALUES``, ``CRITERIA`` or ``RECIPIENTS``.
    """

    finnes: str = UKJENT
    bare_overgrep: str = UKJENT
    lett_a_finne: str = UKJENT
    met: frozenset[str] | None = None
    recipients: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        wrong = [name for name, values in VALUES.items() if getattr(self, name) not in values]
        if wrong or not (self.met or frozenset()) <= set(CRITERIA) or not set(self.recipients) <= set(RECIPIENTS):
            raise ValueError(f"Not a plan: {wrong or 'criteria or recipients'}")


@dataclass(frozen=True)
class Criterion:
    """One thing that makes a plan good; ``met`` is None when it is not known."""

    id: str
    title: Text
    wish: Text
    met: bool | None


@dataclass(frozen=True)
class Check:
    """What follows: a verdict, the criteria, whom to ask what (``asked``), and what to do."""

    verdict: str
    criteria: tuple[Criterion, ...]
    asked: tuple[tuple[Text, tuple[Text, ...]], ...]
    steps: tuple[Statement, ...]

    @property
    def about_a_plan(self) -> bool:
        """Whether there is a plan that the user has seen."""
        return self.verdict in ("god", "mangler", "uavklart")

    @property
    def headline(self) -> Statement:
        """The verdict in a sentence or two."""
        return WORDING["headlines"][self.verdict]

    @property
    def wishes(self) -> tuple[Text, ...]:
        """What the letter wishes of the plan: all that it is not known to have."""
        return tuple(one.wish for one in self.criteria if not one.met)

    def as_dict(self, cite: Cite) -> dict[str, Any]:
        """JSON-able, in both languages, with exact references: what the documents are made from."""
        letter = WORDING["letter"]
        source = cite(SOURCE)
        return {
            "verdict": self.verdict,
            "headline": self.headline.as_dict(cite),
            "criteria": [{"id": one.id, "title": one.title.as_dict(), "met": one.met} for one in self.criteria],
            "letter": {
                "subject": letter["subject"].as_dict(),
                "to": [whom.as_dict() for whom, _ in self.asked],
                "paragraphs": [letter["opening"][self.verdict].as_dict(), letter["why"].as_dict()],
                "wishes_lead": letter["wishes"].as_dict(),
                "wishes": [wish.as_dict() for wish in self.wishes],
                "asks_lead": letter["asks"].as_dict(),
                "asks": [
                    {"to": whom.as_dict(), "questions": [one.as_dict() for one in questions]}
                    for whom, questions in self.asked
                ],
                "closing": letter["closing"].as_dict(),
            },
            "steps": [step.as_dict(cite) for step in self.steps],
            "sources": [source.as_dict()],
        }


def check(plan: Plan) -> Check:
    """What a plan is worth by the six criteria of source 004, and whom to ask what."""
    recipients = plan.recipients or ("politikere",)
    return Check(_verdict(plan), _criteria(plan), tuple(_asked(one) for one in recipients), _steps(plan))


def _verdict(plan: Plan) -> str:
    if plan.finnes != "ja":
        return {"nei": "ingen"}.get(plan.finnes, plan.finnes)
    if plan.met is None:
        return "uavklart"
    complete = plan.met == set(CRITERIA) and "nei" not in (plan.bare_overgrep, plan.lett_a_finne)
    return "god" if complete else "mangler"


def _criteria(plan: Plan) -> tuple[Criterion, ...]:
    """The six, then what else makes a plan good. Without a plan none is met; without knowledge of it none is known."""
    if plan.finnes == "nei":
        known = dict.fromkeys((*CRITERIA, *WORDING["also"]), False)
    else:
        six = {name: None if plan.met is None else name in plan.met for name in CRITERIA}
        known = six | {name: {"ja": True, "nei": False}.get(getattr(plan, name)) for name in WORDING["also"]}
    words: Mapping[str, Any] = {**WORDING["criteria"], **WORDING["also"]}
    return tuple(Criterion(name, words[name]["title"], words[name]["wish"], met) for name, met in known.items())


def _asked(recipient: str) -> tuple[Text, tuple[Text, ...]]:
    words = WORDING["recipients"][recipient]
    return words["title"], tuple(WORDING["questions"][name] for name in words["questions"])


def _steps(plan: Plan) -> tuple[Statement, ...]:
    names = ["send_brevet", "skap_oppmerksomhet"]
    if plan.finnes == "ikke_sett":
        names.insert(0, "be_om_innsyn")
    if plan.finnes in ("nei", UKJENT):
        names[:0] = ["let", "be_om_innsyn"]
    return tuple(WORDING["steps"][name] for name in names)
