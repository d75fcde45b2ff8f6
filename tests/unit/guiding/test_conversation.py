"""A step that is a conversation of its own: every text goes there, and what it hands back is the guide's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.guiding.trial import Trial, aside
from tryggsamtale.guiding.guide import advance
from tryggsamtale.guiding.model import Message, Outcome, Talked
from tryggsamtale.guiding.reply import Say
from tryggsamtale.wording import Text


class Echo(Trial):
    """The step «fritt» answers every text with itself, until «over»; «stopp» is the control «avbryt»."""

    story = None

    def needed(self, answers: dict[str, Any]) -> tuple[str, ...]:
        return () if (answers.get("fritt") or {}).get("over") else ("fritt",)

    def talk(self, asked: str | None, answers: dict[str, Any], message: Message) -> Talked | None:
        if asked != "fritt" or message.kind not in ("text", "answer"):
            return None
        if message.text == "stopp":
            return Talked(control="avbryt")
        if message.text == "ekte":
            return Talked(real=True)
        said = message.text or message.values[0]
        before = (answers.get("fritt") or {"said": []})["said"]
        return Talked((Say(Text.of(f"Ekko: {said}")),), {"said": [*before, said], "over": said == "over"})


def take(message: Message, answers: dict[str, Any] | None = None, state: dict[str, Any] | None = None) -> Outcome:
    return advance(Echo(), "fritt", answers or {}, state or {}, message, aside)


def text(said: str, intent: str = "fortelling", **heard: str) -> Message:
    return Message("text", text=said, kept=said, intents=((intent, 0.99),), **heard)


@pytest.mark.parametrize(("said", "intent"), [
    ("Hvordan har du det?", "utenfor"), ("hva er taushetsplikt?", "taushetsplikt"), ("slett", "slett"),
    ("hvorfor?", "hvorfor"), ("han slår henne NÅ", "fortelling"), ("vet ikke", "vet_ikke"), ("hjem", "fortelling"),
])
def test_what_would_be_a_question_a_control_or_danger_elsewhere_is_said_in_the_conversation(said: str, intent: str):
    outcome = take(text(said, intent, danger="na", writer="utsatt"))
    assert [one.text.nb for one in outcome.say] == [f"Ekko: {said}"]
    assert outcome.understood == ("answer", "fritt") and outcome.asked == "fritt"
    assert not (outcome.danger or outcome.writer)


def test_a_pressed_choice_of_the_step_goes_to_the_conversation_too():
    assert take(Message("answer", "fritt", ("hint",))).answers == {"fritt": {"said": ["hint"], "over": False}}


def test_the_value_grows_and_the_dialogue_goes_on_when_it_says_so():
    first = take(text("hei"))
    then = take(text("over"), dict(first.answers), dict(first.state))
    assert then.answers["fritt"]["said"] == ["hei", "over"] and then.asked == "oppsummering"


def test_a_message_handed_back_is_the_control_it_names_and_asks_first():
    outcome = take(text("stopp"))
    assert outcome.state["confirm"] == "avbryt" and outcome.understood == ("control", "avbryt")
    assert take(text("ja", "ja"), state=dict(outcome.state)).end == "stopped"
    assert take(text("nei", "nei"), state=dict(outcome.state)).asked == "fritt"


def test_a_text_beside_a_yes_that_is_waited_for_is_said_in_the_conversation():
    outcome = take(text("Hva tenker du?", "utenfor"), state={"confirm": "avbryt"})
    assert [one.text.nb for one in outcome.say] == ["Ekko: Hva tenker du?"] and "confirm" not in outcome.state


def test_the_card_for_what_was_heard_is_given_every_time_it_is_no_rehearsal():
    outcome = take(text("ekte", danger="na", writer="utsatt"), state={"warned": ["na"]})
    assert (outcome.danger, outcome.warned, outcome.writer) == ("na", (), "utsatt")
    assert take(text("ekte")).danger == "fare"


def test_other_steps_are_read_as_before():
    outcome = advance(Echo(), "hva", {}, {}, text("vold"), aside)
    assert outcome.answers == {"hva": ["vold"]}


def test_the_wish_to_begin_can_give_the_first_answer():
    outcome = advance(Trial(), None, {}, {}, Message("start", "sted", ("skole",), text="hei", kept="hei"), aside)
    assert outcome.answers == {"sted": "skole"} and outcome.asked == "trinn"
    assert outcome.understood == ("flow", "proveflyt") and outcome.state["history"] == ["sted"]


def test_a_pressed_wish_to_begin_is_no_answer():
    outcome = advance(Trial(), None, {}, {}, Message("start", "proveflyt"), aside)
    assert not outcome.answers and outcome.asked == "sted"
