"""The draft of a trygghetsplan: only where there is a worry, and with the child's rights beside it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.consultation.cases import CHILD, SSA, case
from tryggsamtale.consultation.trygghetsplan import WORDING, trygghetsplan

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(("base", "told", "fits"), [
    (SSA, {}, True), (SSA, {"trafikklys": "rod"}, True), (SSA, {"trafikklys": "vet_ikke"}, True),
    (SSA, {"trafikklys": "gronn"}, False), (CHILD, {"sporsmal": ["trygghetsplan"]}, False),
    (CHILD, {"bekymring": ["ssa"], "trafikklys": "gul"}, True),
])
def test_a_plan_is_for_children_who_hurt_children(base, told, fits):
    assert (trygghetsplan(case(base, **told), MONDAY) is not None) is fits


@pytest.mark.parametrize(("told", "place"), [
    ({}, "Soverom"),
    ({"relasjon": "skole_barnehage"}, "Toalett, dusj og gymgarderobe"),
    ({"relasjon": "skole_barnehage", "aldersgruppe": "0-5", "aldersgruppe_utover": "0-5"}, "Hvilerom og turplasser"),
    ({"relasjon": "skole_barnehage", "rolle": "barnehage"}, "Hvilerom og turplasser"),
    ({"relasjon": "fritid"}, "Skyss og møteplasser"),
    ({"relasjon": "nett"}, "Mobil, nettbrett og spill"),
    ({"relasjon": "vet_ikke"}, "Skriv stedet som type, for eksempel «garderobe»"),
])
def test_the_rows_are_for_the_places_where_the_children_meet(told, place):
    assert place in [row.place.nb for row in trygghetsplan(case(SSA, **told), MONDAY).rows]


def test_it_is_evaluated_every_sixth_week():
    assert trygghetsplan(case(SSA), MONDAY).evaluation_dates == (
        date(2027, 1, 4), date(2027, 2, 15), date(2027, 3, 29),
    )


@pytest.mark.parametrize(("light", "start"), [("rod", MONDAY), ("gul", None), ("vet_ikke", None)])
def test_red_light_starts_at_once_and_the_rest_is_agreed_on(light, start):
    assert {row.start for row in trygghetsplan(case(SSA, trafikklys=light), MONDAY).rows} == {start}


@pytest.mark.parametrize(("told", "words"), [("ja", "er selv utsatt"), ("vet_ikke", "Finn så tidlig som mulig")])
def test_what_the_child_has_lived_through_itself_is_part_of_the_plan(told, words):
    assert words in trygghetsplan(case(SSA, utover_utsatt=told), MONDAY).exposed_self.text.nb


def test_nothing_is_said_of_that_when_it_is_not_so():
    assert trygghetsplan(case(SSA, utover_utsatt="nei"), MONDAY).exposed_self is None


def test_the_rights_that_measures_touch_stand_beside_the_plan():
    assert [article for article, _ in trygghetsplan(case(SSA), MONDAY).rights] == ["12", "15", "28", "29"]


def test_every_row_says_who_is_responsible_and_who_knows():
    for rows in WORDING["rows"].values():
        assert all(set(row) == set(WORDING["columns"]) for row in rows)
