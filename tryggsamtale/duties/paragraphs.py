"""Which paragraph was in force on a day, and what it says in our own words.

Rows are data (``paragraphs.yml``). A citation is a row's id, possibly followed by a letter, number or «ledd»:
``helsepersonelloven § 33 a``, ``straffeloven § 196 fjerde ledd``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

from tryggsamtale.wording import Text, load

FILE = Path(__file__).with_name("paragraphs.yml")
STALE_AFTER = timedelta(days=180)


class UnknownParagraph(KeyError):
    """A citation that no row answers for."""

    def __init__(self, citation: str):
        super().__init__(f"no row for «{citation}» in {FILE.name}; an id looks like «straffeloven § 196»")


class OutsideTheLaw(ValueError):
    """A day before the first one the rows cover. The message is Norwegian, for the user."""


@dataclass(frozen=True)
class Paragraph:
    """One wording of one paragraph. ``in_force_from`` ``None``: since before the first day covered."""

    id: str
    title: Text
    text: Text
    in_force_from: date | None
    in_force_to: date | None
    source: str
    read: date
    covers: frozenset[str] = frozenset()
    precedes: tuple[str, ...] = ()

    def in_force(self, on: date) -> bool:
        return (self.in_force_from or date.min) <= on <= (self.in_force_to or date.max)


def _source(laws: dict[str, str], id: str) -> str:
    law, _, number = id.partition(" §")
    return f"{laws[law]} §{number}" if law in laws else f"LOV:{id}"


@lru_cache(maxsize=1)
def rows() -> tuple[Paragraph, ...]:
    """All rows, in the order of the file."""
    data = load(FILE)
    return tuple(
        Paragraph(
            row["id"], row["title"], row["text"], row.get("from"), row.get("to"),
            row.get("source") or _source(data["laws"], row["id"]), row.get("read", data["read"]),
            frozenset(row.get("covers", ())), tuple(row.get("precedes", ())),
        )
        for row in data["rows"]
    )


def law_as_of() -> date:
    """The day up to which the law was followed."""
    return load(FILE)["law_as_of"]


def check_covered(on: date) -> None:
    """Raises :class:`OutsideTheLaw` for a day before the first one covered."""
    first = load(FILE)["covered_from"]
    if on < first:
        raise OutsideTheLaw(f"Reglene her dekker tiden fra og med {first:%d.%m.%Y}. Velg en senere dato.")


@cache
def _split(citation: str) -> tuple[str, str]:
    """The id of the rows a citation means, and the rest (letter, number, ledd)."""
    ids = {row.id for row in rows()}
    words = citation.split(" ")
    for end in range(len(words), 0, -1):
        id = " ".join(words[:end])
        if id in ids:
            return id, citation[len(id):]
    raise UnknownParagraph(citation)


@lru_cache(maxsize=4096)
def in_force(citation: str, on: date) -> Paragraph | None:
    """The wording in force that day, its predecessor under another name, or ``None``.

    Raises :class:`UnknownParagraph`.
    """
    id, _ = _split(citation)
    return next((row for row in rows() if row.in_force(on) and (row.id == id or id in row.precedes)), None)


@lru_cache(maxsize=4096)
def cite(citation: str, on: date) -> str | None:
    """The citation as it was right that day (letters are left out for a predecessor), or ``None``."""
    row = in_force(citation, on)
    return None if row is None else citation if row.id == _split(citation)[0] else row.id


@lru_cache(maxsize=64)
def covered_by_196(on: date) -> frozenset[str]:
    """The numbers of the penal provisions on violence and abuse that straffeloven § 196 named that day."""
    row = in_force("straffeloven § 196", on)
    return row.covers if row else frozenset()


def outdated(citations: tuple[str, ...], on: date, today: date) -> tuple[str, ...]:
    """Ids of the cited rows last read more than 180 days before ``today``."""
    cited = (in_force(citation, on) for citation in citations)
    return tuple(dict.fromkeys(row.id for row in cited if row and today - row.read > STALE_AFTER))
