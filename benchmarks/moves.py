"""How well the guide's moves are read: `python -m benchmarks.moves [SET.jsonl …]`.

A set has a line {"text", "points", "question", "empathy", "bad"} for each utterance. Printed: precision, recall, F1
and Cohen's κ per label, beside what is published on coding of helpline chats: the best automatic coding κ 0.69,
trained people among themselves 0.31–0.64; they code other labels, so only the order of size compares. Which of the
project's own sets were read blind, and with what result, stands in docs/decisions.md.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, NamedTuple

from tryggsamtale.rehearsal.moves import BAD, POINTS, QUESTIONS, Move, read_move

PROJECT = Path(__file__).parents[1]
HELD_OUT = sorted((PROJECT / "tests" / "data").glob("moves_heldout*.jsonl"))
CASES = PROJECT.parent / "shared" / "cases" / "moves.jsonl"
PUBLISHED = {"best published automatic coding of helpline chats": "0.69", "people among themselves": "0.31–0.64"}


class Read(NamedTuple):
    """An utterance as somebody labelled it, and as it was read."""

    case: dict[str, Any]
    move: Move


class Score(NamedTuple):
    """One label over a set; ``kappa`` is Cohen's, agreement beyond chance."""

    count: int
    precision: float
    recall: float
    f1: float
    kappa: float


class Measured:
    """A set, read; the figures are made from it."""

    def __init__(self, path: Path) -> None:
        read_move("varm opp")
        self.seconds: list[float] = []
        self.rows = [Read(case, self._timed(case["text"])) for case in map(json.loads, path.open(encoding="utf-8"))]

    def _timed(self, text: str) -> Move:
        began = time.perf_counter()
        move = read_move(text)
        self.seconds.append(time.perf_counter() - began)
        return move

    def label(self, meant: Callable[[dict[str, Any]], bool], read: Callable[[Move], bool]) -> Score:
        return score([(meant(row.case), read(row.move)) for row in self.rows])

    def point(self, point: str) -> Score:
        return self.label(lambda case: point in case["points"], lambda move: point in move.points)

    def points(self) -> Score:
        """All points together, counted one by one (micro)."""
        return score([(p in row.case["points"], p in row.move.points) for row in self.rows for p in POINTS])

    def mean_kappa(self) -> float:
        """The mean of κ over the points that occur."""
        return statistics.mean(one.kappa for one in map(self.point, POINTS) if one.count)

    def question(self, kind: str) -> Score:
        return self.label(lambda case: case["question"] == kind, lambda move: move.question == kind)

    def question_accuracy(self) -> float:
        return statistics.mean(row.case["question"] == row.move.question for row in self.rows)

    def question_kappa(self) -> float:
        return kappa([(row.case["question"], row.move.question) for row in self.rows])

    def empathy(self) -> Score:
        return self.label(lambda case: case["empathy"], lambda move: move.empathy)

    def bad(self, kind: str) -> Score:
        return self.label(lambda case: case.get("bad") == kind, lambda move: move.bad == kind)

    def median_ms(self) -> float:
        return statistics.median(self.seconds) * 1000


def score(pairs: list[tuple[bool, bool]]) -> Score:
    """The figures of a label over (meant, read)."""
    right = sum(meant and read for meant, read in pairs)
    meant, found = (sum(column) for column in zip(*pairs, strict=True))
    precision, recall = right / max(1, found), right / max(1, meant)
    f1 = 2 * right / max(1, meant + found)
    return Score(meant, precision, recall, f1, kappa(pairs))


def kappa(pairs: list[tuple[Hashable, Hashable]]) -> float:
    """Cohen's κ of two who have labelled the same; 1 when they always agree."""
    agreed = statistics.mean(one == other for one, other in pairs)
    ones, others = zip(*pairs, strict=True)
    by_chance = sum(ones.count(label) * others.count(label) for label in set(ones)) / len(pairs) ** 2
    return 1.0 if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def show(measured: Measured) -> None:
    points = measured.points()
    print(f"  points, micro: precision {points.precision:.3f}  recall {points.recall:.3f}  F1 {points.f1:.3f}"
          f"  mean κ {measured.mean_kappa():.3f}")
    print(f"  kind of question: accuracy {measured.question_accuracy():.3f}  κ {measured.question_kappa():.3f}")
    print(f"  median {measured.median_ms():.1f} ms an utterance\n")
    print(f"  {'label':<14}{'count':>6}{'precision':>11}{'recall':>8}{'F1':>7}{'κ':>7}")
    labels = {
        **{point: measured.point(point) for point in POINTS},
        **{kind: measured.question(kind) for kind in QUESTIONS},
        "empathy": measured.empathy(),
        **{kind: measured.bad(kind) for kind in BAD},
    }
    for name, one in labels.items():
        print(f"  {name:<14}{one.count:>6}{one.precision:>11.2f}{one.recall:>8.2f}{one.f1:>7.2f}{one.kappa:>7.2f}")


def main() -> None:
    for path in [*map(Path, sys.argv[1:])] or [path for path in (*HELD_OUT, CASES) if path.exists()]:
        measured = Measured(path)
        print(f"\n{path.name}: {len(measured.rows)} utterances")
        show(measured)
    print("\nκ for comparison: " + ", ".join(f"{who} {value}" for who, value in PUBLISHED.items()))


if __name__ == "__main__":
    main()
