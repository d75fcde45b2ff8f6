"""A document as one accessible HTML page, to read on a screen or print: no script, nothing fetched from elsewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
)


def render(kind: str, view: dict[str, Any], made_on: date) -> bytes:
    """The page of a view, UTF-8. ``kind`` names its template."""
    return TEMPLATES.get_template(f"{kind}.html.j2").render(view).encode()
