"""What a guide gets out of a rehearsal: scripts played against every youth."""

from __future__ import annotations

import pytest

from tests.unit.rehearsal.talks import SEND_OUT, played, script, talk
from tryggsamtale.rehearsal.rehearsal import begin, finish, hint, retry, say, spoken, with_remarks
from tryggsamtale.rehearsal.state import MOST_TURNS, State
from tryggsamtale.rehearsal.trust import DIFFICULTIES
from tryggsamtale.rehearsal.youths import YOUTHS, youth


def sent_out(id: str, name: str, difficulty: str) -> State:
    """The whole script, after the parent, where there is one, has been asked to wait outside."""
    first = [SEND_OUT] if youth(id).parent else []
    return played(begin(id, difficulty, 1), [*first, *script(name)])


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
def test_ordinary_kindness_is_enough_when_it_is_easy_and_brings_only_half_when_it_is_hard(id):
    easy, normal, hard = (sent_out(id, "middels_guide", difficulty) for difficulty in DIFFICULTIES)
    assert easy.trust.opened_up and not normal.trust.opened_up
    assert not hard.trust.opened_up and not any(turn.secret for turn in hard.turns)
    told = [turn.level for turn in hard.turns if turn.topic and turn.move.question != "none"]
    assert told.count("open") <= 2 and told.count("half") >= 2


@each_youth
@pytest.mark.parametrize("name", GOOD)
def test_when_it_is_hard_even_a_good_guide_wins_the_youth_only_late(id, name):
    state = sent_out(id, name, "hard")
    opened = [number for number, turn in enumerate(state.turns) if turn.trust.opened_up]
    assert not opened or opened[0] >= len(state.turns) * 3 // 5
    assert min(state.trust.as_list()) >= 50, "and nearly all the way, whoever it is"


@each_youth
@pytest.mark.parametrize("left_out", [["plikt"], ["skjønar", "høyrest", "skuld", "vanleg"]])
def test_in_an_ordinary_talk_neither_the_duty_nor_empathy_can_be_left_out(id, left_out):
    lines = [line for line in script("god_guide_nn") if not any(word in line.lower() for word in left_out)]
    reflecting = ("du ber på", "eg ser at", "det må ha")
    lines = [line for line in lines if left_out == ["plikt"] or not line.startswith(reflecting)]
    assert not played(begin(id, "normal", 1), lines).trust.opened_up


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
    ("Hvem er du tryggest sammen med?", "trygg"), ("Kven er du redd for?", "hvem"),
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


@pytest.mark.parametrize(("line", "pool"), [
    ("Vil du ha et glass vann?", "offer"), ("vil du ha litt saft, eller?", "offer"), ("Fant du fram hit?", "smalltalk"),
    ("What do you want to tell me?", "foreign"), ("Haha, den var god", "joke"), ("🙂", "joke"), ("...", "patience"),
    ("(venter)", "patience"), ("Takk for praten, ha det bra", "goodbye"), ("Hold kjeft.", "harsh"),
    ("du er en idiot", "harsh"), ("No får du skjerpe deg", "harsh"), ("Du må svare meg nå", "harsh"),
    ("Det går nok over.", "dismissed"), ("Er det noe du lurer på?", "asks"), ("Lurar du på noko?", "asks"),
    ("Hva heter du?", "about_me"), ("Ka heite hunden din?", "about_me"), ("Kor gamal er du?", "about_me"),
    ("Du bør jo gå en annen vei.", "advice"), ("Unnskyld, det kom feil ut.", "comfort"),
    ("Flink jente!", "comfort"), ("Så du passer på hele tida.", "comfort"),
])
def test_what_is_said_beside_the_talk_is_answered_as_what_it_is(line, pool):
    for id in YOUTHS:
        past = played(begin(id, "normal", 2), ["Hei, fint at du kom.", line]).turns[-1]
        assert past.lines[0].partition(".")[0] in {pool, "interrogation"}, id


@each_youth
def test_small_talk_and_offers_are_no_interrogation(id):
    lines = ["Vil du ha vann?", "Fant du fram?", "Hva heter du?", "Har du søsken?"]
    state = played(begin(id, "normal", 1), lines)
    assert not {"closed", "row"} & {effect for turn in state.turns for effect in turn.effects}


@each_youth
def test_silence_lets_a_youth_who_trusts_go_on_where_it_was(id):
    state = sent_out(id, "god_guide", "normal")
    before = say(retry(state, 14), "Hvilke steder er det ellers?").state
    assert say(before, "...").state.turns[-1].topic == before.turns[-1].topic


@pytest.mark.parametrize("line", [
    "Kan du ta deg en kopp kaffe ute på gangen, mamma?", "Mamma, kunne du tenkt deg å sette deg ute litt?",
    "Er det greitt at mamma ventar på gangen?", "Kan vi to snakke alene en stund?",
    "eg vil gjerne prate med Idunn åleine",
])
def test_a_parent_is_asked_out_in_many_ways(line):
    assert played(begin("idunn", "normal", 1), ["Hei, så fint at de kom.", line]).parent_left


@pytest.mark.parametrize("line", [
    "Kva har de gjort for at du skal tore å gå ut?", "Kven går du ut i lag med?", "Kva seier mamma om det?",
])
def test_a_parent_does_not_leave_without_being_asked(line):
    assert not played(begin("idunn", "normal", 1), ["Hei, så fint at de kom.", line]).parent_left


def test_a_parent_who_is_asked_about_the_youth_answers_and_the_youth_closes():
    turn = say(begin("idunn", "normal", 1), "Har ho sove godt, mamma?")
    assert [line.who for line in turn.lines] == ["Mamma"] and turn.state.turns[-1].effect == "over_head"
    blamed = say(begin("idunn", "normal", 1), "Mamma, hvorfor hentet du henne ikke?")
    assert blamed.state.turns[-1].lines[0].startswith("parent.blamed")


@each_youth
def test_taking_back_what_came_out_wrong_mends_some_of_it(id):
    hurt = played(begin(id, "normal", 1), ["Hei.", "Hvorfor løp du ikke?"])
    mended = say(hurt, "Unnskyld, det kom feil ut.")
    assert mended.state.trust.lowest > hurt.trust.lowest and "repair" in mended.state.turns[-1].effects


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


def test_a_hint_asks_for_the_duty_before_the_youth_is_asked_to_tell_and_mends_a_hard_tone():
    informed = played(begin("balder"), ["Hei.", "Kommunen og politiet samarbeider om dette."])
    assert hint(informed).point == "a4"
    assert hint(played(informed, ["Noen ganger har jeg plikt til å melde fra til barnevernet."])).point == "a1"
    assert "feil" in hint(played(informed, ["Skjerp deg."])).text.nb


def test_an_unknown_youth_or_difficulty_is_refused():
    for arguments in (("nobody", "normal"), ("balder", "umulig")):
        with pytest.raises(KeyError):
            begin(*arguments)


def test_nothing_happens_after_the_youth_has_gone():
    state = played(begin("siv"), ["Er du redd?"] * MOST_TURNS)
    assert say(state, "Vent!").state == state and not say(state, "Vent!").lines
    assert finish(state).numbers["covered"] >= 0
