"""The look of the Word template: its styles, and a file stripped of what else python-docx's own template brings."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

FONT = "Arial"
INK, QUIET, ACCENT, DANGER = "1C2B33", "4B5B64", "1D5163", "9B1C1C"
TINT, DANGER_TINT, LINE = "EDF4F5", "FDF0EE", "C3D0D5"
KEPT = {"Default Paragraph Font", "Normal Table", "No List"}
UNUSED_PARTS = ("thumbnail", "extended-properties", "customXml", "stylesWithEffects")
UNUSED_SETTINGS = ("w:rsids", "w:proofState", "w:savePreviewPicture", "w:themeFontLang")


@dataclass(frozen=True)
class Look:
    """A paragraph style: sizes and spaces in points, ``box`` the colours of bar and ground."""

    size: float = 10
    before: float = 0
    after: float = 4
    bold: bool = False
    colour: str = INK
    with_next: bool = False
    box: tuple[str, str] | None = None


LOOKS = {
    "Normal": Look(),
    "Heading 1": Look(20, after=2, bold=True, colour=ACCENT, with_next=True),
    "Heading 2": Look(13, before=11, after=3, bold=True, colour=ACCENT, with_next=True),
    "Heading 3": Look(10.5, before=8, after=2, bold=True, colour=ACCENT, with_next=True),
    "List Bullet": Look(after=2),
    "List Number": Look(after=3),
    "Header": Look(8, after=6, colour=QUIET),
    "Footer": Look(8, after=0, colour=QUIET),
    "Fare": Look(11.5, before=8, after=4, bold=True, colour=DANGER, box=(DANGER, DANGER_TINT)),
    "Svar": Look(11.5, after=4, bold=True, box=(ACCENT, TINT)),
    "Konklusjon": Look(bold=True, with_next=True),
    "Ledetekst": Look(before=6, after=4, bold=True, colour=ACCENT, with_next=True),
    "Stille": Look(9, colour=QUIET),
    "Sist": Look(9, before=6, colour=QUIET),
    "Kilde": Look(9, after=1, colour=QUIET),
    "Tabelltekst": Look(9.5, after=0),
    "Tabellhode": Look(9.5, after=0, bold=True, colour=ACCENT, with_next=True),
    "Tabellrad": Look(9.5, after=0, bold=True),
}

_HEAD = f"""
  <w:tblStylePr w:type="firstRow">
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr>
  </w:tblStylePr>"""
_BORDER = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"'
TABLE_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Tryggsamtale">
  <w:name w:val="Tryggsamtale"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:bottom {_BORDER}/><w:insideH {_BORDER}/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="40" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>{_HEAD}
</w:style>"""
FORM_STYLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Skjema">
  <w:name w:val="Skjema"/><w:basedOn w:val="Tryggsamtale"/><w:uiPriority w:val="99"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top {_BORDER}/><w:left {_BORDER}/><w:bottom {_BORDER}/><w:right {_BORDER}/>
      <w:insideH {_BORDER}/><w:insideV {_BORDER}/>
    </w:tblBorders>
  </w:tblPr>{_HEAD}
</w:style>"""
"""A table with cells to write in by hand."""


def apply(doc: Document) -> None:
    """Give a new python-docx document this look, and take away what it does not need."""
    _strip(doc)
    _defaults(doc)
    for name, look in LOOKS.items():
        _paragraph_style(doc, name, look)
    quiet = doc.styles.add_style("Stille tegn", WD_STYLE_TYPE.CHARACTER)
    quiet.font.size, quiet.font.color.rgb = Pt(9), RGBColor.from_string(QUIET)
    for style in (TABLE_STYLE, FORM_STYLE):
        doc.styles.element.append(parse_xml(style))
    _footer_tab(doc.styles["Footer"])


def _strip(doc: Document) -> None:
    for style in list(doc.styles):
        if style.name not in LOOKS and style.name not in KEPT:
            style.delete()
    for relations in (doc.part.package.rels, doc.part.rels):
        for id, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in UNUSED_PARTS:
                del relations[id]
    _strip_numbering(doc)


def _strip_numbering(doc: Document) -> None:
    """Leave only the lists that the styles kept use."""
    numbering = doc.part.numbering_part.element
    kept = {style.element.get(qn("w:styleId")) for style in doc.styles}
    dropped = set()
    for kind in numbering.findall(qn("w:abstractNum")):
        if not {style.get(qn("w:val")) for style in kind.iter(qn("w:pStyle"))} & kept:
            dropped.add(kind.get(qn("w:abstractNumId")))
            numbering.remove(kind)
    for number in numbering.findall(qn("w:num")):
        if number.find(qn("w:abstractNumId")).get(qn("w:val")) in dropped:
            numbering.remove(number)


def _defaults(doc: Document) -> None:
    """One font for all, without a theme in between; the current layout rules of Word, not those of an older one."""
    defaults = doc.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for name in list(defaults):
        if name.tag != qn("w:lang"):
            defaults.remove(name)
    fonts = " ".join(f'w:{script}="{FONT}"' for script in ("ascii", "hAnsi", "cs", "eastAsia"))
    defaults.insert(0, parse_xml(f"<w:rFonts {nsdecls('w')} {fonts}/>"))
    settings = doc.settings.element
    for name in UNUSED_SETTINGS:
        for setting in settings.findall(qn(name)):
            settings.remove(setting)
    for compat in settings.findall(qn("w:compat")):
        for setting in list(compat):
            compat.remove(setting)
        compat.append(parse_xml(
            f'<w:compatSetting {nsdecls("w")} w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        ))


def _paragraph_style(doc: Document, name: str, look: Look) -> None:
    known = name in [style.name for style in doc.styles]
    style = doc.styles[name] if known else doc.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    numbering = _bare(style)
    if name != "Normal":
        style.base_style = doc.styles["Normal"]
    style.quick_style, style.hidden = True, False
    style.font.size, style.font.bold = Pt(look.size), look.bold
    style.font.color.rgb = RGBColor.from_string(look.colour)
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(look.before), Pt(look.after), 1.08
    shape.keep_with_next, shape.widow_control = look.with_next, True
    if numbering is not None:
        style.element.pPr._insert_numPr(numbering)
        shape.left_indent, shape.first_line_indent = Cm(0.6), Cm(-0.6)
    if name.startswith("Heading"):
        level = parse_xml(f"<w:outlineLvl {nsdecls('w')} w:val=\"{int(name[-1]) - 1}\"/>")
        style.element.pPr.append(level)
    if look.box:
        _box(style, *look.box)


def _bare(style: ParagraphStyle) -> BaseOxmlElement | None:
    """Take away the formatting the style came with; its numbering is returned."""
    properties = style.element.pPr
    numbering = None if properties is None else properties.numPr
    for part in (properties, style.element.rPr, style.element.find(qn("w:link"))):
        if part is not None:
            style.element.remove(part)
    return numbering


def _box(style: ParagraphStyle, bar: str, ground: str) -> None:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
        for edge, size, space, colour in (
            ("top", 4, 5, ground), ("left", 36, 8, bar), ("bottom", 4, 5, ground), ("right", 4, 8, ground),
        )
    )
    properties = style.element.pPr
    properties.insert_element_before(
        parse_xml(f'<w:pBdr {nsdecls("w")}>{edges}</w:pBdr>'), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:outlineLvl",
    )
    properties.insert_element_before(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{ground}"/>'),
        "w:tabs", "w:spacing", "w:ind", "w:outlineLvl",
    )
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Cm(0.35)


def _footer_tab(style: ParagraphStyle) -> None:
    """Page numbers stand at the right edge of the text."""
    tabs = f'<w:tabs {nsdecls("w")}><w:tab w:val="right" w:pos="{Cm(17).twips}"/></w:tabs>'
    style.element.pPr.insert_element_before(parse_xml(tabs), "w:spacing", "w:ind")
