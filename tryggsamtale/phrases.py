"""The small pattern language of the YAML files that rules are written in.

A pattern is a regular expression over plain words with one blank between; ``*`` is the rest of a word, ``…`` up to four
words between, ``<name>`` a class of words. Gaps are bounded and everything starts at a word, so the time a match takes
is bounded too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

GAP = r"(?: [^ ]+){0,4}? "
"""Up to four words between two others."""

_STAR = re.compile(r"(?<=\w)(?<!\\w)\*")
_CLASS = re.compile(r"<(\w+)>")


def expression(patterns: str | Iterable[str], classes: Mapping[str, str] | None = None) -> str:
    """One regular expression for a pattern or for any of several. Raises KeyError for an unknown class."""
    joined = "|".join(f"(?:{pattern})" for pattern in ([patterns] if isinstance(patterns, str) else patterns))
    while _CLASS.search(joined):  # a class may be made of classes
        joined = _CLASS.sub(lambda found: f"(?:{(classes or {})[found[1]]})", joined)
    return _STAR.sub(r"[^ ]*", joined.replace(" … ", GAP))


def compiled(patterns: str | Iterable[str], classes: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """Finds any of the patterns as whole words, anywhere in words that have a blank before and after."""
    return re.compile(rf"(?<= )(?:{expression(patterns, classes)})(?= )")


def compiled_within(patterns: str | Iterable[str]) -> re.Pattern[str]:
    """Finds any of the patterns as whole words in a text with punctuation, where ``*`` ends with the word."""
    joined = patterns if isinstance(patterns, str) else "|".join(patterns)
    joined = _STAR.sub(r"\\w*", joined).replace(" … ", GAP)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")
