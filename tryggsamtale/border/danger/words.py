"""A message as the plain words that rules and classifier see: lower case, one spelling for the small words."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from tryggsamtale import wording

_WORDS = wording.load(Path(__file__).with_name("words.yml"))
_PLAIN = {variant: word for word, variants in _WORDS.items() for variant in variants}
_TOKEN = re.compile(r"[^\W_]+|\?")


def plain(text: str) -> str:
    """The words with single blanks between, before and after: ``"Ho svarar ikkje!"`` → ``" hun svarer ikke "``."""
    words = _TOKEN.findall(unicodedata.normalize("NFC", text).lower())
    return f" {' '.join(_PLAIN.get(word, word) for word in words)} "
