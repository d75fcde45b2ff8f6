from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pytest

from tests.unit.outputs import examples
from tryggsamtale.duties.assessment import assess
from tryggsamtale.duties.facts import parse
from tryggsamtale.knowledge.contacts import contacts
from tryggsamtale.outputs.documents import render
from tryggsamtale.outputs.schemas import ContactLine, Line, Pliktvurdering

MADE_ON = date(2026, 11, 21)
CASES: dict[str, dict[str, Any]] = {
    "to plikter": {
        "rolle": "barnehage_kommunal", "i_rollen": "ja", "utsatt": "barn", "alder": 8, "handling": "vold_gjentatt",
        "relasjon": "forelder", "tid": "pagar", "sikkerhet": "mest_sannsynlig", "alvor": "alvorlig", "akutt": "nei",
    },
    "akutt": {
        "rolle": "helsepersonell", "i_rollen": "ja", "utsatt": "barn", "alder": 8, "handling": "vold_gjentatt",
        "relasjon": "forelder", "tid": "pagar", "sikkerhet": "vet", "kan_avverges": "ja", "alvor": "alvorlig",
        "akutt": "ja",
    },
    "annen plikt": {
        "rolle": "larer_offentlig", "utsatt": "barn", "alder": 15, "handling": "bildedeling",
        "relasjon": "jevnaldrende", "tid": "pagar", "sikkerhet": "grunn_til_a_tro",
    },
    "uavgjort": {"rolle": "krisesenter", "utsatt": "barn", "handling": "annet", "sikkerhet": "grunn_til_a_tro"},
    "neppe plikt": {
        "rolle": "frivillig", "utsatt": "voksen", "handling": "trusler_enkelt", "relasjon": "annen", "tid": "pagar",
    },
    "barnet selv": {"rolle": "barn_selv", "utsatt": "barn", "alder": 13, "handling": "vold_gjentatt", "akutt": "ja"},
    "redd for å skade": {
        "rolle": "forelder_selv", "utsatt": "barn", "handling": "fare_egen_handling", "relasjon": "selv",
    },
}
DUTY_CASES = tuple(name for name in CASES if name not in ("barnet selv", "redd for å skade"))

TOLD = [
    {"step": "rolle", "label": {"nb": "Hvor du møter dette", "nn": "Kvar du møter dette"},
     "value": {"nb": "Skole eller barnehage", "nn": "Skule eller barnehage"}},
    {"step": "handling", "label": {"nb": "Hva som skjer", "nn": "Kva som skjer"},
     "value": {"nb": "Flere ganger", "nn": "Fleire gonger"}},
]


DOCUMENTS = (*CASES, *examples.NAMES)
"""Every document there is: duty assessments by case, and the others by name."""


@cache
def _kept(case: str, made_on: date) -> str:
    if case in examples.NAMES:
        return json.dumps(examples.example(case))
    assessment = assess(parse(CASES[case]), today=made_on)
    return Pliktvurdering(
        made_on=made_on, told=[Line.parse_obj(line) for line in TOLD], facts=CASES[case],
        assessment=assessment.as_dict(),
        contacts=[
            ContactLine(id=one.id, number=one.number, **{
                name: getattr(one, name).as_dict() for name in ("name", "when", "hours")
            })
            for one in contacts(assessment.contacts)
        ],
    ).json()


@pytest.fixture
def kept() -> Callable[..., dict[str, Any]]:
    """What is kept of a finished dialogue, from the real cores and the real contacts."""
    return lambda case, made_on=MADE_ON: json.loads(_kept(case, made_on))


@cache
def _rendered(case: str, kind: str, locale: str) -> bytes:
    return render(json.loads(_kept(case, MADE_ON)), kind, locale)


@pytest.fixture
def rendered() -> Callable[[str, str, str], bytes]:
    """The document of a case as it is, made once for all tests that only read it."""
    return _rendered
