"""The law in dated rows: what was in force when, and what that does to the answer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tryggsamtale.duties import paragraphs
from tryggsamtale.duties.assessment import assess
from tryggsamtale.duties.facts import parse

BEFORE_2021, IN_2022, IN_2024, IN_2025, NOW = (
    date(2020, 6, 1),
    date(2022, 6, 1),
    date(2024, 3, 1),
    date(2025, 3, 1),
    date(2026, 11, 21),
)


def facts(**known):
    return parse(
        {
            "rolle": "larer_offentlig",
            "utsatt": "barn",
            "alder": 15,
            "handling": "vold_gjentatt",
            "relasjon": "forelder",
            "tid": "pagar",
            "sikkerhet": "vet",
            "fare_for_melder": "ingen",
            **known,
        }
    )


def test_rows_of_one_paragraph_never_overlap_and_leave_no_gap():
    by_id: dict[str, list[paragraphs.Paragraph]] = {}
    for row in paragraphs.rows():
        by_id.setdefault(row.id, []).append(row)
    for rows in by_id.values():
        for earlier, later in zip(rows, rows[1:], strict=False):
            assert later.in_force_from == earlier.in_force_to + timedelta(days=1)


def test_every_row_says_where_it_comes_from_and_when_it_was_read():
    for row in paragraphs.rows():
        assert row.source.startswith(("LOV:", "LTI2025:")) and row.read == date(2026, 11, 21)
        assert row.title.nb and row.title.nn and row.text.nb and row.text.nn


def test_outdated_law_is_never_cited_as_it_once_was():
    text = paragraphs.FILE.read_text(encoding="utf-8")
    assert not any(wrong in text for wrong in ("45/11", "§ 169", "§ 6-4", "§ 285"))


def test_an_unknown_citation_is_a_clear_error():
    with pytest.raises(paragraphs.UnknownParagraph, match="straffeloven § 999"):
        paragraphs.cite("straffeloven § 999", NOW)


def test_a_citation_keeps_its_letter():
    assert paragraphs.cite("helsepersonelloven § 33 a", NOW) == "helsepersonelloven § 33 a"


@pytest.mark.parametrize(
    ("day", "cited"),
    [
        (NOW, "opplæringslova § 24-3 a"),
        (IN_2025, "opplæringslova § 24-3 a"),
        (IN_2024, "opplæringslova (1998) § 15-3"),
    ],
)
def test_the_school_paragraph_is_the_one_in_force_that_day(day, cited):
    assert cited in assess(facts(), on=day, today=NOW).opplysningsplikt_barnevern.paragraphs


def test_letter_d_of_the_child_welfare_act_has_its_wording_of_the_day():
    old, new = (paragraphs.in_force("barnevernsloven § 13-2 d", day) for day in (IN_2025, NOW))
    assert "atferdsvansker" in old.text.nb and "utviklingen sin" in new.text.nb


def test_rape_is_consent_based_from_july_2025():
    old, new = (paragraphs.in_force("straffeloven § 291", day) for day in (date(2025, 6, 30), date(2025, 7, 1)))
    assert "vold" in old.text.nb and "samtykket" in new.text.nb


@pytest.mark.parametrize("handling", ["kjonnslemlestelse", "tvangsekteskap", "menneskehandel"])
def test_the_duty_to_avert_grew_in_2021(handling):
    case = facts(handling=handling, alder=17, alvor="alvorlig")
    assert assess(case, on=BEFORE_2021, today=NOW).avvergingsplikt.verdict == "ikke_plikt_men_rett"
    assert assess(case, on=IN_2022, today=NOW).avvergingsplikt.verdict == "plikt"


def test_every_ruling_cites_something_on_every_day_covered():
    for day in (date(2018, 7, 1), BEFORE_2021, IN_2022, IN_2024, IN_2025, date(2026, 1, 1), NOW):
        for role in (
            "helsepersonell",
            "barnehage_privat",
            "integrering",
            "advokat",
            "prest",
            "barnevern",
            "familievern",
        ):
            for victim in ("barn", "ufodt", "voksen"):
                answer = assess(
                    facts(rolle=role, utsatt=victim, alder=None, handling="rus_i_graviditet"), on=day, today=NOW
                )
                assert all(ruling.paragraphs for ruling in answer.rulings().values()), (day, role, victim)


def test_a_day_before_the_first_one_covered_is_refused_in_norwegian():
    with pytest.raises(paragraphs.OutsideTheLaw, match="01.07.2018"):
        assess(facts(), on=date(2017, 1, 1))


def test_rows_read_long_ago_are_named():
    assert assess(facts(), on=NOW, today=NOW).outdated == ()
    assert "straffeloven § 196" in assess(facts(), on=NOW, today=NOW + timedelta(days=181)).outdated


def test_the_law_has_a_date():
    assert assess(facts(), today=NOW).as_json()["law_as_of"] == "2026-07-02"
    assert assess(facts(), today=NOW).as_json("nn")["law_note"] == "reglar per sommaren 2026"
