"""A whole rehearsal, looked back upon: what the guide covered, how it asked, what was unlucky (contract §2)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tryggsamtale.rehearsal.moves import POINTS, QUESTIONS, Move, read_move
from tryggsamtale.rehearsal.moves.words import sentences, written_sentences
from tryggsamtale.rehearsal.snakke import words_for

_GREETING = re.compile(r"\W*(?:hei|hallo|heisann|god (?:dag|morgen|morgon)|velkom\w*)\b", re.IGNORECASE)
ASKED = tuple(kind for kind in QUESTIONS if kind != "none")


@dataclass(frozen=True)
class Line:
    """A guide's line, what it does, and the words of SNAKKE that fit it."""

    text: str
    move: Move
    snakke: tuple[str, ...]


@dataclass(frozen=True)
class Review:
    """The lines in their order; everything else is counted from them."""

    lines: tuple[Line, ...]

    @cached_property
    def covered(self) -> tuple[str, ...]:
        """The points that some line touched, in the checklist's order."""
        touched = {point for line in self.lines for point in line.move.points}
        return tuple(point for point in POINTS if point in touched)

    @property
    def missed(self) -> tuple[str, ...]:
        return tuple(point for point in POINTS if point not in self.covered)

    @cached_property
    def a4_before_b1(self) -> bool:
        """Was the duty to report told, and told before the youth was asked to tell?"""
        told = next(self._places("a4"), None)
        # «hei, hvordan går det?» greets, and asks for no story yet
        asked = next((place for place in self._places("b1") if not _GREETING.match(self.lines[place[0]].text)), None)
        return told is not None and (asked is None or told < asked)

    def _places(self, point: str) -> Iterator[tuple[int, int]]:
        """Line and sentence in which a point comes; a line with both points is read sentence by sentence."""
        for number, line in enumerate(self.lines):
            if point in line.move.points:
                parts = written_sentences(line.text) if {"a4", "b1"} <= set(line.move.points) else []
                yield number, next((i for i, part in enumerate(parts) if point in read_move(part).points), 0)

    @cached_property
    def questions(self) -> dict[str, int]:
        """How many lines ask, by kind of question."""
        counted = Counter(line.move.question for line in self.lines)
        return {kind: counted[kind] for kind in ASKED}

    @property
    def open_share(self) -> float:
        """Lines with an open question among all lines with a question; 0 when nothing was asked."""
        return self.questions["open"] / max(1, sum(self.questions.values()))

    @property
    def bad(self) -> tuple[str, ...]:
        """The kinds of unlucky moves, each once, in the order in which they first came."""
        return tuple(dict.fromkeys(line.move.bad for line in self.lines if line.move.bad))

    @property
    def reflections(self) -> int:
        return sum(line.move.reflection for line in self.lines)

    @property
    def reflections_to_questions(self) -> float:
        """Reflections for each question, as MITI counts; 1 is held to be good. 0 when nothing was asked."""
        return self.reflections / max(1, sum(self.questions.values()))

    @property
    def empathy_share(self) -> float:
        """Lines that acknowledge, validate or reassure among all lines."""
        return sum(line.move.empathy for line in self.lines) / max(1, len(self.lines))

    def as_json(self) -> dict[str, object]:
        """The form of the command ``review`` (contract §2)."""
        return {
            "covered": list(self.covered),
            "missed": list(self.missed),
            "a4_before_b1": self.a4_before_b1,
            "questions": self.questions,
            "open_share": round(self.open_share, 2),
            "bad": list(self.bad),
        }


def review(lines: Iterable[str]) -> Review:
    """Look back on a rehearsal: the guide's lines, in their order. Lines without words are left out."""
    read = ((text, read_move(text)) for text in lines if sentences(text))
    return Review(tuple(Line(text, move, words_for(text, move)) for text, move in read))
