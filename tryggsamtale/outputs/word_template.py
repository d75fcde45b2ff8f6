"""Makes the Word templates: ``python -m tryggsamtale.outputs.word_template``. Their design is kept in ``word_*.py``."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

from docx import Document

from tryggsamtale.outputs import (
    word_drofting,
    word_handlingsplan_brev,
    word_ovelse,
    word_pliktvurdering,
    word_styles,
    word_trygghetssamtale,
)
from tryggsamtale.outputs.word import LANGUAGES, TEMPLATES, describe, reproducible

BODIES = {
    "pliktvurdering": word_pliktvurdering.body,
    "drofting": word_drofting.body,
    "handlingsplan_brev": word_handlingsplan_brev.body,
    "trygghetssamtale": word_trygghetssamtale.body,
    "ovelse": word_ovelse.body,
}
"""Name of the template → what lays it out."""


def build(name: str) -> bytes:
    """A template as a file; the same bytes every time."""
    doc = Document()
    word_styles.apply(doc)
    BODIES[name](doc)
    describe(doc, "{{ title }}", LANGUAGES["nb"], date(2026, 11, 21))
    file = BytesIO()
    doc.save(file)
    return reproducible(file.getvalue())


def target(name: str) -> Path:
    """Where the template of that name is kept."""
    return TEMPLATES / f"{name}.docx"


if __name__ == "__main__":
    for template in BODIES:
        target(template).write_bytes(build(template))
