"""The Word file as Word and a screen reader meet it."""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn

from tests.unit.outputs.conftest import DOCUMENTS
from tests.unit.outputs.reading import word
from tryggsamtale.outputs import word_template
from tryggsamtale.outputs.pliktvurdering import WORDING
from tryggsamtale.wording import LOCALES

each_locale = pytest.mark.parametrize("locale", LOCALES)


def _parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", word_template.BODIES)
def test_a_template_is_the_one_its_design_describes(name):
    assert _parts(word_template.build(name)) == _parts(word_template.target(name).read_bytes()), (
        "run: python -m tryggsamtale.outputs.word_template"
    )


@each_locale
def test_the_file_says_its_language_and_title(rendered, locale):
    document = word(rendered("to plikter", "docx", locale))
    languages = {node.get(qn("w:val")) for node in document.styles.element.iter(qn("w:lang"))}
    assert languages == {f"{locale}-NO"}
    assert document.core_properties.language == f"{locale}-NO"
    assert document.core_properties.title == WORDING["tittel"][locale]


def test_the_file_tells_when_it_was_made_and_nothing_about_who_or_where(rendered):
    file = rendered("to plikter", "docx", "nb")
    about = word(file).core_properties
    assert (about.author, about.last_modified_by) == ("Tryggsamtale", "Tryggsamtale")
    assert about.created == about.modified
    assert about.created.replace(tzinfo=None) == datetime(2026, 11, 21)
    assert (about.comments, about.keywords, about.subject, about.category) == ("", "", "", "")
    with ZipFile(BytesIO(file)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    text = b"\n".join(_parts(file).values()).decode(errors="ignore")
    assert not re.search(r"/home/|/work/|/tmp/|\\Users|python-docx|rsidRoot|thumbnail", text)


@pytest.mark.parametrize("case", DOCUMENTS)
def test_nothing_is_spaced_with_empty_paragraphs(rendered, case):
    document = word(rendered(case, "docx", "nb"))
    assert [line.style.name for line in document.paragraphs if not line.text.strip()] == []


@pytest.mark.parametrize("case", DOCUMENTS)
def test_every_paragraph_has_a_named_style_of_the_template(rendered, case):
    document = word(rendered(case, "docx", "nb"))
    cells = [line for table in document.tables for cell in table._cells for line in cell.paragraphs]
    assert {line.style.name for line in cells} <= {"Tabelltekst", "Tabellhode", "Tabellrad"}
    assert not [line for line in document.paragraphs if line.paragraph_format.alignment]


@each_locale
def test_tables_have_a_title_and_a_header_row_that_repeats(rendered, locale):
    document = word(rendered("akutt", "docx", locale))
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    words = WORDING["tabeller"]
    assert heads == [
        [words[table][column][locale] for column in columns]
        for table, columns in (
            ("fortalt", ("sporsmal", "svar")), ("neste", ("steg", "nar", "gjort")),
            ("kontakt", ("hvem", "nummer", "nar")), ("notat", ("hva", "her")),
        )
    ]
    for table in document.tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        marked = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert marked == [True] + [False] * (len(table.rows) - 1)


def test_there_is_room_to_tick_off_and_to_write(rendered):
    tables = word(rendered("akutt", "docx", "nb")).tables
    assert {row.cells[2].text for row in tables[1].rows[1:]} == {""}
    notes = tables[3].rows[1:]
    assert len(notes) == len(WORDING["notat"])
    assert {row.cells[1].text for row in notes} == {""}
    assert all(row.height.cm >= 1 for row in notes)


def test_pages_are_numbered_and_carry_the_title(rendered):
    section = word(rendered("akutt", "docx", "nb")).sections[0]
    assert section.header.paragraphs[0].text == WORDING["tittel"]["nb"]
    for footer in (section.footer, section.first_page_footer):
        fields = [field.get(qn("w:instr")) for field in footer._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert "Laget 21. november 2026" in footer.paragraphs[0].text


@pytest.mark.parametrize("case", DOCUMENTS)
def test_no_tag_of_the_template_is_left(rendered, case):
    for name, part in _parts(rendered(case, "docx", "nb")).items():
        assert b"{{" not in part and b"{%" not in part, name
