"""What a typed text looks like when it has passed the border."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tryggsamtale.border.cleaning import UnusableText, clean, is_clean

ANY_TEXT = st.text(st.characters(blacklist_categories=()))  # surrogates too


@pytest.mark.parametrize(("typed", "cleaned"), [
    ("  hei \n", "hei"),
    ("a\tb\r\nc", "a b\nc"),
    ("a\x00b\x07c\x1b[0m", "abc[0m"),
    ("hei \ud83d du", "hei  du"),
    ("\ufeffhei\ufffe\ufdd0", "hei"),
    ("91\u00ad3 2\u200b2 4\u200d56", "913 22 456"),
    ("\u202e65422319\u202c", "65422319"),
    ("9\u00a013", "9 13"),
    ("９１３ ٢٢ ४५६", "913 22 456"),
    ("ｋａｒｉ＠ｅｋｓｅｍｐｅｌ．ｎｏ", "kari@eksempel.no"),
    ("Sa\u030a bla\u030a", "Så blå"),
    ("/restart", "restart"),
    (" // /session_start", "session_start"),
    ("\u200b/intent{\"x\": 1}", "intent{\"x\": 1}"),
    ("／restart", "restart"),
    ("og/eller", "og/eller"),
    ("jente 👩\u200d👧 og 🏳\ufe0f\u200d🌈 ❤\ufe0f", "jente 👩\u200d👧 og 🏳\ufe0f\u200d🌈 ❤\ufe0f"),
    ("ny emoji 🫠", "ny emoji 🫠"),
])
def test_a_text_leaves_as_a_reader_sees_it(typed, cleaned):
    assert clean(typed) == cleaned


@pytest.mark.parametrize("typed", ["", "   ", "\x00", "\u200b\u200b", "///", "/ /\n", "\ud800", "\u202e"])
def test_a_text_without_anything_to_read_is_unusable(typed):
    with pytest.raises(UnusableText, match="Teksten er tom"):
        clean(typed)


@given(ANY_TEXT)
def test_a_cleaned_text_can_be_stored_and_sent_anywhere(typed):
    try:
        cleaned = clean(typed)
    except UnusableText:
        return
    cleaned.encode("utf-8")
    assert not cleaned.startswith("/")
    assert cleaned == cleaned.strip()
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {unicodedata.category(char) for char in cleaned.replace("\n", "")} & {"Cc", "Cs", "Co", "Zl", "Zp"}
    assert all(char.isascii() for char in cleaned if unicodedata.category(char) == "Nd")
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("value", ["3f1c-9", "/plikt{\"rolle\": \"laerer\"}", "æøå", "sju ord på norsk"])
def test_an_ordinary_value_is_clean(value):
    assert is_clean(value)


@pytest.mark.parametrize("value", ["a\x00", "a\n", "\t", "a\ud800", "a\u200bb", "\u202ea", "\uffff", "\x7f", "\ue000"])
def test_a_value_with_characters_nobody_types_is_not_clean(value):
    assert not is_clean(value)
