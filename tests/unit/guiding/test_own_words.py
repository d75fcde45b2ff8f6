"""A text in the user's own words is kept only as shown, and only after a yes."""

from __future__ import annotations

import pytest

from tests.unit.guiding.trial import Talk, Trial
from tryggsamtale.guiding.model import FORSLAG, OPPSUMMERING, UTKAST
from tryggsamtale.guiding.view import question

CASE = "Han fortalte det i klasserommet, og siden har han ikke villet være alene med noen"


def at_the_text() -> Talk:
    return Talk().start().press("sted", "hjem").press("hva", "vold")


def asked(talk: Talk):
    return question(Trial(), talk.asked, talk.answers, talk.state)


def test_a_text_is_shown_as_it_will_be_kept_and_counts_after_a_yes():
    talk = at_the_text().write("[person 1] sa det.")
    shown, turn = asked(talk)
    assert talk.asked == UTKAST and "fritt" not in talk.answers
    assert "«[person 1] sa det.»" in shown.text.nb and shown.quotes
    assert turn["input"]["kind"] == "choice"
    assert talk.write("ja", "ja").answers["fritt"] == "[person 1] sa det."
    assert talk.asked == OPPSUMMERING and "draft" not in talk.state


def test_a_pause_does_not_lose_a_text_without_a_word():
    talk = at_the_text().write("Han sa det.").control("pause")
    assert talk.last.end is None and "blir ikke tatt vare på" in asked(talk)[0].text.nb
    assert talk.write("nei", "nei").asked == UTKAST and talk.state["draft"]["text"] == "Han sa det."
    assert talk.control("pause").press("bekreft", "ja").last.end == "paused" and "fritt" not in talk.answers


def test_what_is_written_while_the_text_waits_is_added_to_it():
    talk = at_the_text().write("Han sa det.").write("Og så gråt han lenge.").press(UTKAST, "ja")
    assert talk.answers["fritt"] == "Han sa det.\nOg så gråt han lenge."


@pytest.mark.parametrize("way", [lambda talk: talk.press(UTKAST, "nei"), lambda talk: talk.control("tilbake")])
def test_a_text_can_be_written_anew(way):
    talk = way(at_the_text().write("Han sa det."))
    assert talk.asked == "fritt"
    assert talk.write("Hun sa det.").press(UTKAST, "ja").answers["fritt"] == "Hun sa det."


def test_nothing_is_kept_of_a_text_that_was_not_confirmed():
    talk = at_the_text().write("Han sa det.").control("vet_ikke")
    assert "fritt" not in talk.answers


def test_a_question_on_the_side_leaves_the_text_waiting():
    talk = at_the_text().write("Han sa det.").write("hva er taushetsplikt?", "taushetsplikt")
    assert (talk.asked, talk.said) == (UTKAST, "Om taushet")
    assert talk.press(UTKAST, "ja").answers["fritt"] == "Han sa det."


def test_a_long_text_with_a_question_in_it_is_the_text():
    told = "Hva skal jeg gjøre med at han kommer med blåmerker hver eneste mandag når han har vært hos far?"
    assert at_the_text().write(told, "taushetsplikt").press(UTKAST, "ja").answers["fritt"] == told


def test_a_change_while_the_text_waits_comes_back_to_it():
    talk = at_the_text().write("Han sa det.").change("hva").press("hva", "rus")
    assert talk.asked == UTKAST
    assert talk.press(UTKAST, "ja").answers == {"sted": "hjem", "hva": ["rus"], "fritt": "Han sa det."}


def test_a_case_told_before_its_step_waits_there():
    talk = Talk().start(CASE)
    assert talk.asked == FORSLAG
    talk.press(FORSLAG, "ja").press("trinn", "barn").press("hva", "vold")
    assert talk.asked == UTKAST
    assert talk.press(UTKAST, "ja").answers["fritt"] == CASE


def test_what_a_text_says_of_other_questions_is_proposed_once_it_is_kept():
    talk = Talk().start().change("fritt")
    talk.asked = "fritt"
    talk.write(CASE).press(UTKAST, "ja")
    assert (talk.asked, talk.answers) == (FORSLAG, {"fritt": CASE})
    assert talk.press(FORSLAG, "ja").answers["sted"] == "skole"


@pytest.mark.parametrize(
    "how, said", [("skjult", "skjult nå"), ("vist", "vises nå"), ("ikke_funnet", "finner jeg ikke")]
)
def test_a_correction_is_answered_and_the_text_shown_again(how, said):
    talk = at_the_text().write("Han sa det.").corrected(how)
    assert talk.asked == UTKAST and said in talk.said


@pytest.mark.parametrize("go_on", [lambda talk: talk.press(UTKAST, "ja"), lambda talk: talk.control("hvorfor")])
def test_a_text_lost_with_the_server_is_asked_for_again(go_on):
    talk = at_the_text().write("Han sa det.")
    del talk.state["draft"]
    assert go_on(talk).asked == "fritt"
    assert "en gang til" in talk.said


def test_danger_in_a_text_is_seen_at_once_and_the_text_waits():
    talk = at_the_text().write("Nå er han her", danger="vold")
    assert (talk.last.danger, talk.asked) == ("vold", UTKAST)


def test_a_text_in_which_the_writer_tells_of_themselves_waits_while_they_are_asked_whether_to_go_on():
    talk = at_the_text().write("Han slår meg", writer="utsatt")
    assert (talk.last.writer, talk.state["confirm"]) == ("utsatt", "stotte")
    assert talk.press("bekreft", "nei").press(UTKAST, "ja").answers["fritt"] == "Han slår meg"


def test_a_case_that_begins_with_danger_waits_at_its_step_too():
    talk = Talk().start(CASE, danger="vold")
    assert talk.last.danger == "vold" and talk.state["draft"]["text"] == CASE


def test_danger_told_with_a_correction_is_seen_and_the_text_waits():
    talk = at_the_text().write("Han sa det.").corrected("skjult", danger="vapen")
    assert (talk.last.danger, talk.asked) == ("vapen", UTKAST) and "skjult nå" in talk.said
