"""The whole consultation, over many cases: in both languages, with sources that exist, and nothing that identifies."""

from __future__ import annotations

import json
import random
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.consultation.cases import ADULT, CHILD, SSA, Town, case
from tryggsamtale.consultation import assessment
from tryggsamtale.consultation.assessment import consult
from tryggsamtale.consultation.case import SEVERAL, VALUES, Case, parse
from tryggsamtale.consultation.names import NAMES
from tryggsamtale.consultation.statement import Statement, read
from tryggsamtale.knowledge import CONTACTS, ROOM
from tryggsamtale.knowledge.contacts import Directory
from tryggsamtale.knowledge.sources import sources
from tryggsamtale.wording import load

TODAY = date(2026, 11, 22)
FOLDER = Path(assessment.__file__).parent
YAMLS = [path for path in sorted(FOLDER.glob("*.yml")) if path.stem != "names"]


def cite(id: str):
    return sources([id])[0]


def random_cases(number: int) -> list[Case]:
    dice = random.Random(7)
    cases = []
    for _ in range(number):
        answers: dict[str, Any] = {
            name: dice.sample(values, dice.randint(1, 3)) if name in SEVERAL else dice.choice(values)
            for name, values in VALUES.items() if dice.random() < 0.8
        }
        cases.append(parse({**answers, "hendelse": "Hun sier at det er trygt her."}))
    return cases


def test_every_case_ends_in_a_consultation_in_both_languages():
    for told in random_cases(400):
        content = consult(told, TODAY, Town()).as_dict(cite)
        assert content["discuss_with"] and content["seriousness"]["steps"] and content["next_steps"]
        assert json.loads(json.dumps(content)) == content
        assert "{" not in "".join(texts(content))


def texts(node: Any) -> list[str]:
    """Everything the user reads."""
    if isinstance(node, dict):
        if set(node) == {"nb", "nn"}:
            assert node["nb"] and node["nn"]
            return [node["nb"], node["nn"]]
        return [text for value in node.values() for text in texts(value)]
    return [text for value in node for text in texts(value)] if isinstance(node, list) else []


def test_every_source_that_is_cited_is_listed_with_its_title():
    for told in (case(CHILD), case(ADULT, akutt="fare"), case(SSA, trafikklys="rod", utover_utsatt="ja")):
        content = consult(told, TODAY, Town()).as_dict(cite)
        listed = {one["ref"] for one in content["sources"]}
        assert cited(content) == listed


def cited(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = {ref for ref in node.get("sources", ()) if isinstance(ref, str)}
        return own.union(*(cited(value) for value in node.values()))
    return set().union(*(cited(value) for value in node)) if isinstance(node, list) else set()


def statements(node: Any) -> list[Statement]:
    if isinstance(node, Statement):
        return [node]
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [statement for value in below for statement in statements(value)]


@pytest.mark.parametrize("path", YAMLS, ids=lambda path: path.stem)
def test_every_statement_has_a_source_of_the_closed_list_and_both_languages(path):
    found = statements(read(str(path.with_suffix(".py"))))
    known = load(ROOM / "sources.yml")
    assert found
    for statement in found:
        assert statement.sources and set(statement.sources) <= set(known)
        assert statement.text.nb and statement.text.nn


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yml")), ids=lambda path: path.stem)
def test_only_known_numbers_are_written_and_no_outdated_law(path):
    written = path.read_text(encoding="utf-8")
    numbers = set(re.findall(r"\b(?:116 \d{3}|11\d|02800|\d{3} \d{2} \d{3}|\d{8})\b", written))
    assert numbers <= {entry["number"] for entry in load(CONTACTS).values()}
    assert not [old for old in ("§ 169", "6-4", "45 ", "§ 285") if old in written]


def test_every_answer_of_the_case_has_a_name_where_it_is_named():
    for step in ("aldersgruppe", "bekymring", "kilde", "trafikklys", "relasjon", "tid", "sporsmal", "gjelder"):
        assert set(VALUES[step]) <= set(NAMES[step]), step
    assert set(VALUES["instanser"]) - {"ingen"} == set(NAMES["instanser"])


@pytest.mark.parametrize(("base", "told", "first"), [
    (CHILD, {"akutt": "fare"}, ["politi_112", "ambulanse_113", "barnevernvakt"]),
    (ADULT, {"akutt": "fare"}, ["politi_112", "ambulanse_113", "tryggest"]),
    (ADULT, {"bekymring": ["seksuelle_overgrep"], "tid": "siste_dager"}, ["overgrepsmottak"]),
    (CHILD, {}, ["konsultasjonsteam"]),
])
def test_those_who_act_now_are_named_first(base, told, first):
    contacts = consult(case(base, **told), TODAY, Town()).contacts
    assert list(contacts[: len(first)]) == first
    assert Directory().contacts(contacts)


def test_next_steps_come_in_order_and_urgent_ones_are_for_today():
    for told in (case(CHILD, akutt="fare"), case(ADULT, akutt="alvorlig")):
        days = [step.by for step in consult(told, TODAY, Town()).next_steps]
        assert days == sorted(days) and days[0] == TODAY


def test_a_centre_is_told_that_it_keeps_no_journal_and_others_are_not():
    words = "ikke plikt til å føre journal"
    for rolle, told in (("senter", True), ("skole", False)):
        lines = consult(case(CHILD, rolle=rolle), TODAY, Town()).write_down
        assert any(words in line.text.nb for line in lines) is told


def test_looking_after_oneself_is_always_said_and_more_when_asked_for():
    short = consult(case(CHILD), TODAY, Town()).care
    longer = consult(case(CHILD, sporsmal=["egenomsorg"]), TODAY, Town()).care
    assert short and len(longer) == len(short) + 1
