"""Makes the Word template of the duty assessment: ``python -m tryggsamtale.outputs.word_template``.

The template is an ordinary Word file with named styles and Jinja tags for docxtpl; this is where its design is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO

from docx import Document
from docx.document import Document as Doc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from tryggsamtale.outputs import word_styles
from tryggsamtale.outputs.word import LANGUAGES, TEMPLATES, describe, reproducible

TARGET = TEMPLATES / "pliktvurdering.docx"
WIDTH = 17.0
"""The width of the text in cm: A4 with two centimetres on each side."""


def build() -> bytes:
    """The template as a file; the same bytes every time."""
    doc = Document()
    word_styles.apply(doc)
    _page(doc)
    _body(doc)
    describe(doc, "{{ title }}", LANGUAGES["nb"], date(2026, 11, 21))
    file = BytesIO()
    doc.save(file)
    return reproducible(file.getvalue())


# --- the order of the document ---------------------------------------------------------------------------------------


def _body(doc: Doc) -> None:
    doc.add_paragraph("{{ title }}", "Heading 1")
    doc.add_paragraph("{{ w.program }} · {{ made }}", "Stille")
    with _when(doc, "acute"):
        doc.add_paragraph("{{ acute }}", "Fare")
    _heading(doc, "svar", "svar_stotte")
    doc.add_paragraph("{{ headline }}", "Svar")
    with _when(doc, "support"):
        _contacts(doc)
    with _when(doc, "not support"):
        _told(doc)
    with _when(doc, "duties"):
        _duties(doc)
    with _when(doc, "other_duties"):
        _heading(doc, "andre_plikter")
        with _each(doc, "duty", "other_duties"):
            line = doc.add_paragraph("{{ duty.text }} ", "List Bullet")
            line.add_run("{{ w.lov }}: {{ duty.paragraphs }}", "Stille tegn")
    with _when(doc, "advice"):
        _heading(doc, "gjor", "gjor_stotte")
        _list(doc, "advice", "List Number")
    with _when(doc, "next_steps"):
        _heading(doc, "neste")
        _table(
            doc, "overskrifter.neste", "step", "next_steps",
            {"neste.steg": "{{ step.text }}", "neste.nar": "{{ step.when }}", "neste.gjort": ""}, (9.6, 5.6, 1.8),
        )
    with _when(doc, "not support"):
        _contacts(doc)
    with _when(doc, "may_share"):
        _heading(doc, "dele")
        _list(doc, "may_share")
    with _when(doc, "write_down"):
        _heading(doc, "skriv")
        _list(doc, "write_down")
        with _when(doc, "not support"):
            _notes(doc)
    _heading(doc, "omsorg", "omsorg_stotte")
    _list(doc, "care")
    with _when(doc, "support"):
        _told(doc)
    with _when(doc, "sources"):
        _heading(doc, "kilder")
        with _each(doc, "source", "sources"):
            doc.add_paragraph("{{ source.ref }}: {{ source.title }}", "Kilde")
    _heading(doc, "om")
    _list(doc, "about")


def _told(doc: Doc) -> None:
    with _when(doc, "told"):
        _heading(doc, "fortalt")
        _table(
            doc, "overskrifter.fortalt", "line", "told",
            {"fortalt.sporsmal": "{{ line.label }}", "fortalt.svar": "{{ line.value }}"}, (5.0, 12.0), row_heading=True,
        )


def _duties(doc: Doc) -> None:
    _heading(doc, "plikter")
    with _each(doc, "duty", "duties"):
        doc.add_paragraph("{{ duty.name }}", "Heading 3")
        doc.add_paragraph("{{ duty.verdict }}", "Konklusjon")
        doc.add_paragraph("{{ duty.reason }}")
        doc.add_paragraph("{{ duty.about }}", "Stille")
        law = doc.add_paragraph("", "Stille")
        law.add_run("{{ w.lov }}: ").bold = True
        law.add_run("{{ duty.paragraphs }}")
        with _when(doc, "duty.would_change"):
            change = doc.add_paragraph()
            change.add_run("{{ w.endrer }}: ").bold = True
            change.add_run("{{ duty.would_change }}")
    with _each(doc, "duty", "not_relevant"):
        line = doc.add_paragraph("", "Stille")
        line.add_run("{{ w.gjelder_ikke }}: {{ duty.name }}. ").bold = True
        line.add_run("{{ duty.reason }}")


def _contacts(doc: Doc) -> None:
    with _when(doc, "contacts"):
        _heading(doc, "kontakt", "kontakt_stotte")
        columns = {
            "kontakt.hvem": "{{ contact.name }}", "kontakt.nummer": "{{ contact.instead }}",
            "kontakt.nar": "{{ contact.when }} {{ contact.hours }}.",
        }
        widths = (4.2, 2.4, 10.4)
        table = _table(doc, "overskrifter.kontakt", "contact", "contacts", columns, widths, row_heading=True)
        table.cell(2, 1).paragraphs[0].add_run("{{ contact.number }}").bold = True


def _notes(doc: Doc) -> None:
    doc.add_paragraph("{{ w.tabeller.notat.tittel }}", "Ledetekst")
    table = _table(
        doc, "tabeller.notat.tittel", "note", "w.notat", {"notat.hva": "{{ note }}", "notat.her": ""}, (5.0, 12.0),
        row_heading=True,
    )
    table.rows[2].height = Cm(1.1)


# --- the pieces ------------------------------------------------------------------------------------------------------


@contextmanager
def _when(doc: Doc, condition: str) -> Iterator[None]:
    """What is added inside stands in the document only when the condition holds."""
    doc.add_paragraph(f"{{%p if {condition} %}}")
    yield
    doc.add_paragraph("{%p endif %}")


@contextmanager
def _each(doc: Doc, one: str, many: str) -> Iterator[None]:
    """What is added inside stands in the document once for each."""
    doc.add_paragraph(f"{{%p for {one} in {many} %}}")
    yield
    doc.add_paragraph("{%p endfor %}")


def _heading(doc: Doc, name: str, in_support: str = "") -> None:
    choice = f"w.overskrifter.{in_support} if support else " if in_support else ""
    doc.add_paragraph(f"{{{{ {choice}w.overskrifter.{name} }}}}", "Heading 2")


def _list(doc: Doc, lines: str, style: str = "List Bullet") -> None:
    with _each(doc, "item", lines):
        doc.add_paragraph("{{ item }}", style)


def _table(
    doc: Doc, caption: str, one: str, many: str, columns: dict[str, str], widths: tuple[float, ...],
    row_heading: bool = False,
) -> Table:
    """A table with a repeated header row and one row for each.

    ``columns``: wording of the head → content of the cell; ``widths`` in cm; ``row_heading``: the first cell is one.
    """
    table = doc.add_table(rows=4, cols=len(columns), style="Tryggsamtale")
    table.autofit = False
    _describe(table, caption, row_heading)
    head, start, row, end = table.rows
    for cell, name in zip(head.cells, columns, strict=True):
        _fill(cell, f"{{{{ w.tabeller.{name} }}}}", "Tabellhode")
    for cell, content in zip(row.cells, columns.values(), strict=True):
        _fill(cell, content)
    if row_heading:
        row.cells[0].paragraphs[0].style = "Tabellrad"
    for cells, width in zip(table.columns, widths, strict=True):
        cells.width = Cm(width)
        for cell in cells.cells:
            cell.width = Cm(width)
    _fill(start.cells[0], f"{{%tr for {one} in {many} %}}")
    _fill(end.cells[0], "{%tr endfor %}")
    _mark(head, "tblHeader")
    for line in (head, row):
        _mark(line, "cantSplit")
    return table


def _fill(cell: _Cell, text: str, style: str = "Tabelltekst") -> None:
    cell.paragraphs[0].text = text
    cell.paragraphs[0].style = style


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:{name} {nsdecls('w')}/>"))


def _describe(table: Table, caption: str, row_heading: bool) -> None:
    """What a screen reader is told: a title, and which row and column are headings."""
    properties = table._tbl.tblPr
    properties.append(parse_xml(f'<w:tblCaption {nsdecls("w")} w:val="{{{{ w.{caption} }}}}"/>'))
    look = properties.find(qn("w:tblLook"))
    for name, value in (("val", "0420"), ("firstRow", "1"), ("firstColumn", str(int(row_heading))), ("noVBand", "1")):
        look.set(qn(f"w:{name}"), value)


# --- the page --------------------------------------------------------------------------------------------------------


def _page(doc: Doc) -> None:
    section = doc.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.7)
    section.header_distance = section.footer_distance = Cm(0.8)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "{{ title }}"
    for footer in (section.first_page_footer, section.footer):
        _page_number(footer.paragraphs[0])


def _page_number(paragraph: Paragraph) -> None:
    paragraph.style = "Footer"
    paragraph.add_run("{{ w.program }} · {{ made }}\t{{ w.side }} ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" {{ w.av }} ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    paragraph._p.append(parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    ))


if __name__ == "__main__":
    TARGET.write_bytes(build())
