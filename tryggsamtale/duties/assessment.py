"""Facts in, assessment out: the three duties, what follows from them, and which questions are still worth asking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

from tryggsamtale.duties import advice, avvergingsplikt, nodetater, opplysningsplikt, paragraphs
from tryggsamtale.duties.andre_plikter import other_duties
from tryggsamtale.duties.case import Case
from tryggsamtale.duties.facts import VALUES, Facts
from tryggsamtale.duties.rules import IKKE_RELEVANT, Rule
from tryggsamtale.duties.situation import Situation
from tryggsamtale.guiding.reply import Source
from tryggsamtale.wording import Text, joined, load

REASONS = load(Path(__file__).with_name("reasons.yml"))
ASKING_ORDER = (
    "rolle", "handling", "utsatt", "alder", "relasjon", "barn_i_hjemmet", "sikkerhet", "tid", "alvor", "kan_avverges",
    "foreldre_beskytter", "jevnbyrdig", "utover_alder", "fare_for_melder", "omsorgsperson", "samtykke", "i_rollen",
    "palegg", "akutt", "bvl_kategori",
)
"""Most decisive first: who asks, what happens to whom, then what sharpens it."""
AGE_SAMPLES = {"alder": (8, 13, 15, 16, 17, 30), "utover_alder": (10, 14, 16, 30)}


@dataclass(frozen=True)
class Ruling:
    """The answer for one duty."""

    verdict: str
    paragraphs: tuple[str, ...]
    reason: Text
    would_change: tuple[Text, ...]


@dataclass(frozen=True)
class OtherDuty:
    """A duty beside the three, in one or two sentences."""

    text: Text
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class NextStep:
    """What to do or expect; ``within_days`` 0 is now or today."""

    text: Text
    within_days: int


@dataclass(frozen=True)
class Assessment:
    """Everything the user gets. ``support`` set: the support track, without talk of duty."""

    headline: Text
    acute: bool
    support: str | None
    opplysningsplikt_barnevern: Ruling
    avvergingsplikt: Ruling
    nodetater: Ruling
    recommendation: tuple[Text, ...]
    contacts: tuple[str, ...]
    may_share: tuple[Text, ...]
    write_down: tuple[Text, ...]
    care: tuple[Text, ...]
    next_steps: tuple[NextStep, ...]
    other_duties: tuple[OtherDuty, ...]
    unknown: tuple[str, ...]
    sources: tuple[Source, ...]
    law_as_of: date
    outdated: tuple[str, ...]

    def as_json(self, locale: str = "nb") -> dict[str, Any]:
        """For the command line: one language, keys as duty model §10."""
        rulings = {
            name: {
                "verdict": ruling.verdict,
                "paragraphs": list(ruling.paragraphs),
                "reason": ruling.reason[locale],
                "would_change": [text[locale] for text in ruling.would_change],
            }
            for name, ruling in self.rulings().items()
        }
        return {
            "headline": self.headline[locale],
            "acute": self.acute,
            "support": self.support,
            **rulings,
            "recommendation": joined(self.recommendation, " ")[locale],
            "other_duties": [{"text": d.text[locale], "paragraphs": list(d.paragraphs)} for d in self.other_duties],
            "contacts": list(self.contacts),
            "unknown": list(self.unknown),
            "law_as_of": self.law_as_of.isoformat(),
            "law_note": advice.WORDING["law_note"][locale],
            "outdated": list(self.outdated),
        }

    def as_dict(self) -> dict[str, Any]:
        """All fields, JSON-able, every text as ``{"nb", "nn"}``."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    def rulings(self) -> dict[str, Ruling]:
        """The three duties by name, in the order in which they are told."""
        return {
            "opplysningsplikt_barnevern": self.opplysningsplikt_barnevern,
            "avvergingsplikt": self.avvergingsplikt,
            "nodetater": self.nodetater,
        }


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return value.as_dict()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def decide(facts: Facts, on: date) -> Situation:
    """The deciding row of each table, and the other duties, under the law in force that day."""
    case = Case(facts)
    rows = (opplysningsplikt.TABLE.first(case), avvergingsplikt.table(on).first(case), nodetater.TABLE.first(case))
    return Situation(case, *rows, other_duties(case))


def _in_force(citations: Iterable[str], on: date) -> tuple[str, ...]:
    cited = (paragraphs.cite(citation, on) for citation in citations)
    return tuple(dict.fromkeys(citation for citation in cited if citation))


def _ruling(rule: Rule, case: Case, on: date) -> Ruling:
    cited = _in_force(rule.paragraphs(case), on)
    row = REASONS["reasons"][rule.id]
    changes = tuple(REASONS["changes"][key] for key in row["changes"])
    return Ruling(rule.verdict, cited, row["text"].format(law="; ".join(cited)), changes)


def _texts(block: str, ids: Iterable[str]) -> tuple[Text, ...]:
    return tuple(advice.WORDING[block][id] for id in dict.fromkeys(ids))


def _sources(citations: Iterable[str], on: date) -> tuple[Source, ...]:
    return tuple(Source(paragraphs.in_force(citation, on).title, citation) for citation in dict.fromkeys(citations))


def assess(facts: Facts, on: date | None = None, today: date | None = None) -> Assessment:
    """The duties under the law in force ``on`` a day (default ``today``, default the real one).

    Raises :class:`paragraphs.OutsideTheLaw` for a day before the first one covered.
    """
    today = today or date.today()
    on = on or today
    paragraphs.check_covered(on)
    s = decide(facts, on)
    rulings = [_ruling(rule, s.case, on) for rule in (s.a, s.b, s.c)]
    others = tuple(
        OtherDuty(advice.WORDING["other_duties"][row.id], _in_force(row.cites(s.case), on)) for row in s.others
    )
    lines = advice.used(advice.RECOMMENDATION, s)
    share_keys, share_law = advice.sharing(s)
    shared = [line.id for line in advice.used(advice.MAY_SHARE, s)]
    if "sosial_kontroll" in shared:
        share_law = (*share_law, "lov 12. juni 2026 nr. 25 § 5")
        if not _in_force(share_law[-1:], on):
            shared.remove("sosial_kontroll")
    relevant = [ruling for ruling in rulings if ruling.verdict != IKKE_RELEVANT] or rulings
    cited = [paragraph for part in (*relevant, *others) for paragraph in part.paragraphs]
    cited += _in_force(share_law, on)
    if s.a.id == "a_plikt":
        cited += _in_force(("barnevernsloven § 2-1", "barnevernsloven § 13-3"), on)
    contacts = [id for line in lines for id in line.contacts] + [id for row in s.others for id in row.contacts]
    return Assessment(
        headline=advice.headline(s),
        acute=s.case.akutt,
        support=s.case.support,
        opplysningsplikt_barnevern=rulings[0], avvergingsplikt=rulings[1], nodetater=rulings[2],
        recommendation=_texts("lines", (line.id for line in lines)),
        contacts=tuple(dict.fromkeys(contacts)),
        may_share=_texts("may_share", (*shared, *share_keys)),
        write_down=_texts("write_down", (line.id for line in advice.used(advice.WRITE_DOWN, s))),
        care=_texts("care", (line.id for line in advice.used(advice.CARE, s))),
        next_steps=tuple(
            NextStep(advice.WORDING["next_steps"][line.id], days) for days, line in advice.NEXT_STEPS if line.when(s)
        ),
        other_duties=others,
        unknown=wanted(facts, on),
        sources=_sources(cited, on),
        law_as_of=paragraphs.law_as_of(),
        outdated=paragraphs.outdated(tuple(cited), on, today),
    )


# --- which questions are still worth asking -------------------------------------------------------------------------


@lru_cache(maxsize=8192)
def _answer(facts: Facts, on: date) -> tuple[tuple[Any, ...], tuple[str, ...]]:
    """What can differ between two sets of facts, and the facts that were looked at while unknown."""
    s = decide(facts, on)
    answer = (*s.verdicts, s.case.support, tuple(row.id for row in s.others), s.adult_way)
    return answer, tuple(s.case.missing)


def _values(name: str) -> tuple[Any, ...]:
    if name in AGE_SAMPLES:
        return AGE_SAMPLES[name]
    if name == "relasjon":
        return ("forelder", "partner", "annen_familie", "søsken", "kollega", "jevnaldrende", "fremmed")
    return VALUES[name][:-1]


def _differs(facts: Facts, name: str, on: date) -> bool:
    """Does some value of the fact give another answer?"""
    now = _answer(facts, on)[0]
    return any(_answer(replace(facts, **{name: value}), on)[0] != now for value in _values(name))


def wanted(facts: Facts, on: date | None = None) -> tuple[str, ...]:
    """Names of the unknown facts that can still change the answer, most decisive first.

    The rules themselves say which facts they looked at in vain; of those, the ones stay that change the answer alone
    or together with one other.
    """
    on = on or date.today()
    missing = _answer(facts, on)[1]
    alone = {name for name in missing if _differs(facts, name, on)}
    together = set()
    for first, second in combinations([name for name in missing if name not in alone], 2):
        if any(_differs(replace(facts, **{first: value}), second, on) for value in _values(first)):
            together |= {first, second}
    return tuple(name for name in ASKING_ORDER if name in alone | together)
