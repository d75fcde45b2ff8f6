"""A rehearsal inside the dialogue: what is said to the youth, what to the program, and when it is for real."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.dialogues.spoken import Spoken
from tests.unit.rehearsal.talks import script
from tryggsamtale.dialogues import ovelse
from tryggsamtale.dialogues.trygghetssamtale import Trygghetssamtale
from tryggsamtale.guiding.model import Message
from tryggsamtale.rehearsal.youths import youths
from tryggsamtale.wording import load

TODAY = date(2026, 11, 22)
ALIKE = load(Path(__file__).parents[2] / "data" / "for_real.yml")


@pytest.fixture(autouse=True)
def _seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRYGGSAMTALE_REHEARSAL_SEED", "7")


def begun(youth: str = "Balder", remarks: str = "Nei") -> Spoken:
    talk = Spoken(Trygghetssamtale())
    return talk.start().press("Øve").press(youth).press("Vanlig").press(remarks)


def turns(talk: Spoken) -> list[dict[str, Any]]:
    return talk.answers["replikk"]["state"]["turns"] if "replikk" in talk.answers else []


def test_there_are_at_least_eight_youths_to_choose_among():
    talk = Spoken(Trygghetssamtale()).start().press("Øve")
    assert len(talk.options) == len(youths()) >= 8
    assert all(str(one.age) in title for one, title in zip(youths(), talk.options, strict=True))


def test_the_youth_is_presented_and_answers_with_its_name():
    talk = begun()
    assert talk.step == "replikk" and "spiller håndball" in talk.said
    talk.say("Hei, fint at du kom.")
    assert talk.said.startswith("Balder: ")


@pytest.mark.parametrize("text", [
    "vet du hva taushetsplikt er?", "Hvorfor spør du?", "Vil du ta en pause nå?", "Slår han deg akkurat nå?",
    "Har du tenkt på å ta livet ditt?", "ja", "nei", "vet ikke", "Skal vi gå tilbake til det du sa?", "hei", "takk",
    "Vi kan slette bildet sammen.", "Du kan avbryte meg når du vil.", "Er du ferdig med å fortelle?",
    "Er dette ekte vennskap, tenker du?", "Snakket dere på ordentlig om det?", "Må jeg melde fra om dette?",
    "Jeg mener det på alvor, du har ikke skyld.", "🙂", "…", "Er det på ordentlig over?",
    "Det er ikke en test, du kan si hva du vil?", "Når det skjer igjen, ring 112.", "Da er dette ekte tøft av deg.",
])
def test_ordinary_talk_is_said_to_the_youth(text: str):
    talk = begun().say(text, "slett", 0.99)
    assert len(turns(talk)) == 1 and not talk.outcome.danger and talk.step == "replikk"


@pytest.mark.parametrize("text", [
    "dette er ekte", "Dette er ekte!", "det er på ordentlig", "det skjer nå på ekte", "Stopp, dette er ikke øving",
    "ekte", "på ordentlig", "det e itj øving", "Dette er ikke en øvelse, han slår henne nå", "DETTE ER EKTE",
])
def test_for_real_gives_the_emergency_card_and_says_nothing_to_the_youth(text: str):
    talk = begun().say("Hei").say(text)
    assert talk.outcome.danger and len(turns(talk)) == 1 and talk.step == "replikk"
    assert "Øvingen venter" in talk.said
    assert talk.say("Hva tenker du om det?").step == "replikk" and len(turns(talk)) == 2


@pytest.mark.parametrize("text", ALIKE["real"])
def test_for_real_is_heard_as_people_write_it(text: str):
    assert ovelse.talk(begun().answers, Message("text", text=text)).real


@pytest.mark.parametrize("text", ALIKE["said"])
def test_what_sounds_alike_is_said_to_the_youth(text: str):
    assert not ovelse.talk(begun().answers, Message("text", text=text)).real


@pytest.mark.parametrize(("text", "name"), [
    ("avbryt", "avbryt"), ("Slett", "slett"), ("slett alt", "slett"), ("start på nytt", "start_pa_nytt"),
])
def test_controls_that_cost_something_work_and_ask_first(text: str, name: str):
    talk = begun().say(text, "fortelling")
    assert talk.state["confirm"] == name and not turns(talk)


def test_pause_keeps_the_rehearsal_among_the_answers():
    talk = begun().say("Hei.").say("pause")
    assert talk.outcome.end == "paused" and len(turns(talk)) == 1


def test_a_rehearsal_taken_up_again_shows_what_was_said_last():
    talk = begun().say("Hei, fint at du kom.")
    said = talk.said.splitlines()[0]
    assert [say.text.nb for say in ovelse.last_said(talk.answers)] == [said]
    assert ovelse.last_said({name: one for name, one in talk.answers.items() if name != "replikk"}) == ()


def test_a_hint_names_something_and_says_nothing():
    talk = begun().say("hint")
    assert talk.said.startswith("Hint: ") and not turns(talk)
    assert begun().press("Hint").said == talk.said


def test_the_short_feedback_is_under_the_line_and_can_be_turned_off():
    line = "Hva tenker du om å fortelle hvordan du har det?"
    talk = begun(remarks="Ja").say(line)
    assert "Kort tilbakemelding: " in talk.said
    talk.say("skru av tilbakemelding")
    assert len(turns(talk)) == 1 and "Kort tilbakemelding" not in talk.say("Hvor er det utrygt?").said
    assert "Kort tilbakemelding" not in begun(remarks="Nei").say(line).said


def test_trying_again_goes_back_one_line_or_to_the_line_whose_button_is_pressed():
    talk = begun()
    for line in ("Hei.", "Hvordan har du det?", "Hvor er det utrygt?"):
        talk.say(line)
    assert len(turns(talk.say("prøv igjen herfra"))) == 2
    button = ovelse.talk(talk.answers, Message("answer", "replikk", ("igjen_0",)))
    assert button.value["state"]["turns"] == [] and button.value["state"]["retries"] == 2


def test_nothing_to_try_again_and_nothing_to_give_feedback_on_before_the_first_line():
    assert begun().options == ["Hint", "Pause"] and len(begun().say("Hei.").options) == 4
    assert "ikke sagt noe ennå" in begun().say("prøv igjen").said
    assert "ikke sagt noe ennå" in begun().say("ferdig").said


def test_ferdig_ends_in_the_feedback_without_a_summary_of_answers():
    talk = begun().say("Hei.").say("ferdig")
    assert talk.outcome.end == "done"


def test_another_youth_is_another_rehearsal():
    talk = begun().say("Hei.").change("ungdom").press("Trym")
    assert "replikk" not in talk.answers and talk.step == "replikk" and "tok bort «Øvingen»" in talk.said


def test_an_old_button_of_a_rehearsal_does_nothing_elsewhere():
    talk = Spoken(Trygghetssamtale()).start()
    talk._take(Message("answer", "replikk", ("hint",)))
    assert talk.step == "vei" and talk.answers == {}


def test_the_place_to_turn_stands_there_in_every_turn():
    talk = begun()
    for line in ("Hei.", "hint", "prøv igjen", "Hvordan går det?"):
        talk.say(line)
        assert "112" in talk.said and "dette er ekte" in talk.said


def play(name: str, youth: str = "Balder") -> Spoken:
    talk = begun(youth)
    for line in script(name):
        talk.say(line)
    return talk.say("ferdig")


def test_a_good_guide_opens_the_youth_and_a_closed_one_does_not():
    results = {name: play(name) for name in ("god_guide", "lukket_guide", "avhorende_guide")}
    told = {
        name: talk.dialogue.given(talk.answers).result(talk.answers, TODAY).output.feedback
        for name, talk in results.items()
    }
    assert told["god_guide"]["trust"]["opened_up"] and len(told["god_guide"]["review"]["covered"]) >= 20
    assert not told["lukket_guide"]["trust"]["opened_up"] and not told["avhorende_guide"]["trust"]["opened_up"]


def test_the_same_seed_gives_the_same_rehearsal():
    assert play("god_guide").answers == play("god_guide").answers


def test_without_a_seed_of_the_operator_two_rehearsals_differ(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("TRYGGSAMTALE_REHEARSAL_SEED")
    seeds = {begun().say("Hei.").answers["replikk"]["state"]["seed"] for _ in range(3)}
    assert len(seeds) > 1


def test_earlier_rehearsals_show_the_progress():
    talk = play("god_guide")
    first = Trygghetssamtale().result(talk.answers, TODAY)
    assert "Siden den første" not in "\n".join(say.text.nb for say in first.says)
    second = Trygghetssamtale().result(play("lukket_guide").answers, TODAY, first.output.rehearsals)
    assert len(second.output.rehearsals) == 2
    assert "Siden den første" in "\n".join(say.text.nb for say in second.says)


def test_of_what_the_guide_wrote_only_quotes_are_handed_over():
    talk = begun()
    for line in ("Hei.", "Ok, så bra.", "Hvordan har det vært for deg etterpå?", "Mm, akkurat, bare småprat om vær."):
        talk.say(line)
    output = Trygghetssamtale().result(talk.say("ferdig").answers, TODAY).output.json(ensure_ascii=False)
    assert "Hvordan har det vært for deg etterpå?" in output and "småprat om vær" not in output
