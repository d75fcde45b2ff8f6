"""A document as a Word file, from a template that can be opened and changed in Word (``templates/``)."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined

TEMPLATES = Path(__file__).with_name("templates")
LANGUAGES = {"nb": "nb-NO", "nn": "nn-NO"}
AUTHOR = "Tryggsamtale"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP archive can name; every file in the document bears it."""

JINJA = Environment(undefined=StrictUndefined, autoescape=True)
# docxtpl hands over the same few sources every time, and compiling them is the slow part.
JINJA.from_string = cache(JINJA.from_string)


def render(kind: str, view: dict[str, Any], made_on: date) -> bytes:
    """The Word file of a view. ``kind`` names its template."""
    document = DocxTemplate(BytesIO(_template(kind)))
    document.render(view, JINJA, autoescape=True)
    describe(document.docx, view["title"], LANGUAGES[view["locale"]], made_on)
    file = BytesIO()
    document.save(file)
    return reproducible(file.getvalue())


@cache
def _template(kind: str) -> bytes:
    return (TEMPLATES / f"{kind}.docx").read_bytes()


def describe(document: Document, title: str, language: str, made_on: date) -> None:
    """Set the language of the text and the properties of the file: what it is and when, not who or where."""
    for setting in document.styles.element.iter(qn("w:lang")):
        for script in ("w:val", "w:eastAsia"):
            setting.set(qn(script), language)
    about = document.core_properties
    about.title, about.language = title, language
    about.author = about.last_modified_by = AUTHOR
    about.comments = about.keywords = about.subject = ""
    about.created = about.modified = datetime.combine(made_on, time())
    about.revision = 1


def reproducible(file: bytes) -> bytes:
    """The same archive without the traces of when and on what it was packed."""
    packed = BytesIO()
    with ZipFile(BytesIO(file)) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return packed.getvalue()
