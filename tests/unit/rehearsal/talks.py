"""Rehearsals played from the scripts in ``tests/data/rehearsals/``, for the tests of this room."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tryggsamtale.rehearsal.rehearsal import begin, say
from tryggsamtale.rehearsal.state import State

SCRIPTS = Path(__file__).parents[2] / "data" / "rehearsals"
SEND_OUT = "Er det greit at vi to snakker alene litt, så kan mamma vente utenfor?"
"""What opens the talk with a youth whose parent sits there."""


def script(name: str) -> list[str]:
    return (SCRIPTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def played(state: State, lines: list[str]) -> State:
    for line in lines:
        state = say(state, line).state
    return state


@cache
def talk(youth: str, name: str, difficulty: str = "normal", seed: int = 1) -> State:
    """The whole script with that youth."""
    return played(begin(youth, difficulty, seed), script(name))
