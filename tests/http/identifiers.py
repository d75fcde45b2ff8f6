"""Identifiers as people write them, made anew: what must never come out again."""

from __future__ import annotations

import random
import re

FIRST, LAST, PLACES, NAMED = (words.split() for words in (
    "Synnøve Torstein Ragnhild Kjetil Ingeborg Amalie Halvard Solveig Mohammed Fatima Abdirahman Ayaan Agnieszka Piotr "
    "Oleksandr Yusuf Leyla Thuy Máret Niillas",
    "Haugerud Bakkelund Fjelldal Nordtveit Solbraa Kvamme Østgaard Myklebust Hassan Abdullahi Kowalska Wiśniewski "
    "Shevchenko Nguyen Somby Utsi Rønningen Skjelbred Tveiten Ramstad",
    "Steinkjer Narvik Sandnes Kongsvinger Levanger Mandal Hammerfest Flekkefjord Notodden Brønnøysund Harstad Karasjok "
    "Lillesand Namsos Haugesund Larvik Kragerø Arendal Farsund Molde",
    "Solhaug Granli Furuly Myrvang Bjørkeli Nordlia Skogheim Fjellhamar Ekornlia Tussmyra",
))
KINDS = ("barnehage", "skole", "ungdomsskole", "sykehjem", "bofellesskap")


def told(seed: int = 196) -> list[tuple[str, list[str]]]:
    """Sentences and the names in them, a hundred and more: people, places, schools and other workplaces."""
    dice = random.Random(seed)
    people = dice.sample([f"{first} {last}" for first in FIRST for last in LAST], len(PLACES) + len(NAMED) * len(KINDS))
    workplaces = [f"{name} {kind}" for name in NAMED for kind in KINDS]
    boys, mothers = people[: len(PLACES)], people[len(PLACES):]
    pairs = [("Gutten heter {} og bor i {}.", both) for both in zip(boys, PLACES, strict=True)]
    pairs += [("Jeg jobber på {}, og moren hans heter {}.", both) for both in zip(workplaces, mothers, strict=True)]
    return [(frame.format(*both), list(both)) for frame, both in pairs]


def structured(seed: int = 196) -> list[str]:
    """A hundred different identifiers of every structured type, as people write them."""
    dice = random.Random(seed)

    def digits(number: int) -> str:
        return "".join(dice.choices("0123456789", k=number))

    def fnr(day: int, month: int) -> str:
        return f"{dice.randint(1, 28) + day:02}{dice.randint(1, 12) + month:02}{dice.randint(10, 99)}{digits(5)}"

    def grouped(value: str, *sizes: int, by: str = " ") -> str:
        return by.join(value[sum(sizes[:i]):sum(sizes[: i + 1])] for i in range(len(sizes)))

    def mobile() -> str:
        return dice.choice("49") + digits(7)

    def word() -> str:
        return "".join(dice.choices("bdfgklmnprst", k=3) + dice.choices("aeiouy", k=2)) + digits(3)

    found: list[str] = []
    for day, month in ((0, 0), (40, 0), (0, 40), (0, 80), (40, 40)):
        found += [fnr(day, month), grouped(fnr(day, month), 6, 5), grouped(fnr(day, month), 2, 2, 2, 3, 2, by=".")]
    for sizes in ((8,), (3, 2, 3), (2, 2, 2, 2), (4, 4), (2, 3, 3), (1, 1, 1, 1, 1, 1, 1, 1)):
        found += [grouped(mobile(), *sizes), grouped(mobile(), *sizes, by="-") if len(sizes) > 1 else mobile()]
    found += [f"+47 {grouped(mobile(), 3, 2, 3)}", f"0047{mobile()}", f"+47{mobile()}", f"({mobile()})"]
    found += [f"{word()}.{word()}@{host}" for host in ("gmail.com", "skole.kommune.no", "hotmail.no")]
    found += [f"{word()} (at) {word()}.no", f"{word()}@{word()}.com", f"{word()}_{word()}@online.no"]
    found += [grouped(digits(11), 4, 2, 5, by=by) for by in (".", " ", ".")]
    found += [f"{letters}{digits(5)}" for letters in ("EK ", "DR", "zt ", "BS-")]
    found += [f"{street} {dice.randint(100, 999)}" for street in ("Storgata", "Kirkeveien", "Bjørkelia", "Fjellbakken")]
    found += [f"Nedre Skogveg {dice.randint(100, 999)}B"]
    found += [f"@{word()}" for _ in range(5)] + [f"snap: {word()}x" for _ in range(3)]
    found += [f"https://www.{word()}.no/{word()}", f"http://{word()}.com", f"www.facebook.com/{word()}"]
    found += [f"{word()}.no/{word()}"]
    found += [f"saksnummer 20{digits(2)}/{digits(5)}" for _ in range(3)] + [f"24-{digits(6)}TVI-TOSL/08"]
    found += [f"{dice.randint(1, 28):02}.{dice.randint(1, 12):02}.20{dice.randint(10, 25)}" for _ in range(4)]
    found += [f"{dice.randint(1, 28)}. {month} 20{dice.randint(10, 25)}" for month in ("januar", "mars", "desember")]
    return list(dict.fromkeys(found))


def needles(identifier: str) -> list[str]:
    """What of an identifier tells who it is: its core as typed, its longer words, its digits where many."""
    if re.fullmatch(r"[^\W\d]+( [^\W\d]+)*", identifier):
        return [identifier, *(part for part in identifier.split() if len(part) > 5 and part not in KINDS)]
    core = re.sub(r"^(snap: |saksnummer |@|\+47 ?|0047|https?://|\()|\)$", "", identifier)
    number = re.sub(r"\D", "", core)
    return [core, number] if len(number) >= 8 and not re.search(r"[a-zæøå]{3}", core) else [core]
