"""What a guide's utterance does, on sentences written for it; how often, test_moves_quality.py says."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tryggsamtale.rehearsal.moves import BAD, POINTS, QUESTIONS, Move, classifier, read_move
from tryggsamtale.rehearsal.moves.classifier import ByWords
from tryggsamtale.rehearsal.moves.training import Example, examples
from tryggsamtale.rehearsal.moves.words import sentences


def test_a_move_says_all_that_the_contract_asks_for():
    move = read_move("Politiet og kommunen samarbeider om dette. Hva tenker du om det?")
    assert move == Move(points=("a2",), question="open", empathy=False, bad=None, reflection=False)
    assert move.as_json() == {"points": ["a2"], "question": "open", "empathy": False, "bad": None}


def test_several_points_in_one_utterance_are_all_read():
    said = "Dette er ikke et avhør. Men er noen i fare, må jeg melde fra til barnevernet. Her er nummeret mitt."
    assert read_move(said).points == ("a3", "a4", "d3")


@pytest.mark.parametrize("emergency", ["Ring 112 hvis det haster.", "02800 er til politiet", "Bruk nødnummeret."])
def test_an_emergency_number_is_always_its_point(emergency: str):
    assert "d4" in read_move(emergency).points


@pytest.mark.parametrize(("unlucky", "said"), [
    ("blame", "Hvorfor gikk du dit alene?"),
    ("blame", "Du burde ikke ha vært der."),
    ("secrecy", "Dette blir bare mellom oss."),
    ("secrecy", "eg lovar å ikkje fortelje det til nokon"),
    ("interrogation", "Hva het han som slo deg?"),
    ("interrogation", "Hvem holdt deg, hvor mange var de, og hva sa de?"),
    ("promise", "Jeg lover deg at det aldri skjer igjen."),
    ("promise", "Han kommer garantert i fengsel."),
    ("secrecy", "Jeg sier det aldri til noen, det lover jeg."),
])
def test_what_is_unlucky_is_seen(unlucky: str, said: str):
    assert read_move(said).bad == unlucky


@pytest.mark.parametrize("said", [
    "Jeg kan ikke love å holde det hemmelig.", "Du trenger ikke fortelle hvem det var.", "Det var ikke din feil.",
    "Eg kan ikkje love korleis saka går.", "Hvem er du trygg sammen med?", "Ikke alt kan bli mellom oss.",
    "Det meste blir mellom oss, men er noen i fare, må jeg si fra.",
    "Ansvaret ligg hos dei som slo deg, ikkje hos deg.",
    "Det var han som slo. Ingenting av dette er din feil.", "Det var dei som valde å ta mobilen din.",
])
def test_its_opposite_is_not(said: str):
    assert read_move(said).bad is None


@pytest.mark.parametrize(("said", "shown"), [
    ("Det var ikke din feil.", True), ("Jeg skjønner godt at du er redd.", True), ("Så modig av deg å komme.", True),
    ("Ansvaret ligg hos dei som slo deg, ikkje hos deg.", True), ("Så du ble redd da de kom tilbake.", True),
    ("Skjønner du?", False), ("Er du lei deg?", False), ("Møtet er på torsdag.", False),
])
def test_empathy_is_what_is_stated_and_never_asked(said: str, shown: bool):
    assert read_move(said).empathy is shown


@pytest.mark.parametrize(("said", "reflects"), [
    ("Så du har vært redd hele uka.", True), ("Du sier at ingen tror deg.", True),
    ("Det høres ut som du savner dem.", True),
    ("Du kan si stopp.", False), ("Har jeg forstått deg rett?", False), ("Vi sees på mandag.", False),
])
def test_what_gives_back_the_words_of_the_youth_is_a_reflection(said: str, reflects: bool):
    assert read_move(said).reflection is reflects


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=300), st.text(alphabet=string.ascii_lowercase + " ,.?æøå", max_size=600)))
def test_any_text_is_read(text: str):
    move = read_move(text)
    assert set(move.points) <= set(POINTS) and list(move.points) == sorted(move.points, key=POINTS.index)
    assert move.question in QUESTIONS and move.bad in (None, *BAD)


def test_the_same_examples_give_the_same_classifier():
    learnt = list(examples())
    said = [sentences("Hvem kan gå sammen med deg hjem?")]
    assert (ByWords(learnt).margins(said) == ByWords(learnt).margins(said)).all()


def test_where_nothing_can_be_kept_the_moves_are_read_all_the_same(tmp_path, monkeypatch, caplog):
    (tmp_path / "models").touch()  # no folder can be made there
    monkeypatch.setattr(classifier, "_KEPT", replace(classifier._KEPT, folder=tmp_path / "models"))
    assert classifier.classifier.__wrapped__().margins("Hei.", [sentences("Hei.")])
    assert "cannot be kept" in caplog.text


def test_a_heading_that_nobody_knows_is_an_error(tmp_path, monkeypatch):
    (tmp_path / "a.yml").write_text("a1 none kjekt: |\n  Hei.\n", encoding="utf-8")
    monkeypatch.setattr("tryggsamtale.rehearsal.moves.training.FOLDER", tmp_path)
    with pytest.raises(ValueError, match="a1 none kjekt"):
        list(examples())


def test_every_label_has_examples_in_every_part_of_the_checklist():
    counted = {label: 0 for label in (*POINTS, *BAD)}
    for example in examples():
        assert isinstance(example, Example)
        for label in example.labels & counted.keys():
            counted[label] += 1
    assert min(counted.values()) >= 30
    assert sum(1 for _ in examples()) >= 1200
