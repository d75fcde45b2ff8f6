"""Within a topic, each question gets the part that answers it; every fact of the sources has one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tryggsamtale.knowledge import ROOM
from tryggsamtale.knowledge.contacts import Directory
from tryggsamtale.knowledge.parts import Questions
from tryggsamtale.knowledge.topics import TOPICS, part_asked_for, topic
from tryggsamtale.wording import load

DATA = Path(__file__).parents[2] / "data"
SAFE = Directory()
LEAST, LEAST_ASKED, LEAST_OTHERS = 0.98, 0.9, 0.93
"""Of the checklist's questions that stand in the topic files, of its other questions, and of other people's."""
LEAST_OWN = {"own": 0.85, "second": 0.9, "third": 0.75, "fourth": 0.88}
"""Of our own held-out questions, which are further from the words of the answers."""
DOCUMENTS = {"v27": "000", "smiso": "001", "trygghetsprogrammet": "002", "tryggest": "003", "handlingsplan": "004"}
"""The five source documents: id in sources.yml → the number its places begin with."""


@cache
def data(name: str) -> Any:
    return YAML(typ="safe").load((DATA / name).read_text(encoding="utf-8"))


FACTS = data("facts_checklist.yml")
HELD_OUT = data("parts_heldout.yml")
OWN = {
    "own": [(name, [part], entry["text"]) for entry in HELD_OUT["own"] for name, part in [entry["part"].split(".")]],
    **{
        group: [(one["topic"], one["parts"], one["text"]) for one in HELD_OUT[group]]
        for group in ("second", "third", "fourth")
    },
}
"""Group → (topic, parts that are right, text)."""


@cache
def others() -> list[tuple[str, str, list[str]]]:
    """(topic, text, parts that are right) of messages written by others."""
    lines = map(json.loads, (DATA / "utterances_heldout.jsonl").read_text(encoding="utf-8").splitlines())
    texts = {line["id"]: (line["name"], line["text"]) for line in lines}
    return [(*texts[id], right) for id, right in HELD_OUT["others"].items()]


def answer(name: str, part: str) -> str:
    found = topic(name, SAFE)
    return (found.part(part).text if part else found.short).nb.replace("\n", " ")


def holds(name: str, part: str, fact: dict[str, Any]) -> bool:
    words = fact["words"] if isinstance(fact["words"], list) else [fact["words"]]
    return all(one in answer(name, part) for one in words)


def asks(name: str) -> list[str]:
    content = load(ROOM / "topics" / f"{name}.yml")
    return [question for one in (content, *content["parts"]) for question in one["asks"].splitlines()]


def plain(text: str) -> str:
    return text.lower().strip(" ?")


@pytest.mark.parametrize(("source", "least"), [
    ("v27", 55), ("smiso", 95), ("trygghetsprogrammet", 110), ("tryggest", 45), ("handlingsplan", 30),
])
def test_the_checklist_holds_the_facts_of_each_document(source, least):
    assert sum(fact["source"] == source for fact in FACTS) >= least


@pytest.mark.parametrize("fact", FACTS, ids=[f"{fact['part']}: {fact['fact']}" for fact in FACTS])
def test_a_fact_has_its_source_and_its_place_in_it(fact):
    assert fact["source"] in load(ROOM / "sources.yml")
    assert fact["place"].startswith(DOCUMENTS.get(fact["source"], ("§", "fagside")))


@pytest.mark.parametrize("fact", FACTS, ids=[f"{fact['part']}: {fact['fact']}" for fact in FACTS])
def test_the_part_holds_the_fact(fact):
    name, _, part = fact["part"].partition(".")
    assert holds(name, part, fact)


def test_a_fact_stands_once_in_the_checklist():
    assert len({(fact["source"], fact["fact"]) for fact in FACTS}) == len(FACTS)


@pytest.mark.parametrize(("number", "least"), [(0, LEAST_ASKED), (1, LEAST)])
def test_asking_for_a_fact_gives_a_text_that_holds_it(number, least):
    missed = [
        fact["questions"][number] for fact in FACTS for name in [fact["part"].split(".")[0]]
        if not holds(name, part_asked_for(name, fact["questions"][number]), fact)
    ]
    assert len(missed) <= (1 - least) * len(FACTS), missed


def test_what_others_asked_gets_its_part():
    missed = [(text, right) for name, text, right in others() if part_asked_for(name, text) not in right]
    assert len(missed) <= (1 - LEAST_OTHERS) * len(others()), missed


@pytest.mark.parametrize("group", OWN)
def test_held_out_questions_get_their_part(group):
    missed = [(text, right) for name, right, text in OWN[group] if part_asked_for(name, text) not in right]
    assert len(missed) <= (1 - LEAST_OWN[group]) * len(OWN[group]), missed


def test_held_out_questions_stand_in_no_topic_file():
    held_out = {plain(text) for group in OWN.values() for _, _, text in group}
    held_out |= {plain(text) for _, text, _ in others()}
    assert not held_out & {plain(question) for name in TOPICS for question in asks(name)}


@pytest.mark.parametrize(("name", "text", "part"), [
    ("trygghetsplan", "hvor ofte evalueres trygghetsplanen?", "evaluering"),
    ("trygghetsplan", "kor ofte må me sjå på tryggleiksplanen på nytt", "evaluering"),
    ("trygghetsplan", "kor oft ska vi evaluer tryghetsplana", "evaluering"),
    ("tryggest", "hvem er med i TryggEst-teamet?", "team"),
    ("tryggest", "kem e med i teamet", "team"),
    ("tryggest", "hva hvis den utsatte ikke vil?", "vil_ikke"),
    ("tryggest", "kan jeg være anonym?", "anonym"),
    ("smiso_nok", "varer samtalen lenge?", "samtaler"),
])
def test_a_question_gets_its_part_in_dialect_nynorsk_and_with_slips(name, text, part):
    assert part_asked_for(name, text) == part


@pytest.mark.parametrize("name", TOPICS)
def test_the_name_of_a_topic_alone_gets_the_short_answer(name):
    assert part_asked_for(name, topic(name, SAFE).title.nb) == ""


@pytest.mark.parametrize("text", ["", "?!", "qwrtz zxcvbn", "👍"])
def test_what_no_part_knows_gets_the_short_answer(text):
    assert part_asked_for("tryggest", text) == ""


def test_what_is_shared_by_all_parts_tells_nothing():
    questions = Questions({"når": (["når ringe teamet"], ""), "hvem": (["hvem er teamet"], "")})
    assert questions.nearest("teamet når")[0][0] == "når"
    assert questions.nearest("kem i teame")[0][0] == "hvem"


def test_words_of_the_answer_bring_a_question_nearer():
    questions = Questions({"a": (["hva skjer"], "Du kan få bot."), "b": (["hva nå"], "Ring noen.")})
    assert questions.nearest("får jeg bot")[0][0] == "a"
