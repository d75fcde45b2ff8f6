"""Which tag a name has in a conversation, and what the user wants hidden or shown, remembered without the words."""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b

from tryggsamtale.border.lists import is_listed

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"\[(?P<kind>[^\W\d_]+) (?P<number>\d{1,4})\]")
_GAP = 2  # characters between two words of one name at most: «bo- og», «St. Olav»
_SHORTEST = 3  # letters; a shorter part of what is hidden says little alone and stands in many words' place

_Digests = tuple[bytes, ...]


class Pseudonyms:
    """The tags of one conversation: the same name, whole or in part, keeps its number.

    Holds no name: only keyed digests of words, under a key that is made here and never leaves. It lives as long as the
    conversation does in memory and is never stored; pickling and copying are refused.
    """

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._known: dict[str, list[set[bytes]]] = {}  # kind -> digests of the parts of each name, number 1 first
        self._hidden: set[_Digests] = set()  # the words of each phrase, in order
        self._shown: set[bytes] = set()

    @classmethod
    def after(cls, text: str) -> Pseudonyms:
        """For a conversation whose kept text has tags already: names met from now on get other numbers."""
        pseudonyms = cls()
        for tag in _TAG.finditer(text):
            names = pseudonyms._known.setdefault(tag["kind"], [])
            names += [set() for _ in range(int(tag["number"]) - len(names))]
        return pseudonyms

    def tag(self, kind: str, name: str, lowest: int = 1) -> str:
        """The tag of a name of this kind («person», «skole», …): «[person 1]».

        Case, a genitive and a missing last name make no difference. A name not met before gets the next number, at
        least ``lowest``.
        """
        names = self._known.setdefault(kind, [])
        parts = self._parts(name) or [self._digests(name.casefold())]
        if number := _number(names, parts):
            names[number - 1].update(part[0] for part in parts)
            return f"[{kind} {number}]"
        names += [set() for _ in range(lowest - 1 - len(names))]
        names.append({part[0] for part in parts})
        return f"[{kind} {len(names)}]"

    def hide(self, phrases: Iterable[str]) -> None:
        """From now on these words are masked, together and each alone that is no everyday word; see ``is_hidden``."""
        for phrase in phrases:
            words = _WORD.findall(phrase.casefold())
            alone = [[word] for word in words if len(word) >= _SHORTEST and not is_listed(word)]
            for hidden in [words, *alone]:
                digests = tuple(self._digests(word)[0] for word in hidden)
                self._hidden |= {digests} if digests else set()
                self._shown.difference_update(*map(self._digests, hidden))

    def show(self, phrases: Iterable[str]) -> dict[str, str]:
        """From now on names made of these words are not masked. Returns the words by the tags that hid them.

        With that answer (``{"[person 1]": "Bjørn"}``) a text that is still in memory can be mended. A tag can be named
        instead of words; what it hid is not known here, so it is not in the answer. Numbers are never shown.
        """
        tags: dict[str, str] = {}
        for phrase in phrases:
            if tag := _TAG.fullmatch(phrase.strip()):
                self._show(*self._behind(tag["kind"], int(tag["number"])))
                continue
            parts = [] if any(char.isdigit() for char in phrase) else self._parts(phrase)
            for kind, names in self._known.items():
                if parts and (number := _number(names, parts)):
                    tags[f"[{kind} {number}]"] = phrase
            self._show(*(part[0] for part in parts))
        return tags

    @contextmanager
    def sparing(self, names: Iterable[str]) -> Iterator[None]:
        """While this lasts, these names are shown; what the user has hidden stays hidden."""
        before = self._shown
        self._shown = before | {part[0] for name in names for part in self._parts(name)}
        try:
            yield
        finally:
            self._shown = before

    def is_shown(self, name: str) -> bool:
        """Whether every word of a name is to be shown."""
        parts = self._parts(name) if self._shown else []
        return bool(parts) and all(self._shown.intersection(part) for part in parts)

    def hidden_in(self, text: str) -> list[tuple[int, int]]:
        """Start and end of every word and phrase in a text that the user has hidden, in any case, with a genitive."""
        if not self._hidden:
            return []
        words = list(_WORD.finditer(text))
        digests = [self._digests(word.group().casefold()) for word in words]
        return [
            (words[i].start(), words[i + len(phrase) - 1].end())
            for i in range(len(words))
            for phrase in self._hidden
            if _is_phrase(words[i : i + len(phrase)], digests[i : i + len(phrase)], phrase)
        ]

    def _show(self, *words: bytes) -> None:
        self._shown.update(words)
        self._hidden = {phrase for phrase in self._hidden if not self._shown.issuperset(phrase)}

    def _behind(self, kind: str, number: int) -> Collection[bytes]:
        names = self._known.get(kind, [])
        return names[number - 1] if 0 < number <= len(names) else ()

    def _parts(self, name: str) -> list[_Digests]:
        return [self._digests(word) for word in _WORD.findall(name.casefold())]

    def _digests(self, word: str) -> _Digests:
        """Of a word as it stands, first; then without and with a genitive -s."""
        forms = [word, word + "s"] + ([word[:-1]] if word.endswith("s") and len(word) > 2 else [])
        return tuple(
            blake2b(form.encode("utf-8", "surrogatepass"), key=self._key, digest_size=12).digest() for form in forms
        )

    def __reduce__(self) -> str | tuple:
        raise TypeError("The pseudonyms of a conversation are never stored.")

    def __repr__(self) -> str:
        return "Pseudonyms()"


def _number(names: Sequence[set[bytes]], parts: Sequence[_Digests]) -> int | None:
    """The number of the first name of which all parts are parts of the other, or the other way round."""
    for number, known in enumerate(names, 1):
        met = sum(bool(known.intersection(part)) for part in parts)
        if known and (met == len(parts) or met >= len(known)):
            return number
    return None


def _is_phrase(words: Sequence[re.Match[str]], digests: Sequence[_Digests], phrase: _Digests) -> bool:
    """Whether these words, with their digests, are the phrase: as many, in its order, close together."""
    return len(words) == len(phrase) and all(
        wanted in forms and (i == 0 or words[i].start() - words[i - 1].end() <= _GAP)
        for i, (wanted, forms) in enumerate(zip(phrase, digests, strict=True))
    )
