"""What danger and who is writing are learned from: the messages beside this file, and calm ones from the NLU's.

``messages/acute.txt``, ``calm.txt`` and ``writer.txt`` are written for this; ``acute_hard.txt`` and ``calm_hard.txt``
to be hard: danger without its words or in few words, its words without danger, danger amid a calm case. What people
otherwise write to the program stands in ``data/nlu.yml``; all of the chosen intents is calm, but for
``messages/undecided.txt``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tryggsamtale import wording
from tryggsamtale.settings import PROJECT

MESSAGES = Path(__file__).with_name("messages")
NLU = PROJECT / "data" / "nlu.yml"
CALM_INTENTS = frozenset({
    "drofting", "trygghetssamtale", "plikt", "fortelling", "utenfor", "avbryt", "hjelp", "hjelpetelefoner",
    "overgrepsmottak", "vanlige_reaksjoner", "beskyttelsestiltak", "egenomsorg",
})
"""Where people tell of violence, or use its words; the others have no word that could be taken for danger."""
PAST, OTHERS = "fortid", "andre"
"""The headings of messages of what is past, and of those whose writers tell of others."""


def examples(name: str) -> list[tuple[str, str]]:
    """(heading, message) of the file of that name in ``messages/``, in order."""
    found, heading = [], ""
    for line in (MESSAGES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line.removeprefix("# ")
        elif line:
            found.append((heading, line))
    return found


@cache
def nlu_messages() -> frozenset[str]:
    """What ``data/nlu.yml`` has under the intents that are calm, also the undecided."""
    blocks = wording.load(NLU)["nlu"]
    lines = (line for block in blocks if block.get("intent") in CALM_INTENTS for line in block["examples"].splitlines())
    return frozenset(line.removeprefix("- ").strip() for line in lines)


def calm_by_nlu() -> list[str]:
    """The calm messages of ``data/nlu.yml``, in a fixed order."""
    return sorted(nlu_messages() - {message for _, message in examples("undecided")})
