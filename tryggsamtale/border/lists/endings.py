"""How Norwegian words are inflected and spelt, Bokmål, Nynorsk and dialect alike."""

from __future__ import annotations

_ENDINGS = (
    "ingane",
    "inga",
    "ingar",
    "leg",
    "lege",
    "ande",
    "ende",
    "ene",
    "ane",
    "ar",
    "er",
    "en",
    "et",
    "an",
    "a",
    "e",
    "te",
    "de",
    "dde",
    "t",
    "s",
    "r",
    "n",
)


def stems(word: str) -> frozenset[str]:
    """What may be left of a word when its ending is taken off, at least five letters."""
    return frozenset(
        word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= 5
    ) | ({word} if len(word) >= 5 else frozenset())


# Nynorsk and older spellings of what Bokmål writes otherwise.
_SPELLINGS = (
    ("hovud", "hoved"),
    ("sjuk", "syk"),
    ("kv", "hv"),
    ("ei", "e"),
    ("au", "ø"),
    ("øy", "ø"),
    ("ê", "e"),
    ("lj", "ll"),
    ("ggj", "gg"),
    ("kkj", "kk"),
    ("nj", "nn"),
    ("skilnad", "forskjell"),
    ("jø", "je"),
    ("'n", "en"),
    ("'n", ""),
    ("aa", "å"),
)


def spellings(word: str) -> tuple[str, ...]:
    """A word, and how Bokmål may spell it."""
    return (word, *(word.replace(new, old) for new, old in _SPELLINGS if new in word))
