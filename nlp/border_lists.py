"""Build the border's lists of names, places and words: `python -m nlp.border_lists` (dependency group `nlp`).

Each list is what its sources hold, more that we wrote ourselves, less what we took out: both stand in
`lists/border_*.txt`. What comes from where, and under which licence, is told in `tryggsamtale/border/lists/README.md`.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterable
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import wordfreq

from nlp.names import sections, towns

BORDER = Path(__file__).parents[1] / "tryggsamtale" / "border" / "lists"
# Faker's languages whose names are written in Latin letters and met in Norway.
_LOCALES = (
    *("no_NO", "da_DK", "sv_SE", "fi_FI", "et_EE", "lv_LV", "lt_LT", "pl_PL", "tr_TR", "ro_RO", "hr_HR", "es_ES"),
    *("en_GB", "en_PK", "en_IN", "de_DE", "en_KE", "en_NG", "pt_PT", "fr_FR", "vi_VN"),
)
_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Of 10 million words one: rarer forms say nothing of what people write, and take more names for words.
_COMMON = 2.0  # Zipf


def first_names() -> set[str]:
    """Every part of a first name: «Anne Lise» gives two."""
    names = _own("first_names") | _faker("first_names")
    return {part for name in names for part in name.split() if _is_latin(part)}


def surnames() -> set[str]:
    return {name for name in _own("surnames") | _faker("last_names") if _is_latin(name)}


def places() -> set[str]:
    names = {town.lower() for town in towns()} | _own("places")
    return {name for name in names if all(map(_is_latin, name.split()))}


def words() -> set[str]:
    """Forms of Norsk ordbank that are common; how common decides what is taken, and is not kept."""
    data = files("spacy_lookups_data") / "data"
    forms = set(json.loads(gzip.decompress((data / "nb_lemma_lookup.json.gz").read_bytes())))
    for lemmas_of in json.loads(gzip.decompress((data / "nb_lemma_exc.json.gz").read_bytes())).values():
        forms |= set(lemmas_of) | {lemma for lemmas in lemmas_of.values() for lemma in lemmas}
    return {
        form
        for form in forms
        if form.isalpha() and form.islower() and len(form) > 1 and wordfreq.zipf_frequency(form, "nb") >= _COMMON
    }


def _own(file: str) -> set[str]:
    """Our own lists for training, without what is held out for measuring."""
    return {name.lower() for section, names in sections(file).items() if section != "held" for name in names}


def _faker(kind: str) -> set[str]:
    providers = [import_module(f"faker.providers.person.{locale}").Provider for locale in _LOCALES]
    return {
        name.lower()
        for provider in providers
        for field in dir(provider)
        if field.startswith(kind)
        for name in getattr(provider, field)
    }


def _is_latin(name: str) -> bool:
    letters = filter(str.isalpha, name)
    return len(name) > 1 and bool(_NAME.fullmatch(name)) and all("LATIN" in unicodedata.name(it, "") for it in letters)


LISTS = {
    "first_names": (first_names, "First names, lower case. From Faker (MIT) and our own."),
    "surnames": (surnames, "Surnames, lower case. From Faker (MIT) and our own."),
    "places": (places, "Towns, districts, villages, regions, lower case. From GeoNames (CC BY 4.0) and our own."),
    "words": (words, "Everyday words in all forms. From Norsk ordbank (Språkbanken, CC BY 4.0) and our own."),
}


def changed(name: str, entries: Iterable[str]) -> list[str]:
    """The entries with our own additions and without what we took out, sorted."""
    ours = sections(f"border_{name}")
    return sorted(set(entries) - set(ours["not"]) | set(ours["more"]))


def main() -> None:
    for name, (source, head) in LISTS.items():
        entries = changed(name, source())
        (BORDER / f"{name}.txt").write_text("\n".join([f"# {head}", *entries, ""]), encoding="utf-8")
        print(f"{name}: {len(entries)}")


if __name__ == "__main__":
    main()
