"""What one utterance of a guide does in a trygghetssamtale (contract §3)."""

from __future__ import annotations

from dataclasses import dataclass

POINTS = (
    "a1", "a2", "a3", "a4",
    "b1", "b2_geo", "b2_rel", "b2_tid", "b3",
    "c1", "c2", "c3", "c4", "c5",
    "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8",
    "e1",
)
"""The checklist of the source «Veiledning til Trygghetssamtalen» (002), in its order."""

QUESTIONS = ("open", "closed", "leading", "multiple", "none")
BAD = ("blame", "secrecy", "interrogation", "promise")


@dataclass(frozen=True)
class Move:
    """What an utterance does.

    ``points`` are those of the checklist it touches, in the checklist's order; ``question`` is one of ``QUESTIONS``;
    ``empathy``: it acknowledges, validates or reassures in so many words; ``bad`` is the unlucky thing in it, one of
    ``BAD``; ``reflection``: it gives back what the youth has said.
    """

    points: tuple[str, ...]
    question: str
    empathy: bool
    bad: str | None
    reflection: bool

    def as_json(self) -> dict[str, object]:
        """The move in the form of the command ``moves`` (contract §2)."""
        return {"points": list(self.points), "question": self.question, "empathy": self.empathy, "bad": self.bad}
