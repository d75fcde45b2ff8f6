"""The samrådsmøte: when it is called, and what its draft holds."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.consultation.cases import ADULT, CHILD, SSA, case
from tryggsamtale.consultation.samradsmote import samradsmote

SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


@pytest.mark.parametrize(("base", "told", "fits"), [
    (SSA, {}, True),
    (SSA, {"trafikklys": "vet_ikke"}, True),
    (SSA, {"trafikklys": "gronn"}, False),
    (SSA, {"trafikklys": "gronn", "sporsmal": ["samradsmote"]}, True),
    (CHILD, {}, False),
    (CHILD, {"instanser": ["skole"]}, False),
    (CHILD, {"instanser": ["skole", "helsestasjon"]}, True),
    (ADULT, {"instanser": ["fastlege", "hjemmetjeneste"]}, False),
    (ADULT, {"sporsmal": ["samradsmote"]}, True),
])
def test_a_meeting_is_called_when_several_are_involved_or_children_have_hurt_children(base, told, fits):
    assert (samradsmote(case(base, **told), "bekymring", MONDAY) is not None) is fits


@pytest.mark.parametrize(("told", "words"), [
    ({"instanser": ["skole", "barnevern"], "koordinator": "ja"}, "Barnevernet er inne"),
    ({"koordinator": "ja"}, "Den som koordinerer i dag"),
    ({"koordinator": "nei"}, "Ingen koordinerer ennå"),
    ({"koordinator": "vet_ikke"}, "Ingen koordinerer ennå"),
])
def test_child_welfare_coordinates_where_it_is_involved(told, words):
    assert words in samradsmote(case(SSA, **told), "bekymring", MONDAY).coordinator.text.nb


def test_the_agenda_has_five_points_filled_with_what_is_known():
    told = case(SSA, hendelse="Det skjedde på rommet.", gjort="Vi har snakket med begge.")
    meeting = samradsmote(told, "bekymring", MONDAY)
    assert len(meeting.agenda) == 5 and all(point.filled for point in meeting.agenda)
    first, second = ([text.nb for text in point.filled] for point in meeting.agenda[:2])
    assert "Det som er fortalt: Det skjedde på rommet." in first
    assert any("gult" in text for text in first) and any("søsken" in text for text in first)
    assert "Gjort så langt: Vi har snakket med begge." in second


@pytest.mark.parametrize(("told", "invited", "not_invited"), [
    ({}, "Barnevernet (drøft", "BUP"),
    ({"trafikklys": "rod"}, "BUP", "Barnevernet og"),
    ({"instanser": ["barnevern"]}, "Barnevernet", "Barnevernet (drøft"),
    ({"samtykke": "omsorgspersoner"}, "fagperson", "omsorgspersoner"),
    ({"relasjon": "skole_barnehage", "instanser": ["ingen"]}, "der barna går", "BUP"),
])
def test_those_who_are_needed_are_invited(told, invited, not_invited):
    names = "\n".join(text.nb for text in samradsmote(case(SSA, **told), "bekymring", MONDAY).invite)
    assert invited in names and not_invited not in names


def test_carers_who_are_the_worry_are_not_told_about_the_meeting():
    inform = [one.text.nb for one in samradsmote(case(SSA, samtykke="omsorgspersoner"), "alvorlig", MONDAY).inform]
    assert any("skal ikke vite om møtet" in text for text in inform)


@pytest.mark.parametrize(("level", "by"), [
    ("akutt", date(2026, 11, 26)), ("alvorlig", date(2026, 11, 30)), ("bekymring", date(2026, 12, 7)),
])
def test_the_more_serious_the_sooner_the_meeting(level, by):
    assert samradsmote(case(SSA), level, MONDAY).deadlines[-1].by == by


def test_no_deadline_is_on_a_weekend():
    for day in range(7):
        meeting = samradsmote(case(SSA), "akutt", SUNDAY.replace(day=16 + day))
        assert all(deadline.by.weekday() < 5 for deadline in meeting.deadlines)
