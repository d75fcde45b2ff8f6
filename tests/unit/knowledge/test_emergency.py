from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tryggsamtale.border.danger.marks import REASONS as HEARD
from tryggsamtale.knowledge import ROOM
from tryggsamtale.knowledge.contacts import Directory
from tryggsamtale.knowledge.emergency import REASONS, card, reminder, short_card
from tryggsamtale.wording import LOCALES, Text, load

SAFE = Directory()
ALWAYS = ("112", "113", "02800", "116 117", "116 111", "116 006")


def listed(reason: str) -> list[str]:
    text = card(reason, contacts=SAFE).text.nb
    return [line.rpartition(": ")[2] for line in text.splitlines() if line.startswith("•")]


def test_there_is_a_card_for_every_danger_that_can_be_heard():
    assert set(HEARD) < set(REASONS)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("reason", REASONS)
def test_every_card_says_what_to_do_first_and_has_all_numbers(reason: str, locale: str, lix):
    text = card(reason, contacts=SAFE).text[locale]
    assert all(number in text for number in ALWAYS)
    assert {"112", "113", "116 117"} & set(re.findall(r"112|113|116 117", text.split("\n")[0]))
    assert "{" not in text and lix(text) <= 45 and len(text.split()) <= 170


@pytest.mark.parametrize(("reason", "first"), [
    ("selvmord", "113"), ("liv", "113"), ("spor", "116 117"), ("barn", "112"), ("vold", "112"), ("vapen", "112"),
])
def test_the_numbers_stand_in_the_order_that_fits(reason: str, first: str):
    assert listed(reason)[0] == first


def test_a_child_in_danger_leads_to_the_police_and_then_to_the_alarm_telephone():
    assert listed("barn")[:2] == ["112", "116 111"]


def test_an_employee_rings_first_when_a_life_is_in_danger_and_else_tells_the_leader_who_rings():
    text = card("vold", contacts=SAFE).text.nb
    assert text.index("ringer du selv") < text.index("ansvarlig leder") < text.index("nivået over")
    assert "leder" not in card("vold", at_work=False, contacts=SAFE).text.nb


def test_the_reminder_is_short_and_has_the_two_numbers():
    for locale in LOCALES:
        text = reminder(SAFE).text[locale]
        assert "112" in text and "113" in text and len(text.split()) < 25


def test_what_the_cards_say_has_sources_and_no_number_written_by_hand():
    assert card("vold", contacts=SAFE).sources
    written = [text[locale] for text in _texts(load(ROOM / "emergency.yml")) for locale in LOCALES]
    assert len(written) > 40 and not re.search(r"\d", re.sub(r"{\w+}", "", "".join(written)))


def _texts(node: object) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _texts(value)


def test_another_danger_gets_what_to_do_and_the_numbers_the_card_did_not_have():
    for reason in REASONS:
        short, whole = short_card(reason).text, card(reason).text
        for locale in LOCALES:
            assert whole[locale].startswith(short[locale].split("\n")[0])
            assert len(short[locale]) < 0.6 * len(whole[locale])
