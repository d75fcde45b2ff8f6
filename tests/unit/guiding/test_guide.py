"""How a guided dialogue bears what people do in it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.guiding.trial import STEPS, Talk, Trial
from tryggsamtale.guiding.beside import CONTROLS
from tryggsamtale.guiding.model import OPPSUMMERING
from tryggsamtale.guiding.view import question


def test_the_questions_come_one_by_one_and_end_in_the_summary():
    talk = Talk().start()
    assert talk.asked == "sted"
    assert talk.press("sted", "skole").asked == "trinn"
    assert talk.press("trinn", "barn").asked == "hva"
    assert talk.press("hva", "vold", "rus").asked == "fritt"
    assert talk.write("Han sa det i går.").asked == "utkast"
    assert talk.press("utkast", "ja").asked == OPPSUMMERING
    assert talk.answers == {"sted": "skole", "trinn": "barn", "hva": ["vold", "rus"], "fritt": "Han sa det i går."}
    assert talk.press(OPPSUMMERING, "ja").last.end == "done"


def test_a_question_settled_by_an_earlier_answer_is_not_asked():
    assert Talk().start().press("sted", "hjem").asked == "hva"


@pytest.mark.parametrize("typed", ["skole", "Skole", "SKOLE!", "1", "skoel"])
def test_an_answer_may_be_typed_by_name_number_or_with_a_slip(typed):
    assert Talk().start().write(typed).answers == {"sted": "skole"}


@pytest.mark.parametrize("typed", ["1, 2", "vold og rus", "Vold, rus", "1;2"])
def test_several_choices_may_be_typed_at_once(typed):
    talk = Talk().start().press("sted", "hjem")
    assert talk.write(typed).answers["hva"] == ["vold", "rus"]


def test_an_old_button_answers_its_own_question():
    talk = Talk().start().press("sted", "skole").press("trinn", "barn")
    talk.press("trinn", "ungdom")
    assert talk.answers["trinn"] == "ungdom"
    assert talk.asked == "hva"


def test_back_asks_the_last_question_again_and_keeps_its_answer_until_a_new_one():
    talk = Talk().start().press("sted", "skole").press("trinn", "barn").control("tilbake")
    assert talk.asked == "trinn"
    assert "Barn" in talk.said
    assert talk.answers["trinn"] == "barn"
    assert talk.control("tilbake").asked == "sted"
    assert talk.control("tilbake").asked == "sted"
    assert "første" in talk.said


def test_a_change_from_the_summary_keeps_what_still_makes_sense():
    talk = Talk().filled().change("hva")
    assert talk.asked == "hva"
    assert talk.press("hva", "rus").asked == OPPSUMMERING
    assert talk.answers["hva"] == ["rus"]
    assert talk.answers["fritt"] == "Han sa det."


def test_a_branching_change_drops_what_no_longer_applies_and_says_so():
    talk = Talk().filled().change("sted").press("sted", "hjem")
    assert "trinn" not in talk.answers
    assert "Trinn" in talk.said
    assert talk.asked == OPPSUMMERING


def test_two_changes_in_a_row_both_hold():
    talk = Talk().filled().change("hva").press("hva", "annet").change("trinn").press("trinn", "ungdom")
    assert (talk.answers["hva"], talk.answers["trinn"], talk.asked) == (["annet"], "ungdom", OPPSUMMERING)


@pytest.mark.parametrize("typed", ["endre trinn", "jeg vil endre på trinn", "endra trinn"])
def test_an_answer_can_be_changed_by_name(typed):
    assert Talk().filled().write(typed, "endre").asked == "trinn"


def test_changing_without_saying_what_offers_each_line():
    talk = Talk().filled().write("endre", "endre")
    assert [button.payload for button in talk.last.say[-1].buttons] == [f'/endre{{"felt": "{name}"}}' for name in STEPS]


def test_why_is_answered_with_its_source_and_the_question_stands():
    talk = Talk().start().control("hvorfor")
    assert talk.said == "Fordi loven skiller."
    assert talk.last.say[0].sources[0].ref == "§ 1"
    assert talk.asked == "sted"


@pytest.mark.parametrize("digressions", [1, 3, 6])
def test_questions_on_the_side_are_answered_and_the_dialogue_stands_where_it_was(digressions):
    talk = Talk().start().press("sted", "skole")
    for _ in range(digressions):
        talk.write("hva er taushetsplikt?", "taushetsplikt", 0.5)
        assert talk.said == "Om taushet"
    assert talk.asked == "trinn"
    assert talk.last.understood == ("topic", "taushetsplikt")


@pytest.mark.parametrize(("text", "sure", "step"), [
    ("gjelder taushetsplikt på skole?", 0.9, "sted"),
    ("skole?", 0.4, "trinn"),
    ("skole", 0.9, "trinn"),
])
def test_a_sure_question_that_has_the_words_of_an_option_is_a_question_and_no_answer(text, sure, step):
    assert Talk().start().write(text, "taushetsplikt", sure).asked == step


def test_dont_know_is_an_answer_and_the_step_is_not_asked_again():
    talk = Talk().start().write("aner ikke", "vet_ikke")
    assert talk.answers == {"sted": "vet_ikke"}
    assert talk.asked == "hva"


def test_a_failed_answer_is_asked_again_then_explained_then_a_way_out_is_offered():
    talk = Talk().start().write("blå kopp", "utenfor")
    assert "andre ord" in talk.said
    assert "1. Skole" in talk.write("blå kopp", "utenfor").said
    talk.write("blå kopp", "utenfor")
    assert [button.payload for button in talk.last.say[-1].buttons] == ["/vet_ikke", "/pause", "/avbryt"]
    assert talk.press("sted", "hjem").asked == "hva"
    assert "andre ord" in talk.write("blå kopp", "utenfor").said


@pytest.mark.parametrize("name", ["avbryt", "slett", "start_pa_nytt"])
def test_what_costs_the_user_something_asks_first(name):
    talk = Talk().start().press("sted", "hjem").control(name)
    assert talk.last.end is None
    assert talk.write("nei", "nei").asked == "hva"
    assert talk.answers == {"sted": "hjem"}
    assert talk.control(name).press("bekreft", "ja").last.end == ("deleted" if name == "slett" else "stopped")


def test_a_pause_ends_the_dialogue_with_its_answers():
    talk = Talk().start().press("sted", "hjem").control("pause")
    assert talk.last.end == "paused"
    assert talk.answers == {"sted": "hjem"}


def test_what_is_read_from_a_story_is_shown_with_its_words_and_not_assumed():
    talk = Talk().start("Det skjedde i klasserommet på fylla")
    assert "«klasserommet»" in talk.said
    assert talk.answers == {}
    assert talk.write("ja", "ja").answers == {"sted": "skole", "hva": ["rus"]}
    assert talk.asked == "trinn"


def test_a_proposal_can_be_refused_or_corrected_line_by_line():
    assert Talk().start("i klasserommet").press("forslag", "nei").answers == {}
    talk = Talk().start("i klasserommet, på fylla").change("sted").press("sted", "hjem")
    assert talk.asked == "forslag"
    assert talk.press("forslag", "ja").answers == {"sted": "hjem", "hva": ["rus"]}


def test_several_answers_in_one_message_are_taken_or_proposed():
    talk = Talk().start().write("det var i klasserommet og på fylla")
    assert talk.answers == {"sted": "skole"}
    assert talk.asked == "forslag"
    assert talk.write("ja", "ja").answers == {"sted": "skole", "hva": ["rus"]}


def test_what_is_known_already_is_not_proposed_again():
    talk = Talk().start().write("i klasserommet").write("ja det var i klasserommet, altså")
    assert (talk.said, talk.asked) == ("Takk, det har jeg fått med meg.", "trinn")


def test_danger_is_warned_of_and_nothing_is_lost():
    talk = Talk().start().press("sted", "hjem").write("han slår", danger="vold")
    assert (talk.last.danger, talk.last.warned) == ("vold", ())
    assert (talk.answers["sted"], talk.asked, talk.said) == ("hjem", "hva", "")


def test_the_same_danger_told_again_gets_a_reminder_and_another_one_its_own_card():
    talk = Talk().start().press("sted", "hjem").write("han slår", danger="vold").write("nå igjen", danger="vold")
    assert (talk.last.danger, talk.last.warned) == ("vold", ("vold",))
    assert (talk.write("og vil dø", danger="selvmord").last.danger, talk.last.warned) == ("selvmord", ("vold",))


def test_a_dialogue_that_begins_with_danger_warns_too():
    talk = Talk().start("det er på fylla nå", danger="vold")
    assert (talk.last.danger, talk.asked) == ("vold", "forslag")


def test_an_answer_that_means_danger_warns_like_a_text_does():
    assert Talk().start().press("sted", "hjem").press("hva", "vold", "rus", "annet").last.danger


def test_an_answer_that_says_what_was_told_already_does_not_warn_again():
    talk = Talk().start().press("sted", "hjem").write("han slår", danger="vold")
    assert talk.press("hva", "vold", "rus", "annet").last.danger is None


def test_a_text_that_tells_of_danger_and_answers_does_both():
    talk = Talk().start().press("sted", "hjem").write("vold", danger="vold")
    assert (talk.last.danger, talk.answers["hva"]) == ("vold", ["vold"])


def test_danger_in_answer_to_a_question_of_yes_or_no_does_not_count_as_a_yes():
    talk = Talk().start().press("sted", "hjem").write("slett alt", "slett")
    assert talk.write("ja men han slår henne nå", "ja", danger="vold").last.end is None
    assert talk.answers["sted"] == "hjem"


def test_danger_in_a_rehearsal_is_not_real():
    talk = Talk().start().press("sted", "hjem").write("ØVING: han slår meg", danger="vold", writer="barn")
    assert (talk.last.danger, talk.last.writer) == (None, None)


def test_who_writes_of_themselves_in_the_middle_is_asked_whether_to_go_on():
    talk = Talk().start().press("sted", "hjem").write("han slår meg", writer="utsatt")
    assert (talk.last.writer, talk.answers["sted"], talk.last.end) == ("utsatt", "hjem", None)
    say, turn = question(Trial(), talk.asked, talk.answers, talk.state)
    assert "trenger ikke svare" in say.text.nb and [one["title"]["nb"] for one in turn["input"]["options"]][0] == "Ja"
    assert talk.press("bekreft", "nei").asked == "hva"
    assert talk.write("han slår meg", writer="utsatt").press("bekreft", "ja").last.end == "stopped"


def test_who_begins_by_writing_of_themselves_meets_no_form():
    talk = Talk().start("han slår meg", writer="utsatt")
    assert (talk.last.writer, talk.last.end, talk.asked) == ("utsatt", "stopped", None)


def test_who_needs_support_gets_it_instead_of_a_form():
    talk = Talk().start("det gjelder meg selv")
    assert (talk.said, talk.last.end) == ("Støtte", "stopped")


def test_the_progress_counts_what_is_left():
    talk = Talk().start().press("sted", "skole")
    _, turn = question(Trial(), talk.asked, talk.answers, talk.state)
    assert turn["progress"] == {"flow": "proveflyt", "step": "trinn", "index": 2, "count": 5}
    talk = Talk().filled()
    _, turn = question(Trial(), talk.asked, talk.answers, talk.state)
    assert turn["progress"] == {"flow": "proveflyt", "step": OPPSUMMERING, "index": 5, "count": 5}
    assert [line["step"] for line in turn["summary"]] == list(STEPS)


MOVES = st.one_of(
    st.tuples(st.just("press"), st.sampled_from([*STEPS, "forslag", "bekreft", "oppsummering", "finnes_ikke"]),
              st.sampled_from(["skole", "hjem", "barn", "vold", "ja", "nei", "vet_ikke", "tull"])),
    st.tuples(st.just("change"), st.sampled_from([*STEPS, "tull"])),
    st.tuples(st.just("control"), st.sampled_from(sorted(CONTROLS))),
    st.tuples(st.just("write"), st.text(max_size=30), st.sampled_from(["ja", "nei", "endre", "utenfor", "tolk"])),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(MOVES, max_size=20))
def test_whatever_is_done_the_dialogue_asks_on_or_ends_and_its_memory_can_be_kept(moves):
    talk = Talk().start()
    for name, *arguments in moves:
        getattr(talk, name)(*arguments)
        json.dumps([talk.answers, talk.state])
        if talk.last.end:
            assert talk.asked is None
            return
        say, turn = question(Trial(), talk.asked, talk.answers, talk.state)
        assert say.text.nb and say.text.nn
        assert 1 <= turn["progress"]["index"] <= turn["progress"]["count"]


def test_what_is_surely_for_somebody_else_counts_as_not_understood():
    talk = Talk().start().write("blåbærsyltetøy", "utenfor", 0.95).write("gurglekanne", "utenfor", 0.95)
    assert talk.state["failures"] == 2 and talk.last.understood == ("unknown", "utenfor")
