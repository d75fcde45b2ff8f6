"""If the person does not want it, and what carers should know."""

from __future__ import annotations

import pytest

from tests.unit.consultation.cases import ADULT, CHILD, UNKNOWN, Town, case
from tryggsamtale.consultation.consent import RULES, WORDING, consent

NAMES = {statement.text.nb: name for name, statement in WORDING.items()}


def said(told, town=UNKNOWN):
    return [NAMES[statement.text.nb] for statement in consent(told, town)]


REFUSED = ["forklar_hvorfor", "forklar_hva_som_skjer", "vurder_avvergingsplikt", "droft_med_tryggest_og_politi",
           "anonymt_trenger_ikke_samtykke"]
REFUSED_WITHOUT = ["forklar_hvorfor", "forklar_uten_tryggest", "vurder_avvergingsplikt", "droft_med_politi",
                   "anonymt_trenger_ikke_samtykke"]


@pytest.mark.parametrize(("told", "town", "lines"), [
    ({"samtykke": "nei"}, Town(tryggest="ja"), REFUSED),
    ({"samtykke": "nei"}, Town(), REFUSED),
    ({"samtykke": "nei"}, Town(tryggest="nei"), REFUSED_WITHOUT),
    ({"samtykke": "nei", "gjelder": "voksen"}, Town(tryggest="ja"), REFUSED_WITHOUT),
    ({"samtykke": "ja"}, Town(), ["sagt_ja"]),
    ({"samtykke": "ikke_spurt"}, Town(), ["spor_forst", "anonymt_trenger_ikke_samtykke"]),
    ({"samtykke": "vet_ikke"}, Town(), ["spor_forst", "anonymt_trenger_ikke_samtykke"]),
    ({"samtykke": "kan_ikke"}, Town(), ["kan_ikke_samtykke", "anonymt_trenger_ikke_samtykke"]),
])
def test_an_adult_is_asked_first_and_a_no_is_met_step_by_step(told, town, lines):
    assert said(case(ADULT, **told), town) == lines


@pytest.mark.parametrize(("samtykke", "first"), [
    ("omsorgspersoner", "foresatte_er_bekymringen"), ("ja", "foresatte_vet"), ("nei", "foresatte_vet_ikke"),
    ("vet_ikke", "foresatte_vet_ikke"),
])
def test_carers_are_told_unless_they_are_the_worry(samtykke, first):
    lines = said(case(CHILD, samtykke=samtykke))
    assert lines[:2] == [first, "barnet_far_vite"]


def test_every_line_is_used():
    assert {name for name, _ in RULES} == set(WORDING)
