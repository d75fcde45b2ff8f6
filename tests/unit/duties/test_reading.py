"""What is read from a free text, and what is left alone."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tryggsamtale.duties.facts import parse
from tryggsamtale.duties.reading import Reading, read_facts

CASES = [json.loads(line) for line in
         (Path(__file__).parents[2] / "data" / "reading_cases.jsonl").read_text(encoding="utf-8").splitlines()]
WORDS = sorted({word for case in CASES for word in case["text"].split()})
LONGEST = 4_000


def facts(text: str) -> dict:
    return read_facts(text).facts


def test_the_words_a_fact_was_read_from_are_shown_as_they_were_written() -> None:
    text = "Hei. JOBBER I BHG, ein gut på fire år seier at «Pappa slår» han kvar dag"
    reading = read_facts(text)
    assert reading.facts["rolle"] == "barnehage_kommunal"
    assert reading.evidence["rolle"] == "JOBBER I BHG"
    assert "fire" in reading.evidence["alder"]
    assert reading.evidence["relasjon"] == "Pappa"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_fact_has_words_that_stand_in_the_text_and_a_value_the_assessment_takes(case: dict) -> None:
    reading = read_facts(case["text"])
    assert set(reading.evidence) == set(reading.facts)
    assert all(words and words in case["text"] for words in reading.evidence.values())
    parse(reading.facts)


@pytest.mark.parametrize("text", [
    "", "   ", "🐸🐸", "Hei", "takk for hjelpen", "Hva er avvergingsplikt?", "Har lærere plikt til å melde?",
    "Må jeg melde hvis et barn blir slått hjemme?", "Hva gjør jeg dersom en elev sier at hun blir slått av faren?",
    "kan foreldre straffes for å slå barna sine", "Hvor lenge kan man få straff for omsorgssvikt?",
    "Korleis melder eg til barnevernet?", "ka gjør æ om nån slår onga",
])
def test_nothing_is_proposed_for_a_general_question_or_an_empty_text(text: str) -> None:
    assert read_facts(text) == Reading({}, {})


def test_a_case_told_in_the_question_is_read() -> None:
    text = "Har vi på sykehjemmet plikt til å melde at en beboer blir låst inne?"
    assert facts(text)["handling"] == "frihetsberovelse"
    assert facts("En elev har fortalt meg at faren slår, må jeg melde?")["relasjon"] == "forelder"


@pytest.mark.parametrize("text", [
    "Læreren hennes sier at hun er lei seg.", "Søsteren min jobber i barnehage og er bekymret.", "Moren er sykepleier.",
    "Helsesykepleieren på skolen mener at jenta er trist.", "Jeg er ikke lærer.", "Jeg er gift med en politibetjent.",
    "Læreren på skolen mener at gutten lyver.",
])
def test_the_role_of_somebody_else_is_not_the_users(text: str) -> None:
    assert facts(text).get("rolle") in {None, "privatperson"}


@pytest.mark.parametrize("text, role", [
    ("Som lærer ser jeg mye rart", "larer_offentlig"), ("æ jobbe på skola", "larer_offentlig"),
    ("eg er tilsett, eg jobbar i barnehage", "barnehage_kommunal"), ("Nabo her", "privatperson"),
    ("Jeg er barnehagelærer i en privat barnehage", "barnehage_privat"), ("jeg jober på sykehjem", "helsepersonell"),
    ("Vi på krisesenteret er bekymret", "krisesenter"), ("Jeg er kontaktlærer på en montessoriskole", "larer_privat"),
    ("Jeg jobber i NAV, statlig del", "nav_statlig"),
    ("jeg jobber som sykepleir", "helsepersonell"), ("Jeg er 13 år", "barn_selv"),
])
def test_the_users_own_role_is_read_in_many_ways_of_writing(text: str, role: str) -> None:
    assert facts(text)["rolle"] == role


def test_what_is_known_from_private_life_is_not_learnt_in_the_role() -> None:
    text = "Jeg er lærer, men det var på fritida jeg så at naboen slo sønnen sin på 6."
    assert (facts(text)["rolle"], facts(text)["i_rollen"]) == ("larer_offentlig", "nei")
    assert facts("Jeg er lærer. En elev på 6 blir slått av faren.")["i_rollen"] == "ja"


@pytest.mark.parametrize("text", [
    "Eleven er ikke blitt slått.", "Faren slår ikke henne.", "Mannen har aldri slått henne", "Ingen har slått noen",
    "far slo han ikkje", "Stefar har ikke voldtatt henne.",
])
def test_a_denied_act_is_no_act(text: str) -> None:
    assert not {"handling", "relasjon", "tid"} & set(facts(text))


def test_violence_that_has_stopped_is_over() -> None:
    assert facts("Faren har sluttet å slå, sier gutten (13).")["tid"] == "fortid_avsluttet"
    assert facts("Hun ble voldtatt for ti år siden. Jeg er lege.")["tid"] == "fortid_avsluttet"
    assert "tid" not in facts("Han slo henne for ti år siden, og nå slår han henne igjen for to måneder siden")


@pytest.mark.parametrize("text, handling", [
    ("Pappa slår meg hver dag", "vold_gjentatt"), ("Faren slo henne én gang i går", "vold_enkelt"),
    ("Samboeren tok kvelertak på henne", "vold_alvorlig"), ("Han skal drepe kona på fredag", "drap_plan"),
    ("Ho skal giftast bort til sommaren", "tvangsekteskap"), ("Hun sier hun vil ta livet sitt", "selvmord"),
    ("Sønnen tømmer kontoen til en dame på 84", "okonomisk"),
    ("Jeg er redd for å skade babyen min", "fare_egen_handling"),
])
def test_what_happens_is_named_by_its_handling(text: str, handling: str) -> None:
    assert facts(text)["handling"] == handling


def test_the_age_of_the_one_who_acts_is_not_the_victims() -> None:
    read = facts("Jeg er helsesykepleier. En jente på 13 år sier hun har sex med kjæresten på 15.")
    assert (read["alder"], read["relasjon"]) == (13, "kjaereste")
    assert "utover_alder" not in read
    between = facts("En gutt på 11 har tvunget en jente på 7 til å ta av seg. Jeg er lærer.")
    assert (between["alder"], between["utover_alder"]) == (7, 11)


@pytest.mark.parametrize("written, age", [
    ("en elev på 8 år", 8), ("en åtteåring", 8), ("jenta (13)", 13), ("ein gut på fire år", 4),
    ("en elev på rundt femten", 15), ("en 3-åring", 3), ("ei åtte år gammal jente", 8),
])
def test_ages_are_read_in_digits_and_letters(written: str, age: int) -> None:
    assert facts(f"Jeg er lærer, og {written} blir slått av faren.")["alder"] == age


@pytest.mark.parametrize("text", [
    "Han ble slått for 8 år siden", "Hun har blitt slått 3 ganger", "Barna på 4 og 7 år blir slått",
])
def test_years_ago_numbers_of_times_and_ages_of_several_are_no_age(text: str) -> None:
    assert "alder" not in facts(text)


def test_a_partner_who_hits_an_adult_with_children_in_the_home() -> None:
    read = facts("Jeg er psykolog. En mor jeg har i behandling sier at mannen slår henne, og barna ser på.")
    assert {"utsatt": "voksen", "relasjon": "partner", "barn_i_hjemmet": "ja"}.items() <= read.items()


def test_how_sure_it_is_follows_the_words() -> None:
    assert facts("Jeg mistenker at faren slår ham.")["sikkerhet"] == "grunn_til_a_tro"
    assert facts("Eleven forteller at faren slår henne.")["sikkerhet"] == "vet"
    assert facts("Jeg har bare en dårlig magefølelse.")["sikkerhet"] == "vag"
    assert "sikkerhet" not in facts("Naboen sier at faren slår henne.")


def test_what_is_not_said_is_never_filled_in() -> None:
    read = facts("Jeg er lærer. En elev på 8 år blir slått av faren.")
    assert not {"fare_for_melder", "omsorgsperson", "samtykke", "barn_i_hjemmet", "kan_avverges", "palegg"} & set(read)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join)))
def test_any_text_is_read_without_an_error_and_with_words_from_it(text: str) -> None:
    reading = read_facts(text)
    assert all(words in text for words in reading.evidence.values())
    parse(reading.facts)


@pytest.mark.parametrize("text", [
    "\ud800 jeg er lærer", "\x00", "jeg er \x00 lærer", "İ" * 50, "1" * 5000, "(" * 5000, "ǅ ß ﬁ",
])
def test_unusual_characters_are_no_error(text: str) -> None:
    assert all(words in text for words in read_facts(text).evidence.values())


def test_the_age_of_the_one_who_says_that_he_will_kill_is_not_the_victims() -> None:
    assert "alder" not in facts("Jeg er lærer. En elev på 16 sier at han skal drepe mattelæreren sin.")
    assert facts("Jeg er lærer. En jente på 14 sier at faren skal drepe henne.")["alder"] == 14


def test_of_two_children_the_one_it_is_done_to_is_told_by_the_passive() -> None:
    read = facts("En gutt på 10 ble slått av en gutt på 14. Jeg er SFO-leder.")
    assert (read["alder"], read["utover_alder"]) == (10, 14)


def test_who_has_only_seen_marks_does_not_know() -> None:
    assert facts("Jeg jobber i barnehage. Jeg så at jenta på 4 hadde blåmerker.")["sikkerhet"] == "grunn_til_a_tro"


def test_the_victims_fear_of_telling_is_not_the_users_danger() -> None:
    assert "fare_for_melder" not in facts("Jeg er lærer. Moren til en elev er redd for faren og tør ikke si noe.")
    assert facts("Naboen slår kona. Jeg tør ikke si fra.")["fare_for_melder"] == "liv_helse_velferd"


def test_a_threat_to_kill_is_not_read_as_a_mere_threat() -> None:
    assert "handling" not in facts("Jeg er lærer. En gutt på 15 sa at faren truer med å drepe moren.")


def test_a_parent_who_tells_of_the_other_parent_is_not_taken_for_the_victim() -> None:
    read = facts("Jeg er pappa til to. Eksen min slår dem.")
    assert "utsatt" not in read and "relasjon" not in read


def test_ligger_med_feber_is_no_act() -> None:
    assert "handling" not in facts("Jeg er sykepleier. Datteren på 13 ligger med feber, og faren er redd.")


def _cpu_seconds(text: str) -> float:
    taken = []
    for _ in range(3):
        before = time.process_time()
        read_facts(text)
        taken.append(time.process_time() - before)
    return min(taken)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS + [",", "("]), min_size=1, max_size=3))
def test_the_time_stays_in_proportion_whatever_is_repeated(words: list[str]) -> None:
    text = (" ".join(words) + " ") * LONGEST
    assert _cpu_seconds(text[:LONGEST]) < 0.3


def test_a_long_text_is_read_at_once() -> None:
    assert _cpu_seconds(" ".join(case["text"] for case in CASES)[:LONGEST]) < 0.06
