"""An exact age becomes the bracket that the dialogues ask in; whatever only looks like an age stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tryggsamtale.border.brackets import bracketed


@pytest.mark.parametrize(("text", "expected"), [
    ("hun er 7 år", "hun er 6–12 år"),
    ("ho e 15 og redd", "ho e 13–15 år og redd"),
    ("hun er bare fire", "hun er bare 0–5 år"),
    ("Jenta er 7 år gammel", "Jenta er 6–12 år gammel"),
    ("en 7 åring og en sjuårig gutt", "en 6–12-åring og en 6–12-årig gutt"),
    ("sjuåringen min", "6–12-åringen min"),
    ("en 16-årings valg", "en 16–17-årings valg"),
    ("gutt på 7 som slår", "gutt på 6–12 år som slår"),
    ("[person 1] (7) gråter", "[person 1] (6–12 år) gråter"),
    ("[person 2], 14 år, sier nei", "[person 2], 13–15 år, sier nei"),
    ("babyen er 3 måneder gammel", "babyen er 0–5 år gammel"),
    ("mor er 38 og mormor er 82.", "mor er 18–66 år og mormor er 67+ år."),
    ("barna er 3 og 7 år", "barna er 0–5 og 6–12 år"),
    ("dei er 2, 5 og 16", "dei er 0–5, 0–5 og 16–17"),
])
def test_an_age_becomes_its_bracket(text, expected):
    assert bracketed(text) == expected


@pytest.mark.parametrize("age, bracket", [
    (0, "0–5"), (5, "0–5"), (6, "6–12"), (12, "6–12"), (13, "13–15"), (15, "13–15"), (16, "16–17"), (17, "16–17"),
    (18, "18–66"), (66, "18–66"), (67, "67+"), (104, "67+"),
])
def test_the_bounds_are_those_of_the_dialogues(age, bracket):
    assert bracketed(f"hun er {age} år") == f"hun er {bracket} år"


@pytest.mark.parametrize("text", [
    "jente på 7. trinn", "eleven er i 7. klasse", "hun går i 7b", "for 3 år siden", "det er 7 år sidan sist",
    "han har jobbet her i 7 år", "straff inntil 6 år fengsel", "barn under 16 år", "hun har fylt 15 år",
    "mellom 6 og 12 år", "7-12 år", "kl. 7", "klokka er 7", "hun er 1 av 3", "vi er 7", "hun er 2 meter høy",
    "han er 3 ganger så sterk", "gutten er 10 år eldre enn henne", "sønnen på 5 kroner", "§ 16", "far til to",
    "[person 7] er redd", "[dato] kom han", "5. mai 2020", "ring 116 111", "hun er 1,5 meter", "500 kroner", "vg2",
])
def test_what_is_no_age_stays(text):
    assert bracketed(text) == text


PIECES = st.sampled_from([
    "hun er ", "7", " år", "-åring", "åring", "sju", "gutt på ", "[person 1]", " (", ")", ", ", " og ", "barna er ",
    "6–12", "67+", " gammel", ".", " ", "15", "104", "999", "3 måneder", "[dato]", "7. trinn", "\n", "år ", "siden",
])


@given(st.text() | st.lists(PIECES, max_size=10).map("".join))
@settings(max_examples=500, deadline=None)
def test_doing_it_twice_changes_nothing_more_and_masks_stay(text):
    once = bracketed(text)
    assert bracketed(once) == once
    assert re.findall(r"\[[^\]]*\]", once) == re.findall(r"\[[^\]]*\]", text)
