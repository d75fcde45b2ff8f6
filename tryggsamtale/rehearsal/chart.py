"""Small figures of a rehearsal as SVG: coverage of the sections, the course of trust, progress over several.

They are read without colour: lines differ in dashes and in the shape of their marks, bars in outline, and every number
stands beside them as text. ``role="img"`` with a title and a description gives them a name where they are only heard.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from tryggsamtale.rehearsal.feedback import Feedback
from tryggsamtale.rehearsal.points import SECTIONS
from tryggsamtale.rehearsal.progress import MEASURES, Record, progress
from tryggsamtale.rehearsal.trust import DIMENSIONS, OPENED_UP
from tryggsamtale.wording import Text, load

_SAID = load(Path(__file__).with_name("chart.yml"))
WIDTH, MARGIN, ROW, FONT = 640, 16, 30, 15
BAR, BAR_X = 14, 330
PLOT_TOP, PLOT_HEIGHT, PLOT_LEFT = 44, 180, 52
DASHES = ("", "9 4", "2 4", "12 4 2 4")
MARKS = (
    '<circle cx="{x}" cy="{y}" r="4"/>',
    '<rect x="{left}" y="{top}" width="8" height="8"/>',
    '<path d="M{x} {top}l5 8h-10z"/>',
    '<path d="M{x} {top}l5 5l-5 5l-5 -5z"/>',
)
MOST_MARKS = 12
"""Marks on one line; with more turns they stand further apart."""


class Curve(NamedTuple):
    """One line of a plot: its words, and its values from 0 to 100."""

    label: str
    values: Sequence[float]


def coverage_svg(feedback: Feedback, locale: str) -> str:
    """How many points of each section a–e were covered: a bar a section, with the numbers beside it."""
    said, parts = _SAID["coverage"], []
    sections = feedback.as_dict()["sections"]
    for number, section in enumerate(sections):
        y = 52 + ROW * number
        row = said["row"].format(covered=section["covered"], of=section["of"])[locale]
        step = (WIDTH - BAR_X - MARGIN - 60) / max(len(one["points"]) for one in sections)
        parts.append(_text(MARGIN, y, f"{section['id']}) {SECTIONS[section['id']][locale]}"))
        parts += [
            f'<rect x="{BAR_X + step * place:.1f}" y="{y - 12}" width="{step - 3:.1f}" height="{BAR}" '
            f'fill="{"#1d4e89" if point["covered"] else "none"}" stroke="#222"/>'
            for place, point in enumerate(section["points"])
        ]
        parts.append(_text(WIDTH - MARGIN, y, row, ' text-anchor="end"'))
    return _svg(said, locale, 46 + ROW * len(SECTIONS), parts)


def trust_svg(feedback: Feedback, locale: str) -> str:
    """The three parts of trust at the start and after each line, with the line from which a part counts as won."""
    course = feedback.course
    curves = [Curve(DIMENSIONS[name][locale], [getattr(trust, name) for trust in course]) for name in DIMENSIONS]
    return _plot(_SAID["trust"], locale, curves, first=0, line=(OPENED_UP, _SAID["trust"]["won"]))


def progress_svg(records: Sequence[Record], locale: str) -> str:
    """The measures of every rehearsal in their order. Raises ValueError when there is none."""
    if not records:
        raise ValueError("There is no rehearsal to draw.")
    labels = progress(records)["labels"]
    curves = [
        Curve(labels[measure][locale], [round(100 * getattr(record, measure)) for record in records])
        for measure in MEASURES
    ]
    return _plot(_SAID["progress"], locale, curves, first=1)


def _plot(
    said: dict[str, Text], locale: str, curves: list[Curve], first: int, line: tuple[int, Text] | None = None
) -> str:
    parts = [_grid(value, str(value)) for value in (0, 50, 100)]
    if line:
        parts.append(_grid(line[0], f"{line[0]} {line[1][locale]}", ' stroke-dasharray="5 3"'))
    last = first + len(curves[0].values) - 1
    below = PLOT_TOP + PLOT_HEIGHT + 20
    parts += [
        _text(PLOT_LEFT, below, f"{said['axis'][locale]} {first}"),
        _text(WIDTH - MARGIN, below, f"{said['axis'][locale]} {last}", ' text-anchor="end"'),
    ]
    for number, curve in enumerate(curves):
        y = below + 28 + ROW * number
        row = said["row"].format(label=curve.label, first=curve.values[0], last=curve.values[-1])[locale]
        parts += [_curve(number, curve.values), _key(number, y - 5), _text(PLOT_LEFT + 60, y, row)]
    return _svg(said, locale, below + 14 + ROW * len(curves), parts)


def _curve(number: int, values: Sequence[float]) -> str:
    step = (WIDTH - PLOT_LEFT - MARGIN) / max(1, len(values) - 1)
    places = [(PLOT_LEFT + step * place, _height(value)) for place, value in enumerate(values)]
    every = -(-len(places) // MOST_MARKS)
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    marks = "".join(_mark(number, x, y) for x, y in places[::every])
    return f'<polyline points="{points}" fill="none" stroke="#222" stroke-width="2"{_dash(number)}/>{marks}'


def _key(number: int, y: float) -> str:
    ends = f'x1="{PLOT_LEFT}" y1="{y}" x2="{PLOT_LEFT + 48}" y2="{y}"'
    return f'<line {ends} stroke="#222" stroke-width="2"{_dash(number)}/>' + _mark(number, PLOT_LEFT + 24, y)


def _mark(number: int, x: float, y: float) -> str:
    return MARKS[number].format(x=f"{x:.1f}", y=f"{y:.1f}", left=f"{x - 4:.1f}", top=f"{y - 4:.1f}")


def _dash(number: int) -> str:
    return f' stroke-dasharray="{DASHES[number]}"' if DASHES[number] else ""


def _height(value: float) -> float:
    return PLOT_TOP + PLOT_HEIGHT * (1 - value / 100)


def _grid(value: int, label: str, style: str = "") -> str:
    y = _height(value)
    return (
        f'<line x1="{PLOT_LEFT}" y1="{y}" x2="{WIDTH - MARGIN}" y2="{y}" stroke="#767676"{style}/>'
        + _text(PLOT_LEFT - 6 if label.isdigit() else PLOT_LEFT + 6, y + (5 if label.isdigit() else -5), label,
                ' text-anchor="end"' if label.isdigit() else "")
    )


def _text(x: float, y: float, text: str, style: str = "") -> str:
    return f'<text x="{x}" y="{y}"{style}>{escape(text)}</text>'


def _svg(said: dict[str, Text], locale: str, height: float, parts: list[str]) -> str:
    title, about = escape(said["title"][locale]), escape(said["about"][locale])
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img" lang="{locale}" '
        f'font-family="sans-serif" font-size="{FONT}" fill="#111"><title>{title}</title><desc>{about}</desc>',
        f'<rect width="{WIDTH}" height="{height:.0f}" fill="#fff"/>',
        _text(MARGIN, 26, said["title"][locale], ' font-weight="bold" font-size="18"'),
        *parts, "</svg>",
    ])
