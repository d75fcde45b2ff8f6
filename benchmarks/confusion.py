"""A confusion matrix as a picture: what was meant down, what was understood across."""

from __future__ import annotations

from collections import Counter
from html import escape
from pathlib import Path
from typing import Any

from tryggsamtale.dialogues.understood import CONTROLS, FLOWS
from tryggsamtale.knowledge.topics import TOPICS

GROUPS = {"Samtaler": FLOWS, "Temaer": TOPICS, "Styring": CONTROLS, "": ("utenfor",)}
NAMES = tuple(name for names in GROUPS.values() for name in names)
CELL = 18
LEFT, TOP = 190, 200
BELOW = 76
SIDE = len(NAMES) * CELL
RIGHT, WRONG, LINE = "#1e6b52", "#b3261e", "#8a8a8a"
LEGEND = (
    (RIGHT, "riktig forstått"),
    (WRONG, "forvekslet; jo mørkere, jo større del av raden"),
)


def draw(asked: list[dict[str, Any]], said: dict[str, str], picture: Path) -> None:
    """Write the SVG; an answer named in `also` counts as what was meant."""
    meant = {one["id"]: said[one["id"]] if said[one["id"]] in one.get("also", ()) else one["name"] for one in asked}
    pairs = Counter((meant[one["id"]], said[one["id"]]) for one in asked)
    rows = Counter(meant.values())
    right = sum(count for (row, column), count in pairs.items() if row == column)
    told = f"{right} av {len(asked)} meldinger forstått riktig"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + SIDE + 12} {TOP + SIDE + BELOW}" '
        'font-family="sans-serif" font-size="11" role="img">',
        f"<title>{told}: det som var ment nedover, det boten forstod bortover</title>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        _text(LEFT, 22, told, size=16),
        _text(LEFT, 42, "Skrevet atskilt fra treningen, også på dialekt og med feil. Tallene er antall meldinger."),
        _text(LEFT + SIDE / 2, 66, "Det boten forstod", size=13, anchor="middle"),
        _text(14, TOP + SIDE / 2, "Det som var ment", size=13, anchor="middle", turned=True),
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="#f5f5f5"/>',
    ]
    for number, name in enumerate(NAMES):
        at = number * CELL + CELL * 0.7
        parts.append(_text(LEFT - 6, TOP + at, name, anchor="end"))
        parts.append(_text(LEFT + at, TOP - 6, name, turned=True))
    parts.extend(_groups())
    parts.extend(_cell(row, column, count, rows[row]) for (row, column), count in sorted(pairs.items()))
    parts.extend(_legend())
    picture.write_text("\n".join([*parts, "</svg>"]) + "\n", "utf-8")


def _text(x: float, y: float, words: str, size: int = 11, anchor: str = "start", turned: bool = False) -> str:
    place = f'transform="translate({x:.0f} {y:.0f}) rotate(-90)"' if turned else f'x="{x:.0f}" y="{y:.0f}"'
    return f'<text {place} font-size="{size}" text-anchor="{anchor}">{escape(words)}</text>'


def _groups() -> list[str]:
    """A line between the kinds, and their names along both sides."""
    parts, begins = [], 0
    for title, names in GROUPS.items():
        middle, at = (begins + len(names) / 2) * CELL, begins * CELL
        begins += len(names)
        parts.append(_text(34, TOP + middle, title, anchor="middle", turned=True))
        parts.append(_text(LEFT + middle, 86, title, anchor="middle"))
        if at:
            parts.append(f'<path d="M{LEFT} {TOP + at}H{LEFT + SIDE}M{LEFT + at} {TOP}V{TOP + SIDE}" stroke="{LINE}"/>')
    return parts


def _legend() -> list[str]:
    parts = []
    for number, (colour, words) in enumerate(LEGEND):
        y = TOP + SIDE + 16 + number * 22
        parts.append(f'<rect x="{LEFT}" y="{y}" width="{CELL - 4}" height="{CELL - 4}" fill="{colour}"/>')
        parts.append(_text(LEFT + CELL + 2, y + 11, words))
    return parts


def _cell(row: str, column: str, count: int, of: int) -> str:
    x, y = LEFT + NAMES.index(column) * CELL, TOP + NAMES.index(row) * CELL
    colour, depth = RIGHT if row == column else WRONG, 0.25 + 0.75 * count / of
    return (
        f'<rect x="{x}" y="{y}" width="{CELL - 1}" height="{CELL - 1}" fill="{colour}" fill-opacity="{depth:.2f}">'
        f"<title>{row} → {column}: {count} av {of}</title></rect>"
        f'<text x="{x + CELL / 2:.0f}" y="{y + 13}" text-anchor="middle" font-size="10" '
        f'fill="{"#fff" if depth > 0.55 else "#000"}">{count}</text>'
    )
