"""Names people give themselves on the net: @name, «heter xxx på snap», «brukernavn: xxx», lonewolf_nor."""

from __future__ import annotations

import re

from tryggsamtale.border.recognisers.base import Recogniser, any_of, pattern
from tryggsamtale.border.recognisers.words import COMMON, MONTH_NAMES, NOT_HANDLES, PLATFORM_CUES, alternatives, cues

_ONE = r"[\w$](?:[\w.$*-]{0,40}[\w$*])?"
_NAME = rf"(?P<id>{_ONE}(?:#\d{{4}})?)(?!@)"
_NAMES = rf"(?P<id>{_ONE}(?: {_ONE}){{0,2}}?)"
_QUOTED = r"[«\"“'](?P<id>[^»\"”'\n]{2,40})[»\"”']"
_NET = rf"(?<!\w){alternatives('platforms')}"
_ON_THE_NET = rf"(?:inne |inn |ute )?(?:på|i) {alternatives('platforms')}\b"
_CALLED = (rf"(?<!\w){alternatives('called')}(?: (?:seg|han|ho|hun|dei|de))?(?: (?:sjølv|selv|bare|berre|for))?"
           r"(?: (?:under )?(?:nick|(?:bruk[ae]r)?na[vm][nm])(?:et)?)?")
_USERNAME = rf"(?<!\w){alternatives('usernames')}(?:et|en|a)?"
_PROFILE = rf"(?<!\w){alternatives('usernames', 'profiles')}(?:et|en|a)?"
_WHOSE = r"(?: (?:hans|hennes|hennar|sitt|sin|si|min|mi|mitt|deres|deira|til \w+|på \w+(?: \w+)?))?"
_IS = r"(?: ?[:=]| -| (?:er|e|var|heter|heiter|hete|lyder|lyd)(?!\w)(?: ?:)?)"
_NAMED_SO = r" (?:heter|heiter|hete|kaller|kallar|kalla|kalte)(?: (?:han|ho|hun|de|dei|jeg|eg|seg)){0,2} "
_YOURS = r"\b(?:hans|hennes|hennar|sin|min|mi|add(?:a|e)?(?: \w+)? på|legg(?:e)? til) "
_TALK = any_of(rf"{alternatives('platforms', 'usernames', 'profiles')}\b", "chat", "spill", "spel", "melding")

_CALLED_CUES = ("het", "heit", "kal", "går under", "gikk under", "gjekk under", "gjeng under", "under", "bruk")
_USER_CUES, _PROFILE_CUES = cues("username_cues"), (*cues("username_cues"), *cues("profile_cues"))


def _shaped(found: str) -> float:
    """Letters with digits, an underscore, a dot or a capital within, as no plain word has: abdi.x09, lonewolf_nor."""
    letters = re.match(r"[^\W\d_]*", found)[0].lower()
    if letters in NOT_HANDLES or sum(char.isalpha() for char in found) < 2:
        return 0.0
    return 0.82 if re.search(r"\w_\w|[^\W\d][.-]?\d|\d[^\W\d]|\w\.\w|[$*]|[a-zæøå][A-ZÆØÅ]", found) else 0.0


def _any(found: str) -> float:
    """Anything but everyday words."""
    return 0.0 if all(word.lower() in COMMON or word.isdecimal() for word in found.split()) else 0.8


def _long(found: str) -> float:
    """A long word of its own with digits behind: sannhetsvitnet88. A month with its year is none."""
    word = found.rstrip("0123456789").lower()
    return 0.0 if word in COMMON or word in MONTH_NAMES or word in NOT_HANDLES else 0.6


_MARKED = (
    pattern(r"(?<![\w@.])@ ?(?:\w[\w.-]{0,60}\w|\w)", 0.9, cues=("@",)),
    pattern(r"(?<![\w.@])(?=\w*[^\W_]_)[^\W_][\w.-]*_[\w.-]*\w", 0.75, cues=("_",)),
    pattern(r"(?<![\w@.-])[^\W\d_]{6,30}\d{2,4}(?![\w@])", 0.6, rate=_long),
)
# «snap: xx», «snap abdi.x09», «snapen hans heter xx», «..., insta xx.»
_BEHIND_THE_NET = (
    pattern(rf"{_NET}(?:navn|namn|bruk[ae]r|konto|profil|id)?\w{{0,3}}{_WHOSE} ?[:=] ?[@«\"]?{_NAME}", 0.8, rate=_any,
            cues=PLATFORM_CUES, at_cue=True),
    pattern(rf"{_NET}\w{{0,12}}{_WHOSE}(?: (?:er|e|heter|heiter|:))? [«\"(]?{_NAME}", 0.82, rate=_shaped,
            cues=PLATFORM_CUES, at_cue=True),
    pattern(rf"{_NET}\w{{0,12}}{_WHOSE}{_NAMED_SO}{_NAME}", 0.8, rate=_any, cues=PLATFORM_CUES, at_cue=True),
    pattern(rf"{_NET}\w{{0,12}}{_WHOSE}{_IS} ?{_QUOTED}", 0.8, cues=PLATFORM_CUES, at_cue=True),
    pattern(rf"{_NET}\b[^.\n]{{0,40}}?{_CALLED} {_QUOTED}", 0.8, cues=PLATFORM_CUES, at_cue=True),
    pattern(rf"(?:^|[,;(:.] ?|{_YOURS})(?:snap|snapchat|insta|instagram|tiktok|discord) {_NAME}(?=\s?$|[,;).!?])", 0.75,
            rate=_any, cues=PLATFORM_CUES),
)
# «heter xx på snap», «rolf61 på discord»
_BEFORE_THE_NET = (
    pattern(rf"{_CALLED} [«\"]?{_NAMES}[»\"]? {_ON_THE_NET}", 0.8, rate=_any, cues=_CALLED_CUES, at_cue=True),
    pattern(rf"{_CALLED} {_QUOTED}(?= {_ON_THE_NET})", 0.8, cues=_CALLED_CUES, at_cue=True),
    pattern(rf"(?<![\w.$*-])[«\"]?{_NAME}[»\"]? {_ON_THE_NET}", 0.82, rate=_shaped, cues=PLATFORM_CUES),
)
# «brukernavnet er xx», «kaller seg lonewolf99»
_CALLED_SO = (
    pattern(rf"{_USERNAME}{_WHOSE}{_IS} ?[@«\"]?{_NAME}", 0.8, rate=_any, cues=_USER_CUES, at_cue=True),
    pattern(rf"{_USERNAME}{_WHOSE}{_IS}? ?{_QUOTED}", 0.85, cues=_USER_CUES, at_cue=True),
    pattern(rf"{_PROFILE}{_WHOSE}{_IS}? ?[@«\"(]?{_NAME}", 0.8, rate=_shaped, cues=_PROFILE_CUES, at_cue=True),
    pattern(rf"{_CALLED} [«\"]?{_NAME}", 0.8, rate=_shaped, cues=_CALLED_CUES, at_cue=True),
)
# Where only the words around speak of the net: letters with digits behind.
_IN_TALK_OF_THE_NET = (
    pattern(r"(?<![\w@.])(?:[^\W\d_]{3,20}[.-]?(?:[^\W_]{1,20}[.-])?\d+[^\W_]{0,3}|[^\W\d_]{2,20}\.[^\W\d_]*\d+)(?![\w@])",
            0.7, rate=_shaped, after=_TALK, cues=(*PLATFORM_CUES, *_PROFILE_CUES, "chat", "spel", "melding")),
)

handle = Recogniser("HANDLE", _MARKED + _BEHIND_THE_NET + _BEFORE_THE_NET + _CALLED_SO + _IN_TALK_OF_THE_NET)
