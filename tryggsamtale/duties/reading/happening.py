"""Which handling and when: what the acts of a text add up to."""

from __future__ import annotations

from tryggsamtale.duties.reading.acts import Act
from tryggsamtale.duties.reading.patterns import ANYWHERE, OBJECT, Hit, compiled, data, first
from tryggsamtale.duties.reading.relation import Told
from tryggsamtale.duties.reading.words import Sentence

_SIGNALS = data("signals.yml")
_REPEATED = compiled(_SIGNALS["repeated"])
_SINGLE = compiled(_SIGNALS["single"])
_UNDER = 14
_YOUTH = 16

# The first of these that a text tells of is what the case is about: the worse or more special before the rest.
_ORDER = (
    "drap", "egen_fare", "selvmord", "tvangsekteskap", "kjonnslemlestelse", "menneskehandel", "rus_i_graviditet",
    "bildedeling", "ssa_rod", "ssa_gronn", "voldtekt", "sex", "krenkelse", "intimt", "frihetsberovelse", "vold",
    "atferd_alvorlig", "hensettelse", "sykdom_ubehandlet", "okonomisk", "trusler", "omsorgssvikt", "suffer",
    "ingen_konkret",
)
_MODES = ("grave", "coming", "now", "then", "marks")
_NAMES = {"drap": "drap_plan", "trusler": "trusler_enkelt", "krenkelse": "seksuell_krenkelse_annen",
          "egen_fare": "fare_egen_handling"}
_NO_HANDLING = frozenset({"intimt", "suffer"})
_OF_CHILDREN = frozenset({"omsorgssvikt", "sykdom_ubehandlet"})
_CLOSE = frozenset({None, "annen_familie", "jevnaldrende"})
_IN_CHARGE = frozenset({"ansatt_ved_skolen", "ansatt_omsorg", "trener"})


def in_pregnancy(sentences: list[Sentence]) -> Act | None:
    """A pregnant woman who takes drugs or drinks."""
    drugs = first(ANYWHERE["drugs"], sentences) if first(ANYWHERE["pregnant"], sentences) else None
    return Act("rus_i_graviditet", "now", drugs) if drugs else None


def main_act(acts: list[Act]) -> Act | None:
    """The act that the case is about; of several of a kind the gravest, then one that goes on."""
    return min(acts, key=lambda act: (_ORDER.index(act.group), _MODES.index(act.mode), act.hit), default=None)


def handling(act: Act | None, acts: list[Act], sentences: list[Sentence], kind: str | None, age: float | None,
             relation: str | None) -> Told | None:
    """The value of ``handling``; nothing where the act could be counted as more than one."""
    if act is None or act.group in _NO_HANDLING or (act.group in _OF_CHILDREN and kind != "barn"):
        return None
    if act.group == "vold":
        return _violence(act, acts, sentences)
    between_children = relation in _CLOSE and _several_children(act, sentences)
    if act.group in {"sex", "krenkelse"} and between_children:
        return None
    if act.group == "sex":
        return _sexual(act, sentences, kind, age, relation)
    if act.group == "voldtekt" and (first(ANYWHERE["survivor"], sentences) or _may_be_under_14(kind, age)):
        return None
    if act.group == "trusler" and (first(ANYWHERE["more_than_words"], sentences) or first(_REPEATED, sentences)):
        return None  # a plan to kill, or a pattern in a close relationship (§ 282)
    return Told(_NAMES.get(act.group, act.group), act.hit)


def _may_be_under_14(kind: str | None, age: float | None) -> bool:
    return kind == "barn" and (age is None or age < _UNDER)


def _several_children(act: Act, sentences: list[Sentence]) -> bool:
    return len(ANYWHERE["children_named"].findall(sentences[act.hit.sentence].text)) > 1


def _violence(act: Act, acts: list[Act], sentences: list[Sentence]) -> Told | None:
    """Once, repeated or grave. A habit («slår») is repeated unless a single time is told."""
    if OBJECT["other_children"].match(sentences[act.hit.sentence].text, act.hit.end):
        return None
    told = [one for one in acts if one.group == "vold"]
    by_mode = {mode: [one for one in told if one.mode == mode] for mode in _MODES}
    repeated, single = first(_REPEATED, sentences), first(_SINGLE, sentences)
    if by_mode["grave"]:
        return None if repeated or by_mode["now"] else Told("vold_alvorlig", by_mode["grave"][0].hit)
    if by_mode["now"]:
        once = single or first(ANYWHERE["right_now"], sentences)
        return None if once and not repeated else Told("vold_gjentatt", by_mode["now"][0].hit)
    if not by_mode["then"]:
        return None
    if repeated:
        return None if single else Told("vold_gjentatt", by_mode["then"][0].hit)
    return Told("vold_enkelt", by_mode["then"][0].hit) if single or by_mode["marks"] else None


def _sexual(act: Act, sentences: list[Sentence], kind: str | None, age: float | None,
            relation: str | None) -> Told | None:
    """The paragraph depends on age and relation: no value while one of them is open."""
    if kind == "barn":
        if age is None or (age < _UNDER and relation == "forelder"):
            return None
        if age < _UNDER:
            return Told("seksuell_omgang_under14", act.hit)
        if relation in {"steforelder", "fosterforelder", "forelder"}:
            return Told("incest" if relation == "forelder" else "seksuell_omgang_stebarn", act.hit)
        if age < _YOUTH:
            return Told("seksuell_omgang_14_15", act.hit) if relation in {"kjaereste", "jevnaldrende"} else None
    if relation in _IN_CHARGE and first(ANYWHERE["with_sex"], sentences):
        return Told("seksuell_omgang_misbruk", act.hit)
    return None


def time(act: Act | None, acts: list[Act], sentences: list[Sentence], signs: dict[str, Hit]) -> Told | None:
    """The value of ``tid``: about to happen before going on, going on before over; silent when the signs disagree."""
    ended, past, coming = first(ANYWHERE["ended"], sentences), signs.get("fortid_avsluttet"), signs.get("forestaende")
    if act is None:
        return Told("fortid_avsluttet", ended) if ended and not coming and "pagar" not in signs else None
    if act.mode == "coming" or coming:
        return Told("forestaende", act.hit if act.mode == "coming" or coming is None else coming)
    if act.group in {"selvmord", "egen_fare"}:
        return None
    going = next((one.hit for one in acts if one.mode == "now" and one.group == act.group), None)
    if going and act.group != "ingen_konkret":
        return None if past else Told("pagar", going)
    if past:
        still = "pagar" in signs or first(ANYWHERE["still"], sentences)
        return None if still else Told("fortid_avsluttet", past)
    return Told("pagar", signs["pagar"]) if "pagar" in signs else None
