"""A confusion matrix as a picture: what was meant down, what was understood across."""

from __future__ import annotations

from collections import Counter
from html import escape
from pathlib import Path
from typing import Any

from tryggsamtale.dialogues.understood import CONTROLS, FLOWS
from tryggsamtale.knowledge.topics import TOPICS

NAMES = (*FLOWS, *TOPICS, *CONTROLS, "utenfor")
CELL = 18
LEFT, TOP = 150, 150
RIGHT, WRONG = "#1e6b52", "#b3261e"


def draw(asked: list[dict[str, Any]], said: dict[str, str], picture: Path) -> None:
    """Write the SVG; an answer named in `also` counts as what was meant."""
    meant = {one["id"]: said[one["id"]] if said[one["id"]] in one.get("also", ()) else one["name"] for one in asked}
    pairs = Counter((meant[one["id"]], said[one["id"]]) for one in asked)
    rows = Counter(meant.values())
    right = sum(count for (row, column), count in pairs.items() if row == column)
    side = len(NAMES) * CELL
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + side + 12} {TOP + side + 32}" '
        'font-family="sans-serif" font-size="11" role="img">',
        f"<title>Ment nedover, forstått bortover: {right} av {len(asked)} riktig</title>",
        f'<rect width="100%" height="100%" fill="#fff"/><rect x="{LEFT}" y="{TOP}" width="{side}" height="{side}" '
        'fill="#f5f5f5"/>',
    ]
    for number, name in enumerate(NAMES):
        at = number * CELL + CELL * 0.7
        parts.append(f'<text x="{LEFT - 6}" y="{TOP + at:.0f}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<text transform="translate({LEFT + at:.0f} {TOP - 6}) rotate(-90)">{escape(name)}</text>')
    parts.extend(_cell(row, column, count, rows[row]) for (row, column), count in sorted(pairs.items()))
    parts.append(f'<text x="{LEFT}" y="{TOP + side + 22}">Ment nedover, forstått bortover. {right} av {len(asked)} '
                 "meldinger ble forstått riktig; tallene er antall.</text></svg>")
    picture.write_text("\n".join(parts) + "\n", "utf-8")


def _cell(row: str, column: str, count: int, of: int) -> str:
    x, y = LEFT + NAMES.index(column) * CELL, TOP + NAMES.index(row) * CELL
    colour, depth = RIGHT if row == column else WRONG, 0.25 + 0.75 * count / of
    return (
        f'<rect x="{x}" y="{y}" width="{CELL - 1}" height="{CELL - 1}" fill="{colour}" fill-opacity="{depth:.2f}">'
        f"<title>{row} → {column}: {count} av {of}</title></rect>"
        f'<text x="{x + CELL / 2:.0f}" y="{y + 13}" text-anchor="middle" font-size="10" '
        f'fill="{"#fff" if depth > 0.55 else "#000"}">{count}</text>'
    )
