"""What the user wrote stays in memory until it is confirmed, and can be corrected there."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import Engine

from rasa_plugins.own_words import OwnWords, draft_of
from rasa_plugins.sessions import Session, Sessions
from tryggsamtale.border.correcting import Correction
from tryggsamtale.storage.database import connect, migrate

TYPED = "Sofie Fjelldal på Granli skole sa at broren slår. Hun er 7 år."


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = connect(f"sqlite:///{tmp_path / 'test.db'}")
    migrate(engine)
    return engine


def memory(text: str | None = None, **answers: Any) -> dict[str, Any]:
    guide = {"failures": 0, **({"draft": {"step": "hendelse", "text": text}} if text else {})}
    return {"slots": {"guide": guide, **answers}, "loop": "drofting_form", "requested": "utkast"}


def waiting(typed: str = TYPED) -> tuple[OwnWords, dict[str, Any]]:
    """A text that was typed, shown and not confirmed."""
    words = OwnWords()
    remembered = memory(words.as_kept(typed))
    words.follow(remembered, [], typed)
    return words, remembered


def test_a_text_is_kept_masked_and_with_the_age_in_brackets():
    assert waiting()[1]["slots"]["guide"]["draft"]["text"] == (
        "[person 1] på [skole 1] sa at broren slår. Hun er 6–12 år."
    )


def test_what_was_missed_can_be_hidden_and_stays_hidden():
    words, remembered = waiting("Hun er på Kvitveis hver dag. Kvitveis er fin.")
    assert "Kvitveis" in draft_of(remembered)["text"]
    after, how = words.correct(Correction("hide", ("Kvitveis",)), remembered)
    assert how == "skjult" and "vitveis" not in draft_of(after)["text"]
    assert "vitveis" not in words.mask("og på kvitveis igjen").text


def test_an_answer_that_was_kept_before_is_hidden_too():
    words, remembered = OwnWords(), memory(gjort="Vi ringte Kvitveis i går", rolle="skole")
    after, _ = words.correct(Correction("hide", ("Kvitveis",)), remembered)
    assert "Kvitveis" not in after["slots"]["gjort"] and after["slots"]["rolle"] == "skole"


@pytest.mark.parametrize("named", ["Sofie Fjelldal", "[person 1]"])
def test_what_was_hidden_without_reason_can_be_shown(named):
    words, remembered = waiting()
    after, how = words.correct(Correction("show", (named,)), remembered)
    assert how == "vist" and draft_of(after)["text"].startswith("Sofie Fjelldal på [skole 1]")


def test_what_stands_nowhere_is_not_found():
    words, remembered = waiting()
    assert words.correct(Correction("show", ("Bjarnhild",)), remembered) == (remembered, "ikke_funnet")


def test_text_that_is_added_while_it_waits_can_be_corrected_as_one():
    words, remembered = waiting("Det var Sofie.")
    later = memory(f"{draft_of(remembered)['text']}\n{words.as_kept('Sofie gråt.')}")
    words.follow(later, [], "Sofie gråt.")
    shown, _ = words.correct(Correction("show", ("Sofie",)), later)
    assert draft_of(shown)["text"] == "Det var Sofie.\nSofie gråt."


def test_what_was_typed_is_forgotten_once_it_is_confirmed():
    words, _ = waiting()
    words.follow(memory(hendelse="[person 1] sa det"), [], None)
    assert words.typed == "" and words.draft is None


def test_the_database_never_gets_an_unconfirmed_text(engine: Engine):
    async def story() -> tuple[str, Session, Session]:
        here = Sessions(engine, minutes=60)
        token, session = await here.create("nb")
        session.memory = memory(session.own_words.as_kept(TYPED))
        session.add({"messages": ["Hvor?"]}, [], None)
        session.add({"messages": ["Slik blir det lagret"]}, [], "key", quotes=True)
        await here.save(token, session, TYPED)
        anew = Sessions(engine, minutes=60)  # as after a restart
        return json.dumps(session.lasting()), await here.load(token), await anew.load(token)

    stored, same, restarted = asyncio.run(story())
    assert "slår" not in stored and "Slik blir" not in stored
    assert draft_of(same.memory)["text"].startswith("[person 1]") and same.own_words.typed == TYPED
    assert [entry["turn"]["messages"] for entry in same.turns] == [["Hvor?"], ["Slik blir det lagret"]]
    assert same.answered("key")
    assert draft_of(restarted.memory) is None and restarted.own_words.typed == ""
    assert [entry["turn"]["messages"] for entry in restarted.turns] == [["Hvor?"]]


def test_a_tag_in_a_kept_text_is_given_to_no_other_name():
    words = OwnWords.beside({"answers": {"hendelse": "[person 2] slo [person 1] på [skole 1]"}})
    assert words.mask("Sofie Fjelldal går på Granli skole").text == "[person 3] går på [skole 2]"


def test_a_line_of_a_rehearsal_is_hidden_afterwards_and_the_rest_of_it_stays():
    turn = {"said": "Hvordan har du det med Fjellvåk?", "lines": ["greeting.half.0"]}
    state = {"youth": "balder", "turns": [turn]}
    words, remembered = waiting()
    remembered["slots"]["samtale_replikk"] = {"state": state, "done": False}
    changed, _ = words.correct(Correction("hide", ("Fjellvåk",)), remembered)
    kept = changed["slots"]["samtale_replikk"]
    [now] = kept["state"]["turns"]
    assert "Fjellvåk" not in now["said"] and now["lines"] == turn["lines"]
    assert (kept["state"]["youth"], kept["done"]) == ("balder", False)
