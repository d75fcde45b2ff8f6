"""The facts an assessment is made from, and how they are read from JSON.

Names and values are those of the decision model (``law/duty_model.md`` §10).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

UKJENT = "ukjent"
JA_NEI = ("ja", "nei", UKJENT)

VALUES: dict[str, tuple[str, ...]] = {
    "rolle": (
        "larer_offentlig", "larer_privat", "barnehage_kommunal", "barnehage_privat", "helsepersonell",
        "kommunal_ansatt", "krisesenter", "familievern", "nav_kommunal", "nav_statlig", "integrering", "mekler",
        "politi", "kriminalomsorg", "barnevern", "smiso_nok", "privat_offentlig_oppdrag", "prest", "advokat",
        "verge", "frivillig", "privatperson", "barn_selv", "forelder_selv", UKJENT,
    ),
    "i_rollen": JA_NEI,
    "utsatt": ("barn", "ufodt", "voksen_risikoutsatt", "voksen", UKJENT),
    "barn_i_hjemmet": JA_NEI,
    "handling": (
        "vold_enkelt", "vold_gjentatt", "vold_alvorlig", "trusler_enkelt", "drap_plan", "voldtekt",
        "seksuell_omgang_misbruk", "seksuell_omgang_under14", "seksuell_omgang_14_15", "seksuell_omgang_stebarn",
        "incest", "seksuell_krenkelse_annen", "bildedeling", "ssa_gronn", "ssa_gul", "ssa_rod", "tvangsekteskap",
        "kjonnslemlestelse", "menneskehandel", "frihetsberovelse", "hensettelse", "omsorgssvikt",
        "sykdom_ubehandlet", "atferd_alvorlig", "rus_i_graviditet", "okonomisk", "selvmord", "fare_egen_handling",
        "annet", "ingen_konkret", UKJENT,
    ),
    "tid": ("fortid_avsluttet", "pagar", "forestaende", UKJENT),
    "sikkerhet": ("vet", "mest_sannsynlig", "grunn_til_a_tro", "vag", UKJENT),
    "kan_avverges": JA_NEI,
    "fare_for_melder": ("ingen", "liv_helse_velferd", "siktelse_egen_eller_naermeste", UKJENT),
    "omsorgsperson": JA_NEI,
    "samtykke": ("ja", "nei", "ikke_spurt", "mangler_kompetanse", UKJENT),
    "alvor": ("alvorlig", "mildere", UKJENT),
    "bvl_kategori": ("a", "b", "c", "d", "e", "ingen", UKJENT),
    "akutt": JA_NEI,
    "foreldre_beskytter": JA_NEI,
    "jevnbyrdig": JA_NEI,
    "palegg": JA_NEI,
}
"""The values each closed fact takes. ``alder`` and ``utover_alder`` are numbers; ``relasjon`` is open (see
:mod:`tryggsamtale.duties.relations`)."""

AGES = ("alder", "utover_alder")
OLDEST = 120


class FactError(ValueError):
    """A fact that cannot be read. ``field`` names it; the message says what it takes, in Norwegian."""

    def __init__(self, field: str, message: str):
        super().__init__(message)
        self.field = field


@dataclass(frozen=True)
class Facts:
    """One case. What has not been said is ``"ukjent"`` (ages: ``None``)."""

    rolle: str = UKJENT
    i_rollen: str = UKJENT
    utsatt: str = UKJENT
    alder: float | None = None
    barn_i_hjemmet: str = UKJENT
    handling: str = UKJENT
    relasjon: str = UKJENT
    tid: str = UKJENT
    sikkerhet: str = UKJENT
    kan_avverges: str = UKJENT
    fare_for_melder: str = UKJENT
    omsorgsperson: str = UKJENT
    samtykke: str = UKJENT
    alvor: str = UKJENT
    bvl_kategori: str = UKJENT
    akutt: str = UKJENT
    foreldre_beskytter: str = UKJENT
    jevnbyrdig: str = UKJENT
    utover_alder: float | None = None
    palegg: str = UKJENT

    def known(self) -> dict[str, Any]:
        """What has been said, by name."""
        return {name: value for name, value in vars(self).items() if value not in (None, UKJENT)}


NAMES = tuple(field.name for field in fields(Facts))


def _age(name: str, value: Any) -> float | None:
    if value is None or value == UKJENT:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= OLDEST:
        raise FactError(name, f"«{name}» må være et tall fra 0 til {OLDEST}, eller null når alderen er ukjent.")
    return value


def _closed(name: str, value: Any) -> str:
    if name == "bvl_kategori" and value is None:
        return "ingen"
    if value is None:
        return UKJENT
    if value not in VALUES[name]:
        raise FactError(name, f"«{name}» kan være: {', '.join(VALUES[name])}.")
    return value


def parse(raw: Any) -> Facts:
    """Facts from a JSON object.

    A missing, null or ``"ukjent"`` value is unknown; only ``bvl_kategori: null`` says that no letter fits.
    Raises :class:`FactError` for an unknown field, a value outside the list, or something that is no object.
    """
    if not isinstance(raw, Mapping):
        raise FactError("facts", "Fakta må være et JSON-objekt, for eksempel {\"rolle\": \"larer_offentlig\"}.")
    known: dict[str, Any] = {}
    for name, value in raw.items():
        if name not in NAMES:
            raise FactError(str(name), f"Ukjent felt «{name}». Feltene er: {', '.join(NAMES)}.")
        if name in AGES:
            known[name] = _age(name, value)
        elif name == "relasjon":
            if value is not None and not isinstance(value, str):
                raise FactError(name, "«relasjon» må være et ord, for eksempel forelder, partner eller jevnaldrende.")
            known[name] = value or UKJENT
        else:
            known[name] = _closed(name, value)
    return Facts(**known)
