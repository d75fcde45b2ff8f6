"""Names, places and everyday words, and the words around them that tell one from the other.

The lists are plain text, one entry a line in lower case; ``cues.yml`` holds what the rules look for. All of it is read
once, when first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from tryggsamtale.border.lists.endings import spellings, stems
from tryggsamtale.wording import load

_HERE = Path(__file__).parent


def _read(name: str) -> frozenset[str]:
    lines = (_HERE / name).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


CUES = load(_HERE / "cues.yml")
FIRST_NAMES = _read("first_names.txt")
SURNAMES = _read("surnames.txt")
PLACES = _read("places.txt")
LONG_PLACES = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(place for place in PLACES if ' ' in place))})s?(?!\w)", re.IGNORECASE
)
_WORDS = _read("words.txt")
_LONGEST_NAME = 40  # letters; longer ones are no name, and cost time
_VOWELS, _OFTEN_LOST = "aeiouyæøå", "aeinrstlkdgomv"
_STEMS = frozenset(stem for word in _WORDS for stem in stems(word))


def cues(name: str) -> frozenset[str]:
    """The words of a list of ``cues.yml``."""
    return frozenset(CUES[name].split())


_BEGINNINGS = tuple(CUES["beginnings"].split())
FUNCTION = cues("function")
STAYS = cues("stays")
_OLD_NAME = re.compile(rf"(?:{'|'.join(cues('name_beginnings'))})(?:{'|'.join(cues('name_endings'))})")
LONG_STAYS = re.compile(rf"(?<!\w)(?:{'|'.join(CUES['long_stays'])})(?!\w)", re.IGNORECASE)


def is_first_name(word: str) -> bool:
    """Whether a word (lower case) is a first name: on the list, or put together as old Norwegian names are."""
    return word in FIRST_NAMES or _OLD_NAME.fullmatch(word) is not None and word not in _WORDS


def is_listed(word: str) -> bool:
    """Whether a word (lower case) is an everyday one as it stands."""
    return word in _WORDS or word in FUNCTION


def is_word(word: str) -> bool:
    """Whether a word (lower case) is an everyday one: on the list, a form of one that is, or made of two."""
    return len(word) > _LONGEST_NAME or word.startswith(_BEGINNINGS) or any(
        is_listed(form) or any(stem in _STEMS for stem in stems(form)) or _is_compound(form) for form in spellings(word)
    )


def is_misspelt(word: str) -> bool:
    """Whether a word of five letters or more is one slip of the pen away from an everyday one."""
    return len(word) >= 5 and is_slip_of(word, _WORDS)


def is_slip_of(word: str, meant: Collection[str]) -> bool:
    """Whether a word is one slip of the pen away from one of those meant."""
    return any(slip in meant for slip in _slips(word))


def _slips(word: str) -> Iterator[str]:
    """The word less a letter, with two exchanged, with one more, and a long one with another vowel."""
    for i, letter in enumerate(word):
        yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i + 1 : i + 2] + letter + word[i + 2 :]
        yield from (word[:i] + more + word[i:] for more in _OFTEN_LOST + letter if i)
        if len(word) > 5 and letter in _VOWELS:
            yield from (word[:i] + vowel + word[i + 1 :] for vowel in _VOWELS)


def _is_compound(word: str, joints: int = 2) -> bool:
    """Whether a word is made of two or three everyday ones, each of three letters or more, the last of four."""
    return any(
        (word[:cut] in _WORDS or word[: cut - 1] in _WORDS and word[cut - 1] in "se")
        and (
            word[cut:] in _WORDS
            or any(stem in _STEMS for stem in stems(word[cut:]))
            or joints > 1 and _is_compound(word[cut:], joints - 1)
        )
        for cut in range(3, len(word) - 3)
    )
