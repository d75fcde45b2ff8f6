from __future__ import annotations

import pytest

from tryggsamtale.knowledge import CONTACTS
from tryggsamtale.knowledge.contacts import Contact, Directory, contact, contacts, directory
from tryggsamtale.knowledge.kommune import Kommune
from tryggsamtale.wording import LOCALES, Text, load

IDS = (
    "politi_112", "ambulanse_113", "politi_02800", "legevakt", "alarmtelefonen", "vo_linjen", "mental_helse",
    "barnevern", "barnevernvakt", "konsultasjonsteam", "tryggest", "statens_barnehus", "krisesenter",
    "overgrepsmottak", "smiso_nok", "kompetanseteamet", "helse_og_omsorg", "statsforvalter", "leder", "rektor",
    "advokatforeningen", "helsestasjon", "stottesenter", "klinisk_nettverk",
)


def test_every_contact_id_exists_and_no_other():
    assert set(load(CONTACTS)) == set(IDS)


@pytest.mark.parametrize("id", IDS)
def test_a_contact_can_be_reached_without_any_setting(id):
    found = Directory().contact(id)
    assert found.number or len(found.when.nb) > 30
    assert found.source and "{" not in found.when.nb + found.when.nn
    assert all(text[locale] for text in (found.name, found.when, found.hours) for locale in LOCALES)


@pytest.mark.parametrize(("id", "number"), [
    ("politi_112", "112"), ("ambulanse_113", "113"), ("politi_02800", "02800"), ("legevakt", "116 117"),
    ("alarmtelefonen", "116 111"), ("vo_linjen", "116 006"), ("mental_helse", "116 123"),
    ("kompetanseteamet", "478 09 050"),
])
def test_the_national_numbers_are_fixed(id, number):
    assert Directory().contact(id).number == number


def test_no_other_number_is_given_than_the_national_ones():
    national = {entry["number"] for entry in load(CONTACTS).values() if entry["number"]}
    assert national == {"112", "113", "02800", "116 117", "116 111", "116 006", "116 123", "478 09 050"}


@pytest.mark.parametrize("id", ["vo_linjen", "mental_helse", "krisesenter"])
def test_what_was_not_confirmed_this_year_says_so(id):
    assert "sjekk" in Directory().contact(id).source


def test_a_child_is_never_without_a_way_to_barnevernet():
    without = Directory().contact("barnevern")
    assert without.number is None
    assert "sentralbord" in without.when.nb and "116 111" in without.when.nb and "116 111" in without.when.nn


def test_what_the_municipality_sets_takes_the_place_of_the_default():
    set_up = Directory(Kommune(tjenester={
        "barnevern": {"telefon": "12 34 56 78", "navn": "Barneverntjenesten", "tid": {"nb": "Dagtid", "nn": "Dagtid"}},
    })).contact("barnevern")
    assert (set_up.number, set_up.name, set_up.hours) == (
        "12 34 56 78", Text.of("Barneverntjenesten"), Text.of("Dagtid"))
    assert "sentralbord" not in set_up.when.nb
    assert set_up.source == "kommune.yml"


def test_a_municipality_without_tryggest_says_where_to_turn_instead():
    absent = Directory(Kommune(tryggest="nei")).contact("tryggest")
    assert "har ikke TryggEst" in absent.when.nb and "helse- og omsorgstjeneste" in absent.when.nb


def test_contacts_come_in_the_order_asked_for():
    assert [found.id for found in contacts(("leder", "politi_112"))] == ["leder", "politi_112"]


def test_an_unknown_contact_is_an_error():
    with pytest.raises(KeyError):
        contact("naboen")


def test_a_list_shows_the_number_or_how_to_reach_without_one():
    lines = Directory().listed(("politi_112", "barnevern")).nb.split("\n")
    assert lines[0] == "• Politiet, nødnummer: 112. Hele døgnet."
    assert lines[1].startswith("• Barnevernet i kommunen. ") and "116 111" in lines[1]


def test_a_text_gets_its_numbers_and_no_other_placeholder_is_known():
    assert Directory().fill(Text("Ring {politi_112}", "Ring {politi_112}!")) == Text("Ring 112", "Ring 112!")
    with pytest.raises(KeyError):
        Directory().fill(Text.of("{minutter}"))


def test_a_directory_is_read_from_the_path_it_is_given(tmp_path):
    path = tmp_path / "kommune.yml"
    path.write_text("tjenester:\n  krisesenter:\n    telefon: 12 34 56 78\n", encoding="utf-8")
    found = directory(path).contact("krisesenter")
    assert isinstance(found, Contact) and found.number == "12 34 56 78"
