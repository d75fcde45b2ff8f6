"""Every youth's file is complete, and can be read by the guide in both written forms."""

from __future__ import annotations

import re

import pytest

from tryggsamtale.knowledge import CONTACTS
from tryggsamtale.rehearsal.effects import EFFECTS, POINTS, WORDING
from tryggsamtale.rehearsal.points import CHECKLIST
from tryggsamtale.rehearsal.topics import TOPICS
from tryggsamtale.rehearsal.youths import LEVELS, ROOM, STORY, YOUTHS, youth, youths
from tryggsamtale.wording import LOCALES, load

each_youth = pytest.mark.parametrize("who", youths(), ids=YOUTHS)


def plain(line: str) -> str:
    return re.sub(r"[^\w ]", "", line.lower()).strip() or line


def test_there_are_nine_youths_from_twelve_to_seventeen_and_every_file_is_one_of_them():
    assert len(YOUTHS) >= 9 and {path.stem for path in ROOM.glob("*.yml")} == set(YOUTHS)
    assert {12, 17} <= {who.age for who in youths()} and all(12 <= who.age <= 17 for who in youths())


def test_at_least_three_write_nynorsk_or_dialect_and_one_has_a_parent_in_the_room():
    assert sum(who.language.nb.startswith("Nynorsk") or "dialekt" in who.language.nb for who in youths()) >= 3
    assert any(who.parent for who in youths())


@each_youth
def test_what_the_guide_reads_about_a_youth_is_there_in_both_forms(who):
    for text in (who.language, who.title, who.presentation, who.manner, who.opens, who.closes, *who.story.values()):
        assert all(text[locale].strip() for locale in LOCALES)
    assert set(who.story) == set(STORY) and str(who.age) in who.title.nb


@each_youth
def test_every_topic_has_at_least_two_answers_at_each_level(who):
    for topic in TOPICS:
        for level in LEVELS:
            assert len(who.lines[f"{topic}.{level}"]) >= 2, (topic, level)


@each_youth
def test_no_two_lines_of_a_youth_are_the_same_words(who):
    lines = [plain(line) for pool in who.lines.values() for line in pool]
    assert not {line for line in lines if lines.count(line) > 1}
    assert all(line.strip() for pool in who.lines.values() for line in pool)


@each_youth
def test_a_youth_who_opens_tells_more_than_one_who_is_closed(who):
    words = {
        level: sum(len(line.split()) for topic in TOPICS for line in who.lines[f"{topic}.{level}"]) for level in LEVELS
    }
    assert words["closed"] < words["half"] < words["open"]


@each_youth
def test_secrets_hang_on_topics_and_take_more_trust_than_the_youth_begins_with(who):
    assert who.secrets
    for secret in who.secrets:
        assert set(secret.topics) <= set(TOPICS)
        assert secret.trust > max(who.temperament.start.as_list())


@each_youth
def test_a_temperament_names_effects_that_exist_and_begins_untrusting(who):
    mild = who.temperament
    assert set(mild.opens) | set(mild.closes) <= set(EFFECTS) and set(who.guarded) <= set(TOPICS)
    assert all(sum(EFFECTS[name]) > 0 for name in mild.opens) and all(sum(EFFECTS[name]) < 0 for name in mild.closes)
    assert max(mild.start.as_list()) < 40


@each_youth
def test_no_line_holds_a_number_to_call(who):
    assert not [line for pool in who.lines.values() for line in pool if re.search(r"\d{3}", line)]


def test_a_youth_who_does_not_exist_is_refused():
    with pytest.raises(KeyError):
        youth("../balder")


def test_every_point_of_the_checklist_and_every_effect_is_worded():
    assert all(text[locale] for point in CHECKLIST.values() for text in point[1:] for locale in LOCALES)
    assert set(WORDING) == set(EFFECTS)
    assert set().union(*POINTS.values(), {"b1", "b2_geo", "b2_rel", "b2_tid"}) == set(CHECKLIST)


def test_the_numbers_in_the_points_are_those_of_the_contacts():
    known = {str(contact["number"]) for contact in load(CONTACTS).values()}
    named = {
        number for point in CHECKLIST.values() for text in point[1:] for locale in LOCALES
        for number in re.findall(r"\d{3,}", text[locale])
    }
    assert named == {"112", "02800"} and named <= known
