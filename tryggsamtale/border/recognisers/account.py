"""Bank accounts and cards. Source: Finans Norge, «Kontonummer»; ISO 13616 (IBAN)."""

from __future__ import annotations

from stdnum import luhn
from stdnum.no import kontonr

from tryggsamtale.border.recognisers.base import Recogniser, any_of, pattern
from tryggsamtale.border.recognisers.digits import GAP, digits, grouping

_CONTEXT = any_of(r"\w*konto", r"konn?to", r"iban", r"kto", r"bankkort", r"kortn", r"vipps-?n")


def _rate(found: str) -> float:
    if grouping(found) not in {(11,), (4, 2, 5)}:
        return 0.3
    return 0.87 if kontonr.is_valid(digits(found)) else 0.8


def _card(found: str) -> float:
    return 0.95 if luhn.is_valid(digits(found)) else 0.85


account = Recogniser("ACCOUNT", (
    pattern(rf"(?<!\d[ .\-/])\d(?:{GAP}\d){{10}}(?!{GAP}\d)", 0.8, rate=_rate, digits=11),
    pattern(r"\d{4}[ .-]?\d{2}[ .-]?\d{5}(?!\d)", 0.8, rate=_rate, digits=11),
    pattern(rf"\d(?:{GAP}\d){{5,15}}(?!{GAP}\d)", 0.96, after=_CONTEXT, digits=6,
            cues=("kont", "konn", "iban", "kto", "kort", "vipps")),
    pattern(r"\d{4}([ .-]?)\d{4}\1\d{4}\1\d{4}(?!\d)", 0.9, rate=_card, digits=16),
    pattern(rf"(?<![^\W_])NO{GAP}\d(?:{GAP}\d){{12}}(?!\d)", 0.99),
    pattern(r"(?<![^\W_])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)", 0.97, case=True),
))
