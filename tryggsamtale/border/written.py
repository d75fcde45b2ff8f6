"""Which of the two written forms of Norwegian somebody writes, told only when it is clear."""

from __future__ import annotations

import re
from pathlib import Path

from tryggsamtale.wording import load

WORDS = {kind: frozenset(words) for kind, words in load(Path(__file__).with_name("written.yml")).items()}
ENOUGH = 2
"""Different words of Nynorsk from which a message counts as written in it; dialects share some with it."""
WORD = re.compile(r"\w+")


def is_nynorsk(text: str) -> bool:
    """Whether a message is clearly written in Nynorsk: some of its words, and none of Bokmål or a dialect alone."""
    words = set(WORD.findall(text.lower()))
    mixed = words & (WORDS["bokmal"] | WORDS["dialekt"])
    return not mixed and len(words & WORDS["nynorsk"]) >= ENOUGH
