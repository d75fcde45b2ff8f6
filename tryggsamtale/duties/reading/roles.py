"""The user's own role: from «jeg er lærer», «som prest», «vi på skolen», never from what others are."""

from __future__ import annotations

from typing import NamedTuple

from tryggsamtale.duties.reading.ages import own_age
from tryggsamtale.duties.reading.patterns import Hit, compiled, data, expression, first
from tryggsamtale.duties.reading.words import Sentence

_DATA = data("roles.yml")
_GENERAL = _DATA["classes"]["general"]

# Words that may stand between «jeg er» and the title: not those that lead over to somebody else.
_OVER = ("til|av|med|for|ikke|hos|redd|mor|far|at|bekymret|gift|kjæreste|nabo|sammen|datter|søster|bror|venn|kollega|"
         "sønn|uenig|elev|som|der|og jeg")
_ADJ = rf"(?:(?!(?:{_OVER}) )[^ ,]+ )"
_BEGIN = r"(?:(?<=\A )|(?<=, )|(?<=\A hei ))"
# «Læreren på skolen mener …» is about somebody else.
_INDEFINITE = r"(?![^ ]+en )"
_WORK = r"(?:jobber|arbeider|underviser|vikarierer|er ansatt|er i praksis|leder|driver)"
_AT = r"(?:(?:i|på|ved|hos|for|med|innen) )"


def _titles(titles: str) -> list[str]:
    return [
        rf"jeg er {_ADJ}{{0,3}}(?:{titles})",
        rf"jeg (?:jobber|arbeider) som {_ADJ}{{0,2}}(?:{titles})",
        rf"som {_ADJ}?{_INDEFINITE}(?:{titles})(?= (?:har|er|ser|fikk|må|,|i|på|ved|møter|hører|kjenner))",
        rf"{_BEGIN}(?:er )?(?:en )?{_ADJ}?{_INDEFINITE}(?:{titles})(?= (?:her |på |i |ved |, |med |\Z))",
        rf"{_BEGIN}er (?:en )?(?:{titles})",
    ]


def _places(places: str) -> list[str]:
    return [
        rf"(?:jeg|vi) {_WORK} {_ADJ}{{0,3}}?{_AT}?{_ADJ}{{0,3}}?(?:{places})",
        rf"{_BEGIN}(?:{_WORK}) {_ADJ}{{0,3}}?{_AT}{_ADJ}{{0,3}}?(?:{places})",
        rf"(?:vi|oss|her|lærer|vår) {_AT}{_ADJ}{{0,2}}(?:{places})",
        rf"(?:{places}) (?:vår|der jeg (?:jobber|arbeider|er))",
        rf"jeg er {_ADJ}{{0,3}}?{_GENERAL} {_ADJ}?{_AT}?{_ADJ}{{0,2}}?(?:{places})",
        rf"{_BEGIN}(?:er )?{_GENERAL} {_AT}{_ADJ}{{0,2}}?(?:{places})",
        rf"som {_ADJ}?{_GENERAL} {_AT}{_ADJ}{{0,2}}?(?:{places})",
        rf"(?<=\A )i (?:{places}) (?:går|møter|har|ser|besøker|kommer|hjelper) jeg",
    ]


_ROLES = _DATA["roles"]
_TITLES = {role: compiled(_titles(expression(words["titles"]))) for role, words in _ROLES.items() if words["titles"]}
_PLACES = {role: compiled(_places(expression(words["places"]))) for role, words in _ROLES.items() if words["places"]}
_BARE_PLACES = {role: compiled(words["places"]) for role, words in _ROLES.items() if words["places"]}
_THERE = compiled(rf"jeg (?:jobber|arbeider|er {_GENERAL}) (?:her|der)")
_PRIVATE, _OFF_DUTY, _ON_DUTY = (compiled(_DATA[name]) for name in ("private_signs", "off_duty", "on_duty"))
_WEAK = {role: compiled(signs) for role, signs in _DATA["weak_signs"].items()}
_OWNED = {"barnehage_kommunal": "barnehage_privat", "larer_offentlig": "larer_privat"}
_NO_OFFICE = frozenset({"privatperson", "barn_selv", "forelder_selv"})


class Role(NamedTuple):
    """The role, the words for it, and whether (``ja``, ``nei``) and by which words what is told was learnt in it."""

    value: str
    hit: Hit
    in_role: str
    in_role_hit: Hit


def _stated(sentences: list[Sentence]) -> tuple[str, Hit] | None:
    """The role said first; of several that begin at the same word, the one by title, then the more special."""
    found = []
    for kind, patterns in enumerate((_TITLES, _PLACES)):
        for order, (name, pattern) in enumerate(patterns.items()):
            hit = first(pattern, sentences)
            if hit:
                found.append((name == "privatperson", hit.sentence, hit.start, kind, order, name, hit))
    if found:
        return min(found)[-2:]
    for patterns in ([_BARE_PLACES] if first(_THERE, sentences) else []) + [_WEAK]:
        for name, pattern in patterns.items():
            hit = first(pattern, sentences)
            if hit:
                return name, hit
    return None


def role(sentences: list[Sentence]) -> Role | None:
    """What the user says about the own role, or None."""
    own = own_age(sentences)[1]
    if own:
        return Role("barn_selv", own, "ja", own)
    stated = _stated(sentences)
    if not stated:
        hit = first(_PRIVATE, sentences)
        return Role("privatperson", hit, "ja", hit) if hit else None
    value, hit = stated
    if value in _OWNED and first(_BARE_PLACES[_OWNED[value]], sentences):
        value = _OWNED[value]
    if value in _NO_OFFICE:
        return Role(value, hit, "ja", hit)
    off = first(_OFF_DUTY, sentences)
    return Role(value, hit, "nei", off) if off else Role(value, hit, "ja", first(_ON_DUTY, sentences) or hit)
