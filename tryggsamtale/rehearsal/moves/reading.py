"""From an utterance to a move: rules where they are surer, the classifier for the rest.

A long utterance is read as a whole and sentence by sentence, so that no point is lost among the others.
"""

from __future__ import annotations

from tryggsamtale.rehearsal.moves import rules
from tryggsamtale.rehearsal.moves.classifier import classifier
from tryggsamtale.rehearsal.moves.move import BAD, POINTS, Move
from tryggsamtale.rehearsal.moves.questions import kind_among, kinds_of
from tryggsamtale.rehearsal.moves.training import EMPATHY
from tryggsamtale.rehearsal.moves.words import Sentence, sentences

# How much must speak for a label; the best on the held-out utterances that were seen before.
_ENOUGH = -0.1
_ALONE = -0.4
"""The likeliest point counts at less when no other does: what is said in unusual words is still about something."""
_FELT = -0.2
_UNLUCKY = -0.35
"""Less than for others, which are commoner: but only where nothing speaks for the kind thing that resembles it."""
_BESIDE_BAD = 0.3
"""A point in an utterance that is unlucky: asking who struck is no mapping of whom the youth fears."""


class _Heard:
    """An utterance with what the classifier says of the whole and of each sentence."""

    def __init__(self, text: str, told: tuple[Sentence, ...]) -> None:
        self.sentences = told
        several = [(sentence,) for sentence in self.sentences] if len(self.sentences) > 1 else []
        margins = classifier().margins(text, [self.sentences, *several])
        self.whole, self.parts = margins[0], margins[1:]
        self.statements = [
            margin for sentence, margin in zip(self.sentences, self.parts or margins, strict=True)
            if not kinds_of(sentence)
        ]

    def margin(self, label: str) -> float:
        """The most that the whole or any sentence says for a label."""
        return max(margin[label] for margin in (self.whole, *self.parts))

    def bad(self) -> str | None:
        if rules.is_guarded(self.sentences):
            return None
        return rules.bad(self.sentences) or self._likeliest_bad()

    def _likeliest_bad(self) -> str | None:
        likeliest = max(BAD, key=self.margin)
        resembles = [EMPATHY, "a4"] if likeliest == "secrecy" else [EMPATHY]
        least = max(_UNLUCKY, *map(self.margin, resembles))
        return likeliest if self.margin(likeliest) > least and not self._is_empathic() else None

    def _is_empathic(self) -> bool:
        return rules.is_empathic(tuple(one for one in self.sentences if not kinds_of(one)))

    def empathy(self) -> bool:
        """Only statements count: «skjønner du?» understands nobody."""
        return any(margin[EMPATHY] > _FELT for margin in self.statements) or self._is_empathic()

    def points(self, beside_bad: bool) -> tuple[str, ...]:
        at_least = _BESIDE_BAD if beside_bad else _ENOUGH
        found = rules.points(self.sentences) | {point for point in POINTS if self.margin(point) > at_least}
        likeliest = max(POINTS, key=self.margin)
        if not found and not beside_bad and self.margin(likeliest) > _ALONE:
            found = {likeliest}
        return tuple(point for point in POINTS if point in found)


def read_move(text: str) -> Move:
    """What a guide's utterance does. Any text is read; one without words does nothing."""
    told = sentences(text)
    if not told:
        return Move(points=(), question="none", empathy=False, bad=None, reflection=False)
    heard = _Heard(text, told)
    bad = heard.bad()
    return Move(
        points=heard.points(beside_bad=bad is not None),
        question=kind_among(heard.sentences),
        empathy=heard.empathy() and bad is None,
        bad=bad,
        reflection=rules.is_reflection(heard.sentences),
    )
