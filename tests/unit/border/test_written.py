"""Nynorsk is followed when it is clear, and never by mistake."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tryggsamtale.border.written import WORDS, is_nynorsk

HELDOUT = Path(__file__).parents[2] / "data" / "utterances_heldout.jsonl"
BY_VARIETY: dict[str, list[str]] = {}
for line in HELDOUT.read_text(encoding="utf-8").splitlines():
    BY_VARIETY.setdefault(json.loads(line)["variety"], []).append(json.loads(line)["text"])


@pytest.mark.parametrize("text", [
    "Eg er uroleg for ein gut i klassen", "Korleis skal eg gå fram?", "Kva gjer ein når ho ikkje vil?",
    "MÅ EG MELDE FRÅ", "eg veit ikkje",
])
def test_clear_nynorsk_is_told(text: str):
    assert is_nynorsk(text)


@pytest.mark.parametrize("text", [
    "Jeg er urolig for en gutt", "æ veit ikkje ka æ ska gjør", "eg e bekymra, ka ska eg gjør", "Eg vet ikke", "nei",
    "ikkje", "", "Hva betyr «eg» og «ikkje»?", "je veit itte",
])
def test_bokmal_dialect_and_the_unclear_are_left_alone(text: str):
    assert not is_nynorsk(text)


def test_no_message_in_bokmal_is_taken_for_nynorsk():
    assert [text for text in BY_VARIETY["bokmal"] if is_nynorsk(text)] == []


def test_much_of_what_is_written_in_nynorsk_is_told_at_the_first_message():
    texts = BY_VARIETY["nynorsk"]
    assert sum(map(is_nynorsk, texts)) >= 0.55 * len(texts)


def test_a_word_marks_one_way_of_writing_only():
    kinds = list(WORDS.values())
    assert not (kinds[0] & kinds[1] or kinds[0] & kinds[2] or kinds[1] & kinds[2])
