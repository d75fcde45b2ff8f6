"""The tables themselves: complete, worded, drawn; and single rules that must not be lost."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

import pytest

from tryggsamtale.duties import advice, andre_plikter, avvergingsplikt, nodetater, opplysningsplikt
from tryggsamtale.duties.assessment import REASONS, assess, wanted
from tryggsamtale.duties.case import HANDLINGS, ROLES
from tryggsamtale.duties.drawing import draw
from tryggsamtale.duties.facts import VALUES, parse
from tryggsamtale.duties.rules import always
from tryggsamtale.duties.straffebud import OFFENCES

DAY = date(2026, 11, 21)
TABLES = (opplysningsplikt.TABLE, avvergingsplikt.table(DAY), nodetater.TABLE)


def ask(**known):
    base = {
        "rolle": "larer_offentlig",
        "utsatt": "barn",
        "alder": 8,
        "handling": "vold_gjentatt",
        "relasjon": "far",
        "tid": "pagar",
        "sikkerhet": "vet",
    }
    return assess(parse({**base, **known}), on=DAY, today=DAY)


def nb(texts):
    return " ".join(text.nb for text in texts)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_a_table_ends_with_a_row_that_always_holds_and_has_unique_rows(table):
    assert table.rules[-1].when is always
    assert len({rule.id for rule in table.rules}) == len({rule.label for rule in table.rules}) == len(table.rules)


def test_every_row_is_worded_and_every_wording_is_used():
    rows = {rule.id for table in TABLES for rule in table.rules}
    assert rows == set(REASONS["reasons"])
    assert {key for row in REASONS["reasons"].values() for key in row["changes"]} == set(REASONS["changes"])


def test_every_line_of_advice_is_worded_and_every_wording_is_used():
    used = {
        "lines": advice.RECOMMENDATION,
        "write_down": advice.WRITE_DOWN,
        "care": advice.CARE,
        "next_steps": [line for _, line in advice.NEXT_STEPS],
    }
    for block, lines in used.items():
        assert {line.id for line in lines} == set(advice.WORDING[block])
    sharing = {line.id for line in advice.MAY_SHARE} | {key for keys in advice.SHARING.values() for key in keys}
    assert sharing == set(advice.WORDING["may_share"])
    assert {key for key, _ in advice.HEADLINES} == set(advice.WORDING["headlines"])
    assert {row.id for row in andre_plikter.OTHERS} == set(advice.WORDING["other_duties"])


def test_every_role_and_every_act_has_its_row():
    assert set(ROLES) == set(VALUES["rolle"]) and set(HANDLINGS) == set(VALUES["handling"])
    assert {act for row in OFFENCES for act in row.acts} == set(VALUES["handling"])


def test_an_order_from_barnevernet_is_a_duty_whatever_the_worry():
    assert (
        ask(handling="annet", sikkerhet="vag", palegg="ja").opplysningsplikt_barnevern.paragraphs[0]
        == "barnevernsloven § 13-4"
    )
    assert ask(rolle="privatperson", palegg="ja").opplysningsplikt_barnevern.verdict == "ikke_plikt_men_rett"


def test_a_parent_of_a_minor_has_no_excuse_in_danger_but_meets_a_kind_tone():
    answer = ask(rolle="privatperson", omsorgsperson="ja", fare_for_melder="liv_helse_velferd")
    assert answer.avvergingsplikt.verdict == "plikt" and answer.support is None
    assert "straffeloven § 196 fjerde ledd" in answer.avvergingsplikt.paragraphs
    assert "trenger hjelp" in answer.headline.nb and "krisesenter" in answer.contacts


def test_a_grandparent_may_rely_on_the_exception_and_nobody_is_advised_to_be_silent():
    answer = ask(rolle="privatperson", omsorgsperson="nei", fare_for_melder="siktelse_egen_eller_naermeste")
    assert answer.avvergingsplikt.verdict == "ikke_plikt_men_rett"
    assert "kan alltid si fra" in answer.avvergingsplikt.reason.nb


def test_a_clear_duty_is_not_sent_to_anonymous_discussion_first():
    answer = ask(fare_for_melder="ingen")
    assert answer.recommendation[1].nb.startswith("Meld til barnevernet i dag") and "uten navn" not in nb(
        answer.recommendation
    )


def test_suspected_carers_are_not_warned_first_and_trusted_parents_are_told():
    assert "Ikke snakk med foreldrene først" in nb(ask().recommendation)
    assert "åpen med dem" in nb(ask(relasjon="medelev", alvor="mildere").may_share)


def test_what_happens_after_a_report_has_its_deadlines():
    assert {step.within_days for step in ask().next_steps} >= {0, 7, 21}


def test_a_private_kindergarten_has_no_letter_about_the_childs_own_acts():
    known = dict(handling="atferd_alvorlig", relasjon="selv", bvl_kategori="d")
    assert ask(rolle="barnehage_privat", **known).opplysningsplikt_barnevern.verdict == "kan_ikke_avgjores"
    assert ask(rolle="barnehage_kommunal", **known).opplysningsplikt_barnevern.verdict == "plikt"


def test_incest_from_sixteen_is_looked_at_under_other_provisions():
    paragraphs = {age: ask(handling="incest", alder=age).avvergingsplikt.paragraphs for age in (13, 15, 16)}
    assert "straffeloven § 299" in paragraphs[13] and "straffeloven § 312" in paragraphs[15]
    assert "straffeloven § 312" not in paragraphs[16] and "straffeloven § 295" in paragraphs[16]


def test_equals_in_age_are_outside_the_duty_and_doubt_is_discussed():
    known = dict(handling="seksuell_omgang_under14", relasjon="kjæreste", alder=13)
    assert ask(**known, jevnbyrdig="ja").avvergingsplikt.verdict == "ikke_plikt_men_rett"
    assert ask(**known).avvergingsplikt.verdict == "kan_ikke_avgjores"
    assert ask(**known, utover_alder=25).avvergingsplikt.verdict == "plikt"
    assert ask(**{**known, "relasjon": "far"}, jevnbyrdig="ja").avvergingsplikt.verdict == "plikt"


def test_a_colleague_is_a_carer_or_a_school_employee_where_the_user_works():
    assert ask(relasjon="kollega").other_duties[0].paragraphs[0] == "opplæringslova § 12-5"
    home = ask(rolle="helsepersonell", utsatt="voksen_risikoutsatt", alder=80, barn_i_hjemmet="nei", relasjon="kollega")
    assert home.avvergingsplikt.verdict == "plikt" and home.other_duties[0].paragraphs == ("helsepersonelloven § 17",)


def test_danger_and_certainty_that_settle_the_case_end_the_questions():
    known = {"rolle": "privatperson", "utsatt": "voksen", "alder": 30, "barn_i_hjemmet": "nei", "handling": "okonomisk"}
    assert wanted(parse(known), DAY) == ()
    assert wanted(parse({}), DAY)[:2] == ("rolle", "handling")


def test_a_single_blow_that_goes_on_by_label_only_is_left_open_until_it_is_known_whether_it_can_be_averted():
    told = {"handling": "vold_enkelt", "alvor": "alvorlig"}
    assert ask(**told).avvergingsplikt.verdict == "kan_ikke_avgjores"
    assert "kan_avverges" in ask(**told).unknown
    assert ask(**told, kan_avverges="ja").avvergingsplikt.verdict == "plikt"
    assert ask(**told, akutt="ja").avvergingsplikt.verdict == "plikt"


def test_what_is_over_but_urgent_for_the_sake_of_traces_is_no_duty_to_avert_by_itself():
    told = {
        "rolle": "helsepersonell", "utsatt": "voksen", "alder": 22, "handling": "voldtekt", "relasjon": "sjef",
        "tid": "fortid_avsluttet", "akutt": "ja",
    }
    assert ask(**told).avvergingsplikt.verdict == "kan_ikke_avgjores"
    assert ask(**told).nodetater.verdict == "kan_ikke_avgjores"
    assert ask(**told, kan_avverges="ja").avvergingsplikt.verdict == "plikt"
    assert ask(**told, kan_avverges="nei").avvergingsplikt.verdict == "kan_ikke_avgjores"


def test_an_order_is_asked_about_only_when_there_is_no_worry_of_ones_own():
    assert "palegg" in wanted(parse({"rolle": "larer_offentlig", "utsatt": "barn", "handling": "annet"}), DAY)
    assert "palegg" not in wanted(parse({"rolle": "larer_offentlig", "utsatt": "barn", "handling": "vold_enkelt"}), DAY)


def test_the_drawing_is_steady_readable_and_shows_every_row():
    svg = draw()
    assert svg == draw()
    root = ET.fromstring(svg)
    assert root.get("role") == "img" and root.find("{*}title").text and root.find("{*}desc").text
    shown = " ".join(text.text for text in root.iter("{http://www.w3.org/2000/svg}text"))
    for table in TABLES:
        assert table.title in shown
        assert all(" ".join(rule.label.split()[:4]) in shown for rule in table.rules)
    assert all(row.label in shown for row in OFFENCES)
