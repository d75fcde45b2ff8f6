"""When two things may be meant it is asked which; when nothing is understood the nearest is offered."""

from __future__ import annotations

import pytest

from tryggsamtale.dialogues.unsure import is_unsure, meanings, not_understood, which

NEAR = [("opplysningsplikt", 0.41), ("plikt", 0.38), ("drofting", 0.05)]


def payloads(says) -> list[str]:
    return [button.payload for say in says for button in say.buttons]


def test_two_near_meanings_are_asked_about_with_a_button_each_and_one_for_neither():
    assert payloads(which(NEAR)) == ["/opplysningsplikt", "/plikt", "/utenfor"]


@pytest.mark.parametrize("ranking", [
    [("opplysningsplikt", 0.60), ("plikt", 0.39)],
    [("opplysningsplikt", 0.50), ("plikt", 0.30)],
    [("fortelling", 0.40), ("drofting", 0.38), ("plikt", 0.20)],
    [("ja", 0.40), ("fortsett", 0.38)],
    [("plikt", 0.15), ("drofting", 0.02), ("opplysningsplikt", 0.14)],
    [("plikt", 1.0)],
    [],
], ids=["sure", "far apart", "the same meaning", "controls", "nothing understood", "alone", "none"])
def test_nothing_is_asked_when_there_is_no_choice_to_make(ranking):
    assert which(ranking) == ()


def test_intents_that_mean_the_same_count_together():
    assert meanings([("tolk", 0.4), ("fortelling", 0.35), ("drofting", 0.25)])[0] == ("drofting", pytest.approx(0.6))


@pytest.mark.parametrize(("ranking", "unsure"), [
    ([("tolk", 0.19)], True), ([("tolk", 0.2)], False), ([("drofting", 0.12), ("fortelling", 0.11)], False), ([], True),
])
def test_little_likelihood_is_not_acted_on(ranking, unsure):
    assert is_unsure(ranking) is unsure


def test_what_was_not_understood_is_offered_the_nearest_topics_and_the_dialogues():
    ranking = [("tolk", 0.15), ("utenfor", 0.14), ("samtykke", 0.1), ("retten", 0.08), ("tryggest", 0.07)]
    offered = payloads(not_understood(ranking))
    assert offered[:3] == ["/tolk", "/samtykke", "/retten"]
    assert {"/drofting", "/plikt", "/trygghetssamtale"} <= set(offered[3:])


def test_topics_that_have_nothing_to_do_with_it_are_not_offered():
    assert "/tolk" not in payloads(not_understood([("utenfor", 0.19), ("tolk", 0.01)]))
