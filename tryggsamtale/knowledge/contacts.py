"""Whom to contact: national numbers are fixed, local ones come from the municipality's ``kommune.yml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tryggsamtale.knowledge import CONTACTS
from tryggsamtale.knowledge.kommune import Kommune, Tjeneste, load_kommune
from tryggsamtale.settings import PROJECT, Settings
from tryggsamtale.wording import Text, joined, load


@dataclass(frozen=True)
class Contact:
    """A service or role. ``number`` is None when none is known: then ``when`` says how to reach it all the same.

    ``source`` says where the number is from and when it was last confirmed («sjekk»: not confirmed this year).
    """

    id: str
    name: Text
    number: str | None
    when: Text
    hours: Text
    source: str


class Directory:
    """The contacts of one municipality; without one, the safe default."""

    def __init__(self, kommune: Kommune | None = None):
        self.kommune = kommune or Kommune()
        self._numbers = {id: entry["number"] for id, entry in load(CONTACTS).items() if entry["number"]}
        self._contacts = {id: self._contact(id, entry) for id, entry in load(CONTACTS).items()}

    def contact(self, id: str) -> Contact:
        """Raises KeyError for an unknown id."""
        return self._contacts[id]

    def contacts(self, ids: Iterable[str]) -> list[Contact]:
        """In the order of the ids. Raises KeyError for an unknown one."""
        return [self.contact(id) for id in ids]

    def fill(self, text: Text) -> Text:
        """The text with ``{politi_112}`` and the like as telephone numbers.

        Only fixed national numbers can be placeholders. Raises KeyError for any other.
        """
        return text.format(**self._numbers)

    def listed(self, ids: Iterable[str]) -> Text:
        """One line a contact, in order: name, number and hours, or how to reach it without a number."""
        return joined(
            (
                Text("• {name}: {number}. {hours}.", "• {name}: {number}. {hours}.").format(
                    name=contact.name, number=contact.number, hours=contact.hours
                )
                if contact.number
                else Text("• {name}. {when}", "• {name}. {when}").format(name=contact.name, when=contact.when)
                for contact in self.contacts(ids)
            ),
            "\n",
        )

    def _contact(self, id: str, entry: dict[str, Any]) -> Contact:
        local = self.kommune.tjenester.get(id, Tjeneste())
        number = local.telefon or entry["number"]
        return Contact(
            id=id,
            name=local.navn or entry["name"],
            number=number,
            when=self.fill(self._when(id, entry, number)),
            hours=local.tid or entry["hours"],
            source="kommune.yml" if local.telefon else f"{entry['source']}; {entry['checked']}",
        )

    def _when(self, id: str, entry: dict[str, Any], number: str | None) -> Text:
        if getattr(self.kommune, id, None) == "nei":
            return entry["absent"]
        if number or "how" not in entry:
            return entry["when"]
        return joined((entry["when"], entry["how"]), " ")


@cache
def directory(path: Path | None = None) -> Directory:
    """The contacts of a municipality's file, read once; None takes the file that the settings name, if it is there.

    Raises KommuneError when the file cannot be used.
    """
    if path is None:
        file = PROJECT / Settings.from_environment().kommune_file
        return directory(file) if file.exists() else Directory()
    return Directory(load_kommune(path))


def contact(id: str) -> Contact:
    """A contact of the municipality this installation serves. Raises KeyError for an unknown id."""
    return directory().contact(id)


def contacts(ids: Iterable[str]) -> list[Contact]:
    """Contacts of the municipality this installation serves, in order. Raises KeyError for an unknown id."""
    return directory().contacts(ids)
