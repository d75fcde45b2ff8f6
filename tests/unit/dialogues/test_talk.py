"""What is said about a topic: the part that was asked for, and the ways on from it."""

from __future__ import annotations

import json

import pytest

from tryggsamtale.dialogues.talk import OFFERED, about, aside, more_about
from tryggsamtale.dialogues.understood import understood
from tryggsamtale.guiding.reply import Say
from tryggsamtale.knowledge.topics import TOPICS, topic

each_topic = pytest.mark.parametrize("name", TOPICS)


def pressed(said: Say) -> list[str]:
    """The names behind the buttons of a message."""
    return [json.loads(button.payload.removeprefix("/les_mer"))["felt"] for button in said.buttons]


@each_topic
def test_a_topic_is_answered_shortly_with_the_rest_and_a_few_parts_behind_buttons(name):
    said = about(name)
    assert said.text == topic(name).short and said.sources
    assert pressed(said) == [name, *(f"{name}.{part.id}" for part in topic(name).parts[:OFFERED])]


@each_topic
def test_every_button_leads_to_an_answer_and_from_the_short_one_all_parts_are_reached(name):
    ahead, seen = pressed(about(name)), set()
    while ahead:
        behind = ahead.pop()
        if behind not in seen:
            seen.add(behind)
            said = more_about(behind)
            assert said.text.nb and said.sources and len(said.buttons) <= OFFERED
            ahead += pressed(said)
    assert seen == {name} | {f"{name}.{part.id}" for part in topic(name).parts}


def test_a_question_gets_the_part_it_asks_for_and_its_own_sources():
    said = about("trygghetsplan", "hvor ofte evalueres trygghetsplanen?")
    assert "hver sjette uke" in said.text.nb and "kvar sjette veke" in said.text.nn
    assert {source.ref for source in said.sources} >= {"Ressursenhet V27, juni 2025 (000)"}
    assert "trygghetsplan.evaluering" not in pressed(said)


def test_a_pressed_part_is_said_and_understood_as_its_topic():
    said = aside("les_mer_smiso_nok.barn")
    assert said == (more_about("smiso_nok.barn"),) and "under 16 år" in said[0].text.nb
    assert understood("les_mer_smiso_nok.barn") == ("topic", "smiso_nok")


def test_what_is_no_topic_is_answered_without_regard_to_the_words():
    assert aside("takk", "takk for det") == aside("takk")
    assert aside("finnes_ikke", "hva") == ()
