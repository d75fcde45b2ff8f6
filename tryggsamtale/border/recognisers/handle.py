"""Names people give themselves on the net: @name, «heter xxx på snap», «brukernavn: xxx», lonewolf_nor."""

from __future__ import annotations

import re

from tryggsamtale.border.recognisers.base import Recogniser, pattern
from tryggsamtale.border.recognisers.words import COMMON, NOT_HANDLES, PLATFORM_CUES, PLATFORMS

_NAME = r"(?P<id>[\w$](?:[\w.$*-]{0,40}[\w$*])?(?:#\d{4})?)(?!@)"
_NAMES = r"(?P<id>[\w$](?:[\w.$*-]{0,40}[\w$*])?(?: [\w$](?:[\w.$*-]{0,40}[\w$*])?){0,2}?)"
_QUOTED = r"[«\"“'](?P<id>[^»\"”'\n]{2,40})[»\"”']"
_ON = rf"(?:{PLATFORMS})"
_CALLED = (r"(?:heter|heiter|heitar|hete|heite|hetter|het|heitte|kaller|kallar|kalla|kalte|kalt|kalles|kallast|går under|gjekk under|gikk under"
           r"|gjeng under|under|brukte|bruker|brukar)(?: (?:seg|han|ho|hun|dei|de))?(?: (?:sjølv|selv|bare|berre|for))?"
           r"(?: (?:under )?(?:navn|namn|nick|brukernavn|brukarnamn)(?:et)?)?")
_USERNAME = (r"(?:brukernavn|brukarnamn|brukarnavn|brukernamn|username|user|nick|nickname|nicknamn|nicknavn|gamer-?tag|nettnavn|nettnamn"
             r"|bruker-?id|brukar-?id|snapnavn|profilnavn|profilnamn|instanavn|spillernavn|discordnavn)(?:et|en|a)?")
_PROFILE = r"(?:profil|konto|alias|kallenavn|kallenamn|utnamn|bruker|brukar|kanal|side|avatar|navnet|namnet)(?:en|et|a)?"
_WHOSE = r"(?: (?:hans|hennes|hennar|sitt|sin|si|min|mi|mitt|deres|deira|til \w+|på \w+(?: \w+)?))?"
_IS = r"(?: ?[:=]| -| (?:er|e|var|heter|heiter|hete|lyder|lyd)(?!\w)(?: ?:)?)"


def is_shaped_like_a_handle(word: str) -> bool:
    """Letters with digits, an underscore or a dot within, as no plain word has: abdi.x09, lonewolf_nor."""
    letters = re.match(r"[^\W\d_]*", word)[0].lower()
    if letters in NOT_HANDLES or sum(char.isalpha() for char in word) < 2:
        return False
    return bool(re.search(r"\w_\w|[^\W\d][.-]?\d|\d[^\W\d]|\w\.\w|[$*]", word))


def _any_name(found: str) -> float:
    return 0.0 if all(word.lower() in COMMON or word.isdecimal() for word in found.split()) else 0.8


def _shaped(found: str) -> float:
    return 0.82 if is_shaped_like_a_handle(found) else 0.0


_NET = PLATFORM_CUES
_NAMED = ("het", "heit", "kall", "kalt", "kalles", "går under", "gikk under", "gjekk under", "gjeng under", "under", "bruk")
_USERS = ("bruk", "user", "nick", "gamer", "nettn", "snapn", "instan", "profiln", "spillern", "discordn")
_PROFILES = (*_USERS, "profil", "konto", "alias", "kallen", "utnamn", "kanal", "side", "avatar", "navn", "namn")

handle = Recogniser("HANDLE", (
    pattern(r"(?<![\w@.])@ ?(?:\w[\w.-]{0,60}\w|\w)", 0.9, cues=("@",)),
    pattern(r"(?<![\w.@])(?=\w*[^\W_]_)[^\W_][\w.-]*_[\w.-]*\w", 0.75, cues=("_",)),
    # «snap: xx», «snap abdi.x09», «snapen hans heter xx»
    pattern(rf"(?<!\w){_ON}(?:navn|namn|bruker|brukar|konto|profil|id)?\w{{0,3}}{_WHOSE} ?[:=] ?[@«\"]?{_NAME}", 0.8, rate=_any_name, cues=_NET, at_cue=True),
    pattern(rf"(?<!\w){_ON}\w{{0,12}}{_WHOSE}(?: (?:er|e|heter|heiter|:))? [«\"(]?{_NAME}",
            0.82, rate=_shaped, cues=_NET, at_cue=True),
    pattern(rf"(?<!\w){_ON}\w{{0,12}}{_WHOSE} (?:heter|heiter|hete|kaller|kallar|kalla|kalte)(?: (?:han|ho|hun|de|dei|jeg|eg|seg)){{0,2}} {_NAME}", 0.8, rate=_any_name, cues=_NET, at_cue=True),
    # «..., insta xx.», «adda ho på snap xx»
    pattern(r"(?:^|[,;(:.] ?|\b(?:hans|hennes|hennar|sin|min|mi|add(?:a|e)?(?: \w+)? på|legg(?:e)? til) )"
                       rf"(?:snap|snapchat|insta|instagram|tiktok|discord) {_NAME}(?=\s?$|[,;).!?])", 0.75,
            rate=_any_name, cues=_NET),
    # «heter xx på snap», «rolf61 på discord»
    pattern(rf"(?<!\w){_CALLED} [«\"]?{_NAMES}[»\"]? (?:inne |inn |ute )?(?:på|i) {_ON}\b", 0.8,
            rate=_any_name, cues=_NAMED, at_cue=True),
    pattern(rf"(?<![\w.$*-])[«\"]?{_NAME}[»\"]? (?:inne |inn |ute )?(?:på|i) {_ON}\b", 0.82, rate=_shaped,
            cues=_NET),
    # «brukernavnet er xx», «kaller seg lonewolf99»
    pattern(rf"(?<!\w){_USERNAME}{_WHOSE}{_IS} ?[@«\"]?{_NAME}", 0.8, rate=_any_name, cues=_USERS, at_cue=True),
    pattern(rf"(?<!\w){_USERNAME}{_WHOSE}{_IS}? ?{_QUOTED}", 0.85, cues=_USERS, at_cue=True),
    pattern(rf"(?<!\w)(?:{_USERNAME}|{_PROFILE}){_WHOSE}{_IS}? ?[@«\"(]?{_NAME}", 0.8, rate=_shaped,
            cues=_PROFILES, at_cue=True),
    pattern(rf"(?<!\w){_CALLED} [«\"]?{_NAME}", 0.8, rate=_shaped, cues=_NAMED, at_cue=True),
    pattern(rf"(?<!\w){_ON}\w{{0,12}}{_WHOSE}{_IS} ?{_QUOTED}", 0.8, cues=_NET, at_cue=True),
    pattern(rf"(?<!\w){_ON}\b[^.\n]{{0,40}}?\b{_CALLED} {_QUOTED}", 0.8, cues=_NET, at_cue=True),
    pattern(rf"(?<!\w){_CALLED} {_QUOTED}(?= (?:på|i) {_ON}\b)", 0.8, cues=_NAMED, at_cue=True),
    # Where only the surroundings speak of the net: letters with digits behind.
    pattern(r"(?<![\w@.])(?:[^\W\d_]{3,20}[.-]?(?:[^\W_]{1,20}[.-])?\d+[^\W_]{0,3}|[^\W\d_]{2,20}\.[^\W\d_]*\d+)"
                       r"(?![\w@])", 0.7, rate=_shaped,
            after=re.compile(rf"\b(?:{_ON}|{_USERNAME}|{_PROFILE}|chatt?\w*|spill\w*|spel\w*|meldinger|kontoen)\b", _I),
            cues=(*_NET, *_PROFILES, "chat", "spill", "spel", "melding")),
))
