"""Reads what the user wants hidden too, or shown again: «skjul også Fjellheim», «vis Bjørn», «ikkje gøym [sted 1]»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tryggsamtale.border.lists import FIRST_NAMES, FUNCTION, PLACES, SURNAMES, is_word
from tryggsamtale.border.replacing import WORKPLACE, kind_of
from tryggsamtale.wording import load

HIDE, SHOW = "hide", "show"
_LONGEST = 150  # characters; a command is short, and what is longer tells of something
_MOST_WORDS = 4  # in one name
_DATA = load(Path(__file__).with_suffix(".yml"))


@dataclass(frozen=True)
class Correction:
    """What to do (``hide`` or ``show``) with which words: names as they were written, or tags («[person 1]»)."""

    kind: str
    words: tuple[str, ...]


def _any(name: str) -> str:
    return f"(?:{_DATA[name]})"


_COMMANDS = tuple(
    (kind, re.compile(rf"(?:{_any('polite')} )?{command} ", re.IGNORECASE))
    for kind, command in (
        (SHOW, rf"(?P<sure>{_any('not')}) {_any('cover')}"),
        (SHOW, _any("uncover")),
        (HIDE, rf"(?:(?P<before>{_any('also')}) )?{_any('cover')}(?P<sure> {_any('also')})?"),
    )
)
_LEADING = re.compile(rf"(?:{_any('also')}|{_any('labels')}) ", re.IGNORECASE)
_TRAILING = re.compile(rf",? (?:(?P<also>{_any('also')})|{_any('thanks')})$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,;/&\n]\s*(?:og\s+)?|(?<!-)\s+(?:og|samt|pluss)\s+")  # «bo- og servicesenter» is one
_TAG = re.compile(r"\[[a-zæøå-]+(?: \d{1,4})?\]")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTES = "«»\"“”'‘’"
_QUOTED = re.compile(rf"[{_QUOTES}][^{_QUOTES}]+[{_QUOTES}]")
_NAMES = (FIRST_NAMES, SURNAMES, PLACES)
_NEVER = frozenset(_DATA["never"].split())
_SELDOM = FUNCTION - {"og"}  # names only with a capital: «Bo», «Even»


def read_correction(text: str, expected: bool = False) -> Correction | None:
    """The correction that a whole message is, None for every other; ``expected`` when the user was asked for one.

    Careful: only a short message that begins with the command and names something counts. Without «også» or «ikke
    skjul», and when none is expected, each thing named must look like a name (a tag, in quotes, with a capital, or no
    everyday word), for «vis hensyn» and «vis meg reglene» are none.
    """
    line = re.sub(r"[ \t]+", " ", text).strip().rstrip(".!? ")
    if len(line) > _LONGEST:
        return None
    for kind, command in _COMMANDS:
        if match := command.match(line):
            rest, also = _bare(line[match.end():])
            words = _named(rest, kind, sure=expected or also or any(match.groups()))
            return Correction(kind, words) if words else None
    return None


def _bare(rest: str) -> tuple[str, bool]:
    """What is named, without what stands before and behind it; and whether «også» stands behind."""
    also = False
    while match := _LEADING.match(rest):
        rest = rest[match.end():]
    while match := _TRAILING.search(rest):
        rest, also = rest[: match.start()], also or bool(match["also"])
    return rest, also


def _named(rest: str, kind: str, sure: bool) -> tuple[str, ...]:
    """Each thing named, nothing when one of them is no name."""
    things = [_bare(thing)[0].strip() for thing in _BETWEEN.split(rest)]
    if not all(_TAG.fullmatch(thing) and kind == SHOW or _is_name(thing, sure) for thing in things):
        return ()
    return tuple(thing.strip(f"{_QUOTES} .") for thing in things)


def _is_name(thing: str, sure: bool) -> bool:
    if _QUOTED.fullmatch(thing):
        return bool(_WORD.search(thing))
    # Capitals throughout say nothing.
    words = _WORD.findall(thing.lower() if thing.isupper() and len(thing) > 3 else thing)
    if not words or len(thing.split()) > _MOST_WORDS or any(_is_no_name(word) for word in words):
        return False
    named = kind_of("ORGANISATION", thing) != WORKPLACE  # «solvang skole»: its first word is the name
    return sure or all(map(_looks_like_name, words[:1] if named else words))


def _is_no_name(word: str) -> bool:
    return word.lower() in _NEVER or word in _SELDOM


def _looks_like_name(word: str) -> bool:
    lowered = word.lower()
    return word[0].isupper() or not is_word(lowered) or any(lowered in names for names in _NAMES)
