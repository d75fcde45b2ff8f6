"""The whole answer space: no dead end, everything cited, danger never weakens, kind to victims and children."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tryggsamtale.duties import advice, paragraphs
from tryggsamtale.duties.assessment import Assessment, assess, decide, wanted
from tryggsamtale.duties.facts import NAMES, VALUES, Facts, parse
from tryggsamtale.duties.rules import WEAKEST_FIRST
from tryggsamtale.duties.situation import Situation
from tryggsamtale.wording import LOCALES, Text

DAY = date(2026, 11, 21)
VICTIMS = (
    ("barn", 3),
    ("barn", 13),
    ("barn", 15),
    ("barn", 17),
    ("barn", None),
    ("ufodt", None),
    ("voksen_risikoutsatt", 80),
    ("voksen", 30),
    ("ukjent", None),
)
RELATIONS = (
    "forelder",
    "partner",
    "annen_familie",
    "kollega",
    "jevnaldrende",
    "kjaereste",
    "fremmed",
    "selv",
    "ukjent",
)
MUST = re.compile(
    r"\b(?:plikt til å|du (?:må|skal) (?:melde|avverge|avverje|varsle)|sannsynligvis plikt|truleg plikt)\b"
)
SAMPLE = 4000


@cache
def answer(facts: Facts) -> Assessment:
    return assess(facts, on=DAY, today=DAY)


@cache
def decided(facts: Facts) -> Situation:
    return decide(facts, DAY)


def everything() -> list[Facts]:
    """Every role × act × victim, and every act × certainty × time × victim × relation for one role of each kind."""
    one = random.Random(1)
    cases = [
        Facts(
            rolle=role,
            handling=act,
            utsatt=victim,
            alder=age,
            relasjon=one.choice(RELATIONS),
            tid=one.choice(VALUES["tid"]),
            sikkerhet=certainty,
            akutt=one.choice(("ja", "nei")),
        )
        for role, act, (victim, age), certainty in product(VALUES["rolle"], VALUES["handling"], VICTIMS, ("vag", "vet"))
    ]
    cases += [
        Facts(
            rolle=one.choice(VALUES["rolle"]),
            handling=act,
            utsatt=victim,
            alder=age,
            relasjon=relation,
            tid=time,
            sikkerhet=certainty,
            barn_i_hjemmet=one.choice(("ja", "nei", "ukjent")),
        )
        for act, certainty, time, (victim, age), relation in product(
            VALUES["handling"], VALUES["sikkerhet"], VALUES["tid"], VICTIMS, RELATIONS
        )
        if one.random() < 0.15
    ]
    return cases + [sampled(one) for _ in range(SAMPLE)]


def sampled(source: random.Random) -> Facts:
    """Any facts at all, also contradictory ones."""
    known = {name: source.choice(values) for name, values in VALUES.items()}
    ages = {"alder": source.choice((None, 1, 13, 14, 16, 17, 40)), "utover_alder": source.choice((None, 7, 15, 30))}
    return Facts(**known, **ages, relasjon=source.choice(RELATIONS))


EVERYTHING = everything()
WRITTEN_OUT = EVERYTHING[::9]


def texts(value) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    if isinstance(value, (tuple, list)):
        return [text for item in value for text in texts(item)]
    return (
        [text for item in vars(value).values() for text in texts(item)]
        if hasattr(value, "__dataclass_fields__")
        else []
    )


def test_no_facts_lead_to_a_dead_end():
    for facts in WRITTEN_OUT:
        given = answer(facts)
        assert given.recommendation and given.contacts and given.next_steps and given.care and given.write_down, facts


def test_every_ruling_cites_a_paragraph_in_force():
    for facts in WRITTEN_OUT:
        for duty, ruling in answer(facts).rulings().items():
            assert ruling.paragraphs, (duty, facts)
            assert all(paragraphs.in_force(citation, DAY) for citation in ruling.paragraphs)
            assert ruling.verdict in WEAKEST_FIRST


def test_every_text_exists_in_both_languages_without_open_placeholders():
    for facts in WRITTEN_OUT:
        for text in texts(answer(facts)):
            for locale in LOCALES:
                assert text[locale].strip() and "{" not in text[locale]


def test_the_emergency_line_comes_first_when_it_is_acute():
    acute = [facts for facts in WRITTEN_OUT if answer(facts).acute]
    assert len(acute) > 500
    for facts in acute:
        first = answer(facts).recommendation[0]
        assert all("112" in first[locale] and "113" in first[locale] for locale in LOCALES), facts
        assert {"politi_112", "ambulanse_113"} == set(answer(facts).contacts[:2])


def test_children_victims_and_people_afraid_of_harming_are_never_told_that_they_must():
    supported = [facts for facts in WRITTEN_OUT if answer(facts).support]
    assert {answer(facts).support for facts in supported} == {"barn", "utsatt", "redd_for_a_skade"}
    for facts in supported:
        given = answer(facts)
        assert all(ruling.verdict in ("ikke_relevant", "ikke_plikt_men_rett") for ruling in given.rulings().values()), (
            facts
        )
        for text in (given.headline, *given.recommendation, *(step.text for step in given.next_steps)):
            assert not MUST.search(text.nb) and not MUST.search(text.nn), text


def test_a_child_that_asks_always_gets_the_support_track():
    assert all(decided(facts).case.support == "barn" for facts in EVERYTHING if facts.rolle == "barn_selv")


def test_an_answer_without_duty_is_never_bare():
    for facts in WRITTEN_OUT:
        given = answer(facts)
        assert any(contact not in ("leder", "rektor") for contact in given.contacts), facts


def strength(facts: Facts) -> tuple[int, ...]:
    return tuple(WEAKEST_FIRST.index(verdict) for verdict in decided(facts).verdicts)


def urgency(facts: Facts) -> tuple[bool, int]:
    """Acute first, then the earliest day something is to be done."""
    situation = decided(facts)
    return situation.case.akutt, -min(days for days, line in advice.NEXT_STEPS if line.when(situation))


MORE_DANGEROUS = {
    "akutt": ("nei", "ja"),
    "tid": ("fortid_avsluttet", "pagar"),
    "sikkerhet": ("vag", "grunn_til_a_tro", "mest_sannsynlig", "vet"),
    "alvor": ("mildere", "ukjent", "alvorlig"),
    "kan_avverges": ("nei", "ukjent", "ja"),
    "foreldre_beskytter": ("ja", "nei"),
    "alder": (40, 17, 15, 13, 3),
    "barn_i_hjemmet": ("nei", "ukjent", "ja"),
}


@pytest.mark.parametrize("name", MORE_DANGEROUS)
def test_adding_a_danger_fact_never_weakens_the_advice(name):
    for facts in EVERYTHING[::5]:
        if name == "alder" and facts.utsatt != "barn":
            continue
        values = [value for value in MORE_DANGEROUS[name] if name != "alder" or value < 18]
        steps = [replace(facts, **{name: value}) for value in values]
        for weaker, stronger in zip(steps, steps[1:], strict=False):
            assert all(a <= b for a, b in zip(strength(weaker), strength(stronger), strict=True)), (name, facts)
            assert urgency(weaker) <= urgency(stronger), (name, facts)


def test_a_missing_fact_is_never_weaker_than_the_mildest_value_it_can_take():
    for facts in EVERYTHING[::9]:
        for name in ("sikkerhet", "tid", "alvor", "kan_avverges", "akutt", "foreldre_beskytter"):
            unknown = strength(replace(facts, **{name: "ukjent"}))
            mildest = strength(replace(facts, **{name: MORE_DANGEROUS[name][0]}))
            assert all(a <= b for a, b in zip(mildest, unknown, strict=True)), (name, facts)


def test_only_unknown_facts_are_wanted_and_a_settled_case_wants_none():
    for facts in EVERYTHING[::30]:
        assert all(getattr(facts, name) in (None, "ukjent") for name in wanted(facts, DAY))
    settled = parse(
        {
            "rolle": "larer_offentlig",
            "i_rollen": "ja",
            "utsatt": "barn",
            "alder": 8,
            "handling": "vold_gjentatt",
            "relasjon": "far",
            "tid": "pagar",
            "sikkerhet": "vet",
            "fare_for_melder": "ingen",
        }
    )
    assert wanted(settled, DAY) == ()


def test_the_questions_a_case_needs_are_few():
    order: list[str] = []
    known: dict[str, object] = {}
    truth = {
        "rolle": "larer_offentlig",
        "handling": "vold_gjentatt",
        "utsatt": "barn",
        "alder": 8,
        "relasjon": "far",
        "sikkerhet": "vet",
        "tid": "pagar",
        "i_rollen": "ja",
        "fare_for_melder": "ingen",
        "kan_avverges": "ja",
    }
    while names := [name for name in wanted(parse(known), DAY) if name not in order]:
        order.append(names[0])
        known[names[0]] = truth.get(names[0])
    assert order[:2] == ["rolle", "handling"]
    assert len(order) <= 9


def test_the_answer_is_json_and_keeps_its_shape():
    for facts in EVERYTHING[::60]:
        given = answer(facts)
        for locale in LOCALES:
            printed = json.loads(json.dumps(given.as_json(locale)))
            assert {
                "opplysningsplikt_barnevern",
                "avvergingsplikt",
                "nodetater",
                "recommendation",
                "other_duties",
                "contacts",
                "headline",
                "unknown",
                "law_as_of",
                "outdated",
                "support",
            } <= set(printed)
            assert set(printed["avvergingsplikt"]) == {"verdict", "paragraphs", "reason", "would_change"}
        assert set(json.loads(json.dumps(given.as_dict()))) == set(vars(given))


ANY_FACTS = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.sampled_from((*values, None)) for name, values in VALUES.items()},
        "alder": st.none() | st.floats(0, 120),
        "utover_alder": st.none() | st.integers(0, 120),
        "relasjon": st.text(max_size=30),
    },
)


@settings(max_examples=150, deadline=None)
@given(ANY_FACTS)
def test_any_facts_that_can_be_read_can_be_assessed(raw):
    facts = parse(raw)
    assert set(raw) <= set(NAMES)
    given_answer = assess(facts, on=DAY, today=DAY)
    assert given_answer.headline.nb and given_answer.unknown == wanted(facts, DAY)
