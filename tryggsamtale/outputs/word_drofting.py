"""The layout of a discussed case in Word: case summary and agenda upright, the plan's table on its side."""

from __future__ import annotations

from docx.document import Document as Doc

from tryggsamtale.outputs import word_pieces as piece
from tryggsamtale.outputs.word_pieces import BROAD, when


def body(doc: Doc) -> None:
    """The three documents, those that there are; sources and what this is at the end."""
    piece.page(doc)
    with when(doc, "summary"):
        _summary(doc)
    with when(doc, "meeting"):
        _meeting(doc)
    with when(doc, "plan"):
        with when(doc, "summary or meeting"):
            piece.turn_page(doc, "{{ w.plan_folger }}", on_its_side=True)
        _plan(doc)
        piece.turn_page(doc, "{{ w.kilder_folger }}")
    piece.closing(doc)


def _summary(doc: Doc) -> None:
    piece.opening(doc, "{{ w.titler.sakssammendrag }}")
    piece.heading(doc, "alvor")
    with when(doc, "summary.acute"):
        doc.add_paragraph("{{ summary.level }}", "Fare")
    with when(doc, "not summary.acute"):
        doc.add_paragraph("{{ summary.level }}", "Svar")
    piece.items(doc, "summary.steps", "List Number")
    piece.heading(doc, "plikt")
    doc.add_paragraph("{{ summary.duty }}", "Konklusjon")
    piece.items(doc, "summary.how")
    piece.heading(doc, "saken")
    piece.told(doc, "summary.told")
    piece.heading(doc, "sporsmal")
    piece.table(
        doc, "overskrifter.sporsmal", "one", "summary.questions",
        {"sporsmal.sporsmal": "{{ one.question }}", "sporsmal.svar": "{{ one.answer }}"}, (5.0, 12.0),
        row_heading=True, height=1.4,
    )
    piece.section(doc, "samtykke", "summary.consent")
    with when(doc, "summary.partners"):
        piece.heading(doc, "droft")
        piece.contacts(doc, "summary.partners")
    with when(doc, "summary.next_steps"):
        piece.heading(doc, "neste")
        piece.next_steps(doc, "summary.next_steps")
    piece.section(doc, "skriv", "summary.write_down")
    piece.blanks(doc, "w.notat")
    piece.section(doc, "omsorg", "summary.care")


def _meeting(doc: Doc) -> None:
    piece.opening(doc, "{{ w.titler.samradsmote }}", new_page="summary")
    doc.add_paragraph("{{ meeting.purpose }}", "Svar")
    doc.add_paragraph("{{ w.ingen_navn }}")
    piece.blanks(doc, "w.mote", caption="mote")
    piece.heading(doc, "inviter")
    piece.table(
        doc, "overskrifter.inviter", "one", "meeting.invite",
        {"inviter.hvem": "{{ one.who }}", "inviter.invitert": "", "inviter.kommer": "", "inviter.kontaktperson": ""},
        (6.0, 2.8, 2.2, 6.0), row_heading=True, height=0.8, blank=2,
    )
    piece.heading(doc, "koordinator")
    doc.add_paragraph("{{ meeting.coordinator }}")
    piece.section(doc, "informer", "meeting.inform")
    piece.heading(doc, "sakliste")
    piece.table(
        doc, "overskrifter.sakliste", "point", "meeting.agenda",
        {
            "sakliste.punkt": "{{ point.title }}", "sakliste.kjent": "{{ point.known }}", "sakliste.notat": "",
        },
        (4.6, 6.8, 5.6), row_heading=True, height=2.2,
    )
    with when(doc, "meeting.deadlines"):
        piece.heading(doc, "frister")
        piece.table(
            doc, "overskrifter.frister", "step", "meeting.deadlines",
            {"frister.hva": "{{ step.text }}", "frister.innen": "{{ step.when }}", "frister.ansvar": ""},
            (8.0, 5.0, 4.0), height=0.8, blank=2,
        )
    piece.heading(doc, "neste_mote")
    doc.add_paragraph("{{ meeting.next_meeting }}")
    piece.blanks(doc, "w.neste_mote", caption="mote")


def _plan(doc: Doc) -> None:
    piece.opening(doc, "{{ w.titler.trygghetsplan }}")
    doc.add_paragraph("{{ w.utkast }}")
    with when(doc, "plan.exposed_self"):
        doc.add_paragraph("{{ plan.exposed_self }}", "Svar")
    piece.heading(doc, "tiltak")
    piece.table(
        doc, "overskrifter.tiltak", "row", "plan.rows",
        {
            "tiltak.situasjon": "{{ row.situation }}", "tiltak.sted": "{{ row.place }}",
            "tiltak.tiltak": "{{ row.measure }}", "tiltak.ansvarlig": "{{ row.responsible }}",
            "tiltak.vet": "{{ row.who_knows }}", "tiltak.start": "{{ row.start }}",
            "tiltak.evalueres": "{{ row.evaluation }}",
        },
        (4.5, 3.0, 6.2, 3.4, 3.6, 2.5, 2.5), row_heading=True, height=1.0, blank=2,
    )
    piece.heading(doc, "rettigheter")
    piece.table(
        doc, "overskrifter.rettigheter", "right", "plan.rights",
        {"rettigheter.artikkel": "{{ right.article }}", "rettigheter.rett": "{{ right.text }}", "rettigheter.slik": ""},
        (2.0, 13.7, 10.0), row_heading=True, height=0.8,
    )
    piece.section(doc, "prinsipper", "plan.principles")
    piece.heading(doc, "evaluering")
    piece.table(
        doc, "overskrifter.evaluering", "one", "plan.evaluations",
        {
            "evaluering.dato": "{{ one.day }}", "evaluering.virker": "", "evaluering.slippes": "", "evaluering.mer": "",
            "evaluering.barnet": "",
        },
        (3.7, 5.5, 5.5, 5.5, 5.5), row_heading=True, height=1.2,
    )
    piece.blanks(doc, "w.avtaler", width=BROAD, height=0.9, caption="avtaler")
