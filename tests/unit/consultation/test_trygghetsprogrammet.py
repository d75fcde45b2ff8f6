"""What Trygghetsprogrammet asks for around a talk (source 002): settled before, done after, and by when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tryggsamtale.consultation.trygghetsprogrammet import (
    AFTER,
    BEFORE,
    WORDING,
    Samtale,
    after,
    before,
    reminders,
)
from tryggsamtale.knowledge.sources import sources

TODAY = date(2026, 11, 22)


def names(statements: tuple, among: str) -> list[str]:
    return [name for one in statements for name, known in WORDING[among].items() if known == one]


@pytest.mark.parametrize(("answers", "said"), [
    ({}, []),
    ({"rolle": "etterforsker", "egen_sak": "ja"}, ["egen_sak"]),
    ({"rolle": "etterforsker", "egen_sak": "nei"}, []),
    ({"anmeldt": "ja"}, []),
    ({"anmeldt": "ja", "klarert": "nei"}, ["ikke_klarert"]),
    ({"anmeldt": "ja", "klarert": "vet_ikke"}, ["ikke_klarert"]),
    ({"anmeldt": "ja", "klarert": "ja"}, ["klarert"]),
    ({"anmeldt": "nei"}, ["ikke_anmeldt"]),
    ({"anmeldt": "vet_ikke"}, ["ukjent_anmeldt"]),
    ({"alder": "under16", "foresatte": "nei"}, ["uten_samtykke"]),
    ({"alder": "under16", "foresatte": "vet_ikke"}, ["uten_samtykke"]),
    ({"alder": "under16", "foresatte": "ja"}, []),
    ({"alder": "16-17", "foresatte": "ja"}, ["over_16"]),
    ({"alder": "18+"}, ["over_18", "over_16"]),
    ({"forhold": ["familie"]}, ["familie"]),
    ({"forhold": ["retten", "vern"]}, ["vern", "retten"]),
    ({"forhold": ["ingen"]}, []),
    ({"forhold": "vet_ikke"}, []),
    ({"forhold": ["alvorlig", "storre"], "anmeldt": "nei"}, ["ikke_anmeldt", "alvorlig", "storre"]),
])
def test_what_is_settled_before_follows_from_the_answers(answers: dict[str, Any], said: list[str]):
    assert names(before(Samtale.of(answers)), "before") == said


def test_what_makes_the_programme_the_wrong_one_is_said_first():
    talk = Samtale.of({"forhold": ["vern", "familie"], "anmeldt": "ja", "klarert": "nei"})
    assert names(before(talk), "before")[0] == "familie"


def test_what_came_up_in_the_talk_is_said_first_afterwards():
    assert names(after(Samtale.of({"fram": ["star_stille"]})), "after")[:2] == ["star_stille", "trusler"]


def test_a_guide_is_told_of_the_witness_stand_unless_nothing_is_reported():
    assert "vitne" in names(after(Samtale.of({"anmeldt": "ja"})), "after")
    assert "vitne" in names(after(Samtale.of({"anmeldt": "vet_ikke"})), "after")
    assert "vitne" not in names(after(Samtale.of({"anmeldt": "nei"})), "after")


def test_two_weeks_log_threats_and_secrecy_are_always_said_afterwards():
    assert {"to_uker", "logg", "trusler", "taushetsplikt", "star_stille"} <= set(names(after(Samtale()), "after"))


@pytest.mark.parametrize(("answers", "days"), [
    ({"holdt": "holdt", "neste": "ingen"}, [("to_uker", 14)]),
    ({"holdt": "holdt", "neste": "en_uke"}, [("kontakt", 7), ("to_uker", 21)]),
    ({"holdt": "holdt", "neste": "i_morgen", "hyppighet": "annenhver"},
     [("kontakt", 1), ("kontakt", 15), ("to_uker", 15), ("kontakt", 29), ("kontakt", 43)]),
    ({"holdt": "holdt", "neste": "en_uke", "hyppighet": "uke"},
     [("kontakt", 7), ("kontakt", 14), ("kontakt", 21), ("to_uker", 21), ("kontakt", 28)]),
    ({"holdt": "kommer", "neste": "tre_dager", "hyppighet": "uke"}, [("samtale", 3), ("to_uker", 17)]),
    ({"holdt": "kommer", "neste": "ingen"}, []),
])
def test_reminders_have_the_days_that_were_agreed_and_the_two_weeks(answers: dict[str, Any], days: list):
    found = reminders(Samtale.of(answers), TODAY)
    assert [(one.id, one.on) for one in found] == [(id, TODAY + timedelta(days=after)) for id, after in days]


@pytest.mark.parametrize(("group", "rules"), [("before", BEFORE), ("after", AFTER)])
def test_each_rule_has_its_wording_and_each_wording_its_rule(group: str, rules):
    assert sorted(name for name, _ in rules) == sorted(WORDING[group])
    for statement in WORDING[group].values():
        assert sources(statement.sources)
        assert statement.text.nb and statement.text.nn and statement.text.nb != statement.text.nn
