"""«Må jeg melde fra?»: which questions are asked, what the answers mean as facts, and what is handed over.

The duty core says which facts it still wants (``tryggsamtale.duties.assessment.wanted``); this dialogue asks for them,
never more than :data:`MOST` questions.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from tryggsamtale.dialogues.plikt_result import result
from tryggsamtale.dialogues.result import Result, told
from tryggsamtale.dialogues.script import read_script
from tryggsamtale.dialogues.talk import support
from tryggsamtale.duties.assessment import assess, wanted
from tryggsamtale.duties.facts import Facts, parse
from tryggsamtale.duties.reading import read_facts
from tryggsamtale.duties.relations import relation
from tryggsamtale.guiding.model import VET_IKKE, Answers, Message, Reading, Step, Talked
from tryggsamtale.guiding.reply import Say

MOST = 9
"""Questions in one case at the most (dialogues.md, plikt)."""

USUAL = ("relasjon", "sikkerhet")
"""What the duty core wants in most cases: counted as still to come until the fixed questions are answered."""

SCRIPT = read_script(Path(__file__).with_name("plikt.yml"))


BARE_AGE = 3
"""Words up to which an answer to «how old?» may be an age alone («3 år», «om lag sju år»)."""

ABOUT_ONESELF = {
    ("rolle", "barn_selv"): "barn",
    ("rolle", "forelder_selv"): "utsatt",
    ("handling", "fare_egen_handling"): "redd_for_a_skade",
}
"""Facts by which a person tells about themselves, and the support that fits: no form, no duty."""


def to_facts(answers: Answers) -> Facts:
    """The facts that these answers mean; an answer «vet ikke» leaves its facts unknown."""
    said: dict[str, Any] = {"i_rollen": "ja"} if answers.get("rolle") else {}
    for name, scripted in SCRIPT.steps.items():
        value = answers.get(name)
        if isinstance(value, str) and value != VET_IKKE:
            said.update(scripted.meanings.get(value, {}))
    return parse(said)


def _bracket(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts with the age in the brackets that the dialogue asks for, so that nobody is known by an exact age."""
    if facts.get("utsatt") not in (None, "barn") or not isinstance(facts.get("alder"), (int, float)):
        return facts
    age = facts["alder"]
    if age >= 18:
        return facts
    return {**facts, "utsatt": "barn", "alder": 8 if age < 14 else 15 if age < 16 else 17}


def from_facts(facts: dict[str, Any]) -> Answers:
    """The answers that say these facts, where an option says just that; the step above a detail is answered too."""
    for (fact, value), who in ABOUT_ONESELF.items():
        if facts.get(fact) == value:
            return {"rolle": "selv", "rolle_selv": who}
    facts = _related(_bracket(facts))
    answers: Answers = {}
    for name, scripted in SCRIPT.steps.items():
        fitting = [value for value, meaning in scripted.meanings.items() if _says(facts, meaning)]
        if fitting and all(answers.get(step, value) == value for step, value in scripted.when.items()):
            answers |= {**scripted.when, name: max(fitting, key=lambda value: len(scripted.meanings[value]))}
    return {name: answers[name] for name in SCRIPT.steps if name in answers}


def _related(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts with the relation as the option for its group names it; a group without an option is left out."""
    words = [meaning["relasjon"] for meaning in SCRIPT.steps["relasjon"].meanings.values()]
    options = {relation(word).group: word for word in words} | {"fremmed": "annen"}
    return {**facts, "relasjon": options.get(relation(str(facts.get("relasjon") or "ukjent")).group)}


def _says(facts: dict[str, Any], meaning: dict[str, Any]) -> bool:
    """Whether the facts say all that an option means; «annet» alone says nothing, and no danger need not be said."""
    if not meaning or meaning == {"handling": "annet"} or meaning.get("relasjon") == "selv":
        return False
    return all(facts.get(fact) == value for fact, value in meaning.items() if (fact, value) != ("akutt", "nei"))


ASKING = re.compile(
    r"\b((må|bør|skal) (jeg|eg|æ|e|je|vi|me|mi)|(jeg|eg|æ|e|je|vi|me|mi) (må|bør|skal)|"
    r"(er|e) (jeg|eg|æ|vi|me) (pliktig|nødt|nøydd?|påla[gk]t|forplikt\w+)|(har|ha) (jeg|eg|æ|vi|me) (\w+ )?plikt)\b"
    r".{0,40}\b(meld\w*|sei(e|a)?|si|sie|sæi|varsl\w*|anmeld\w*|rapporter\w*)\b",
    re.IGNORECASE,
)
"""«Must I report?», wherever it stands in a message that also tells the case."""


class Plikt:
    """The dialogue ``plikt`` (``tryggsamtale.guiding.model.Dialogue``)."""

    name = "plikt"
    title = SCRIPT.title
    has_summary = True
    story = None
    slots = {name: name for name in SCRIPT.steps}

    def step(self, name: str) -> Step | None:
        scripted = SCRIPT.steps.get(name)
        return scripted.step if scripted else None

    def given(self, answers: Answers) -> Plikt:
        return self

    def needed(self, answers: Answers) -> tuple[str, ...]:
        missing = [name for name in self._path(answers) if name not in answers]
        return tuple(missing[: max(0, MOST - len(answers))])

    def relevant(self, answers: Answers) -> tuple[str, ...]:
        return tuple(name for name in SCRIPT.steps if name in answers and self._makes_sense(name, answers))

    def read(self, text: str, asked: str | None) -> Reading:
        read = read_facts(text)
        if asked == "utsatt" and "utsatt" not in read.facts and len(text.split()) <= BARE_AGE:
            read = read_facts(f"et barn på {text}")
        answers = from_facts(read.facts)
        evidence = {}
        for name, value in answers.items():
            facts = SCRIPT.steps[name].meanings.get(value) or {SCRIPT.steps[name].step.name: None}
            words = [read.evidence[fact] for fact in facts if read.evidence.get(fact)]
            if words:
                evidence[name] = words[0]
        return Reading(answers, evidence)

    def talk(self, asked: str | None, answers: Answers, message: Message) -> Talked | None:
        return None

    def acute(self, answers: Answers) -> bool:
        return answers.get("tid") == "naa"

    def asked_for(self, text: str) -> bool:
        """Whether a text asks «must I report?» about the writer's own case."""
        return bool(ASKING.search(text))

    def interrupt(self, answers: Answers) -> tuple[Say, ...]:
        who = answers.get("rolle_selv")
        return support("utsatt" if who == VET_IKKE else str(who)) if who else ()

    def _path(self, answers: Answers) -> tuple[str, ...]:
        """The steps of this case, in order: the fixed ones with their details, then what the duty core still wants."""
        fixed = [name for name in SCRIPT.steps if name in SCRIPT.always or self._opened(name, answers)]
        if any(name not in answers for name in fixed):
            return (*fixed, *USUAL)
        still = wanted(to_facts(answers))
        by_fact = {scripted.fact: name for name, scripted in SCRIPT.steps.items() if scripted.fact}
        return (*fixed, *(by_fact[fact] for fact in still if fact in by_fact))

    def _opened(self, name: str, answers: Answers) -> bool:
        when = SCRIPT.steps[name].when
        return bool(when) and all(answers.get(step) == value for step, value in when.items())

    def _makes_sense(self, name: str, answers: Answers) -> bool:
        """A detail makes sense under its answer; a wanted fact while the rules would look at it."""
        scripted = SCRIPT.steps[name]
        if scripted.when:
            return self._opened(name, answers)
        if not scripted.fact or any(step not in answers for step in SCRIPT.always):
            return True  # too early to tell
        others = {other: value for other, value in answers.items() if other != name}
        return scripted.fact in wanted(to_facts(others))

    def facts(self, answers: Answers, today: date) -> dict[str, Any]:
        """The facts that these answers say, for another dialogue about the case."""
        return to_facts(answers).known()

    def from_facts(self, facts: dict[str, Any]) -> Answers:
        """The answers that say these facts."""
        return from_facts(facts)

    def result(self, answers: Answers, today: date) -> Result:
        """What the finished answers come to."""
        assessment = assess(to_facts(answers), today=today)
        return result(assessment, told(self, answers), self.facts(answers, today), today)
