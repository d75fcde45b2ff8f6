"""The layout of a checked plan in Word: the letter on its own page, then the page for the one who sends it."""

from __future__ import annotations

from docx.document import Document as Doc

from tryggsamtale.outputs import word_pieces as piece
from tryggsamtale.outputs.word_pieces import each, when


def body(doc: Doc) -> None:
    """The letter bears no mark of the program; what it rests on stands on the page after it."""
    piece.page(doc, bare=True)
    doc.add_paragraph("{{ letter.subject }}", "Heading 1")
    piece.blanks(doc, "w.brev", height=0.8, caption="brev")
    doc.add_paragraph("{{ w.til }}: {{ letter.to | join(', ') }}", "Ledetekst")
    with each(doc, "text", "letter.paragraphs"):
        doc.add_paragraph("{{ text }}")
    with when(doc, "letter.wishes"):
        doc.add_paragraph("{{ letter.wishes_lead }}", "Konklusjon")
        piece.items(doc, "letter.wishes")
    doc.add_paragraph("{{ letter.asks_lead }}", "Konklusjon")
    with each(doc, "one", "letter.asks"):
        doc.add_paragraph("{{ one.to }}", "Ledetekst")
        piece.items(doc, "one.questions")
    doc.add_paragraph("{{ letter.closing }}")
    doc.add_paragraph("{{ w.hilsen }}")
    piece.turn_page(doc, "{{ w.underskrift }}: ______________________________", style="Normal")
    _for_the_sender(doc)


def _for_the_sender(doc: Doc) -> None:
    piece.opening(doc, "{{ w.sjekk }}")
    piece.heading(doc, "svar")
    doc.add_paragraph("{{ headline }}", "Svar")
    piece.heading(doc, "kriterier")
    piece.table(
        doc, "overskrifter.kriterier", "one", "criteria",
        {"kriterier.kriterium": "{{ one.title }}", "kriterier.funnet": "{{ one.found }}"}, (13.0, 4.0),
    )
    piece.heading(doc, "gjor")
    piece.items(doc, "steps", "List Number")
    piece.heading(doc, "fortalt")
    piece.told(doc)
    piece.closing(doc)
