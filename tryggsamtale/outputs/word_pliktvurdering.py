"""The layout of the duty assessment in Word."""

from __future__ import annotations

from docx.document import Document as Doc

from tryggsamtale.outputs import word_pieces as piece
from tryggsamtale.outputs.word_pieces import each, when


def body(doc: Doc) -> None:
    """The order of the document (``duty_model.md`` §8)."""
    piece.page(doc)
    piece.opening(doc, "{{ title }}")
    with when(doc, "acute"):
        doc.add_paragraph("{{ acute }}", "Fare")
    _heading(doc, "svar")
    doc.add_paragraph("{{ headline }}", "Svar")
    with when(doc, "support and contacts"):
        piece.heading(doc, "kontakt_stotte")
        piece.contacts(doc)
    with when(doc, "not support and told"):
        piece.heading(doc, "fortalt")
        piece.told(doc)
    with when(doc, "duties"):
        _duties(doc)
    with when(doc, "other_duties"):
        piece.heading(doc, "andre_plikter")
        with each(doc, "duty", "other_duties"):
            line = doc.add_paragraph("{{ duty.text }} ", "List Bullet")
            line.add_run("{{ w.lov }}: {{ duty.paragraphs }}", "Stille tegn")
    with when(doc, "advice"):
        _heading(doc, "gjor")
        piece.items(doc, "advice", "List Number")
    with when(doc, "next_steps"):
        piece.heading(doc, "neste")
        piece.next_steps(doc)
    with when(doc, "not support and contacts"):
        piece.heading(doc, "kontakt")
        piece.contacts(doc)
    piece.section(doc, "dele", "may_share")
    piece.section(doc, "skriv", "write_down")
    with when(doc, "write_down and not support"):
        piece.blanks(doc, "w.notat")
    _heading(doc, "omsorg")
    piece.items(doc, "care")
    with when(doc, "support and told"):
        piece.heading(doc, "fortalt")
        piece.told(doc)
    piece.closing(doc)


def _heading(doc: Doc, name: str) -> None:
    """A heading that has another wording in the support track."""
    doc.add_paragraph(
        f"{{{{ w.overskrifter.{name}_stotte if support else w.overskrifter.{name} }}}}", "Heading 2"
    )


def _duties(doc: Doc) -> None:
    piece.heading(doc, "plikter")
    with each(doc, "duty", "duties"):
        doc.add_paragraph("{{ duty.name }}", "Heading 3")
        doc.add_paragraph("{{ duty.verdict }}", "Konklusjon")
        doc.add_paragraph("{{ duty.reason }}")
        doc.add_paragraph("{{ duty.about }}", "Stille")
        law = doc.add_paragraph("", "Stille")
        law.add_run("{{ w.lov }}: ").bold = True
        law.add_run("{{ duty.paragraphs }}")
        with when(doc, "duty.would_change"):
            change = doc.add_paragraph()
            change.add_run("{{ w.endrer }}: ").bold = True
            change.add_run("{{ duty.would_change }}")
    with each(doc, "duty", "not_relevant"):
        line = doc.add_paragraph("", "Stille")
        line.add_run("{{ w.gjelder_ikke }}: {{ duty.name }}. ").bold = True
        line.add_run("{{ duty.reason }}")
