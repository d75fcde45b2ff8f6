"""Sentences out of templates: what somebody writes to us, with generated names in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from random import Random

from .names import held_out, pool, sections
from .sentence import Piece, Sentence, joined

TEMPLATES = Path(__file__).parent / "templates"
FORMS = ("nb", "nn", "dialekt", "sms", "ordnavn", "uten")
# What stands between two sentences: after a full stop, and where none was written.
_BETWEEN = {True: (" ",), False: (", ", ". ", " ", " og ", "\n", " ... ")}
# Slots for people without a name. Now and then a name stands there, so that a sentence alone gives nothing away.
_PEOPLE = frozenset({"familie", "familie_nn", "barn", "yrke"})
_SLOT = re.compile(r"\{(\w+)\}")


@lru_cache
def templates(form: str, held: bool) -> tuple[str, ...]:
    """The templates of one file, either those for training or those held out."""
    lines = (TEMPLATES / f"{form}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#") and held_out(line, one_in=6) == held)


def sentence(rng: Random, form: str, held: bool = False) -> Sentence:
    """One message of this form, often of more than one sentence.

    Args:
        rng: draws everything.
        form: one of `FORMS`.
        held: take both templates and names from those held out of training.
    """
    result = filled(rng.choice(templates(form, held)), rng, held, named_people=not held)
    while rng.random() < 0.3:
        beside = filled(rng.choice(templates(rng.choice((form, "uten")), held)), rng, held, named_people=not held)
        first, second = rng.sample((result, beside), 2)
        result = joined([*first.pieces, Piece(rng.choice(_BETWEEN[first.text[-1] in ".!?"])), *second.pieces])
    return result


def filled(template: str, rng: Random, held: bool = False, named_people: bool = False) -> Sentence:
    """A template with every slot filled.

    Args:
        template: text with slots in braces.
        rng: draws what fills them.
        held: draw names held out of training.
        named_people: let names stand in slots for ordinary words about people too.

    Raises:
        KeyError: the template has a slot that nothing fills.
    """
    names, pieces, at = Names(rng, held, named_people), [], 0
    for slot in _SLOT.finditer(template):
        pieces.append(Piece(template[at : slot.start()]))
        pieces.extend(names.fill(slot[1]))
        at = slot.end()
    result = joined([*pieces, Piece(template[at:])])
    # A sentence with a full stop starts with a capital, also where an ordinary word stands first.
    if template[-1] in ".!?" and result.pieces[0].label is None:
        text = result.pieces[0].text
        return Sentence((Piece(text[0].upper() + text[1:]), *result.pieces[1:]))
    return result


class Names:
    """Draws what stands in a slot: a name with its label, or an ordinary word."""

    def __init__(self, rng: Random, held: bool = False, named_people: bool = False) -> None:
        self.rng, self.held, self.named_people = rng, held, named_people

    def fill(self, slot: str) -> list[Piece]:
        """The pieces for a slot: see `SLOTS` for names and `words.txt` for ordinary words."""
        if slot in SLOTS:
            label, draw = SLOTS[slot]
            return [Piece(draw(self), label)]
        if slot == "adresse":
            return [Piece(self.street(), "LOCATION"), Piece(f", {self.postcode()} "), Piece(self.place(), "LOCATION")]
        if slot in _PEOPLE and self.named_people and self.rng.random() < 0.25:
            return [Piece(self.person(), "PERSON")]
        if slot in NUMBERS:
            return [Piece(NUMBERS[slot](self.rng))]
        return [Piece(self.rng.choice(sections("words")[slot]))]

    def pick(self, kind: str) -> str:
        return self.rng.choice(pool(kind, self.held) or pool(kind, False))

    def first(self) -> str:
        if self.rng.random() < 0.04:
            return f"{self.pick('norwegian')}-{self.pick('norwegian')}"
        if self.rng.random() < 0.07:
            return f"{self.pick('norwegian')} {self.pick('norwegian')}"
        return self.pick("norwegian" if self.rng.random() < 0.3 else "first")

    def full(self) -> str:
        last = self.pick("last")
        if self.rng.random() < 0.1:
            last = f"{self.pick('last')}{self.rng.choice(' -')}{last}"
        return f"{self.first()} {last}"

    def person(self) -> str:
        draw = self.rng.random()
        if draw < 0.76:
            return self.first()
        if draw < 0.93:
            return self.full()
        if draw < 0.97:
            return f"{self.first()} {self.pick('last')[0]}."
        return self.pick("last")

    def genitive(self) -> str:
        name = self.person().rstrip(".")
        return name + ("'" if name[-1] in "sxz" else "s")

    def place(self) -> str:
        if self.rng.random() < 0.15:
            return self.rng.choice(sections("streets")["forledd"]) + self.pick_word("places/endelse")
        return self.pick("place")

    def street(self) -> str:
        if self.rng.random() < 0.35:
            name = self.pick("streets/hele")
        else:
            parts = sections("streets")
            name = self.rng.choice(parts["forledd"]) + self.rng.choice(parts["endelse"])
        number = str(self.rng.randint(1, 140)) + (self.rng.choice(["", " "]) + self.rng.choice("ABCD")) * (
            self.rng.random() < 0.25
        )
        return f"{name} {number}"

    def postcode(self) -> str:
        return f"{self.rng.randint(1, 9990):04d}"

    def proper(self, kind: str) -> str:
        """What a school or a home is called after: its own name, a place, a person or a made-up farm."""
        draw = self.rng.random()
        if draw < 0.45:
            return self.pick(kind)
        if draw < 0.7:
            return self.place()
        parts = sections("streets")
        return self.rng.choice(parts["forledd"]) + self.rng.choice(parts["endelse"]).removesuffix("en")

    def named(self, name_kind: str, word_kind: str) -> str:
        name = self.proper(name_kind)
        if len(name) > 6 and self.rng.random() < 0.04:
            name = name[: self.rng.randint(4, len(name) - 2)] + "."
        return f"{name} {self.pick_word(word_kind)}"

    def pick_word(self, kind: str) -> str:
        file, section = kind.split("/")
        return self.rng.choice(sections(file)[section])

    def kindergarten(self) -> str:
        if self.rng.random() < 0.15:
            return self.proper("organisations/barnehagenavn")
        return self.named("organisations/barnehagenavn", "organisations/barnehageord")

    def department(self) -> str:
        return self.pick_word("organisations/avdeling")

    def school(self) -> str:
        return self.named("place", "organisations/skoleord")

    def home(self) -> str:
        if self.rng.random() < 0.15:
            return self.pick("organisations/heimnavn")
        return self.named("organisations/heimnavn", "organisations/heimord")

    def centre(self) -> str:
        return self.named("place", "organisations/mottaksord")

    def club(self) -> str:
        return self.named("organisations/klubbnavn", "organisations/klubbord")

    def firm(self) -> str:
        draw = self.rng.random()
        if draw < 0.3:
            return self.pick("organisations/firma")
        if draw < 0.6:
            return f"{self.pick_word('organisations/firma_forst')} {self.pick_word('organisations/firma_sist')}"
        owner = self.rng.choice([self.place, lambda: self.pick("last"), lambda: self.proper("organisations/klubbnavn")])
        return f"{owner()} {self.pick_word('organisations/firmaendelse')}"

    def congregation(self) -> str:
        return self.pick("organisations/menigheter")

    def organisation(self) -> str:
        kinds = (self.kindergarten, self.school, self.school, self.home, self.club, self.firm, self.centre)
        return self.rng.choice(kinds)()


SLOTS: dict[str, tuple[str, Callable[[Names], str]]] = {
    "p": ("PERSON", Names.person),
    "f": ("PERSON", Names.first),
    "fullt": ("PERSON", Names.full),
    "ps": ("PERSON", Names.genitive),
    "ordnavn": ("PERSON", lambda names: names.pick_word("first_names/ordnavn")),
    "sted": ("LOCATION", Names.place),
    "gate": ("LOCATION", Names.street),
    "bhg": ("ORGANISATION", Names.kindergarten),
    "avd": ("ORGANISATION", Names.department),
    "skole": ("ORGANISATION", Names.school),
    "heim": ("ORGANISATION", Names.home),
    "mottak": ("ORGANISATION", Names.centre),
    "klubb": ("ORGANISATION", Names.club),
    "firma": ("ORGANISATION", Names.firm),
    "menighet": ("ORGANISATION", Names.congregation),
    "org": ("ORGANISATION", Names.organisation),
}


def _grouped(rng: Random, *groups: int) -> str:
    return rng.choice([" ", ""]).join(str(rng.randrange(10 ** (n - 1), 10**n)) for n in groups)


NUMBERS: dict[str, Callable[[Random], str]] = {
    "tlf": lambda rng: _grouped(rng, 3, 2, 3),
    "fnr": lambda rng: _grouped(rng, 6, 5),
    "dato": lambda rng: f"{rng.randint(1, 28)}.{rng.choice(['', ' '])}{rng.randint(1, 12)}.{rng.randint(2005, 2026)}",
    "tall": lambda rng: str(rng.randint(2, 17)),
    "saksnr": lambda rng: f"{rng.randint(2015, 2026)}/{rng.randint(10, 9999)}",
    "klasse": lambda rng: f"{rng.randint(1, 10)}{rng.choice(['a', 'b', 'c', 'A', 'B', '.'])}",
    "skilt": lambda rng: f"{rng.choice(['EK', 'DN', 'SU', 'RJ'])}{rng.choice(['', ' '])}{rng.randint(10000, 99999)}",
    "klokke": lambda rng: f"{rng.randint(0, 23):02d}.{rng.choice(['00', '15', '30', '40'])}",
}
