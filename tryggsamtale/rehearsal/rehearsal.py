"""A rehearsal from its beginning to its feedback, for the dialogue ``trygghetssamtale`` to lead.

    state = begin("balder", "normal", seed=7)
    turn = say(state, "Hva tenker du om å fortelle hvordan det har vært?")
    turn.lines           # what the youth (perhaps a parent) answers: show each with the name of who speaks
    turn.remark          # the short feedback under the guide's line, or None when it is turned off
    state = turn.state   # keep it: json.dumps(state.as_dict()), and State.of(…) brings it back

``turn.over`` says that the youth has gone home; then, or at «ferdig», ``finish(state)`` gives the feedback. ``hint``
names what could be useful now, ``retry(state, turn)`` goes back to before a line, «pause» is keeping the state, and
``with_remarks(state, False)`` turns the short feedback off. Names and other identifiers are masked before a line comes
here: the state keeps the guide's lines, cut to ``state.MOST_KEPT`` characters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tryggsamtale.rehearsal.answering import answer
from tryggsamtale.rehearsal.effects import Remark, remark_on
from tryggsamtale.rehearsal.feedback import Feedback, reviewed
from tryggsamtale.rehearsal.moves import read_move
from tryggsamtale.rehearsal.points import CHECKLIST
from tryggsamtale.rehearsal.state import State
from tryggsamtale.rehearsal.trust import starting_trust
from tryggsamtale.rehearsal.youths import youth
from tryggsamtale.wording import Text, load

_HINTS = load(Path(__file__).with_name("hints.yml"))
MOST_READ = 4000
"""Characters of a line that are read; a longer one is cut."""
MENDS = {"harsh", "dismissed", "broken"}
"""Effects that a hint asks the guide to mend, beside the unlucky moves."""
WAITS = 2
"""Turns before a hint asks the guide to think of the parent in the room."""


@dataclass(frozen=True)
class Spoken:
    """A line in the rehearsal: who speaks, the youth's name or what a parent is called, and the words."""

    who: str
    text: str


@dataclass(frozen=True)
class Turn:
    """What came of a line: the rehearsal now, what was answered, and the short feedback."""

    state: State
    lines: tuple[Spoken, ...]
    remark: Remark | None

    @property
    def over(self) -> bool:
        """Whether the youth has gone home."""
        return self.state.over


@dataclass(frozen=True)
class Hint:
    """What could be useful now, and one way to say it. ``point`` is the id of a point of the checklist, or empty."""

    point: str
    text: Text
    say: Text


def begin(youth_id: str, difficulty: str = "normal", seed: int = 0) -> State:
    """A new rehearsal. Raises KeyError for an unknown youth or difficulty (``trust.DIFFICULTIES``)."""
    return State(youth_id, difficulty, seed, starting_trust(youth(youth_id).temperament, difficulty))


def say(state: State, text: str) -> Turn:
    """The guide's (masked) line, and what follows. Any text is answered; after the youth has gone, nothing changes."""
    if state.over:
        return Turn(state, (), None)
    text = " ".join(text[:MOST_READ].split())
    past = answer(youth(state.youth), state, text, read_move(text))
    remark = remark_on(past.effect) if state.remarks else None
    return Turn(replace(state, turns=(*state.turns, past)), spoken(state, past.lines), remark)


def spoken(state: State, lines: tuple[str, ...]) -> tuple[Spoken, ...]:
    """The words of lines by their ids, with who says them: for showing a kept rehearsal again."""
    who = youth(state.youth)
    return tuple(
        Spoken(who.parent if line.startswith("parent.") and not line.startswith("parent.alone") else who.name,
               who.text(line))
        for line in lines
    )


def with_remarks(state: State, on: bool) -> State:
    """The rehearsal with the short feedback under each line turned on or off."""
    return replace(state, remarks=on)


def retry(state: State, turn: int) -> State:
    """The rehearsal as it was before that turn (the first is 0). Raises IndexError for a turn that has not been."""
    if not 0 <= turn < len(state.turns):
        raise IndexError(turn)
    return replace(state, turns=state.turns[:turn], retries=state.retries + 1)


def hint(state: State) -> Hint:
    """What could be useful now: mending what went wrong, giving time, or the next point that is not covered."""
    turns = state.turns
    if turns and (turns[-1].move.bad or MENDS & set(turns[-1].effects)):
        return _hint("repair")
    if youth(state.youth).parent and not state.parent_left and len(turns) >= WAITS:
        return _hint("parent_out")
    if [turn.level for turn in turns[-2:]] == ["closed", "closed"]:
        return _hint("slow")
    first = ("a4",) if state.points - {"a4"} else ()  # told before the youth is asked to tell
    point = next((CHECKLIST[id] for id in (*first, *CHECKLIST) if id not in state.points), None)
    if point is None:
        return _hint("done")
    return Hint(point.id, _HINTS["point"].format(label=point.label, why=point.why), point.say)


def _hint(name: str) -> Hint:
    return Hint("", _HINTS[name]["text"], _HINTS[name]["say"])


def finish(state: State) -> Feedback:
    """The feedback on the rehearsal so far. The state stays as it is, so the guide can go on or retry afterwards."""
    return reviewed(state)
