"""Any word for a relation finds its group in the law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tryggsamtale.duties.relations import FILE, relation
from tryggsamtale.wording import load

WORDS = {
    "forelder": "forelder",
    "partner": "partner",
    "ekspartner": "partner",
    "mor": "forelder",
    "steforelder": "forelder",
    "ansatt_ved_skolen": "skoleansatt",
    "ansatt_omsorg": "omsorg",
    "annen_familie": "annen_familie",
    "jevnaldrende": "jevnaldrende",
    "kjaereste": "kjaereste",
    "kjæreste": "kjaereste",
    "fremmed": "fremmed",
    "selv": "selv",
    "annen": "annen",
    "ukjent": "ukjent",
    "far": "forelder",
    "stefar": "forelder",
    "besteforelder": "besteforelder",
    "bror": "sosken",
    "onkel": "annen_familie",
    "ektefelle": "partner",
    "samboer": "partner",
    "sambuar": "partner",
    "tidligere_samboer": "partner",
    "nabo": "fremmed",
    "trener": "tillit",
    "kollega": "kollega",
    "verge": "tillit",
    "sonn": "etterkommer",
    "sønn": "etterkommer",
    "soenn": "etterkommer",
    "datter": "etterkommer",
    "barnebarn": "etterkommer",
    "pleier": "omsorg",
    "fosterforelder": "forelder",
    "medelev": "jevnaldrende",
    "Mors nye samboer": "forelder",
    "faren til barnet": "forelder",
    "tidlegare kjærast": "kjaereste",
    "søsken": "sosken",
    "husstandsmedlem": "husstand",
    "ukjent mann": "fremmed",
    "LÆRER": "skoleansatt",
}


@pytest.mark.parametrize(("word", "group"), WORDS.items())
def test_a_word_finds_its_group(word, group):
    assert relation(word).group == group


def test_partners_are_in_the_circle_and_girlfriends_who_live_elsewhere_are_not():
    assert relation("eks").krets == "ja"
    assert relation("kjæreste").krets == "nei"


def test_an_unlisted_word_is_unknown_and_never_a_guess():
    assert relation("zzz").group == relation("").group == "ukjent"
    assert relation("ukjent").krets == "uklar"


def test_no_word_is_listed_twice():
    words = [word for row in load(FILE).values() for word in row["words"]]
    assert len(words) == len(set(words))


@given(st.text(max_size=400))
def test_any_text_has_a_group(word):
    assert relation(word).krets in ("ja", "nei", "uklar")
