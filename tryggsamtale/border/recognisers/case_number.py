"""Numbers of cases, reports, journals and persons in registers: municipal and court archives, police, DUF, HPR."""

from __future__ import annotations

import re

from tryggsamtale.border.recognisers.base import Recogniser, pattern
from tryggsamtale.border.recognisers.digits import GAP, UNIT_BEFORE, UNIT_BEHIND, digits

_REGISTER = (
    r"(?:(?:\w{0,20}sak|sak|sag)s?(?:ens|as)?[ -]?(?:nr|numm?er|kode|id|ref)\w*|sakskode\w*|\w{0,15}anmeld\w*|\w{0,10}journal\w*"
    r"|arkiv\w*|ref(?:eranse)?(?:nr|nummer|en|kode)?\b|duf\w*(?:-?n(?:umme)?r)?|hpr\w*(?:-?n(?:umme)?r)?|løpe-?n(?:umme)?r\w*"
    r"|(?:kunde|medlems?|pasient|klient|polise|ansatt|tilsett|elev|bruker|brukar|pass|vedtaks?|dokument|lånekort|id|saks?"
    r"|førerkort|journal|ordre|søknads?|meldings?|skade|gnr|bnr|organisasjons?|org)[ .-]{0,2}(?:n(?:umme)?r|numm?er(?:et)?|id)"
    r"|orgnr|(?:gnr|bnr)|saka?|saken)"
)
_LINK = r"(?:[\s.:#«\"(]|\b(?:er|var|har|med|nr|nummer|no|på|hos|vår|vårt|deres|hans|hennes|det|politiet)\b){1,12}"
_VALUE = r"(?P<id>(?:[A-ZÆØÅa-zæøå]{1,6}[-/]?)?\d[\dA-Za-z]*(?:[./_-][\dA-Za-z]+)*)"


def _register(found: str) -> float:
    number = digits(found)
    if re.fullmatch(r"(?:19|20)\d\d", found) or len(number) < 3:
        return 0.0
    if len(number) < 4 and found.isdecimal():
        return 0.0
    return 0.88


def _archive(found: str) -> float:
    """Year, slash, running number; a school year («2023/24») is none."""
    year, rest = re.split(r"[/-]", found, maxsplit=1)
    running = re.match(r"\d+", rest)[0]
    following = str(int(year) + 1)
    school_year = rest in (following, following[-2:]) or len(year) == 4 and rest[:2] in ("19", "20") and len(rest) == 4
    return 0.0 if school_year or len(running) < 2 else 0.86


def _plain(found: str) -> float:
    return 0.0 if len(found) == 7 and found.endswith("000") else 0.6  # a million or more


_CUES = ("sak", "sag", "anmeld", "journal", "arkiv", "ref", "duf", "hpr", "nr", "numm", "numer", "gnr", "bnr", "id")

case_number = Recogniser("CASE_NUMBER", (
    pattern(rf"(?<!\w){_REGISTER}{_LINK}{_VALUE}(?!\w)", 0.88, not_before=UNIT_BEHIND,
            rate=_register, cues=_CUES),
    pattern(rf"(?<!\w)(?:duf|hpr|org)\w*[ -]?(?:n(?:umme)?r|nummer\w*)?{_LINK}(?P<id>\d(?:{GAP}\d){{5,11}})"
                       r"(?!\d)", 0.94, cues=("duf", "hpr", "org")),
    pattern(r"(?<![\w/.,-])(?:19|20)\d\d/\d{1,7}(?:-\d{1,4})?(?![\w/]|[.,]\d)", 0.86, rate=_archive,
            digits=5),
    pattern(r"(?<![\w/.,-])\d{2}/\d{3,7}(?:-\d{1,4})?(?![\w/]|[.,]\d)", 0.86, rate=_archive, digits=5),
    pattern(r"(?<![\w/.,-])(?:19|20)\d\d-\d{4,7}(?:-\d{1,4})?(?![\w/]|[.,]\d)", 0.7, rate=_archive,
            digits=8),
    # Courts: 23-123456MED-TOSL/04. HR-2020-1234-A is a published ruling and stays.
    pattern(r"(?<!\w)\d{2}-\d{5,6}[A-ZÆØÅ]{3}-[A-ZÆØÅ]{4}(?:/\d{1,3})?(?!\w)", 0.95,
            digits=7),
    pattern(r"(?<!\w)(?!HR-)[A-ZÆØÅ]{2,5}-\d{4}-\d{3,6}(?:-\d{1,3})?(?!\w)", 0.85, case=True, cues=("-",)),
    # Nobody writes seven digits or more in one piece about anything but a register.
    pattern(r"\d{7,}", 0.6, not_before=UNIT_BEHIND, not_after=UNIT_BEFORE, rate=_plain, digits=7),
))
