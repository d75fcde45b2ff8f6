from __future__ import annotations

import re
from string import Formatter

import pytest

from tryggsamtale.knowledge import CONTACTS, ROOM
from tryggsamtale.knowledge.contacts import Directory
from tryggsamtale.knowledge.sources import KINDS, sources
from tryggsamtale.knowledge.topics import TOPICS, topic
from tryggsamtale.wording import LOCALES, Text, load

PARTS = ("short", "more")
PROPER = {
    "Alarmtelefonen", "BUP", "Bufdir", "Helse", "Kompetanseteamet", "Mental", "Meråker", "NAV", "Nasjonalt", "Nok",
    "Nok.-sentera", "Nok.-sentrene", "SLT-koordinatoren", "SMISO", "SSA", "Statens", "Støttesenteret", "Trafikklyset",
    "Trondheim", "Trygghetsprogrammet", "TryggEst", "V27", "VO-linja", "VO-linjen",
}
FORBIDDEN = ("§ 169", "§169", "6-4", "45 ulike", "45 straffebud", "§ 285", "800 57 000")

everywhere = pytest.mark.parametrize(
    ("name", "part", "locale"), [(name, part, locale) for name in TOPICS for part in PARTS for locale in LOCALES]
)


@pytest.fixture
def safe() -> Directory:
    return Directory()


def raw(name: str) -> dict:
    return load(ROOM / "topics" / f"{name}.yml")


def test_every_topic_of_the_contract_has_one_file_and_no_file_is_left_over():
    assert sorted(TOPICS) == sorted(path.stem for path in (ROOM / "topics").glob("*.yml"))
    assert len(set(TOPICS)) == len(TOPICS) == 26


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_has_exactly_the_parts_an_editor_fills_in_each_in_both_languages(name):
    content = raw(name)
    assert set(content) == {"title", "short", "more", "contacts", "sources"}
    assert all(isinstance(content[part], Text) and content[part][locale]
               for part in ("title", "short", "more") for locale in LOCALES)
    assert content["short"].nb != content["short"].nn and content["more"].nb != content["more"].nn


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_cites_known_sources_and_known_contacts(name, safe):
    found = topic(name, safe)
    assert found.sources == sources(raw(name)["sources"]) and found.sources
    assert safe.contacts(found.contacts) is not None


@everywhere
def test_the_text_is_easy_to_read(name, part, locale, lix, safe):
    assert lix(getattr(topic(name, safe), part)[locale]) <= 45


@pytest.mark.parametrize("name", TOPICS)
def test_the_short_answer_is_short_and_the_long_one_not_long(name, sentences, words, safe):
    found = topic(name, safe)
    for locale in LOCALES:
        assert 2 <= sentences(found.short[locale]) <= 4
        assert len(words(found.short[locale])) <= 75
        assert len(words(found.more[locale])) <= 125


@pytest.mark.parametrize("name", TOPICS)
def test_both_languages_use_the_same_numbers(name):
    content = raw(name)
    for part in PARTS:
        nb, nn = ([field for _, field, _, _ in Formatter().parse(content[part][locale]) if field] for locale in LOCALES)
        assert nb == nn
        assert re.findall(r"\d+", content[part].nb) == re.findall(r"\d+", content[part].nn)


@everywhere
def test_placeholders_become_numbers_and_no_number_is_written_by_hand(name, part, locale, safe):
    assert "{" not in getattr(topic(name, safe), part)[locale]
    by_hand = [entry["number"] for entry in load(CONTACTS).values() if entry["number"]]
    assert not [number for number in by_hand if re.search(rf"\b{number}\b", raw(name)[part][locale])]
    assert not re.search(r"(?:\d[ .]?){8}", raw(name)[part][locale])


@everywhere
def test_outdated_law_and_unconfirmed_numbers_are_not_repeated(name, part, locale):
    assert not [words for words in FORBIDDEN if words in raw(name)[part][locale]]


@everywhere
def test_no_person_is_named(name, part, locale):
    """A capital inside a sentence is a name: only those of services, places and documents on the list are known."""
    text = raw(name)[part][locale]
    inside = re.findall(r"(?<=[\w,;)] )[A-ZÆØÅ][\w.-]*[\w-]", text)
    assert set(inside) <= PROPER


def test_an_unknown_topic_is_an_error():
    with pytest.raises(KeyError):
        topic("../contacts")


def test_sources_have_what_a_reader_needs_to_find_them():
    for name, source in load(ROOM / "sources.yml").items():
        assert set(source) == {"title", "ref", "kind", "date"}, name
        assert source["kind"] in KINDS and source["ref"] and str(source["date"])
        assert isinstance(source["title"], Text)


def test_every_source_is_used():
    used = {id for name in TOPICS for id in raw(name)["sources"]}
    used |= {id for ids in load(ROOM / "general.yml")["kilder"].values() for id in ids}
    assert used == set(load(ROOM / "sources.yml"))


@pytest.mark.parametrize(("name", "fact"), [
    ("trygghetsplan", "hver sjette uke"),
    ("tryggest", "uten å si hvem"),
    ("trygghetsguide", "to uker"),
    ("etterforsker", "kan ikke være guide"),
    ("avvergingsplikt", "Alle har plikt"),
    ("tolk", "Barn skal ikke tolke"),
    ("dokumentasjon", "ikke plikt til å føre journal"),
    ("samtykke", "skriftlig"),
    ("personvern", "60 minutter"),
    ("beskyttelsestiltak", "Det er politiet som gir voldsalarm"),
    ("opplysningsplikt", "innen tre uker"),
    ("trygghetsprogrammet", "samme familie"),
])
def test_the_answer_people_look_for_is_there(name, fact, safe):
    found = topic(name, safe)
    assert fact in f"{found.short.nb} {found.more.nb}".replace("\n", " ")
