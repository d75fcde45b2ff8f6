"""The pieces of a guided dialogue: steps, options, messages and what a turn leads to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from tryggsamtale.guiding.reply import Say, Source
from tryggsamtale.wording import Text

VET_IKKE = "vet_ikke"
"""The answer of someone who was asked and does not know. It is an answer: the step is not asked again."""

OPPSUMMERING = "oppsummering"
FORSLAG = "forslag"
UTKAST = "utkast"
BEKREFT = "bekreft"
"""The guide's own questions: is the summary right, is what was read from the text right, may the text be kept as it
stands, do you really want to?"""

UNKNOWN = ("unknown", "utenfor")
"""The contract's (kind, name) for what was not understood."""

Value = str | list[str] | dict[str, Any]
Answers = dict[str, Value]
"""Step name → value; a list of values for a step where several may be chosen, a JSON object for a step that is a
conversation of its own."""


@dataclass(frozen=True)
class Option:
    """One answer that can be pressed, and the ``words`` by which it is recognised when typed."""

    value: str
    title: Text
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One question. ``kind`` is the contract's input kind: ``choice``, ``choices`` or ``text``."""

    name: str
    kind: str
    label: Text
    question: Text
    why: Text
    sources: tuple[Source, ...] = ()
    explain: Text | None = None
    options: tuple[Option, ...] = ()
    unknown: bool = True
    """Whether «Vet ikke» is among the answers."""

    def option(self, value: str) -> Option | None:
        """The option with that value, or None."""
        return next((option for option in self.options if option.value == value), None)


@dataclass(frozen=True)
class Reading:
    """What a typed message says: answers by step, and the words each was read from.

    ``rehearsed``: it was said in a rehearsal, so that neither danger nor the writer in it is real.
    """

    answers: Mapping[str, Value] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    rehearsed: bool = False


@dataclass(frozen=True)
class Message:
    """What the user did in this turn.

    ``kind`` is ``start`` (the dialogue begins; ``text`` may tell the case, and ``name`` and ``values`` be an answer
    that the wish to begin gives already), ``resume`` (it is taken up again with the answers it has), ``answer`` (a
    pressed option: ``name`` is the step), ``change`` (``name`` is the step), ``control`` (``name``), ``corrected`` (the
    border hides or shows something else now; ``name`` says which) or ``text``. ``kept`` is a text as it may be kept.
    ``intents`` are what the classifier thinks, best first: (name, confidence 0–1). ``danger`` is the reason for which
    the border heard danger now in it, ``writer`` whom it heard writing (``barn``, ``utsatt`` or
    ``redd_for_a_skade``); None for neither.
    """

    kind: str
    name: str = ""
    values: tuple[str, ...] = ()
    text: str = ""
    kept: str = ""
    intents: Sequence[tuple[str, float]] = ()
    danger: str | None = None
    writer: str | None = None

    @property
    def intent(self) -> str:
        return self.intents[0][0] if self.intents else ""

    @property
    def confidence(self) -> float:
        return self.intents[0][1] if self.intents else 0.0


@dataclass(frozen=True)
class Talked:
    """What came of a message in a step that is a conversation of its own: what is said, and the step's new ``value``
    (None: unchanged). ``control`` hands the message back as that control; ``real`` says that what is told is no
    rehearsal, and brings the emergency card."""

    say: tuple[Say, ...] = ()
    value: dict[str, Any] | None = None
    control: str = ""
    real: bool = False


class Dialogue(Protocol):
    """What a dialogue tells the guide. All methods are pure."""

    name: str
    title: Text
    has_summary: bool
    story: str | None
    """The step of kind ``text`` that holds a case told in own words; None where no words are kept."""

    def step(self, name: str) -> Step | None:
        """The step of that name, or None."""

    def given(self, answers: Answers) -> Dialogue:
        """The dialogue as it asks beside these answers: a question may be put differently."""

    def needed(self, answers: Answers) -> tuple[str, ...]:
        """The steps still to ask, in order, when these answers are given; empty when all is known."""

    def relevant(self, answers: Answers) -> tuple[str, ...]:
        """The answered steps that still make sense beside each other, in order."""

    def read(self, text: str, asked: str | None) -> Reading:
        """What a typed message says about any of the steps; ``asked`` is the step it may answer."""

    def talk(self, asked: str | None, answers: Answers, message: Message) -> Talked | None:
        """What comes of a message in a step that is a conversation of its own; None in all other steps and for what
        the guide should read itself."""

    def acute(self, answers: Answers) -> bool:
        """Whether these answers tell of danger now."""

    def interrupt(self, answers: Answers) -> tuple[Say, ...]:
        """What to say instead of going on, when with these answers no form fits; empty to go on."""


@dataclass(frozen=True)
class Outcome:
    """What follows from a message.

    ``answers`` maps step to new value (None: dropped); ``asked`` is the next question, or None when the dialogue ends;
    then ``end`` says how: ``done`` (hand over), ``stopped``, ``paused`` or ``deleted``. ``understood`` is the
    contract's (kind, name). ``danger`` is the reason when danger was told; ``warned`` for which its card was shown
    before, so that less will do. ``writer`` asks for support before all else.
    """

    say: tuple[Say, ...]
    answers: Mapping[str, Value | None]
    state: Mapping[str, Any]
    asked: str | None
    understood: tuple[str, str]
    end: str | None = None
    danger: str | None = None
    warned: tuple[str, ...] = ()
    writer: str | None = None

    def after(self, known: Answers) -> Answers:
        """The answers there are now, when these were known before."""
        return {name: value for name, value in {**known, **self.answers}.items() if value is not None}
