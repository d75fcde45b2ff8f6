"""Turns: put together from replies, in one language, with what can be pressed."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa_plugins.turns import Collector, assembled, payloads_of
from tryggsamtale.wording import in_language


def both(word: str) -> dict[str, str]:
    return {"nb": word, "nn": f"{word} (nynorsk)"}


def message(text: str, *payloads: str) -> dict[str, Any]:
    return {"text": both(text), "buttons": [{"title": both(one), "payload": one} for one in payloads], "sources": []}


def understood(name: str) -> dict[str, Any]:
    return {"kind": "control", "name": name, "confidence": 1.0}


FIRST = {"messages": [message("En", "/a")], "understood": understood("ja"), "progress": {"step": "tid"}}
SECOND = {
    "messages": [message("To", "/b", "/a")], "understood": understood("nei"), "progress": {"step": "rolle"},
    "input": {"kind": "choice", "options": [{"title": both("Skole"), "payload": "/c"}], "max_length": 4000},
    "summary": [{"step": "tid", "label": both("Når"), "value": both("nå"), "change": "/d"}],
    "documents": [{"id": "1"}], "receipt": "kode",
}


def test_a_turn_says_all_replies_in_order_and_asks_the_last_question():
    turn = assembled([FIRST, SECOND]).turn
    assert [one["text"]["nb"] for one in turn["messages"]] == ["En", "To"]
    assert turn["progress"] == {"step": "rolle"} and turn["input"]["kind"] == "choice"
    assert turn["receipt"] == "kode" and turn["documents"] == [{"id": "1"}] and turn["summary"]


def test_what_was_understood_is_what_the_first_reply_understood():
    assert assembled([FIRST, SECOND]).turn["understood"]["name"] == "ja"


def test_a_turn_has_only_what_there_is():
    turn = assembled([{"messages": [message("Hei")], "understood": understood("hilsen")}]).turn
    assert set(turn) == {"messages", "understood", "progress", "input", "masked"}
    assert turn["progress"] is None and turn["masked"] is None
    assert turn["input"] == {"kind": "none", "options": [], "max_length": 4000}


def test_a_turn_does_not_share_its_parts_with_the_next():
    assembled([FIRST]).turn["messages"].append("more")
    assert len(assembled([FIRST]).turn["messages"]) == 1


def test_a_turn_is_read_in_one_language_all_through():
    turn = assembled([FIRST, SECOND]).turn
    nynorsk = in_language(turn, "nn")
    assert nynorsk["messages"][0]["text"] == "En (nynorsk)"
    assert nynorsk["input"]["options"] == [{"title": "Skole (nynorsk)", "payload": "/c"}]
    assert nynorsk["summary"][0]["label"] == "Når (nynorsk)"
    assert in_language(turn, "nb")["summary"][0]["value"] == "nå"
    assert turn["messages"][0]["text"] == both("En")


def test_what_is_no_wording_stays_as_it_is():
    assert in_language({"nb": "a", "nn": "b", "more": 1}, "nn") == {"nb": "a", "nn": "b", "more": 1}
    assert in_language([None, 1, "nb", {}], "nn") == [None, 1, "nb", {}]


def test_buttons_options_and_lines_to_change_can_be_pressed():
    assert payloads_of(assembled([FIRST, SECOND]).turn) == ["/a", "/b", "/a", "/c", "/d"]


def collected(*replies: dict[str, Any]) -> Collector:
    collector = Collector()
    for reply in replies:
        asyncio.run(collector.send_response("someone", {"custom": reply}))
    return collector


def test_a_turn_is_complete_when_it_has_an_answer_and_nothing_failed():
    assert collected(FIRST).complete and collected(FIRST, SECOND).complete
    assert not collected().complete
    assert not collected(FIRST, {"failed": True}).complete
    failed = collected(FIRST)
    failed.failed = True
    assert not failed.complete


def test_a_reply_of_rasas_own_is_no_answer():
    collector = Collector()
    asyncio.run(collector.send_response("someone", {"text": "An internal error"}))
    assert not collector.complete and collector.replies == []


def test_a_turn_quotes_when_a_reply_does_or_something_in_the_message_was_masked():
    assert not assembled([FIRST, SECOND]).quotes
    assert assembled([FIRST, {**SECOND, "quotes": True}]).quotes
    masked = assembled([FIRST], "ring [telefonnummer]")
    assert masked.quotes and masked.turn["masked"] == "ring [telefonnummer]"


def test_a_turn_ends_the_session_when_a_reply_says_so():
    assert assembled([FIRST, {**SECOND, "end_session": True}]).ends
    assert not assembled([FIRST, SECOND]).ends
