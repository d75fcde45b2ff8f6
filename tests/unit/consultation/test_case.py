from __future__ import annotations

import pytest

from tests.unit.consultation.cases import CHILD, SSA, case
from tryggsamtale.consultation.case import CaseError, parse


def test_what_has_not_been_said_is_unknown_and_dont_know_is_no_answer():
    nothing = parse({"akutt": "vet_ikke", "kilde": ["vet_ikke"], "bekymring": "vet_ikke", "hendelse": "vet_ikke"})
    assert nothing == parse({})
    assert (nothing.akutt, nothing.kilde, nothing.hendelse) == ("ukjent", (), None)


def test_one_of_several_may_stand_alone():
    assert parse({"kilde": "sett"}).kilde == ("sett",)


@pytest.mark.parametrize("step", ["akutt", "kilde", "aldersgruppe"])
def test_an_answer_that_no_step_takes_is_an_error_that_does_not_repeat_it(step):
    with pytest.raises(CaseError) as error:
        parse({step: "Ola Nordmann"})
    assert str(error.value) == step


def test_steps_of_other_dialogues_are_passed_over():
    assert parse({"handling_vold": "vold_enkelt"}) == parse({})


@pytest.mark.parametrize(("rolle", "employed"), [
    ("skole", True), ("annet", True), ("frivillig", False), ("privat", False), (None, False),
])
def test_volunteers_and_private_persons_have_no_leader_to_tell(rolle, employed):
    assert case(CHILD, rolle=rolle).employed is employed


def test_children_on_both_sides_are_known_by_whom_it_is_about_or_by_the_worry():
    assert case(SSA).ssa and case(SSA).child
    assert case(CHILD, bekymring=["ssa"]).ssa
    assert not case(CHILD).ssa


def test_nobody_involved_is_no_service():
    assert case(CHILD).involved == ()
