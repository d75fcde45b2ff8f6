"""What the user asks to have hidden or shown is read; ordinary sentences with the same words are not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tryggsamtale.border.correcting import HIDE, SHOW, Correction, read_correction


@pytest.mark.parametrize(("text", "words"), [
    ("skjul også Fjellheim", ["Fjellheim"]),
    ("Skjul Fjellheim og Kari!", ["Fjellheim", "Kari"]),
    ("skjul Bjørn også", ["Bjørn"]),
    ("gøym òg Fjellheim", ["Fjellheim"]),
    ("skjul og kari", ["kari"]),
    ("skjul åsså nora", ["nora"]),
    ("gjem nora med", ["nora"]),
    ("SKJUL OGSÅ NORA", ["NORA"]),
    ("kan du også skjule Fjellheim?", ["Fjellheim"]),
    ("masker kari, er du snill", ["kari"]),
    ("skjul navnet Solveig takk", ["Solveig"]),
    ("skjul også ho Ragnhild", ["Ragnhild"]),
    ("skjul også grønn volvo", ["grønn volvo"]),
    ("skjul «den røde døra»", ["den røde døra"]),
    ("skjul også fjellheim skole, Kari Nordmann og rema 1000", ["fjellheim skole", "Kari Nordmann", "rema 1000"]),
    ("skjul Bergtun bo- og servicesenter", ["Bergtun bo- og servicesenter"]),
    ("skjul Bo og Even", ["Bo", "Even"]),
])
def test_what_is_to_be_hidden_is_read(text, words):
    assert read_correction(text) == Correction(HIDE, tuple(words))


@pytest.mark.parametrize(("text", "words"), [
    ("vis Bjørn", ["Bjørn"]),
    ("Vis bjørn og kari.", ["bjørn", "kari"]),
    ("ikke skjul Bjørn", ["Bjørn"]),
    ("Ikkje gøym Bjørn", ["Bjørn"]),
    ("itj skjul storm", ["storm"]),
    ("ikke skjul storefri", ["storefri"]),
    ("vis [person 1] og [sted 2]", ["[person 1]", "[sted 2]"]),
    ("ikkje skjul [dato]", ["[dato]"]),
    ("vis fram ordet storm", ["storm"]),
    ("vis solvang skole", ["solvang skole"]),
    ("vis fjellheim igjen", ["fjellheim"]),
])
def test_what_is_to_be_shown_is_read(text, words):
    assert read_correction(text) == Correction(SHOW, tuple(words))


@pytest.mark.parametrize("text", [
    "", "vis", "skjul", "skjul også", "vis .", "skjul [dato]",
    "vis meg trafikklyset", "vis Trafikklyset", "Vis hensyn", "vis mer", "vis kildene", "VIS MEG VEIEN",
    "vis omsorg og respekt", "vis Kari at du bryr deg", "vis at du bryr deg", "vis meg hvem som bor på Fjellheim",
    "ikke vis dette til noen", "ikke skjul det for mor", "ikke skjul blåmerkene med sminke",
    "skjul deg", "gjem deg", "skjul ingenting", "skjul også alt", "skjul sannheten", "gjem nøkkelen",
    "skjul også at han slår", "skjul navnet mitt", "skjuler han noe for meg?", "Bjørn skjuler noe",
    "Kari vil skjule Fjellheim for politiet", "maskerer dere navn?", "jeg skjulte Kari",
    "skjul Kari " + "og Per " * 40,
])
def test_what_only_sounds_like_it_is_not(text):
    assert read_correction(text) is None


COMMANDS = st.sampled_from(
    ["skjul også ", "vis ", "ikke skjul ", "skjul «", "gøym ", "[", "»", ",", " og ", "takk", "\n"])


@given(st.lists(COMMANDS | st.text(max_size=8), max_size=6).map("".join))
def test_nothing_is_read_that_does_not_stand_in_the_text(text):
    correction = read_correction(text)
    named = correction.words if correction else ()
    assert (correction is None) is (not named)
    assert all(word.strip() and word in re.sub(r"[ \t]+", " ", text) for word in named)


@pytest.mark.parametrize("text, words", [("vis doktor", ("doktor",)), ("skjul fotball", ("fotball",))])
def test_an_everyday_word_is_meant_when_a_correction_was_asked_for(text, words):
    assert read_correction(text) is None
    assert read_correction(text, expected=True).words == words


def test_what_the_service_can_show_is_never_a_correction():
    assert read_correction("vis meg trafikklyset", expected=True) is None
