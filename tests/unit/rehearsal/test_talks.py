"""What a guide gets out of a rehearsal: scripts played against every youth."""

from __future__ import annotations

import pytest

from tests.unit.rehearsal.talks import SEND_OUT, played, script, talk
from tryggsamtale.rehearsal.rehearsal import begin, finish, hint, retry, say, spoken, with_remarks
from tryggsamtale.rehearsal.state import MOST_TURNS
from tryggsamtale.rehearsal.trust import DIFFICULTIES
from tryggsamtale.rehearsal.youths import YOUTHS, youth

each_youth = pytest.mark.parametrize("id", YOUTHS)
GOOD = ("god_guide", "god_guide_nn")
POOR = ("lukket_guide", "avhorende_guide")


@each_youth
@pytest.mark.parametrize("name", GOOD)
def test_a_good_guide_gets_the_youth_to_open_up_in_all_three_ways_and_covers_at_least_twenty_points(id, name):
    state = talk(id, name)
    assert state.trust.opened_up
    assert len(state.points) >= 20


@each_youth
@pytest.mark.parametrize("name", POOR)
@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_a_closed_or_interrogating_guide_opens_nothing(id, name, difficulty):
    state = talk(id, name, difficulty)
    assert max(state.trust.as_list()) < 60
    assert not any(turn.level == "open" or turn.secret for turn in state.turns)


@each_youth
def test_the_harder_it_is_the_less_trust_the_same_lines_win(id):
    easy, normal, hard = (talk(id, "god_guide_nn", difficulty).trust.lowest for difficulty in DIFFICULTIES)
    assert easy > normal > hard


@each_youth
def test_the_same_seed_gives_the_same_rehearsal_and_another_seed_other_words(id):
    first, again, other = (played(begin(id, "normal", seed), script("god_guide")) for seed in (1, 1, 2))
    assert first == again
    assert [turn.lines for turn in first.turns] != [turn.lines for turn in other.turns]


@each_youth
@pytest.mark.parametrize(
    "line", ["Hvordan har du det?", "Er du redd?", "qwerty", "Hvorfor løp du ikke?", "Ta deg god tid."]
)
def test_a_youth_never_says_the_same_twice_however_long_it_is_asked(id, line):
    state = played(begin(id, "normal", 3), [line] * MOST_TURNS)
    answers = [one.text for turn in state.turns for one in spoken(state, turn.lines)]
    assert len(answers) == len({text.casefold() for text in answers})
    assert state.over, "the youth goes home rather than repeat itself"


@each_youth
@pytest.mark.parametrize("name", GOOD + POOR)
def test_no_answer_of_a_whole_talk_comes_twice(id, name):
    state = talk(id, name)
    answers = [one.text for turn in state.turns for one in spoken(state, turn.lines)]
    assert len(answers) == len(set(answers))


@each_youth
@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_a_secret_is_told_only_when_it_was_asked_about_and_trust_allows(id, difficulty):
    who = youth(id)
    state = played(begin(id, difficulty, 5), [SEND_OUT, *script("god_guide"), *script("god_guide_nn")[6:22]])
    told = [turn for turn in state.turns if turn.secret]
    for turn in told:
        secret = next(one for one in who.secrets if one.id == turn.secret)
        assert turn.topic in secret.topics and turn.trust.lowest >= secret.trust
    assert told, "a guide this patient is told something"


def test_nothing_is_told_openly_while_a_parent_sits_there():
    with_mother = talk("idunn", "god_guide")
    alone = played(begin("idunn", "normal", 1), [SEND_OUT, *script("god_guide")])
    assert not any(turn.level == "open" or turn.secret for turn in with_mother.turns)
    assert any(turn.secret for turn in alone.turns) and alone.parent_left


def test_the_mother_answers_when_she_is_spoken_to_and_leaves_when_she_is_asked():
    state = begin("idunn", "normal", 1)
    spoken_to = say(state, "Mamma, hvordan har du det oppi alt dette?")
    assert [line.who for line in spoken_to.lines] == ["Mamma"]
    leaving = say(spoken_to.state, "Kan du vente utenfor litt, så Idunn og jeg kan snakke alene?")
    assert [line.who for line in leaving.lines] == ["Mamma", "Idunn"]
    afterwards = say(leaving.state, "Mamma, er du der?")
    assert {line.who for line in afterwards.lines} == {"Idunn"}


@each_youth
def test_the_same_line_is_answered_otherwise_in_another_state_of_trust(id):
    line = "Hvilke steder kjennes det utrygt?"
    distrusting = played(begin(id, "hard", 1), script("avhorende_guide")[:5])
    trusting = played(begin(id, "easy", 1), [SEND_OUT, *script("god_guide")[:12]])
    levels = [say(state, line).state.turns[-1].level for state in (distrusting, trusting)]
    assert levels == ["closed", "open"]


@pytest.mark.parametrize(("line", "topic"), [
    ("Hvilke steder er det utrygt?", "sted"), ("kor e det du ikkje tør å gå", "sted"),
    ("Hvem er du tryggest sammen med?", "hvem"), ("Kven er du redd for?", "hvem"),
    ("Når på dagen er det verst?", "tid"), ("Hva tenker du på når du ligger våken?", "tanker"),
    ("Hva har dere prøvd hjemme?", "provd"), ("Hvem kunne du gått sammen med?", "nettverk"),
    ("Kva skal til for at du kjem tilbake på trening?", "rutiner"), ("Hva liker du å gjøre på fritida?", "interesser"),
    ("Hvor ofte vil du at vi skal snakkes?", "kontakt"), ("Hvordan er det å snakke om det hjemme?", "hjemme"),
    ("Vi kan gå til stedet sammen en dag, hvis du vil. Hva tenker du om det?", "asted"),
])
def test_the_youth_answers_what_was_asked(line, topic):
    assert say(begin("balder", "easy", 1), line).state.turns[-1].topic == topic


def test_what_do_you_think_of_that_is_about_what_was_just_said():
    state = played(begin("balder", "normal", 1), ["Du har ikke lov å sykle her.", "Hvor er det utrygt?"])
    assert say(state, "Hva tenker du om det?").state.turns[-1].topic == "sted"


@each_youth
@pytest.mark.parametrize("line", ["asdf qwer", "??? ???", "blåbærsyltetøy grillkull"])
def test_what_cannot_be_understood_is_met_in_character(id, line):
    past = say(begin(id, "normal", 1), line).state.turns[-1]
    assert past.lines[0].rpartition(".")[0] in {"puzzled", "listening"}


def test_the_short_feedback_can_be_turned_off_and_changes_nothing_else():
    on, off = (say(with_remarks(begin("embla"), shown), "Hvorfor la du det ut?") for shown in (True, False))
    assert on.remark and on.remark.word == "lukker" and off.remark is None
    assert on.state.turns == off.state.turns


def test_a_guide_can_go_back_and_say_it_in_another_way():
    state = played(begin("trym", "normal", 1), ["Hei.", "Hvorfor gikk du dit?", "Hvorfor slo du ikke tilbake?"])
    again = retry(state, 1)
    assert [turn.said for turn in again.turns] == ["Hei."] and again.retries == 1
    assert say(again, "Hvordan har du det nå?").state.trust.lowest > state.trust.lowest
    for turn in (-1, 3):
        with pytest.raises(IndexError):
            retry(state, turn)


def test_hints_follow_the_talk():
    state = begin("idunn", "normal", 1)
    assert hint(state).point == "a1"
    assert "forelder" in hint(played(state, ["Hei.", "Så fint at dere kom."])).text.nb
    assert "feil" in hint(played(begin("siv"), ["Hvorfor sa du ikke fra?"])).text.nb
    assert "korte svar" in hint(played(begin("siv", "hard"), ["Er du redd?", "Er du lei deg?"])).text.nb
    assert hint(talk("balder", "god_guide")).point == ""


def test_an_unknown_youth_or_difficulty_is_refused():
    for arguments in (("nobody", "normal"), ("balder", "umulig")):
        with pytest.raises(KeyError):
            begin(*arguments)


def test_nothing_happens_after_the_youth_has_gone():
    state = played(begin("siv"), ["Er du redd?"] * MOST_TURNS)
    assert say(state, "Vent!").state == state and not say(state, "Vent!").lines
    assert finish(state).numbers["covered"] >= 0
