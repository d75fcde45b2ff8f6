"""Reading the guide's move: :func:`read_move` turns an utterance into a :class:`Move`."""

from tryggsamtale.rehearsal.moves.move import BAD, POINTS, QUESTIONS, Move
from tryggsamtale.rehearsal.moves.reading import read_move

__all__ = ["BAD", "POINTS", "QUESTIONS", "Move", "read_move"]
