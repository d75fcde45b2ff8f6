from __future__ import annotations

import re
from collections.abc import Callable

import pytest

WORD = re.compile(r"[^\W_]+(?:[-–.][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?](?=[\s»]|$)")


@pytest.fixture
def words() -> Callable[[str], list[str]]:
    return WORD.findall


@pytest.fixture
def sentences() -> Callable[[str], int]:
    return lambda text: len(SENTENCE_END.findall(text))


@pytest.fixture
def lix(words) -> Callable[[str], float]:
    """Björnsson's reading index: words a sentence + percentage of words longer than six letters.

    Only a full stop, question mark or exclamation mark ends a sentence here, and the end of a line of a list.
    """

    def measure(text: str) -> float:
        ends = len(re.findall(r"[.!?](?=[\s»]|$)|[^\s.!?»](?=\n|$)", text))
        found = words(text)
        return len(found) / max(1, ends) + 100 * sum(len(word) > 6 for word in found) / len(found)

    return measure
