"""The two short dialogues beside the three: Trafikklyset, and the municipality's plan."""

from __future__ import annotations

import random
from datetime import date

import pytest

from tests.unit.dialogues.spoken import Spoken
from tryggsamtale.consultation import handlingsplan, trafikklys
from tryggsamtale.dialogues.catalogue import DIALOGUES, HANDLINGSPLAN_SJEKK, TRAFIKKLYSET_HJELP
from tryggsamtale.dialogues.drofting_facts import SCRIPT
from tryggsamtale.dialogues.handlingsplan_sjekk import to_plan
from tryggsamtale.dialogues.talk import SIDE, aside, invitation
from tryggsamtale.dialogues.understood import understood
from tryggsamtale.guiding.model import OPPSUMMERING, VET_IKKE
from tryggsamtale.knowledge.sources import sources
from tryggsamtale.wording import LOCALES

TODAY = date(2026, 11, 23)
each_side = pytest.mark.parametrize("dialogue", [TRAFIKKLYSET_HJELP, HANDLINGSPLAN_SJEKK], ids=lambda one: one.name)


def walk(dialogue, choose):
    answers = {}
    while dialogue.needed(answers):
        step = dialogue.step(dialogue.needed(answers)[0])
        answers[step.name] = choose(step)
    return answers


def dice(seed):
    rolled = random.Random(seed)

    def choose(step):
        values = [option.value for option in step.options]
        if rolled.random() < 0.15:
            return VET_IKKE
        several = step.kind == "choices"
        return rolled.sample(values, rolled.randint(1, len(values))) if several else rolled.choice(values)

    return choose


# --- both ------------------------------------------------------------------------------------------------------------


@each_side
def test_every_option_is_recognised_by_its_number_its_title_and_its_words(dialogue):
    for name in dialogue.slots:
        step = dialogue.step(name)
        for number, option in enumerate(step.options, start=1):
            for typed in (str(number), *(option.title[locale] for locale in LOCALES), *option.words):
                talk = Spoken(dialogue, answers=opened(dialogue, name)).start()
                assert talk.step == name
                talk.say(typed)
                assert talk.answers[name] in (option.value, [option.value]), (name, typed)


def opened(dialogue, name):
    """Answers after which the step of that name is asked."""
    answers = {}
    while dialogue.needed(answers)[0] != name:
        step = dialogue.step(dialogue.needed(answers)[0])
        first = step.options[0].value
        answers[step.name] = [first] if step.kind == "choices" else first
    return answers


@each_side
def test_nobody_is_asked_more_than_five_questions_and_all_have_a_source(dialogue):
    for seed in range(40):
        assert len(walk(dialogue, dice(seed))) <= 5
    assert all(dialogue.step(name).sources and dialogue.step(name).why for name in dialogue.slots)


@each_side
def test_danger_is_heard_in_the_middle_and_the_question_stays(dialogue):
    talk = Spoken(dialogue).start()
    asked = talk.step
    talk.say("hjelp, han slår henne akkurat nå, det er fare for livet", danger="vold")
    assert talk.outcome.danger and "112" in talk.said and talk.step == asked


@each_side
def test_it_counts_as_the_topic_it_belongs_to(dialogue):
    assert understood(dialogue.name) == ("topic", {side: topic for topic, side in SIDE.items()}[dialogue.name])
    assert DIALOGUES[dialogue.name] is dialogue


@pytest.mark.parametrize("topic", SIDE)
def test_the_answer_to_the_topic_invites_to_it(topic):
    [said] = invitation(topic)
    assert aside(topic)[-1] == said
    assert [button.payload for button in said.buttons] == [f"/{SIDE[topic]}"]


def test_other_topics_invite_to_nothing():
    assert invitation("tolk") == ()


# --- Trafikklyset ----------------------------------------------------------------------------------------------------


def test_every_sign_is_an_option_and_every_option_a_sign():
    for kind, signs in trafikklys.SIGNS.items():
        assert [option.value for option in TRAFIKKLYSET_HJELP.step(kind).options] == list(signs)


def test_the_discussion_asks_for_the_colour_in_the_same_words():
    options = SCRIPT.steps["trafikklys"].step.options
    assert {option.value: option.title for option in options} == {
        colour: words["title"] for colour, words in trafikklys.COLOURS.items()
    }


@pytest.mark.parametrize(("presses", "colour"), [
    ((["Begge ville", "De er ganske like"], ["Nysgjerrig"], ["De slutter lett"]), "grønt lys"),
    ((["Begge ville", "Én er eldre"], ["Nysgjerrig"], ["De slutter lett"]), "gult lys"),
    ((["Begge ville"], ["Nysgjerrig"], ["Det fortsetter"]), "rødt lys"),
    ((["Vet ikke"], ["Vet ikke"], ["De slutter lett"]), "ikke nok til å velge"),
])
def test_three_answers_come_to_a_colour(presses, colour):
    talk = Spoken(TRAFIKKLYSET_HJELP).start()
    for titles in presses:
        talk.press(*titles)
    assert talk.step == OPPSUMMERING
    talk.press("Det stemmer")
    assert talk.outcome.end == "done"
    assert colour in TRAFIKKLYSET_HJELP.says(talk.answers)[0].text.nb


def test_the_user_sees_which_answers_gave_the_colour():
    said = TRAFIKKLYSET_HJELP.says({"samspill": ["frivillig", "tvang"], "atferd": ["nysgjerrig"], "voksne": VET_IKKE})
    assert "«Det var tvang, trusler eller makt»" in said[0].text.nb and "Begge ville" not in said[0].text.nb


def test_all_that_is_said_of_a_colour_has_numbers_in_place_and_sources_that_exist():
    for seed in range(60):
        says = TRAFIKKLYSET_HJELP.says(walk(TRAFIKKLYSET_HJELP, dice(seed)))
        assert says[0].sources and says[1].sources
        assert not [one for one in says for locale in LOCALES if "{" in one.text[locale]]


def test_a_changed_answer_changes_the_colour():
    talk = Spoken(TRAFIKKLYSET_HJELP).start()
    talk.press("Begge ville").press("Nysgjerrig").press("De slutter lett").change("samspill").press("Det var tvang")
    assert TRAFIKKLYSET_HJELP.light(talk.answers).colour == "rod"


# --- the plan --------------------------------------------------------------------------------------------------------


def test_without_a_plan_only_the_recipient_is_asked_for():
    assert Spoken(HANDLINGSPLAN_SJEKK).start().press("Nei").step == "mottakere"


def test_a_plan_is_asked_about_in_three_questions():
    assert HANDLINGSPLAN_SJEKK.needed({"finnes": "ja"}) == ("bare_overgrep", "lett_a_finne", "krav", "mottakere")


def test_the_content_goes_when_there_turns_out_to_be_no_plan():
    talk = Spoken(HANDLINGSPLAN_SJEKK).start().press("Ja").press("Ja").press("Ja").press("Barn og unge")
    talk.change("finnes").press("Nei")
    assert set(talk.answers) == {"finnes"} and "tok bort" in talk.said


@pytest.mark.parametrize(("krav", "met"), [
    (["ingen"], frozenset()), (["ingen", "ovelser"], {"ovelser"}), (VET_IKKE, None), ([VET_IKKE], None),
    (list(handlingsplan.CRITERIA), set(handlingsplan.CRITERIA)),
])
def test_none_of_them_means_none_unless_one_is_named_too(krav, met):
    assert to_plan({"finnes": "ja", "krav": krav}).met == met


def test_every_check_ends_in_a_letter_with_questions_in_both_languages():
    for seed in range(60):
        result = HANDLINGSPLAN_SJEKK.result(walk(HANDLINGSPLAN_SJEKK, dice(seed)), TODAY)
        assert result.output.kind == "handlingsplan_brev" and result.output.check["letter"]["asks"]
        assert all(one.text.nb and one.text.nn and "{" not in one.text.nb for one in result.says)


def test_what_the_two_cite_is_on_the_closed_list():
    cited = {"handlingsplan"}
    for words in (*trafikklys.COLOURS.values(), trafikklys.WORDING["unsure"]):
        cited |= {id for one in (words["means"], *words["adults"]) for id in one.sources}
    for one in (*handlingsplan.WORDING["headlines"].values(), *handlingsplan.WORDING["steps"].values()):
        cited |= set(one.sources)
    assert len(sources(sorted(cited))) == len(cited)
