"""The layout of the feedback of a rehearsal in Word; the figures stand there as their numbers."""

from __future__ import annotations

from docx.document import Document as Doc

from tryggsamtale.outputs import word_pieces as piece
from tryggsamtale.outputs.word_pieces import each, when


def body(doc: Doc) -> None:
    """What came of it, line by line; then numbers, points and story; room for supervision at the end."""
    piece.page(doc)
    piece.opening(doc, "{{ title }}")
    doc.add_paragraph("{{ rehearsal }}", "Stille")
    piece.heading(doc, "kort")
    doc.add_paragraph("{{ trust_text }}", "Svar")
    doc.add_paragraph("{{ duty }}")
    doc.add_paragraph("{{ note }}", "Stille")
    _quotes(doc, "bra", "good", {})
    _quotes(doc, "bedre", "better", {"sitater.heller": "{{ one.better }}"})
    _numbers(doc)
    _trust(doc)
    piece.heading(doc, "punkter")
    with each(doc, "section", "sections"):
        doc.add_paragraph("{{ section.heading }}", "Heading 3")
        piece.table(
            doc, "overskrifter.punkter", "point", "section.points",
            {"punkter.punkt": "{{ point.label }}", "punkter.dekket": "{{ point.covered }}",
             "punkter.sagt": "{{ point.said }}"}, (6.2, 1.8, 9.0), row_heading=True,
        )
    piece.heading(doc, "ord")
    piece.table(
        doc, "overskrifter.ord", "word", "words",
        {"ord.ord": "{{ word.named }}", "ord.betyr": "{{ word.meaning }}",
         "ord.ganger": "{{ word.count }}"}, (4.0, 11.0, 2.0), row_heading=True,
    )
    _story(doc)
    _progress(doc)
    piece.heading(doc, "veiledning")
    piece.blanks(doc, "w.veiledning", caption="veiledning")
    piece.closing(doc)


def _numbers(doc: Doc) -> None:
    piece.heading(doc, "tall")
    piece.table(
        doc, "overskrifter.tall", "one", "numbers",
        {"tall.hva": "{{ one.label }}", "tall.verdi": "{{ one.value }}", "tall.mal": "{{ one.goal }}"},
        (5.0, 3.0, 9.0), row_heading=True,
    )


def _quotes(doc: Doc, heading: str, quotes: str, more: dict[str, str]) -> None:
    columns = {"sitater.replikk": "{{ one.number }}", "sitater.sa": "{{ one.said }}",
               "sitater.hvorfor": "{{ one.why }}", **more}
    with when(doc, quotes):
        piece.heading(doc, heading)
        piece.table(doc, f"overskrifter.{heading}", "one", quotes, columns,
                    (1.8, 5.2, 5.2, 4.8) if more else (1.8, 6.4, 8.8))


def _trust(doc: Doc) -> None:
    piece.heading(doc, "tillit")
    piece.table(
        doc, "overskrifter.tillit", "one", "trust",
        {"tillit.del": "{{ one.label }}", "tillit.start": "{{ one.first }}", "tillit.midten": "{{ one.middle }}",
         "tillit.slutt": "{{ one.last }}"}, (8.0, 3.0, 3.0, 3.0), row_heading=True,
    )


def _story(doc: Doc) -> None:
    piece.heading(doc, "historien")
    doc.add_paragraph("{{ youth }}")
    piece.table(
        doc, "overskrifter.historien", "part", "story",
        {"historien.del": "{{ part.label }}", "historien.kom": "{{ part.told }}", "historien.var": "{{ part.text }}"},
        (4.2, 3.8, 9.0), row_heading=True,
    )


def _progress(doc: Doc) -> None:
    with when(doc, "rehearsals"):
        piece.heading(doc, "utvikling")
        piece.table(
            doc, "overskrifter.utvikling", "one", "rehearsals",
            {"utvikling.nummer": "{{ one.number }}", "utvikling.ungdom": "{{ one.youth }}",
             "utvikling.dekket": "{{ one.covered }}", "utvikling.apne": "{{ one.open_share }}",
             "utvikling.anerkjenner": "{{ one.empathy_share }}", "utvikling.tillit": "{{ one.trust }}"},
            (1.8, 3.2, 3.0, 3.0, 3.0, 3.0),
        )
        piece.items(doc, "changes")
