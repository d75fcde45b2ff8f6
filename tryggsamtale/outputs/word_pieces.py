"""The pieces that the Word templates are built of: conditions, headings, lists, tables, the page and its feet.

A template is an ordinary Word file with named styles and Jinja tags for docxtpl. Texts given here may hold such tags.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

A4 = (21.0, 29.7)
MARGIN = 2.0
WIDTH = A4[0] - 2 * MARGIN
"""The width of the text in cm on an upright page."""
BROAD = A4[1] - 2 * MARGIN
"""The same on a page laid on its side."""


# --- text ------------------------------------------------------------------------------------------------------------


@contextmanager
def when(doc: Doc, condition: str) -> Iterator[None]:
    """What is added inside stands in the document only when the condition holds."""
    doc.add_paragraph(f"{{%p if {condition} %}}")
    yield
    doc.add_paragraph("{%p endif %}")


@contextmanager
def each(doc: Doc, one: str, many: str) -> Iterator[None]:
    """What is added inside stands in the document once for each."""
    doc.add_paragraph(f"{{%p for {one} in {many} %}}")
    yield
    doc.add_paragraph("{%p endfor %}")


def opening(doc: Doc, title: str, new_page: str = "") -> None:
    """The title of a document, or of a part of one, and the line that says when it was made.

    ``new_page`` is the condition under which it begins on a page of its own.
    """
    if new_page:
        with when(doc, new_page):
            doc.add_paragraph(title, "Heading 1").paragraph_format.page_break_before = True
        with when(doc, f"not {new_page}"):
            doc.add_paragraph(title, "Heading 1")
    else:
        doc.add_paragraph(title, "Heading 1")
    doc.add_paragraph("{{ w.program }} · {{ made }}", "Stille")


def heading(doc: Doc, name: str) -> None:
    """A heading from ``overskrifter``."""
    doc.add_paragraph(f"{{{{ w.overskrifter.{name} }}}}", "Heading 2")


def items(doc: Doc, lines: str, style: str = "List Bullet") -> None:
    """A list with one item for each line."""
    with each(doc, "item", lines):
        doc.add_paragraph("{{ item }}", style)


def section(doc: Doc, name: str, lines: str) -> None:
    """A heading with a list, where there are any lines."""
    with when(doc, lines):
        heading(doc, name)
        items(doc, lines)


def closing(doc: Doc) -> None:
    """The end of every document: its sources, what the program is and what it is not."""
    with when(doc, "sources"):
        heading(doc, "kilder")
        with each(doc, "source", "sources"):
            doc.add_paragraph("{{ source }}", "Kilde")
    heading(doc, "om")
    items(doc, "about")


# --- tables ----------------------------------------------------------------------------------------------------------


def table(
    doc: Doc, caption: str, one: str, many: str, columns: dict[str, str], widths: tuple[float, ...],
    row_heading: bool = False, height: float = 0, blank: int = 0,
) -> Table:
    """A table with a repeated header row and one row for each.

    ``columns``: wording of the head → content of the cell; ``widths`` in cm; ``row_heading``: the first cell is one;
    ``height``: least height of a row in cm, for a table to write in; ``blank``: empty rows below.
    """
    made = doc.add_table(rows=4 + blank, cols=len(columns), style="Skjema" if height else "Tryggsamtale")
    made.autofit = False
    _describe(made, caption, row_heading)
    head, start, row, end, *empty = made.rows
    for cell, name in zip(head.cells, columns, strict=True):
        _fill(cell, f"{{{{ w.tabeller.{name} }}}}", "Tabellhode")
    for cell, content in zip(row.cells, columns.values(), strict=True):
        _fill(cell, content)
    for cell in (cell for line in empty for cell in line.cells):
        _fill(cell, "")
    if row_heading:
        row.cells[0].paragraphs[0].style = "Tabellrad"
    for cells, width in zip(made.columns, widths, strict=True):
        cells.width = Cm(width)
        for cell in cells.cells:
            cell.width = Cm(width)
    _fill(start.cells[0], f"{{%tr for {one} in {many} %}}")
    _fill(end.cells[0], "{%tr endfor %}")
    _mark(head, "tblHeader")
    for line in (row, *empty) if height else ():
        line.height = Cm(height)
    for line in (head, row, *empty):
        _mark(line, "cantSplit")
    return made


def blanks(doc: Doc, names: str, width: float = WIDTH, height: float = 1.1, caption: str = "notat") -> None:
    """Lines to fill in by hand: what belongs there, and room for it. ``names`` are the wordings of the lines."""
    doc.add_paragraph(f"{{{{ w.tabeller.{caption}.tittel }}}}", "Ledetekst")
    table(
        doc, f"tabeller.{caption}.tittel", "note", names, {f"{caption}.hva": "{{ note }}", f"{caption}.her": ""},
        (5.0, width - 5.0), row_heading=True, height=height,
    )


def next_steps(doc: Doc, steps: str = "next_steps") -> None:
    """What to do, by when, and room to tick it off."""
    table(
        doc, "overskrifter.neste", "step", steps,
        {"neste.steg": "{{ step.text }}", "neste.nar": "{{ step.when }}", "neste.gjort": ""}, (9.6, 5.6, 1.8),
    )


def told(doc: Doc, lines: str = "told") -> None:
    """What the user told, question by question."""
    table(
        doc, "overskrifter.fortalt", "line", lines,
        {"fortalt.sporsmal": "{{ line.label }}", "fortalt.svar": "{{ line.value }}"}, (5.0, 12.0), row_heading=True,
    )


def contacts(doc: Doc, lines: str = "contacts") -> None:
    """Whom to call, at which number, and when."""
    columns = {
        "kontakt.hvem": "{{ contact.name }}", "kontakt.nummer": "{{ contact.instead }}",
        "kontakt.nar": "{{ contact.when }} {{ contact.hours }}.",
    }
    made = table(doc, "overskrifter.kontakt", "contact", lines, columns, (4.2, 2.4, 10.4), row_heading=True)
    made.cell(2, 1).paragraphs[0].add_run("{{ contact.number }}").bold = True


def _fill(cell: _Cell, text: str, style: str = "Tabelltekst") -> None:
    cell.paragraphs[0].text = text
    cell.paragraphs[0].style = style


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:{name} {nsdecls('w')}/>"))


def _describe(made: Table, caption: str, row_heading: bool) -> None:
    """What a screen reader is told: a title, and which row and column are headings."""
    properties = made._tbl.tblPr
    properties.append(parse_xml(f'<w:tblCaption {nsdecls("w")} w:val="{{{{ w.{caption} }}}}"/>'))
    look = properties.find(qn("w:tblLook"))
    for name, value in (("val", "0420"), ("firstRow", "1"), ("firstColumn", str(int(row_heading))), ("noVBand", "1")):
        look.set(qn(f"w:{name}"), value)


# --- pages -----------------------------------------------------------------------------------------------------------


def page(doc: Doc, on_its_side: bool = False, bare: bool = False) -> None:
    """Lay out the last section of the document: A4 with its header, and page numbers at its foot; ``bare`` has none."""
    made = doc.sections[-1]
    made.page_width, made.page_height = (Cm(side) for side in (A4[::-1] if on_its_side else A4))
    made.orientation = WD_ORIENT.LANDSCAPE if on_its_side else WD_ORIENT.PORTRAIT
    made.left_margin = made.right_margin = Cm(MARGIN)
    made.top_margin = made.bottom_margin = Cm(1.7)
    made.header_distance = made.footer_distance = Cm(0.8)
    made.different_first_page_header_footer = not bare
    for part in (made.header, made.first_page_header, made.footer, made.first_page_footer):
        part.is_linked_to_previous = False
    if not bare:
        _header_and_footer(made, BROAD if on_its_side else WIDTH)


def turn_page(doc: Doc, last_line: str, style: str = "Sist", on_its_side: bool = False) -> None:
    """End the section with a line of text, and begin a new one on a page of its own, upright or on its side."""
    doc.add_section()
    doc.paragraphs[-1].text = last_line
    doc.paragraphs[-1].style = style
    page(doc, on_its_side)


def _header_and_footer(made: Section, width: float) -> None:
    made.header.paragraphs[0].text = "{{ title }}"
    for footer in (made.first_page_footer, made.footer):
        _page_number(footer.paragraphs[0], width)


def _page_number(paragraph: Paragraph, width: float) -> None:
    paragraph.style = "Footer"
    if width != WIDTH:
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.CLEAR)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("{{ w.program }} · {{ made }}\t{{ w.side }} ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" {{ w.av }} ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    paragraph._p.append(parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    ))
