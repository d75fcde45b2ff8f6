"""How a question looks: its text and buttons, the progress, the choices and the summary of a turn."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tryggsamtale.guiding.model import (
    BEKREFT,
    FORSLAG,
    OPPSUMMERING,
    UTKAST,
    VET_IKKE,
    Answers,
    Dialogue,
    Option,
    Step,
    Value,
)
from tryggsamtale.guiding.reply import Button, Say
from tryggsamtale.wording import Text, joined, load

WORDING = load(Path(__file__).with_name("wording.yml"))
UNKNOWN = Option(VET_IKKE, WORDING["vet_ikke"])
MAX_LENGTH = 4000
"""Characters of a typed answer (contract §1)."""


def answer_payload(step: str, value: str) -> str:
    """The payload of an option: it names its step, so that an old button answers its own question."""
    return f"/svar{json.dumps({'felt': step, 'verdi': value}, ensure_ascii=False)}"


def control_payload(name: str, step: str | None = None) -> str:
    """The payload of a control such as ``tilbake``; ``endre`` names the step to change."""
    return f"/endre{json.dumps({'felt': step}, ensure_ascii=False)}" if step else f"/{name}"


def display(step: Step, value: Value) -> Text:
    """An answer as the user reads it."""
    if isinstance(value, list):
        return joined([display(step, one) for one in value], ", ")
    if value == VET_IKKE:
        return WORDING["vet_ikke"]
    option = step.option(value)
    return option.title if option else Text.of(value)


OWN = (OPPSUMMERING, FORSLAG, UTKAST)


def own_step(name: str) -> Step:
    """The guide's own question of that name: the summary, what was read from a text, or a text as it will be kept."""
    words = WORDING[name]
    values = ("ja",) if name == OPPSUMMERING else ("ja", "nei")
    spoken = {"ja": ("ja", "jo", "jau", "stemmer", "det stemmer", "riktig", "rett", "ok", "ja det stemmer"),
              "nei": ("nei", "feil", "nei det er feil", "stemmer ikke", "stemmer ikkje")}
    options = tuple(Option(value, words[value], spoken[value]) for value in values)
    return Step(name, "choice", words["label"], words["question"], words["why"],
                explain=words["explain"], options=options, unknown=False)


def step_of(dialogue: Dialogue, name: str | None) -> Step | None:
    """A step of the dialogue or of the guide itself."""
    if name in OWN:
        return own_step(name)
    return dialogue.step(name) if name else None


def corrected(how: str) -> Say:
    """What is said when the border hides or shows something (``skjult``, ``vist``), or has not found it."""
    return Say(WORDING["utkast"][how])


def _summary(dialogue: Dialogue, answers: Answers) -> list[dict[str, Any]]:
    lines = []
    for name, value in answers.items():
        step = dialogue.step(name)
        if step:
            lines.append({
                "step": name, "label": step.label.as_dict(), "value": display(step, value).as_dict(),
                "change": control_payload("endre", name),
            })
    return lines


def _progress(dialogue: Dialogue, asked: str, answers: Answers) -> dict[str, Any]:
    done = [name for name in dialogue.relevant(answers) if name != asked]
    left = [name for name in dialogue.needed({name: answers[name] for name in done}) if name != asked]
    now = [asked] if dialogue.step(asked) else []
    path = [*done, *now, *left, OPPSUMMERING]
    index = path.index(asked) if asked in path else len(done)
    return {"flow": dialogue.name, "step": asked, "index": index + 1, "count": len(path)}


def _confirmation(name: str) -> tuple[Say, dict[str, Any]]:
    words = WORDING["bekreft"]
    options = [{"title": words[value].as_dict(), "payload": answer_payload(BEKREFT, value)} for value in ("ja", "nei")]
    return Say(words[name]), {"kind": "choice", "options": options, "max_length": MAX_LENGTH}


def question(dialogue: Dialogue, asked: str, answers: Answers, state: Mapping[str, Any]) -> tuple[Say, dict[str, Any]]:
    """The next question and the rest of the turn: ``progress``, ``input`` and ``summary`` of the contract."""
    dialogue = dialogue.given(answers)
    step = step_of(dialogue, asked)
    turn: dict[str, Any] = {"progress": _progress(dialogue, asked, answers) if dialogue.has_summary else None}
    if state.get("confirm"):
        say, turn["input"] = _confirmation(state["confirm"])
        return say, turn
    options = (*step.options, UNKNOWN) if step.unknown else step.options
    turn["input"] = {
        "kind": step.kind,
        "options": [{"title": o.title.as_dict(), "payload": answer_payload(step.name, o.value)} for o in options],
        "max_length": MAX_LENGTH,
    }
    if asked == OPPSUMMERING:
        turn["summary"] = _summary(dialogue, answers)
    elif asked == FORSLAG:
        turn["summary"] = _summary(dialogue, state.get("proposed") or {})
    buttons = [Button(WORDING["hvorfor"], control_payload("hvorfor"))]
    if state.get("history") or asked in (FORSLAG, UTKAST):
        buttons.append(Button(WORDING["tilbake"], control_payload("tilbake")))
    if asked == UTKAST:
        text = step.question.format(text=state["draft"]["text"])
        return Say(text, tuple(buttons), quotes=True), turn
    return Say(step.question, tuple(buttons)), turn
