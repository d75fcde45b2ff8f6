"""The scores in the model card, written by the build so that card and package never disagree."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

CARD = Path(__file__).parent / "MODEL_CARD.md"
_START, _END = "<!-- scores -->\n", "<!-- end of scores -->"


def write(scores: dict) -> None:
    """Put the tables of these scores (see `measure.scores`) between the marks in the card.

    Raises:
        ValueError: the card has lost its marks.
    """
    before, _, rest = CARD.read_text(encoding="utf-8").partition(_START)
    _, mark, after = rest.partition(_END)
    if not mark:
        raise ValueError(f"{CARD.name} has no marks around its scores")
    CARD.write_text(before + _START + tables(scores) + mark + after, encoding="utf-8")


def tables(scores: dict) -> str:
    """Markdown: NorNE's dev part, then held-out chat."""
    parts = []
    for title, rows in (("NorNE, dev part", scores["norne"]), ("Held-out chat messages", scores["chat"])):
        heads = [title, *next(iter(rows.values()))]
        parts += [_row(heads), _row("---" for _ in heads)]
        parts += [_row([name, *row.values()]) for name, row in rows.items()]
        parts.append("")
    return "\n".join(parts)


def _row(cells: Iterable) -> str:
    return f"| {' | '.join('–' if cell is None else str(cell) for cell in cells)} |"
