"""The documentation's pictures of the documents, as LibreOffice prints them: ``python -m tests.unit.outputs.pictures``.

Needs ``soffice`` and ``pdftoppm`` on the machine; no test runs it.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.unit.outputs.examples import example
from tryggsamtale.outputs.documents import render

DOCS = Path(__file__).parents[3] / "docs"
PICTURES = ("sakssammendrag", "samradsmote", "trygghetsplan")
"""Documents whose first page is shown."""
DOTS = 72
"""Per inch: readable, and small enough for the repository."""


def draw(name: str, folder: Path) -> None:
    """The first page of a document as ``docs/{name}.png``. Raises CalledProcessError when a program fails."""
    (folder / f"{name}.docx").write_bytes(render(example(name), "docx", "nb"))
    quiet = {"cwd": folder, "check": True, "capture_output": True}
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", f"{name}.docx"], **quiet)
    first = ["-f", "1", "-l", "1", "-singlefile"]
    subprocess.run(["pdftoppm", "-png", "-r", str(DOTS), *first, f"{name}.pdf", str(DOCS / name)], **quiet)


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        for picture in PICTURES:
            draw(picture, Path(place))
