"""Whom to discuss with: by case, and by what the municipality has."""

from __future__ import annotations

import pytest

from tests.unit.consultation.cases import ADULT, CHILD, SSA, UNKNOWN, Town, case
from tryggsamtale.consultation.discuss_with import RULES, WORDING, discuss_with
from tryggsamtale.consultation.seriousness import seriousness
from tryggsamtale.knowledge.contacts import Directory
from tryggsamtale.knowledge.kommune import Kommune


def partners(told, town=UNKNOWN):
    return discuss_with(told, town, seriousness(told).level)


def ids(told, town=UNKNOWN):
    return [partner.contact for partner in partners(told, town)]


@pytest.mark.parametrize(("has", "first"), [("ja", "tryggest"), ("ukjent", "tryggest"), ("nei", "helse_og_omsorg")])
def test_an_adult_at_risk_goes_to_tryggest_or_to_the_ordinary_services(has, first):
    found = ids(case(ADULT), Town(tryggest=has))
    assert found[0] == first and "politi_02800" in found
    assert ("tryggest" in found) is (has != "nei")


def test_another_adult_is_not_sent_to_tryggest():
    assert "tryggest" not in ids(case(ADULT, gjelder="voksen"), Town(tryggest="ja"))


@pytest.mark.parametrize(("has", "listed"), [("ja", True), ("ukjent", True), ("nei", False)])
def test_a_child_is_discussed_with_the_team_where_there_is_one(has, listed):
    assert ("konsultasjonsteam" in ids(case(CHILD), Town(konsultasjonsteam=has))) is listed


@pytest.mark.parametrize(("told", "tema", "said"), [
    (SSA, "ssa", "kan mye om skadelig seksuell atferd"),
    (SSA, "begge", "kan mye om skadelig seksuell atferd"),
    (SSA, "vold_og_overgrep", "Spør om teamet deres tar slike saker"),
    (SSA, "ukjent", "Spør om teamet deres tar slike saker"),
    (CHILD, "ssa", "Spør om de også gir råd om annet"),
    (CHILD, "vold_og_overgrep", "Teamet tar ikke over saken"),
])
def test_the_teams_differ_and_the_user_is_told_how(told, tema, said):
    found = partners(case(told), Town(konsultasjonsteam="ja", konsultasjonsteam_tema=tema))
    assert said in found[0].statement.text.nb


def test_nobody_is_sent_to_a_team_that_is_not_there():
    town = Town(konsultasjonsteam="nei", konsultasjonsteam_tema="ssa")
    assert ids(case(SSA), town)[0] == "barnevern" and "statens_barnehus" in ids(case(SSA), town)


@pytest.mark.parametrize(("rolle", "listed"), [("helse", True), ("skole", False)])
def test_the_national_network_is_for_health_workers_in_such_cases(rolle, listed):
    assert ("klinisk_nettverk" in ids(case(SSA, rolle=rolle))) is listed


def test_danger_calls_before_it_discusses():
    assert ids(case(CHILD, akutt="fare"))[0] == "politi_112"
    assert "politi_112" not in ids(case(CHILD, akutt="alvorlig"))


@pytest.mark.parametrize(("base", "told", "contact", "listed"), [
    (CHILD, {"bekymring": ["sosial_kontroll"]}, "kompetanseteamet", True),
    (ADULT, {"bekymring": ["kjonnslemlestelse"]}, "kompetanseteamet", True),
    (CHILD, {}, "kompetanseteamet", False),
    (ADULT, {"bekymring": ["seksuelle_overgrep"]}, "smiso_nok", True),
    (CHILD, {"bekymring": ["seksuelle_overgrep"]}, "smiso_nok", False),
    (ADULT, {"bekymring": ["psykisk_vold"]}, "vo_linjen", True),
    (ADULT, {}, "vo_linjen", False),
    (CHILD, {"bekymring": ["omsorgssvikt"]}, "statens_barnehus", False),
    (SSA, {"trafikklys": "gronn"}, "politi_02800", False),
    (SSA, {}, "politi_02800", True),
    (CHILD, {"rolle": "privat"}, "leder", False),
    (CHILD, {}, "leder", True),
])
def test_others_are_named_where_they_fit(base, told, contact, listed):
    assert (contact in ids(case(base, **told))) is listed


def test_every_row_has_its_words_and_a_contact_that_exists():
    assert {rule.id for rule in RULES} == set(WORDING)
    assert Directory(Kommune()).contacts(rule.contact for rule in RULES)
