"""A whole rehearsal is looked back upon as an experienced guide would."""

from __future__ import annotations

import json

import pytest

from benchmarks.moves import PROJECT
from tryggsamtale.knowledge.sources import sources
from tryggsamtale.rehearsal.effects import EFFECTS
from tryggsamtale.rehearsal.moves import BAD, POINTS, read_move
from tryggsamtale.rehearsal.review import ASKED, review
from tryggsamtale.rehearsal.snakke import WORDS, words_for
from tryggsamtale.rehearsal.unlucky import ADVICE, advice_for

REHEARSALS = sorted((PROJECT.parent / "shared" / "cases" / "rehearsals").glob("*.txt"))
TALK = [
    "Politiet og kommunen samarbeider om dette.",
    "Jeg kan ha plikt til å melde fra til barnevernet.",
    "Vil du fortelle hvordan du har hatt det etterpå?",
    "",
    "Så du har sovet dårlig.",
    "Er det verst om kvelden?",
    "Hva het han som slo deg?",
]


@pytest.mark.parametrize("transcript", REHEARSALS, ids=lambda path: path.stem)
def test_the_sample_rehearsals_are_reviewed_as_people_would(transcript):
    expected = json.loads(transcript.with_suffix(".json").read_text(encoding="utf-8"))
    given = review(transcript.read_text(encoding="utf-8").splitlines()).as_json()
    assert len(set(expected["covered"]) ^ set(given["covered"])) <= 2
    assert abs(expected["open_share"] - given["open_share"]) <= 0.1
    assert given["a4_before_b1"] == expected["a4_before_b1"]
    assert set(given["bad"]) == set(expected["bad"])


def test_points_questions_and_what_is_unlucky_are_counted_line_by_line():
    seen = review(TALK)
    assert [line.text for line in seen.lines] == [line for line in TALK if line]
    assert seen.covered == ("a2", "a4", "b1", "b2_tid")
    assert seen.covered + seen.missed and set(seen.covered) | set(seen.missed) == set(POINTS)
    assert seen.questions == {"open": 1, "closed": 2, "leading": 0, "multiple": 0}
    assert seen.open_share == pytest.approx(1 / 3)
    assert seen.bad == ("interrogation",)
    assert seen.reflections == 1 and seen.reflections_to_questions == pytest.approx(1 / 3)


@pytest.mark.parametrize(("lines", "before"), [
    (TALK, True),
    (TALK[::-1], False),
    (TALK[1:2], True),
    (TALK[2:3], False),
    (["Hei, hvordan har du det?", *TALK], True),
    (["Jeg kan ha plikt til å melde fra til barnevernet. Vil du fortelle hvordan du har hatt det etterpå?"], True),
    (["Vil du fortelle hvordan du har hatt det etterpå? Jeg kan ha plikt til å melde fra til barnevernet."], False),
    ([], False),
])
def test_the_duty_to_report_is_to_be_told_before_the_youth_is_asked_to_tell(lines, before):
    assert review(lines).a4_before_b1 is before


def test_an_empty_rehearsal_is_reviewed_too():
    assert review(["", "  "]).as_json() == {
        "covered": [], "missed": list(POINTS), "a4_before_b1": False,
        "questions": dict.fromkeys(ASKED, 0), "open_share": 0.0, "bad": [],
    }


@pytest.mark.parametrize(("said", "words"), [
    ("Det er du som bestemmer hva vi snakker om.", ("trygger",)),
    ("Det var ikke din feil.", ("trygger",)),
    ("Hvordan har du det?", ("åpner",)),
    ("Så du gikk hjem igjen.", ("gjentar",)),
    ("Jeg ringer læreren din i morgen.", ("ansvar",)),
    ("La oss snakke om noe annet.", ("unnviker",)),
    ("Neste gang kan det gå mye verre.", ("skremmer",)),
    ("Er du redd?", ("lukker",)),
    ("Du er vel redd?", ("ledende",)),
    ("Du må svare på det jeg spør om.", ("presser",)),
    ("Det er sol ute.", ()),
])
def test_a_line_is_described_in_the_words_of_snakke(said, words):
    assert words_for(said, read_move(said)) == words


def test_snakke_has_nine_words_of_which_four_help():
    assert len(WORDS) == 9
    assert [name for name, word in WORDS.items() if word.helps] == ["trygger", "åpner", "gjentar", "ansvar"]


def test_whatever_is_unlucky_has_a_reason_and_a_better_wording_with_its_source():
    lowering = {name for name, change in EFFECTS.items() if sum(change) < 0}
    assert set(ADVICE) == {*BAD, *ASKED, *lowering} - {"open"}
    for advice in ADVICE.values():
        assert sources([advice.source])
        for better in advice.better:
            assert better.nb != better.nn or "«" not in better.nb
            assert read_move(better.nb).bad is None and read_move(better.nn).bad is None


def test_what_is_said_well_needs_no_advice():
    assert advice_for(read_move("Hvordan har du det?")) is None
    assert advice_for(read_move("Du er vel redd?")).kind == "leading"
    assert advice_for(read_move("Hvorfor gikk du dit alene?")).kind == "blame"
