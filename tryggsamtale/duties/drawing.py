"""The flow of the decision as an SVG, drawn from the rule tables themselves.

Each table is a column of rows: the condition, and to its right the verdict it leads to. Verdicts are told apart by
wording and line, not by colour, so that the drawing prints in black and white.
"""

from __future__ import annotations

from datetime import date
from textwrap import wrap
from xml.sax.saxutils import escape

from tryggsamtale.duties import avvergingsplikt, nodetater, opplysningsplikt, paragraphs
from tryggsamtale.duties.rules import IKKE_RELEVANT, PLIKT, RETT, UAVGJORT, Table
from tryggsamtale.duties.straffebud import OFFENCES, status

LABELS = {
    PLIKT: "PLIKT",
    UAVGJORT: "kan ikke avgjøres: drøft i dag",
    RETT: "ikke plikt, men rett",
    IKKE_RELEVANT: "ikke relevant",
}
FRAMES = {
    PLIKT: 'stroke-width="4"',
    UAVGJORT: 'stroke-width="1.5" stroke-dasharray="7 4"',
    RETT: 'stroke-width="1.5"',
    IKKE_RELEVANT: 'stroke-width="1" stroke-dasharray="2 3"',
}
WIDTH, MARGIN, GAP = 1180, 30, 14
LEFT, RIGHT, LINE, PAD = 620, 400, 19, 10
VERDICT_X = MARGIN + LEFT + 70
ARROW = 'stroke="#000" fill="none" marker-end="url(#pil)"'


def _text(x: float, y: float, text: str, style: str = "") -> str:
    return f'<text x="{x}" y="{y}"{style}>{escape(text)}</text>'


def _box(x: float, y: float, width: float, lines: list[str], frame: str) -> tuple[str, int]:
    height = 2 * PAD + LINE * len(lines)
    texts = "".join(_text(x + 12, y + PAD + 14 + LINE * number, line) for number, line in enumerate(lines))
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="#fff" stroke="#000" {frame}/>{texts}', height


def _heading(y: float, text: str) -> str:
    return _text(MARGIN, y, text, ' font-size="21" font-weight="bold"')


def _paragraphs(cites: object) -> str:
    return "" if callable(cites) else f" · {', '.join(cites)}"


def _table(table: Table, y: float) -> tuple[list[str], float]:
    """The rows of one table from ``y`` downward: (parts, next free y)."""
    parts, last = [_heading(y, table.title)], len(table.rules) - 1
    y += 18
    for number, rule in enumerate(table.rules):
        frame = FRAMES[IKKE_RELEVANT] if number == last else 'stroke-width="1.5"'
        question = rule.label if number == last else f"{number + 1}. {rule.label}?"
        box, height = _box(MARGIN, y, LEFT, wrap(question, 76), frame)
        answer, answer_height = _box(VERDICT_X, y, RIGHT, wrap(LABELS[rule.verdict] + _paragraphs(rule.cites), 48),
                                     FRAMES[rule.verdict])
        middle = y + height / 2
        parts += [box, answer, f'<path d="M{MARGIN + LEFT} {middle}H{VERDICT_X - 4}" {ARROW}/>']
        y_next = y + max(height, answer_height) + GAP
        if number < last:
            parts.append(_text(MARGIN + LEFT + 12, middle - 6, "ja", ' font-size="14"'))
            parts.append(f'<path d="M{MARGIN + 40} {y + height}V{y_next - 4}" {ARROW}/>')
            parts.append(_text(MARGIN + 50, y_next - 3, "nei", ' font-size="12"'))
        y = y_next
    return parts, y + 40


def _offences(y: float, on: date) -> tuple[list[str], float]:
    """Which acts the list in § 196 covers, in the order in which the rows are tried."""
    parts = [_heading(y, "Fra det som skjer til straffebudet: er det på listen i straffeloven § 196?")]
    y += 30
    for row in OFFENCES:
        numbers = f" (§ {', '.join(row.provisions)})" if row.provisions else ""
        dots = status(row, on)
        parts.append(_text(MARGIN, y, row.label + numbers))
        parts.append(_text(VERDICT_X, y, dots, ' font-weight="bold"' if dots == "på listen" else ""))
        y += LINE + 3
    return parts, y + 30


def draw() -> str:
    """The whole flow as one SVG document. The same rules always give the same drawing."""
    on = paragraphs.law_as_of()
    parts: list[str] = []
    y: float = 110
    for table in (opplysningsplikt.TABLE, avvergingsplikt.table(on), nodetater.TABLE):
        drawn, y = _table(table, y)
        parts += drawn
        if table.id == "avvergingsplikt":
            drawn, y = _offences(y, on)
            parts += drawn
    title = "Har jeg plikt til å melde fra? Slik avgjøres det"
    note = (
        "Radene leses ovenfra; den første som passer, avgjør. Er det fare nå: ring 112 eller 113 først. "
        f"Lov per {on:%d.%m.%Y}."
    )
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y:.0f}" role="img" '
        f'aria-labelledby="tittel beskrivelse" font-family="sans-serif" font-size="16" fill="#000">'
        f'<title id="tittel">{escape(title)}</title>'
        f'<desc id="beskrivelse">{escape(note)} Tre tabeller: opplysningsplikt til barnevernet, avvergingsplikt og '
        "helsepersonells plikt til å varsle nødetatene. Tykk ramme er plikt, stiplet ramme er tvil.</desc>"
        '<defs><marker id="pil" markerWidth="8" markerHeight="8" refX="6" refY="4" orient="auto">'
        '<path d="M0 0L8 4L0 8z" fill="#000"/></marker></defs>'
        f'<rect width="{WIDTH}" height="{y:.0f}" fill="#fff"/>'
    )
    top = _text(MARGIN, 42, title, ' font-size="26" font-weight="bold"') + _text(MARGIN, 70, note)
    return "\n".join([head, top, *parts, "</svg>"]) + "\n"
