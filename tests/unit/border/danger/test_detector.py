from __future__ import annotations

import json
import statistics
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz, process

from tryggsamtale import wording
from tryggsamtale.border.danger import detector
from tryggsamtale.border.danger.classifier import examples
from tryggsamtale.border.danger.detector import CALM, danger
from tryggsamtale.border.danger.marks import REASONS
from tryggsamtale.border.danger.words import plain

HELD_OUT = [
    json.loads(line)
    for line in (Path(__file__).parents[3] / "data" / "acute_heldout.jsonl").read_text(encoding="utf-8").splitlines()
]
NEAR = 88
"""Likeness (0–100) of two messages from which one is a near copy of the other."""


def test_the_messages_learned_from_are_many_and_of_both_kinds():
    acute, calm = examples("acute"), examples("calm")
    assert min(len(acute), len(calm)) >= 450 and len(HELD_OUT) >= 350
    assert {reason for reason, _ in acute} == set(REASONS)


def test_no_message_held_out_is_a_near_copy_of_one_learned_from():
    learned = [plain(message) for _, message in (*examples("acute"), *examples("calm"))]
    likeness = {one["text"]: process.extractOne(plain(one["text"]), learned, scorer=fuzz.ratio) for one in HELD_OUT}
    assert not {text: near for text, near in likeness.items() if near[1] >= NEAR}


def test_hardly_any_danger_is_overheard_and_few_are_alarmed_for_nothing():
    heard = {kind: [danger(one["text"]).acute for one in HELD_OUT if one["acute"] is kind] for kind in (True, False)}
    assert statistics.mean(heard[True]) >= 0.98
    assert statistics.mean(heard[False]) <= 0.07


@pytest.mark.parametrize(("text", "reason"), [
    ("eleven sier hun skal ta livet av seg i kveld", "selvmord"),
    ("jeg orker ikke leve lenger", "selvmord"),
    ("han har kniv og står i gangen", "vapen"),
    ("ho vart valdteken i natt og vil dusje", "spor"),
    ("de reiser til Somalia på fredag og hun skal omskjæres", "reise"),
    ("treåringen er alene hjemme og gråter", "barn"),
    ("han puster ikke", "liv"),
    ("æ høre at han slår ho no", "vold"),
    ("han står utenfor døra og hamrer", "trussel"),
    ("ho svarar ikkje lenger, og han var hos ho", "borte"),
    ("jeg er redd for at jeg skader ungen i natt", "skade_andre"),
])
def test_danger_is_named_by_what_it_is(text: str, reason: str):
    assert danger(text) == detector.Danger(True, reason)


@pytest.mark.parametrize("text", [
    "hva er nummeret til politiet", "når skal jeg ringe 112", "det er ikke akutt", "ingen er i fare",
    "han slo henne i fjor", "hun ble voldtatt for lenge siden", "jeg dør av latter", "vi skal drepe tid til lunsj",
    "skyte gullfuglen", "kampen i går", "vi øver på at en elev har kniv", "tenk deg at hun vil dø i kveld",
    "filmen handler om et drap", "jeg er bekymret for en elev", "hei", "", "   ", "?!", "🙂",
])
def test_what_is_past_denied_asked_said_in_jest_or_rehearsed_is_no_danger(text: str):
    assert danger(text) == CALM


def test_danger_beside_a_frame_is_still_danger():
    assert danger("Vi hadde øvelse i går. Nå står en elev her med kniv og truer de andre!").acute
    assert danger("dette er ikke en øvelse, en elev har kniv her nå").acute
    assert danger("han slo henne i fjor, og nå står han utenfor døra med kniv").acute


def test_a_question_beside_the_danger_does_not_make_it_a_question():
    assert danger("må jeg melde fra, faren slår sønnen sin akkurat nå").acute
    assert not danger("Vi øver: han har kniv her. Hva sier jeg?").acute


def test_danger_does_not_drown_in_a_long_message():
    around = "Jeg jobber i en barnehage og har gjort det lenge. Vi har en gutt på avdelingen som vi er glad i. "
    assert not danger(around * 5).acute
    assert danger(around * 3 + "Nå står faren her full og skal kjøre ham hjem. " + around * 3).acute


def test_every_reason_has_its_phrase_in_both_languages_and_quotes_nobody():
    for reason in (*REASONS, "ingen"):
        phrase = detector.Danger(reason != "ingen", reason).phrase
        assert all(phrase[locale] for locale in wording.LOCALES)


def test_a_message_is_read_in_a_few_milliseconds():
    taken = []
    for one in HELD_OUT[:100]:
        began = time.process_time()
        danger(one["text"])
        taken.append(time.process_time() - began)
    assert statistics.median(taken) < 0.005  # about 1.8 ms on two busy cores


def test_the_longest_message_takes_no_more_than_a_moment():
    began = time.process_time()
    danger("han sier at hun skal og at de ikke vil når det er " * 80)
    assert time.process_time() - began < 1


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str):
    assert danger(text).reason in (*REASONS, "ingen")
