"""Does a message tell of danger now: going on, about to happen, just happened?

Words, signs and meaning are weighed by a classifier. What is told as an exercise, a story, a drawing or a figure of
speech is settled before that, and so is what is said outright. When in doubt it is danger: one card too many costs
less than one too few.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tryggsamtale import wording
from tryggsamtale.border.danger.learned import learned
from tryggsamtale.border.danger.marks import asks, framed, settled, sure
from tryggsamtale.border.danger.words import plain
from tryggsamtale.wording import Text

_REASONS: dict[str, Text] = wording.load(Path(__file__).with_name("reasons.yml"))
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_CLAUSE = re.compile(r"[^,.!?:;\n]+[,.!?:;\n]*")
LONGEST = 45
"""Words up to which a message is weighed as a whole; a longer one in pieces, lest danger drown in what surrounds it."""
SEVERAL = 1.5
"""How far above the line one of several pieces must lie: of many looks one is alarming by chance."""

CLEARLY_CALM = -5.5
"""So far below the line, words that otherwise say danger outright say something else."""


@dataclass(frozen=True)
class Danger:
    """``reason`` is one of ``reasons.yml``, ``ingen`` when there is no danger."""

    acute: bool
    reason: str

    @property
    def phrase(self) -> Text:
        """The reason in words that quote nothing of the message."""
        return _REASONS[self.reason]


CALM = Danger(False, "ingen")


def danger(text: str) -> Danger:
    """What one message says; of a long one, the most dangerous piece. Takes any string."""
    parts = _pieces(text)
    pieces = [piece for part in parts for piece in _unsettled(part)]
    if not pieces:
        return CALM
    above, reasons = learned().danger.read(pieces)
    worst = int(above.argmax())
    plainly = next(filter(None, map(sure, map(plain, [*pieces, *_told(text)]))), None)
    if plainly and above[worst] > CLEARLY_CALM:
        return Danger(True, plainly)
    return Danger(True, reasons[worst]) if above[worst] >= (SEVERAL if len(parts) > 1 else 0) else CALM


def _unsettled(text: str) -> list[str]:
    """The text, and of one that a frame does not settle also the clauses outside that frame, lest it hide them; where
    a frame settles the text, only the sentences outside it."""
    whole = plain(text)
    if settled(whole):
        parts = [part for part in _SENTENCE.findall(text) if not settled(plain(part))]
    elif framed(whole):
        parts = [text, *(part for part in _CLAUSE.findall(text) if not framed(plain(part)))]
    else:
        parts = [text]
    return [part for part in parts if plain(part).strip()]


def _told(text: str) -> list[str]:
    """The clauses that tell something beside those that ask; none when a frame settles the whole."""
    if settled(plain(text)):
        return []
    return [one for one in _CLAUSE.findall(text) if not asks(plain(one)) and not settled(plain(one))]


def _pieces(text: str) -> list[str]:
    """The message, or the sentences of a long one, as many together as are short enough."""
    if len(text.split()) <= LONGEST:
        return [text]
    pieces: list[str] = []
    for sentence in _SENTENCE.findall(text):
        words = sentence.split()
        for at in range(0, len(words), LONGEST):
            part = " ".join(words[at : at + LONGEST])
            if pieces and len(f"{pieces[-1]} {part}".split()) <= LONGEST:
                pieces[-1] += f" {part}"
            else:
                pieces.append(part)
    return pieces
