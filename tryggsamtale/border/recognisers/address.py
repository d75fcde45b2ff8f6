"""Postal addresses (ADDRESS) and streets with a house number but no postcode (LOCATION).

Source: Kartverket, «Veileder til adressering»; Posten, four-digit postcodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tryggsamtale.border.recognisers.base import BEFORE, Recogniser, pattern, right_before
from tryggsamtale.border.recognisers.seen import Seen
from tryggsamtale.border.recognisers.words import (
    COMMON,
    NOT_STREETS,
    PLACE_ENDINGS,
    STREET_ENDINGS,
    STREET_FIRSTS,
    STREET_WORDS,
    alternatives,
)
from tryggsamtale.border.spans import Candidate

_LETTERS, _CAPITALISED = r"[^\W\d_]+(?:-[^\W\d_]+)?", r"(?-i:[A-ZÆØÅÁČĐŊŠŦŽ])[^\W\d_]+"
_STREET = r"[^\W\d_](?:[^\W\d_]|['’.-]){0,40}"
_HOUSE = (r"(?:nr\.? ?|nummer )?\d{1,4}(?:[A-Za-z]|(?: ?[A-HJ-Z]| [abcdfgh])(?![\w:]))?"
          r"(?: ?[-/] ?\d{1,3}[A-Za-z]?)?(?!\w)")
_POSTCODE = r"(?:NO?-)?\d{4}"
_PLACE = rf"{_LETTERS}(?: (?:i|på) {_CAPITALISED}| (?:(?-i:[NSØV])\b|{_CAPITALISED}(?= ?(?:$|[,.;:!?)]))))?"

_NUMBERED = re.compile(rf"(?<![\w-])(?P<street>{_STREET}),? ?(?P<house>{_HOUSE})")
_POSTAL = re.compile(
    rf"(?:,? ?(?:[Hh]\d{{4}}|leil\w*\.? \w+))?[,\s]{{1,3}}(?P<code>{_POSTCODE})[ ,]{{1,2}}(?P<place>{_PLACE})")
_COUNTED = re.compile(rf"[\s-]?{alternatives('counted')}(?!\w)| ?(?:%|[.,:]\d|- ?\d)", re.IGNORECASE)
_COUNTED_LOOSELY = re.compile(rf" {alternatives('counted_loosely')}\b", re.IGNORECASE)
_LIVING = re.compile(
    r"\b(?:bor|bur|budde?|bodde?|bu|bo|adress\w*|flytt\w*|heime|hjemme|leilighe?\w*|leilegh\w*|hus(?:et)?|hybel\w*|gate|nr"
    r"|oppgang\w*|kollektiv\w*|opphold\w*|bustad\w*|bolig\w*|nabo\w*)\b[^.\n]{0,25}$", re.IGNORECASE)
_SOMEWHERE = right_before(
    "i", "på", "ved", "til", "fra", "frå", "ut[ea]nfor", "adress[ea]n?", "ute", "nede", "oppe", "inne", "hos", "bak",
    "mot", "av", "forbi")
_PREVIOUS = re.compile(r"(?P<word>[^\W\d_][\w'’-]*\.?) $")


def addresses(seen: Seen) -> Iterator[Candidate]:
    """Street and house number, with the postcode and its place where they follow."""
    text = seen.text
    for match in _NUMBERED.finditer(text) if seen.numbers else ():
        street, written = match["street"].lower().rstrip(".,"), match["street"]
        postal = _POSTAL.match(text, match.end())
        if postal and _is_postal(street, written, postal):
            yield Candidate(_beginning(text, match.start(), street), postal.end(), "ADDRESS", 0.95)
        elif _is_street(text, match, street, written):
            yield Candidate(_beginning(text, match.start(), street), match.end(), "LOCATION", 0.8)


def _is_postal(street: str, written: str, postal: re.Match[str]) -> bool:
    if street in COMMON and street not in STREET_WORDS:
        return False
    if street.endswith((*STREET_ENDINGS, *PLACE_ENDINGS)):
        return True
    place, is_year = postal["place"].split()[0], postal["code"][:2] in ("19", "20")
    if place[0].isupper():
        return written[0].isupper() or not is_year
    return not is_year and place.lower() not in COMMON and not _COUNTED.match(place)


def _is_street(text: str, match: re.Match[str], street: str, written: str) -> bool:
    before = text[max(0, match.start() - BEFORE):match.start()]
    if street in NOT_STREETS or _COUNTED.match(text, match.end()):
        return False
    name_like = written[0].isupper() and bool(before.strip()) and before.rstrip()[-1] not in ".!?:\n"
    if street in STREET_WORDS:
        previous = _PREVIOUS.search(before)
        return bool(previous and previous["word"].lower() not in COMMON or name_like and _SOMEWHERE.search(before))
    if street.endswith(STREET_ENDINGS) and (len(street) > 5 or written[0].isupper()):
        return True
    if len(street) > 4 and (street.endswith("gt") or written.endswith("v.")):
        return True
    if not text[match.start("house") - 1].isspace() or _COUNTED_LOOSELY.match(text, match.end()):
        return False
    if street.endswith(PLACE_ENDINGS) and len(street) > 3 and (name_like or _LIVING.search(before)):
        return True
    # Any name people live at: «bor i Bakklandet 44».
    return bool(name_like and street not in COMMON and _LIVING.search(before) and _SOMEWHERE.search(before))


def _beginning(text: str, start: int, street: str) -> int:
    """Where the name of the street begins: «Nedre», «Karl Johans», «P. A. Munchs» belong to it."""
    words = 3 if street in STREET_WORDS else 0
    while previous := _PREVIOUS.search(text, max(0, start - BEFORE), start):
        word = previous["word"]
        if word[0].islower() and text[start].isupper() and word not in STREET_FIRSTS:
            break
        if word.lower().rstrip(".") not in STREET_FIRSTS and not re.fullmatch(r"[A-ZÆØÅ]\.", word):
            if not words or word.lower() in COMMON or word.endswith("."):
                break
            words -= 1
        start = previous.start("word")
    return start


postal = Recogniser("ADDRESS", (
    pattern(rf"(?<!\w)(?:postboks|postb\.?|pb\.?|boks|p\.b\.) ?\d{{1,5}}(?: {_CAPITALISED})?"
            rf"(?:,?\s{_POSTCODE} {_PLACE})?(?!\d)", 0.85, cues=("boks", "postb", "pb", "p.b.")),
    pattern(rf"(?<!\w)post(?:nr|nummer|adresse|sted|kode)\w*[\s:.]{{1,3}}(?:er )?(?P<id>{_POSTCODE}(?: {_PLACE})?)",
            0.8, cues=("post",)),
    # A postcode with its place: «0154 Oslo», «bor på 4020 stavanger». No year, no time of day.
    pattern(r"(?<![.,-])(?!1[789]|20)\d{4} [A-ZÆØÅ][a-zæøåáčđŋšŧž]+(?!\w)", 0.6, case=True, digits=4,
            not_after=right_before("kl", "klokk[ae]n?", "ca", "cirka", "omtrent", "kr", "over", "under", "nr", "rom")),
    pattern(r"(?<!\w)(?:bor|bur|bodde|budde|adress\w+|flytt\w+)(?: (?:i|på|til|er|nå|no))?[ :]{1,2}"
            r"(?P<id>\d{4} [^\W\d_]{3,})", 0.6, cues=("bo", "bu", "adress", "flytt")),
    # Flat, property and place on the map.
    pattern(r"(?<!\w)[HULK]0\d{3}(?!\w)", 0.8, cues=("h0", "u0", "l0", "k0")),
    pattern(r"(?<!\w)g(?:[åa]rds?)?n(?:umme)?r\.? ?\d{1,4},? ?(?:og )?b(?:ruks)?n(?:umme)?r\.? ?\d{1,4}", 0.9,
            cues=("nr", "nummer")),
    pattern(r"(?<!\w)[gb]nr\.? ?\d{1,4}(?:[/,] ?\d{1,4})?(?!\w)", 0.9, cues=("gnr", "bnr")),
    pattern(r"\d{1,2}\.\d{4,8}°? ?[NS]?,? -?\d{1,3}\.\d{4,8}°? ?[EØV]?(?!\w)", 0.9, digits=10),
))
