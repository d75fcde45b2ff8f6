"""The layout of the trygghetssamtale's template in Word, and of its checklist: the form, then the guide's page."""

from __future__ import annotations

from docx.document import Document as Doc

from tryggsamtale.outputs import word_pieces as piece
from tryggsamtale.outputs.word_pieces import each, when


def body(doc: Doc) -> None:
    """The order of the source's form; what is for the guide alone begins on a page of its own."""
    piece.page(doc)
    piece.opening(doc, "{{ title }}")
    with when(doc, "form"):
        for name in ("ungdom", "foresatt", "saken"):
            piece.heading(doc, name)
            piece.blanks(doc, f"w.blanke.{name}", height=0.9, caption="ungdom")
    with each(doc, "section", "sections"):
        doc.add_paragraph("{{ section.heading }}", "Heading 2")
        _section(doc)
    with when(doc, "reminders"):
        _dates(doc)
    with when(doc, "form"):
        _own_page(doc)
    piece.closing(doc)


def _section(doc: Doc) -> None:
    piece.table(
        doc, "punkter", "point", "section.points",
        {"punkter.gjort": "{{ point.tick }}", "punkter.punkt": "{{ point.label }}", "punkter.si": "{{ point.say }}"},
        (2.0, 6.2, 8.8),
    )
    with when(doc, "section.measures"):
        doc.add_paragraph("{{ w.tiltak }}", "Ledetekst")
        piece.items(doc, "section.measures")
    with when(doc, "form and section.id == 'd' and agreed"):
        doc.add_paragraph("{{ w.avtalt }}", "Ledetekst")
        with each(doc, "line", "agreed"):
            line = doc.add_paragraph("", "List Bullet")
            line.add_run("{{ line.label }}: ").bold = True
            line.add_run("{{ line.value }}")
    with when(doc, "section.notes"):
        doc.add_paragraph("{{ w.notater }}", "Ledetekst")
        doc.add_paragraph("{{ section.notes }}")
    with when(doc, "form"):
        piece.blanks(doc, "w.mer", height=1.6, caption="skriv")


def _dates(doc: Doc) -> None:
    piece.heading(doc, "paminnelser")
    piece.table(
        doc, "overskrifter.paminnelser", "one", "reminders",
        {"paminnelser.dato": "{{ one.day }}", "paminnelser.hva": "{{ one.text }}", "paminnelser.gjort": ""},
        (4.2, 10.8, 2.0), row_heading=True,
    )


def _own_page(doc: Doc) -> None:
    piece.turn_page(doc, "{{ w.etter_folger }}")
    with when(doc, "before or preparation or phone_call"):
        piece.heading(doc, "for")
        piece.items(doc, "before")
        _plain(doc, "preparation")
    with when(doc, "phone_call"):
        piece.heading(doc, "telefon")
        _plain(doc, "phone_call")
    piece.section(doc, "etter", "after")
    piece.heading(doc, "logg")
    piece.table(
        doc, "overskrifter.logg", "line", "log",
        {"logg.dato": "{{ line.tom }}", "logg.kontakt": "", "logg.tema": ""}, (3.0, 3.5, 10.5), height=1.1,
    )
    with when(doc, "told"):
        piece.heading(doc, "fortalt")
        piece.told(doc)


def _plain(doc: Doc, lines: str) -> None:
    """Lines that bring their own box to tick."""
    with each(doc, "line", lines):
        doc.add_paragraph("{{ line }}")
