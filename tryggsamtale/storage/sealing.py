"""Sealing: whoever has the secret finds and reads the row; whoever has the database has neither.

A secret gives two values that do not lead back to it or to each other: ``lookup``, under which the row is found, and
the key of AES-256-GCM. The row's table and lookup are bound to the content, so a sealed text opens in no other row.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

LEAST_SECRET = 16
"""Bytes. A secret of fewer cannot hold 128 random bits."""

SIZE_STEP = 1024
"""Bytes. Content is filled up to whole steps, so that its length tells little; it is never compressed."""

_LENGTH, _NONCE = 4, 12

Secret = str | bytes


class Unsealable(Exception):
    """The sealed bytes do not belong to this key and row, or were changed."""


@dataclass(frozen=True)
class Seal:
    """What one secret gives in one table."""

    table: str
    lookup: bytes
    key: bytes = field(repr=False)

    @classmethod
    def of(cls, secret: Secret, table: str) -> Seal:
        """From a secret with at least 128 random bits. The same secret is another ``lookup`` in another table."""
        raw = secret if isinstance(secret, bytes) else secret.encode("utf-8", "surrogatepass")
        derived = HKDF(SHA256(), length=64, salt=None, info=b"tryggsamtale 1 " + table.encode()).derive(raw)
        return cls(table, lookup=derived[:32], key=derived[32:])

    def close(self, content: bytes) -> bytes:
        """Nonce and sealed content; its length tells only the number of steps."""
        framed = len(content).to_bytes(_LENGTH, "big") + content
        filled = framed.ljust(-(-len(framed) // SIZE_STEP) * SIZE_STEP, b"\0")
        nonce = secrets.token_bytes(_NONCE)
        return nonce + AESGCM(self.key).encrypt(nonce, filled, self._row)

    def open(self, sealed: bytes) -> bytes:
        """The content again. Raises Unsealable."""
        try:
            filled = AESGCM(self.key).decrypt(sealed[:_NONCE], sealed[_NONCE:], self._row)
        except (InvalidTag, ValueError):  # ValueError: too short to hold a nonce
            raise Unsealable from None
        return filled[_LENGTH : _LENGTH + int.from_bytes(filled[:_LENGTH], "big")]

    @property
    def _row(self) -> bytes:
        return self.table.encode() + b"\0" + self.lookup


def new_secret() -> str:
    """A fresh secret of 256 random bits, in letters that fit a header."""
    return secrets.token_urlsafe(32)
