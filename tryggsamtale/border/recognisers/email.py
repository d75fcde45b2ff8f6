"""E-mail addresses, also written so that machines should not see them («kari krøllalfa gmail punktum com»)."""

from __future__ import annotations

from tryggsamtale.border.recognisers.base import Recogniser, pattern

_AT = r"(?:[(\[{]\s?(?:at|a|@|krøllalfa|alfakrøll)\s?[)\]}]|krøllalfa|krøll-?alfa|alfakrøll|snabel-?a)"
_DOT = r"(?:\.| ?[(\[{]\s?(?:dot|punktum|punkt|\.)\s?[)\]}] ?| (?:dot|punktum|punkt|prikk) )"
_HOSTS = r"(?:gmail|g-?mail|hotmail|outlook|live|yahoo|icloud|online|msn|proton(?:mail)?|broadpark|epost|mail|me)"
_LOCAL = r"(?<![\w.+%'-])[\w.+%'-]{0,63}\w"

email = Recogniser("EMAIL", (
    pattern(rf"{_LOCAL}@\w[\w-]*(?:\.{{1,2}}\w[\w-]*)*", 0.99, cues=("@",)),
    pattern(rf"{_LOCAL}(?: ?@ )\w[\w-]*(?:\.\w[\w-]*)+", 0.98, cues=("@",)),
    pattern(rf"{_LOCAL} ?{_AT} ?\w[\w-]*(?:{_DOT}\w[\w-]*)*", 0.98,
            cues=("(", "[", "{", "krøll", "snabel")),
    pattern(rf"{_LOCAL} ?(?:@ ?| at | på ){_HOSTS}{_DOT}[a-z]{{2,6}}\b", 0.97,
            cues=("@", " at ", " på ")),
))
