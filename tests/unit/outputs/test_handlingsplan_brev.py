"""The letter about a municipality's plan: it can be sent as it is, and the page after it is for the sender."""

from __future__ import annotations

import pytest

from tests.unit.outputs.examples import MADE_ON, POOR_PLAN
from tests.unit.outputs.reading import blocks, headings, word
from tryggsamtale.dialogues.catalogue import HANDLINGSPLAN_SJEKK
from tryggsamtale.outputs.documents import offers, render
from tryggsamtale.outputs.handlingsplan_brev import WORDING
from tryggsamtale.wording import LOCALES

each_kind = pytest.mark.parametrize("kind", ["docx", "html"])


def test_there_is_one_document(kept):
    [document] = offers(HANDLINGSPLAN_SJEKK.result(POOR_PLAN, MADE_ON).output)
    assert document["kind"] == "handlingsplan_brev" and document["content"] == kept("handlingsplan_brev")


@each_kind
@pytest.mark.parametrize("locale", LOCALES)
def test_the_letter_comes_before_the_check(kept, rendered, kind, locale):
    letter = kept("handlingsplan_brev")["check"]["letter"]
    file = rendered("handlingsplan_brev", kind, locale)
    assert [text for level, text in headings(file, kind) if level == 1] == [
        letter["subject"][locale], WORDING["sjekk"][locale],
    ]
    text = blocks(file, kind)
    lines = [one[locale] for one in (*letter["paragraphs"], *letter["wishes"])]
    lines += [question[locale] for one in letter["asks"] for question in one["questions"]]
    check = text.index(WORDING["sjekk"][locale])
    assert [line for line in lines if line not in text[:check]] == []


@each_kind
def test_the_letter_itself_bears_no_mark_of_the_program(rendered, kind):
    file = rendered("handlingsplan_brev", kind, "nb")
    text = blocks(file, kind)
    letter = text[text.index("Planen mot seksuelle overgrep mot barn"): text.index(WORDING["sjekk"]["nb"])]
    assert not [line for line in letter if "Tryggsamtale" in line or "[1]" in line]


def test_no_page_of_the_letter_has_a_foot_and_the_check_has_one(rendered):
    letter, check = word(rendered("handlingsplan_brev", "docx", "nb")).sections
    assert letter.footer.paragraphs[0].text == "" and not letter.different_first_page_header_footer
    assert "Laget" in check.footer.paragraphs[0].text


@each_kind
def test_each_criterion_stands_with_what_was_found(rendered, kind):
    text = blocks(rendered("handlingsplan_brev", kind, "nb"), kind)
    found = {line: text[at + 1] for at, line in enumerate(text[:-1])}
    assert found["Rutiner ved mistanke og når det haster, blir øvd på"] == "Ja"
    assert found["Innbyggerne får informasjon og kampanjer"] == "Nei"
    assert found["Den handler bare om seksuelle overgrep mot barn"] == "Nei"


def test_what_is_not_known_is_said_to_be_unknown():
    output = HANDLINGSPLAN_SJEKK.result({**POOR_PLAN, "krav": "vet_ikke"}, MADE_ON).output
    text = blocks(render(output.plain(), "docx", "nb"), "docx")
    assert text[text.index("Innbyggerne får informasjon og kampanjer") + 1] == "Vet ikke"
