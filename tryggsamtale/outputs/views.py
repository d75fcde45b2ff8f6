"""What the views of all documents share; a view is what a document says in one language, ready to be laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tryggsamtale.outputs.dates import in_words
from tryggsamtale.outputs.schemas import ContactLine, Line
from tryggsamtale.wording import in_language, load

ROOM = Path(__file__).parent
COMMON = load(ROOM / "documents.yml")


def wording(name: str) -> dict[str, Any]:
    """The fixed wording of a document: the common one, with what its own file ``{name}.yml`` adds or says instead."""
    own = load(ROOM / f"{name}.yml")
    both = {key: COMMON[key] | own[key] for key in own.keys() & COMMON.keys() if isinstance(own[key], dict)}
    return {**COMMON, **own, **both}


def frame(words: dict[str, Any], locale: str, title: str, made_on: date) -> dict[str, Any]:
    """What stands around every document: its wording ``w``, language, title, and the day it was made."""
    return {"w": words, "locale": locale, "title": title, "made": words["laget"].format(date=in_words(made_on))}


def told_lines(lines: Iterable[Line], locale: str) -> list[dict[str, str]]:
    """What was told, as rows of a table."""
    return in_language([line.dict() for line in lines], locale)


def contact_lines(lines: Iterable[ContactLine], words: dict[str, Any], locale: str) -> list[dict[str, str]]:
    """Whom to contact. ``dial`` is the number as a telephone link wants it; ``instead`` stands where there is none."""
    return [_contact(line, words) for line in in_language([one.dict() for one in lines], locale)]


def _contact(line: dict[str, Any], words: dict[str, Any]) -> dict[str, str]:
    number = line["number"] or ""
    instead = "" if number else words["tabeller"]["kontakt"]["uten_nummer"]
    return line | {"number": number, "dial": re.sub(r"[^\d+]", "", number), "instead": instead}


class Citations:
    """Numbers the sources of a document in the order in which it cites them.

    ``known`` are ``{"title", "ref"}`` in one language. ``cite`` marks a statement, ``lines`` is the list for the end.
    """

    def __init__(self, known: Iterable[Mapping[str, str]]) -> None:
        self._titles = {source["ref"]: source["title"] for source in known}
        self._cited: list[str] = []

    def cite(self, statement: Mapping[str, Any]) -> str:
        """The text of ``{"text", "sources": [ref]}`` with the numbers of its sources: «Ring barnevernet. [2]»."""
        refs = statement.get("sources", ())
        self._cited += [ref for ref in dict.fromkeys(refs) if ref not in self._cited]
        numbers = sorted({self._cited.index(ref) + 1 for ref in refs})
        return f"{statement['text']} [{', '.join(map(str, numbers))}]" if numbers else statement["text"]

    def cite_all(self, statements: Iterable[Mapping[str, Any]]) -> list[str]:
        """The same for each."""
        return [self.cite(statement) for statement in statements]

    def lines(self) -> list[str]:
        """«[1] barnekonvensjonen artikkel 12: Barnets rett til å bli hørt»; the title where it is known."""
        titled = [": ".join(filter(None, (ref, self._titles.get(ref)))) for ref in self._cited]
        return [f"[{number}] {line}" for number, line in enumerate(titled, start=1)]
