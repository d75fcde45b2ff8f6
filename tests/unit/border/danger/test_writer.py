from __future__ import annotations

import json
from pathlib import Path

import pytest

from tryggsamtale.border.danger.writer import writer

DATA = Path(__file__).parents[3] / "data"


def messages(name: str) -> list[dict]:
    return [json.loads(line) for line in (DATA / f"writer_{name}.jsonl").read_text(encoding="utf-8").splitlines()]


HELD_OUT = messages("heldout")
BLIND = [*messages("blind"), *messages("others")]
"""Written before the reader was tried on them."""
OF_OTHERS = [one["text"] for one in HELD_OUT if one["writer"] is None]


def test_hardly_anybody_who_tells_of_others_is_met_as_a_victim():
    assert len(OF_OTHERS) >= 70
    assert sum(writer(text) is not None for text in OF_OTHERS) / len(OF_OTHERS) <= 0.02


def test_most_who_tell_of_themselves_are_met_as_what_they_are():
    told = [one for one in HELD_OUT if one["writer"]]
    assert sum(writer(one["text"]) == one["writer"] for one in told) / len(told) >= 0.9


def test_of_messages_written_blind_most_who_tell_of_themselves_are_met_and_hardly_any_others():
    met: dict[bool, list[bool]] = {True: [], False: []}
    for one in BLIND:
        met[bool(one["writer"])].append(writer(one["text"]) is not None)
    assert sum(met[True]) / len(met[True]) >= 0.8
    assert sum(met[False]) / len(met[False]) <= 0.03


@pytest.mark.parametrize(("text", "who"), [
    ("jeg er 14 og pappa slår meg", "barn"),
    ("mannen min slår meg", "utsatt"),
    ("Jeg er lærer, men det er jeg som blir slått hjemme.", "utsatt"),
    ("Jobbar på sjukeheim, men no er det eg som treng hjelp, mannen min slår meg", "utsatt"),
    ("jeg ble misbrukt som barn", "utsatt"),
    ("eg er redd for at eg skal skade babyen", "redd_for_a_skade"),
    ("Jeg er lærer. En elev på 14 sier «pappa slår meg»", None),
    ("vi øver: jeg er 14 og pappa slår meg", None),
    ("en mor sier at hun er redd for å skade babyen", None),
    ("må jeg melde fra om at faren slår sønnen?", None),
    ("", None),
])
def test_only_what_the_writers_say_of_themselves_counts(text: str, who: str | None):
    assert writer(text) == who
