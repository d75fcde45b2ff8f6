"""How serious, row by row and at the edges between the rows."""

from __future__ import annotations

import pytest

from tests.unit.consultation.cases import ADULT, CHILD, SSA, case
from tryggsamtale.consultation.seriousness import RULES, STEPS, WORDING, seriousness

ROWS = [
    # what is told, beside the base case                              level               rule
    (CHILD, {"akutt": "fare"}, "akutt", "fare"),
    (ADULT, {"akutt": "fare", "bekymring": ["uro"]}, "akutt", "fare"),
    (CHILD, {"akutt": "alvorlig", "bekymring": ["uro"]}, "alvorlig", "sagt_alvorlig"),
    (ADULT, {"bekymring": ["seksuelle_overgrep"], "kilde": ["fortalt_andre"]}, "alvorlig", "alvorlig_i_seg_selv"),
    (CHILD, {"bekymring": ["kjonnslemlestelse"], "tid": "kan_skje"}, "alvorlig", "alvorlig_i_seg_selv"),
    (CHILD, {"bekymring": ["okonomisk", "menneskehandel"]}, "alvorlig", "alvorlig_i_seg_selv"),
    (SSA, {"trafikklys": "rod"}, "alvorlig", "rodt_lys"),
    (CHILD, {"bekymring": ["fysisk_vold"], "kilde": ["sett"], "tid": "tidligere"}, "alvorlig", "vold"),
    (CHILD, {"bekymring": ["fysisk_vold"], "kilde": ["dokumentert"], "tid": None}, "alvorlig", "vold"),
    (CHILD, {"bekymring": ["fysisk_vold"], "kilde": ["fortalt_andre"], "tid": "pagar"}, "alvorlig", "vold"),
    (CHILD, {"bekymring": ["fysisk_vold"], "kilde": ["tegn"], "tid": "tidligere"}, "bekymring", "bekymring"),
    (CHILD, {"bekymring": ["fysisk_vold"], "kilde": ["fortalt_andre"], "tid": "tidligere"},
     "trenger_avklaring", "annenhands"),
    (SSA, {"trafikklys": "gronn"}, "trenger_avklaring", "gront_lys"),
    (CHILD, {"bekymring": ["ssa", "omsorgssvikt"], "trafikklys": "gronn"}, "bekymring", "bekymring"),
    (SSA, {}, "bekymring", "gult_lys"),
    (SSA, {"trafikklys": "vet_ikke"}, "trenger_avklaring", "ukjent_lys"),
    (CHILD, {"bekymring": ["uro"]}, "trenger_avklaring", "bare_uro"),
    (CHILD, {"bekymring": "vet_ikke"}, "trenger_avklaring", "bare_uro"),
    (ADULT, {"kilde": ["fortalt_andre"]}, "trenger_avklaring", "annenhands"),
    (ADULT, {"kilde": "vet_ikke"}, "trenger_avklaring", "annenhands"),
    (ADULT, {}, "bekymring", "bekymring"),
    (CHILD, {}, "bekymring", "bekymring"),
]


@pytest.mark.parametrize(("base", "told", "level", "rule"), ROWS)
def test_the_first_row_that_fits_decides(base, told, level, rule):
    found = seriousness(case(base, **told))
    assert (found.level, found.rule) == (level, rule)


def test_every_row_decides_some_case_here_and_has_its_words():
    assert {row[3] for row in ROWS} == {rule.id for rule in RULES} == set(WORDING["rules"])
    used = {name for steps in STEPS.values() for name, _ in steps}
    assert used == set(WORDING["steps"])


@pytest.mark.parametrize(("rolle", "number", "leader"), [("helse", "112", True), ("privat", "112", False)])
def test_an_employee_tells_the_leader_and_everybody_else_calls(rolle, number, leader):
    steps = [step.text.nb for step in seriousness(case(ADULT, akutt="fare", rolle=rolle)).steps]
    assert number in steps[0] and ("lederen" in steps[0]) is leader
    assert any("Får du ikke tak i lederen" in step for step in steps) is leader


def test_serious_but_not_acute_goes_by_02800_and_never_sends_to_112_first():
    for base in (ADULT, CHILD, SSA):
        first = seriousness(case(base, akutt="alvorlig")).steps[0].text.nb
        assert "02800" in first and "112" not in first


def test_tryggest_follows_up_together_with_the_police():
    for akutt in ("fare", "alvorlig"):
        assert any("TryggEst" in step.text.nb for step in seriousness(case(ADULT, akutt=akutt)).steps)


@pytest.mark.parametrize(("told", "traces"), [
    ({"bekymring": ["seksuelle_overgrep"], "tid": "siste_dager"}, True),
    ({"bekymring": ["seksuelle_overgrep"], "tid": "tidligere"}, False),
    ({"bekymring": ["fysisk_vold"], "kilde": ["sett"]}, False),
])
def test_traces_are_secured_while_there_are_some(told, traces):
    assert any("116 117" in step.text.nb for step in seriousness(case(ADULT, **told)).steps) is traces


def test_green_light_asks_for_guidance_and_not_for_a_report():
    said = " ".join(step.text.nb for step in seriousness(case(SSA, trafikklys="gronn")).steps)
    assert "kropp og grenser" in said and "politiet" not in said and "barnevernet" not in said
