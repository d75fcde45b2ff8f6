"""A rehearsal inside the dialogue ``trygghetssamtale``: what the guide writes is said to a fictitious youth.

The step ``replikk`` is a conversation of its own (``guiding.model.Dialogue.talk``). Its answer is the whole rehearsal:
``{"state": rehearsal.State.as_dict(), "done": bool}``. Only whole messages that are known commands, pressed choices and
«dette er ekte» are for the program; all else is for the youth, also what would be a question or a control elsewhere.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any

from tryggsamtale.guiding.matching import folded
from tryggsamtale.guiding.model import Answers, Message, Option, Step, Talked
from tryggsamtale.guiding.reply import Button, Say
from tryggsamtale.guiding.view import answer_payload, control_payload
from tryggsamtale.knowledge.contacts import directory
from tryggsamtale.rehearsal import rehearsal
from tryggsamtale.rehearsal.state import State
from tryggsamtale.rehearsal.youths import youth
from tryggsamtale.settings import Settings
from tryggsamtale.wording import Text, load

STEP = "replikk"
WORDING = load(Path(__file__).with_name("ovelse.yml"))
COMMANDS = {folded(said): name for name, known in WORDING["commands"].items() for said in known}
CONTROLS = {folded(said): name for name, known in WORDING["controls"].items() for said in known}
_REAL = WORDING["real"]
REAL = tuple(
    re.compile(clause.replace("{real}", _REAL["real"]).replace("{practice}", _REAL["practice"]))
    for clause in _REAL["clauses"]
)
CLAUSES = re.compile(r"(?<=[.!,;:–…?\n])")
AGAIN = "igjen"
AFTERWARDS = (AGAIN, "ferdig")
SEEDS = 2**31


def talk(answers: Answers, message: Message) -> Talked | None:
    """What comes of a message in a rehearsal; None when it answers another step."""
    if message.kind == "answer" and message.name == STEP and message.values:
        return _command(answers, message.values[0])
    if message.kind != "text":
        return None
    said = folded(message.text)
    if said in CONTROLS:
        return Talked(control=CONTROLS[said])
    if said in COMMANDS:
        return _command(answers, COMMANDS[said])
    if _is_real(message.text):
        return _real()
    return _said(answers, message.text)


def state_of(answers: Answers) -> State:
    """The rehearsal as it stands; a new one where nothing has been said."""
    kept = answers.get(STEP)
    if isinstance(kept, dict):
        return State.of(kept["state"])
    new = rehearsal.begin(str(answers["ungdom"]), str(answers["vanskelighet"]), _seed())
    return rehearsal.with_remarks(new, answers["tilbakemelding"] == "ja")


def done(answers: Answers) -> bool:
    """Whether the guide has said «ferdig»."""
    kept = answers.get(STEP)
    return isinstance(kept, dict) and bool(kept["done"])


def fits(answers: Answers) -> bool:
    """Whether the rehearsal is with the youth, and as difficult, as the other answers say."""
    kept = answers.get(STEP)
    chosen = (answers.get("ungdom"), answers.get("vanskelighet"))
    return isinstance(kept, dict) and (kept["state"]["youth"], kept["state"]["difficulty"]) == chosen


def question(answers: Answers) -> Text:
    """What stands below the last line: whose turn it is, and where to turn when it is no rehearsal."""
    if "ungdom" not in answers:
        return WORDING["stille"]
    about = youth(str(answers["ungdom"]))
    standing = WORDING["staende"].format(name=about.name, stille=directory().fill(WORDING["stille"]))
    kept = answers.get(STEP)
    turns = kept["state"]["turns"] if isinstance(kept, dict) else ()
    if not turns:
        return WORDING["forst"].format(presentation=about.presentation, name=about.name, staende=standing)
    return WORDING["over"].format(name=about.name, staende=standing) if turns[-1]["left"] else standing


def choices(step: Step, answers: Answers) -> tuple[Option, ...]:
    """What can be pressed: nothing can be said anew or be finished before something is said."""
    kept = answers.get(STEP)
    if isinstance(kept, dict) and kept["state"]["turns"]:
        return step.options
    return tuple(option for option in step.options if option.value not in AFTERWARDS)


def last_said(answers: Answers) -> tuple[Say, ...]:
    """What was said last, for taking a rehearsal up again after a pause; empty in a new one."""
    state = state_of(answers)
    return _spoken(rehearsal.spoken(state, state.turns[-1].lines)) if state.turns else ()


def _is_real(text: str) -> bool:
    """Whether the guide says that it is no rehearsal; what is asked is asked of the youth."""
    said = [clause for clause in CLAUSES.split(text) if not clause.rstrip().endswith("?")]
    return any(pattern.search(folded(clause)) for clause in said for pattern in REAL)


def _real() -> Talked:
    buttons = tuple(
        Button(WORDING["ekte"][name], control_payload(name)) for name in ("drofting", "plikt", "menneske")
    )
    return Talked(say=(Say(WORDING["ekte"]["text"], buttons),), real=True)


def _seed() -> int:
    """The seed that the operator has set, so that all on a course meet the same youth; else one by chance."""
    return Settings.from_environment().rehearsal_seed or secrets.randbelow(SEEDS)


def _kept(state: State, finished: bool = False) -> dict[str, Any]:
    return {"state": state.as_dict(), "done": finished}


def _said(answers: Answers, text: str) -> Talked:
    """A line to the youth. The answer follows from the masked words alone."""
    state = state_of(answers)
    turn = rehearsal.say(state, text)
    again = Button(WORDING["igjen"], answer_payload(STEP, f"{AGAIN}_{len(state.turns)}"))
    *first, last = _spoken(turn.lines) or (Say(WORDING["gatt"]),)
    remark = turn.remark and Say(WORDING["merknad"].format(tag=turn.remark.tag, reason=turn.remark.reason))
    return Talked((*first, replace(last, buttons=(again,)), *([remark] if remark else [])), _kept(turn.state))


def _spoken(lines: tuple[rehearsal.Spoken, ...]) -> tuple[Say, ...]:
    """Lines with the name of the one who says them."""
    return tuple(Say(Text.of(WORDING["replikk"].format(who=line.who, text=line.text))) for line in lines)


def _command(answers: Answers, name: str) -> Talked:
    state = state_of(answers)
    if name == "hint":
        hint = rehearsal.hint(state)
        return Talked((Say(WORDING["hint"].format(text=hint.text, say=hint.say)),))
    if name in ("av", "pa"):
        return Talked((Say(WORDING[name]),), _kept(rehearsal.with_remarks(state, name == "pa")))
    if name in CONTROLS.values():
        return Talked(control=name)
    if not state.turns:
        return Talked((Say(WORDING["ingenting"]),))
    if name == "ferdig":
        return Talked((), _kept(state, finished=True))
    return _again(state, name)


def _again(state: State, name: str) -> Talked:
    """Back to before a line of the guide, the last one unless the choice names another that has been."""
    number = name.removeprefix(f"{AGAIN}_")
    turn = int(number) if number.isdecimal() else len(state.turns) - 1
    turn = min(turn, len(state.turns) - 1)
    before = rehearsal.retry(state, turn)
    lines = rehearsal.spoken(before, before.turns[-1].lines) if before.turns else ()
    return Talked((Say(WORDING["tilbake"]), *_spoken(lines)), _kept(before))
