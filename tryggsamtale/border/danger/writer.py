"""Is the writer a child, somebody it happens to, or somebody afraid of doing harm? They are met as that, with no form.

Precision first: most who write are at work and tell of others, and must not be met as victims. Patterns say it
outright; where they are silent, a classifier learned from ``messages/writer.txt`` does.
"""

from __future__ import annotations

import re
from pathlib import Path

from tryggsamtale import wording
from tryggsamtale.border.danger.learned import learned
from tryggsamtale.border.danger.marks import pattern, settled
from tryggsamtale.border.danger.words import plain

_DATA = wording.load(Path(__file__).with_name("writer.yml"))
_OTHER = pattern(_DATA["other"], _DATA["classes"])
_SELF = {who: pattern(_DATA[who], _DATA["classes"]) for who in ("redd_for_a_skade", "barn", "utsatt")}
_QUOTED = re.compile(
    r"[«\"“][^«»\"“”\n]*[»\"”]"
    r"|\b(?:sa|sier|seier|sei|skrev|skreiv|ropte|ropa|hvisket|kviskra|fortalte|fortalde)\b[^.:!?\n]{0,30}:[^\n]*",
    re.IGNORECASE,
)
_MYSELF = re.compile(
    r" (meg selv|jeg selv|jeg er selv|selv utsatt|selv opplevd"
    r"|(det|nå) er (det )?jeg som (blir|ble|er|trenger|treng|får|slår)|jeg (blir|får) (slått|juling|bank) hjemme"
    r"|(mannen|kona|samboeren|sambuaren|kjæresten|typen|dama) min (slår|banker|bankar|slo|truer|kveler|tvinger) meg) "
)
_OWN = re.compile(r" (jeg|meg|min|mine|vi|oss) ")
_AGE = re.compile(r"(?:^| jeg| hei) er(?: bare)? ([0-9]{1,2}) ")
GROWN_AT = 18
LIKELY, SURE = 0.8, 0.98
"""How likely the classifier must be that the writers tell of themselves; ``SURE`` beside words of telling of others."""
_GROWN = re.compile(
    r" (da|når) jeg var (barn|liten|ung|[0-9]+) | som barn | (mannen|kona|samboeren) min "
    r"| jeg (jobb\w*|arbeid\w*|er (lærer|lærar|lege|sykepleier|sjukepleiar|assistent|vikar|prest|politi)) "
)


def writer(text: str) -> str | None:
    """``barn``, ``utsatt`` or ``redd_for_a_skade`` when the text says so of its writer; otherwise None."""
    said = plain(_QUOTED.sub(" ", text))
    if not said.strip() or settled(said) and not _GROWN.search(said):
        return None
    of_others = _OTHER.search(said) and not _MYSELF.search(said)
    return (None if of_others else _outright(said)) or _by_classifier(said, SURE if of_others else LIKELY)


def _outright(said: str) -> str | None:
    spoken = [who for who in _SELF if who == "redd_for_a_skade" or _OWN.search(said)]
    found = next((who for who in spoken if _SELF[who].search(said)), None)
    return "utsatt" if found == "barn" and _GROWN.search(said) else found


def _by_classifier(said: str, least: float) -> str | None:
    who, likely = learned().writer.read(said)
    if likely < least:
        return None
    age = _AGE.search(said)
    if who == "redd_for_a_skade" or not age:
        return who
    return "barn" if int(age[1]) < GROWN_AT else "utsatt"
