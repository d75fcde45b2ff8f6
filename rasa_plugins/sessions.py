"""Sessions: made by the server, known by their token alone, gone after a time without activity.

A session is kept sealed under its token, so that the database cannot be read without it. A copy in memory lets a
finished document be fetched while the database is out of reach, and holds what the database never gets: the user's own
words before they are confirmed (``own_words.py``).
"""

from __future__ import annotations

import asyncio
import json
import re
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from typing import Any
from weakref import WeakValueDictionary

from sqlalchemy.engine import Engine

from rasa_plugins.own_words import OwnWords, with_draft, without_draft
from tryggsamtale.border.written import is_nynorsk
from tryggsamtale.storage.tables import sessions as table
from tryggsamtale.storage.vault import SealedRows

TOKEN_BYTES = 32
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
"""What a token looks like; anything else is none."""

TURNS_KEPT = 20
PAYLOADS_KEPT = 400
"""How far back a page that comes back can show, and a button still answers."""

SESSIONS_REMEMBERED = 500
"""How many copies are held in memory; the ones used longest ago go first."""


@dataclass
class Session:
    """What the server remembers of one conversation.

    ``turns`` are bilingual, numbered, the newest last; ``code`` is the receipt code that the session was resumed with;
    ``locale_chosen`` tells that the language was asked for, or followed once from how the user writes;
    ``own_words`` are in memory only.
    """

    sender: str = field(default_factory=lambda: secrets.token_hex(16))
    locale: str = "nb"
    locale_chosen: bool = False
    expires_at: str = ""
    turns: list[dict[str, Any]] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    memory: dict[str, Any] = field(default_factory=dict)
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    code: str | None = None
    own_words: OwnWords = field(default_factory=OwnWords)

    def add(self, turn: dict[str, Any], payloads: list[str], key: str | None, quotes: bool = False) -> None:
        """The turn is the newest now; ``key`` is the request's Idempotency-Key, ``quotes`` whether the turn repeats
        words of the user that nobody has confirmed."""
        kept = {name: value for name, value in turn.items() if name != "receipt"}
        number = self.turns[-1]["number"] + 1 if self.turns else 1
        entry = {"number": number, "key": key, "turn": kept, "quotes": quotes}
        self.turns = [*self.turns, entry][-TURNS_KEPT:]
        self.offered = list(dict.fromkeys([*payloads, *self.offered]))[:PAYLOADS_KEPT]

    def choose(self, locale: str) -> None:
        """Go on in this language, whatever the user writes in."""
        self.locale, self.locale_chosen = locale, True

    def follow(self, text: str) -> None:
        """Go on in Nynorsk when the user clearly writes it and has not asked for a language."""
        if not self.locale_chosen and is_nynorsk(text):
            self.choose("nn")

    def answered(self, key: str) -> dict[str, Any] | None:
        """The turn that answered the request with this Idempotency-Key, or None."""
        return next((entry["turn"] for entry in self.turns if entry["key"] == key), None)

    def forget_quotes(self) -> None:
        """What was shown wrongly masked is not shown again."""
        self.turns = [one for one in self.turns if not one["quotes"]]

    def lasting(self) -> dict[str, Any]:
        """What may be stored (JSON): all but the user's unconfirmed words."""
        stored = {name: value for name, value in vars(self).items() if name != "own_words"}
        turns = [{**one, "turn": None} if one["quotes"] else one for one in self.turns]
        return {**stored, "turns": turns, "memory": without_draft(self.memory)}

    @classmethod
    def of(cls, stored: dict[str, Any], own_words: OwnWords) -> Session:
        """The session as it was, as far as this process still has the words."""
        turns = [{**one, "turn": one["turn"] or own_words.turns.get(one["number"])} for one in stored["turns"]]
        memory = with_draft(stored["memory"], own_words.draft)
        here = [one for one in turns if one["turn"]]
        return cls(**{**stored, "turns": here, "memory": memory}, own_words=own_words)


class Sessions:
    """The sessions of this installation. Methods that reach the database may raise StorageUnavailable."""

    def __init__(self, engine: Engine, minutes: int) -> None:
        self._rows = SealedRows(engine, table)
        self._minutes = minutes
        self._remembered: OrderedDict[bytes, Session] = OrderedDict()
        self._receipts: dict[tuple[bytes, str], str] = {}
        self._locks: WeakValueDictionary[bytes, asyncio.Lock] = WeakValueDictionary()

    def lock(self, token: str) -> asyncio.Lock:
        """One message of a session at a time."""
        return self._locks.setdefault(_name(token), asyncio.Lock())

    async def create(self, locale: str) -> tuple[str, Session]:
        """A new session and its token; it exists once it is saved."""
        session = Session(locale=locale)
        self._prolong(session)
        return secrets.token_urlsafe(TOKEN_BYTES), session

    async def load(self, token: str) -> Session | None:
        """The session, or None when there is none or it has ended."""
        content = await asyncio.to_thread(self._rows.get, token.encode())
        if content is None:
            return None
        stored, remembered = json.loads(content), self._remembered.get(_name(token))
        return Session.of(stored, remembered.own_words if remembered else OwnWords.beside(stored["memory"]))

    def remembered(self, token: str) -> Session | None:
        """The copy in this process, for reading while the database is out of reach."""
        session = self._remembered.get(_name(token))
        return session if session and datetime.fromisoformat(session.expires_at) > _now() else None

    async def save(self, token: str, session: Session, typed: str | None = None) -> None:
        """Keep the session for another while, ``typed`` being the text of its newest turn; what was kept before stays
        when this fails."""
        self._prolong(session)
        content = json.dumps(session.lasting(), ensure_ascii=False, separators=(",", ":")).encode()
        await asyncio.to_thread(self._rows.put, token.encode(), content, datetime.fromisoformat(session.expires_at))
        session.own_words.follow(session.memory, session.turns, typed)
        self._remembered[_name(token)] = session
        self._remembered.move_to_end(_name(token))
        if len(self._remembered) > SESSIONS_REMEMBERED:
            self._forget(next(iter(self._remembered)))

    async def delete(self, token: str) -> None:
        """Every trace of the session is gone."""
        self._forget(_name(token))
        await asyncio.to_thread(self._rows.delete, token.encode())

    def show_again(self, token: str, key: str, receipt: str) -> None:
        """Remember a receipt code in memory, for the same request sent again after a lost answer."""
        self._receipts[_name(token), key] = receipt

    def receipt(self, token: str, key: str) -> str | None:
        """The receipt code that answered the request with this key."""
        return self._receipts.get((_name(token), key))

    def sweep(self) -> None:
        """Forget the copies of sessions that have ended."""
        now = _now()
        for name, one in list(self._remembered.items()):
            if datetime.fromisoformat(one.expires_at) <= now:
                self._forget(name)

    def _forget(self, name: bytes) -> None:
        self._remembered.pop(name, None)
        self._receipts = {key: code for key, code in self._receipts.items() if key[0] != name}

    def _prolong(self, session: Session) -> None:
        session.expires_at = (_now() + timedelta(minutes=self._minutes)).isoformat(timespec="seconds")


def _now() -> datetime:
    return datetime.now(timezone.utc)


def _name(token: str) -> bytes:
    return sha256(token.encode("utf-8", "replace")).digest()
