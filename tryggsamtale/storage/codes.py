"""The receipt code: what a user writes down to find again what was kept.

16 characters of Crockford's base32 (no I, L, O, U) are 80 random bits, shown as ``XXXX-XXXX-XXXX-XXXX``. The code is
kept nowhere; scrypt makes guessing slow for whoever has taken the database.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from tryggsamtale.wording import Text, load

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
GROUP = 4

SLOWNESS = {"n": 2**15, "r": 8, "p": 1}
"""Of scrypt: 32 MiB and about a tenth of a second for each guess."""

_MISREAD = str.maketrans("OIL", "011")
_BETWEEN = {"Pd", "Pc", "Zs", "Cc", "Cf"}  # dashes, underscores, spaces, line ends, invisible characters
_MINUS = "\N{MINUS SIGN}"
_WORDING = load(Path(__file__).with_name("codes.yml"))


class InvalidCode(ValueError):
    """This can be no code. ``text`` says why in both languages, without what was typed; the message is Bokmål."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.nb)
        self.text = text


@dataclass(frozen=True)
class ReceiptCode:
    """A receipt code. It shows itself only when asked (``shown``), never in a log by accident."""

    characters: str = field(repr=False)

    @classmethod
    def new(cls) -> ReceiptCode:
        """A fresh code."""
        return cls("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))

    @classmethod
    def read(cls, typed: str) -> ReceiptCode:
        """The code as a person types it: any case, any spaces and dashes, O for 0, I or L for 1.

        Raises InvalidCode.
        """
        written = unicodedata.normalize("NFKC", typed[: 10 * LENGTH])
        kept = [c for c in written if c != _MINUS and unicodedata.category(c) not in _BETWEEN]
        if len(kept) != LENGTH:
            raise InvalidCode(_WORDING["wrong_length"].format(length=LENGTH, found=len(kept)))
        characters = "".join(kept).upper().translate(_MISREAD)
        if len(characters) != LENGTH or not set(characters) <= set(ALPHABET):  # "ß".upper() is "SS"
            raise InvalidCode(_WORDING["wrong_character"])
        return cls(characters)

    @property
    def shown(self) -> str:
        """``XXXX-XXXX-XXXX-XXXX``."""
        return "-".join(self.characters[i : i + GROUP] for i in range(0, LENGTH, GROUP))

    def stretched(self, salt: bytes) -> bytes:
        """A 32-byte secret for sealing, made slowly; ``salt`` is the installation's."""
        return Scrypt(salt=salt, length=32, **SLOWNESS).derive(self.characters.encode())
