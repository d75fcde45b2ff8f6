"""The filled template and the checklist: the form of the source, and nothing in it that identifies."""

from __future__ import annotations

import re

import pytest

from tests.unit.outputs.reading import blocks, headings, word
from tryggsamtale.outputs.trygghetssamtale import WORDING
from tryggsamtale.rehearsal.points import CHECKLIST
from tryggsamtale.wording import LOCALES

each_kind = pytest.mark.parametrize("kind", ["docx", "html"])
each_locale = pytest.mark.parametrize("locale", LOCALES)


@each_kind
@each_locale
def test_the_headings_are_those_of_the_form_in_their_order(rendered, kind, locale):
    words = WORDING["overskrifter"]
    own = ("paminnelser", "for", "etter", "logg", "fortalt", "kilder", "om")
    assert headings(rendered("trygghetssamtale", kind, locale), kind) == [
        (1, WORDING["titler"]["trygghetssamtale"][locale]),
        *((2, words[name][locale]) for name in ("ungdom", "foresatt", "saken", "a", "b", "c", "d", "e", *own)),
    ]


def test_the_form_has_the_headings_of_the_source(rendered, kept):
    titles = [text for _, text in headings(rendered("trygghetssamtale", "docx", "nb"), "docx")]
    for heading in (
        "Mal for gjennomføring av Trygghetssamtalen", "Kontaktinformasjon ungdom", "Kontaktinformasjon foresatt/verge",
        "Informasjon om Trygghetsprogrammet", "Fornærmede får sette ord på utryggheten",
        "Hva kan ungdommen og familien selv gjøre?", "Hva kan politiet og samarbeidspartnere gjøre?",
    ):
        assert [title for title in titles if title.endswith(heading)], heading


@each_kind
def test_what_identifies_is_a_blank_line_to_fill_in_by_hand(rendered, kind):
    text = blocks(rendered("trygghetssamtale", kind, "nb"), kind)
    for name in ("Navn", "Telefon og adresse", "Anmeldelsesnummer", "Dato, klokkeslett og sted", "Trygghetsguide"):
        for place in (at for at, line in enumerate(text) if line == name):
            if text[place - 1] != "Rolle":
                assert text[place + 1] == "", name


@each_kind
def test_what_was_chosen_and_written_stands_in_its_section(rendered, kind):
    text = blocks(rendered("trygghetssamtale", kind, "nb"), kind)
    words = {name: heading["nb"] for name, heading in WORDING["overskrifter"].items()}
    b = text[text.index(words["b"]): text.index(words["c"])]
    c = text[text.index(words["c"]): text.index(words["d"])]
    d = text[text.index(words["d"]): text.index(words["e"])]
    assert "Utrygt på bussen." in "\n".join(b)
    assert "En voksen følger eller kjører" in c and "Ta en annen buss" in c
    assert "Hvor ofte: Hver uke" in d and "Kontaktform: Melding, Møtes" in d


@each_kind
def test_the_points_are_ticked_as_they_were(rendered, kind):
    text = blocks(rendered("trygghetssamtale", kind, "nb"), kind)
    ticked = {text[at + 1] for at, line in enumerate(text) if line == "☒ gjort"}
    done = {"a1", "a2", "a3", "a4", "b1", "b2_geo", "d1", "d4", "e1"}
    assert ticked == {CHECKLIST[point].label.nb for point in done}
    assert text.count("☐") == len(CHECKLIST) - len(done)


@each_kind
def test_the_dates_to_remember_stand_in_words(rendered, kind):
    text = "\n".join(blocks(rendered("trygghetssamtale", kind, "nb"), kind))
    assert all(day in text for day in ("30. november 2026", "7. desember 2026", "14. desember 2026"))


@each_kind
@each_locale
def test_the_checklist_has_every_point_and_how_to_say_it_and_nothing_to_fill_in(rendered, kind, locale):
    text = blocks(rendered("sjekkliste", kind, locale), kind)
    for point in CHECKLIST.values():
        assert point.label[locale] in text and f"«{point.say[locale]}»" in text
    assert WORDING["overskrifter"]["ungdom"][locale] not in text
    assert WORDING["overskrifter"]["etter"][locale] not in text


@pytest.mark.parametrize("name", ["trygghetssamtale", "sjekkliste", "ovelse"])
def test_the_file_opens_in_word_with_its_title_and_language(rendered, name):
    document = word(rendered(name, "docx", "nn"))
    assert document.core_properties.title and document.core_properties.language == "nn-NO"


@each_locale
def test_no_number_of_a_person_is_in_it(rendered, locale):
    text = "\n".join(blocks(rendered("trygghetssamtale", "docx", locale), "docx"))
    assert not re.search(r"(?:\d[ .]?){8}", re.sub(r"\d+\. \w+ 20\d\d", "", text))
