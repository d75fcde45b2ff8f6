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
from tryggsamtale.border.danger import classifier, detector
from tryggsamtale.border.danger.detector import CALM, danger
from tryggsamtale.border.danger.examples import calm_by_nlu, examples, nlu_messages
from tryggsamtale.border.danger.marks import REASONS
from tryggsamtale.border.danger.words import plain

DATA = Path(__file__).parents[3] / "data"


def held_out(name: str) -> list[dict]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


HELD_OUT = held_out("acute_heldout.jsonl")
BLIND = [one for name in ("acute_blind.jsonl", "acute_blind_2.jsonl") for one in held_out(name)]
"""Written before the detector was tried on them; what it missed was mended by kind."""
OTHERS = held_out("acute_others.jsonl")
"""By six other writers, many of the calm ones whole cases; none was added to what is learned."""
LEARNED = ("acute", "acute_hard", "calm", "calm_hard")
NEAR = 88
"""Likeness (0–100) of two messages from which one is a near copy of the other."""


def test_the_messages_learned_from_are_many_and_of_both_kinds():
    acute, calm = ([*examples(kind), *examples(f"{kind}_hard")] for kind in ("acute", "calm"))
    assert min(len(acute), len(calm)) >= 1000 and len(HELD_OUT) >= 350
    assert {reason for reason, _ in acute} == set(REASONS)


def test_no_message_held_out_is_a_near_copy_of_one_learned_from():
    learned = [plain(message) for name in LEARNED for _, message in examples(name)]
    texts = [one["text"] for one in HELD_OUT + BLIND + OTHERS]
    likeness = {text: process.extractOne(plain(text), learned, scorer=fuzz.ratio) for text in texts}
    assert not {text: near for text, near in likeness.items() if near[1] >= NEAR}


@pytest.mark.parametrize(
    ("messages", "least", "most"), [(HELD_OUT, 0.98, 0.05), (BLIND, 0.96, 0.10), (OTHERS, 0.97, 0.05)],
    ids=["held out", "blind", "by others"],
)
def test_little_danger_is_overheard_and_few_are_alarmed_for_nothing(messages: list[dict], least: float, most: float):
    heard = {kind: [danger(one["text"]).acute for one in messages if one["acute"] is kind] for kind in (True, False)}
    assert statistics.mean(heard[True]) >= least
    assert statistics.mean(heard[False]) <= most


def test_hardly_anything_people_otherwise_write_to_the_program_is_alarmed_for():
    written = calm_by_nlu()
    assert len(written) >= 4000
    assert statistics.mean(danger(text).acute for text in written[::20]) <= 0.02


def test_what_is_undecided_still_stands_among_the_messages_of_the_nlu():
    assert {message for _, message in examples("undecided")} <= nlu_messages()


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


@pytest.mark.parametrize("text", [
    "hun tegner mye, og nå står faren utenfor døra med kniv",
    "han så på film, og nå har han låst seg inne med kniv og vil dø i kveld",
    "hun drømte om ham, og i natt kom han inn og voldtok henne",
    "barna er trygge hos meg, men faren er på vei hit nå og skal drepe oss",
    "vi skulle ha øvelse, men nå har en elev kniv her",
])
def test_what_happens_today_wins_over_a_frame_in_the_same_message(text: str):
    assert danger(text).acute


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


def test_a_message_is_read_in_a_few_milliseconds_beside_its_encoding(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(classifier, "encoder", lambda: None)
    taken = []
    for one in HELD_OUT[:100]:
        began = time.process_time()
        danger(one["text"])
        taken.append(time.process_time() - began)
    assert statistics.median(taken) < 0.005  # about 1.8 ms on two busy cores


def test_the_longest_message_takes_no_more_than_a_moment():
    began = time.process_time()
    danger("han sier at hun skal og at de ikke vil når det er " * 80)
    assert time.process_time() - began < 3  # 4,000 characters: about 1.2 s, nearly all of it the encoder


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str):
    assert danger(text).reason in (*REASONS, "ingen")
