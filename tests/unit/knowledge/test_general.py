from __future__ import annotations

import re
from string import Formatter

import pytest

from tryggsamtale.dialogues.talk import ASIDES
from tryggsamtale.knowledge import CONTACTS, ROOM
from tryggsamtale.knowledge.contacts import Directory
from tryggsamtale.knowledge.general import KEYS, SUPPORT, say
from tryggsamtale.wording import LOCALES, Text, load

SAFE = Directory()


def said(key: str) -> Text:
    return say(key, SAFE).text


@pytest.mark.parametrize("key", KEYS)
def test_every_message_is_there_in_both_languages_with_all_placeholders_filled(key):
    assert all(said(key)[locale] and "{" not in said(key)[locale] for locale in LOCALES)


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_give_the_same_numbers(key):
    raw = load(ROOM / "general.yml")[key]
    nb, nn = ([field for _, field, _, _ in Formatter().parse(raw[locale]) if field] for locale in LOCALES)
    assert nb == nn


@pytest.mark.parametrize("key", [key for key in KEYS if len(load(ROOM / "general.yml")[key].nb.split()) > 12])
def test_every_message_is_easy_to_read(key, lix):
    assert max(lix(said(key)[locale]) for locale in LOCALES) <= 45


def test_no_number_is_written_by_hand():
    raw = "".join(load(ROOM / "general.yml")[key][locale] for key in KEYS for locale in LOCALES)
    numbers = [entry["number"] for entry in load(CONTACTS).values() if entry["number"]]
    assert not [number for number in numbers if re.search(rf"\b{number}\b", raw)]
    assert not re.search(r"(?:\d[ .]?){8}", raw)


def test_the_greeting_says_anonymous_no_names_and_112():
    assert all(words in said("hilsen").nb for words in ("anonym", "Skriv ikke navn", "Må jeg melde fra?", "112"))


@pytest.mark.parametrize("track", ["barn", "utsatt", "redd_for_a_skade"])
def test_the_support_track_gives_numbers_and_never_a_duty(track):
    text = said(SUPPORT[track])
    assert "112" in text.nb and "112" in text.nn
    assert not re.search(r"plikt|må (ikke )?(melde|anmelde|si fra)", text.nb, re.IGNORECASE)
    assert not re.search(r"plikt|må (ikkje )?(melde|seie frå)", text.nn, re.IGNORECASE)


def test_a_child_is_given_alarmtelefonen_and_told_it_is_not_their_fault():
    text = said(SUPPORT["barn"]).nb
    assert "116 111" in text and "ikke din skyld" in text


def test_every_message_is_said_somewhere():
    assert set(KEYS) == {*ASIDES.values(), *SUPPORT.values()}


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        say("kilder", SAFE)
