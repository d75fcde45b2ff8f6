"""Documents opened as a reader's program opens them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO

from docx import Document
from docx.document import Document as Doc
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

VOID = {"meta", "br", "link", "img", "hr"}
BLOCKS = {"h1", "h2", "h3", "p", "li", "td", "th", "caption", "title"}


def word(file: bytes) -> Doc:
    return Document(BytesIO(file))


def word_blocks(file: bytes) -> list[str]:
    """Every paragraph and cell, in the order they stand."""
    blocks = []
    for part in word(file).element.body:
        if part.tag == qn("w:p"):
            blocks.append(Paragraph(part, None).text)
        elif part.tag == qn("w:tbl"):
            blocks += [cell.text for row in Table(part, None).rows for cell in row.cells]
    return blocks


def word_headings(file: bytes) -> list[tuple[int, str]]:
    return [
        (int(line.style.name[-1]), line.text) for line in word(file).paragraphs if line.style.name.startswith("Heading")
    ]


@dataclass
class Page(HTMLParser):
    """An HTML document as its elements and blocks of text; refuses what is not closed in order."""

    file: bytes
    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    blocks: list[tuple[str, str]] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _texts: list[tuple[str, list[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.file.decode())
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if tag in BLOCKS:
            self._texts.append((tag, []))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        if tag in BLOCKS:
            name, pieces = self._texts.pop()
            self.blocks.append((name, " ".join("".join(pieces).split())))

    def handle_data(self, data: str) -> None:
        if self._texts:
            self._texts[-1][1].append(data)

    def texts(self) -> list[str]:
        return [text for _, text in self.blocks]

    def headings(self) -> list[tuple[int, str]]:
        return [(int(tag[1]), text) for tag, text in self.blocks if tag in ("h1", "h2", "h3")]

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]


def blocks(file: bytes, kind: str) -> list[str]:
    return word_blocks(file) if kind == "docx" else Page(file).texts()


def headings(file: bytes, kind: str) -> list[tuple[int, str]]:
    return word_headings(file) if kind == "docx" else Page(file).headings()
