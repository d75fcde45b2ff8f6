"""Recognising a typed answer among the options of a step."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from tryggsamtale.guiding.model import Answers, Dialogue, Option, Step, Value
from tryggsamtale.wording import LOCALES

SLIPS = ((4, 1), (9, 2))
"""(letters, slips): how many letters may be wrong, missing or swapped in a typed answer of so many letters or more."""
MENTIONING = 6
"""Words up to which an answer may just mention the option; longer ones tell something else too."""
NEAR_LABEL = 80
"""Least similarity (0–100) of a label that «endre …» names."""

_QUESTION_WORDS = re.compile(
    r"^(og |men |forresten |hei |hei, )?(hva|kva|ka|hvem|kven|kem|hvor|kor|korleis|hvordan|kossn|korsn|koss|hvorfor|"
    r"kvifor|koffor|når|hvilken|hvilke|kva for|er det|finnes|finst|"
    r"kan (jeg|eg|æ|man|en|ein|vi|me)|må (jeg|eg|æ|man|vi)|"
    r"får (jeg|eg|æ|man)|skal (jeg|eg|æ|man|vi)|gjelder|gjeld|har (jeg|eg|æ|man|vi)|betyr|bør)\b"
)


_DENIAL = re.compile(r"\b(ikke|ikkje|itj|itte|ikkj|aldri|verken|ingen|uten|utan)\b")
_CHANGE = re.compile(
    r"^(kan jeg |kan eg |jeg vil |eg vil )?(endre|endra|rette|bytte|forandre)( på)?( svaret)?( om| på)?\s*"
)


def folded(text: str) -> str:
    """Lower case, single spaces, no punctuation but §, / and hyphen inside words."""
    text = unicodedata.normalize("NFC", text).lower()
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s§/+-]|_", " ", text)).strip()


def is_question(text: str) -> bool:
    """Whether the message has the form of a question; classifier confidence does not tell this apart."""
    return text.rstrip().endswith("?") or bool(_QUESTION_WORDS.match(folded(text)))


def _names(option: Option) -> list[str]:
    return [folded(name) for name in (*(option.title[locale] for locale in LOCALES), *option.words)]


def _named(options: tuple[Option, ...]) -> dict[str, str]:
    """Every name of every option → its value."""
    return {name: option.value for option in options for name in _names(option)}


def _one(options: tuple[Option, ...], text: str) -> str | None:
    if text.isdecimal() and 1 <= int(text) <= len(options):
        return options[int(text) - 1].value
    names = _named(options)
    if text in names:
        return names[text]
    slips = max((slips for letters, slips in SLIPS if len(text) >= letters), default=0)
    near = {value for name, value in names.items() if OSA.distance(text, name, score_cutoff=slips) <= slips}
    return _only(near or _mentioned(names, text))


def _only(values: set[str]) -> str | None:
    return values.pop() if len(values) == 1 else None


def _mentioned(names: dict[str, str], text: str) -> set[str]:
    """The options that a short answer mentions in passing («det er faren»); one that denies something says none."""
    if len(text.split()) > MENTIONING or _DENIAL.search(text):
        return set()
    return {value for name, value in names.items() if len(name) > 2 and f" {name} " in f" {text} "}


def match(step: Step, text: str) -> Value | None:
    """The value of ``step`` that a typed text names by number, title or known word, or None.

    For a step of kind ``choices`` the text may name several («1, 3 og skolen»); all parts must be recognised, but one
    option may have such a joint in its own name.
    """
    if step.kind == "choices":
        whole = _named(step.options).get(folded(text))
        if whole:
            return [whole]
        parts = [part for part in re.split(r",|;|\bog\b|\n|\+", text.lower()) if part.strip()]
        values = [_one(step.options, folded(part)) for part in parts]
        return list(dict.fromkeys(values)) if values and None not in values else None
    return _one(step.options, folded(text))


def step_named(dialogue: Dialogue, answers: Answers, text: str) -> str | None:
    """The answered step whose label a text such as «endre alder» names, or None."""
    wanted = _CHANGE.sub("", folded(text))
    labels = {name: folded(step.label.nb) for name in answers if (step := dialogue.step(name))}
    found = process.extractOne(wanted, labels, scorer=fuzz.WRatio, score_cutoff=NEAR_LABEL) if wanted else None
    return found[2] if found else None
