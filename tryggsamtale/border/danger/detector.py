"""Does a message tell of danger now: going on, about to happen, just happened?

Signs and words are weighed together by a small classifier. What is told as an exercise, a story, a figure of speech or
long past is settled before that, and so is what is said outright. When in doubt it is danger: one card too many costs
less than one too few.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tryggsamtale import wording
from tryggsamtale.border.danger.classifier import classifier
from tryggsamtale.border.danger.marks import asks, settled, sure
from tryggsamtale.border.danger.words import plain
from tryggsamtale.wording import Text

_REASONS: dict[str, Text] = wording.load(Path(__file__).with_name("reasons.yml"))
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_CLAUSE = re.compile(r"[^,.!?:;\n]+[,.!?:;\n]*")
LONGEST = 35
"""Words up to which a message is weighed as a whole; a longer one in pieces, lest danger drown in what surrounds it."""
THRESHOLD = 0.3
"""Likelihood from which it is danger; below one half, to err on the safe side."""


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
    pieces = [piece for part in _pieces(text) for piece in _unsettled(part)]
    if not pieces:
        return CALM
    plainly = next(filter(None, map(sure, [*pieces, *_told(text)])), None)
    if plainly:
        return Danger(True, plainly)
    likely, reasons = classifier().read(pieces)
    worst = int(likely.argmax())
    return Danger(True, reasons[worst]) if likely[worst] >= THRESHOLD else CALM


def _unsettled(text: str) -> list[str]:
    """The plain text; where a frame settles it, only those of its sentences that stand outside the frame."""
    whole = plain(text)
    if not settled(whole):
        return [whole] if whole.strip() else []
    sentences = [plain(sentence) for sentence in _SENTENCE.findall(text)]
    return [sentence for sentence in sentences if sentence.strip() and not settled(sentence)]


def _told(text: str) -> list[str]:
    """The clauses that tell something beside those that ask, as plain text; none when a frame settles the whole."""
    if settled(plain(text)):
        return []
    clauses = [plain(clause) for clause in _CLAUSE.findall(text)]
    return [clause for clause in clauses if not asks(clause) and not settled(clause)]


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
