"""The points of the trygghetssamtale as a guide reads them (``points.yml``, source 002): what, why, how to say it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tryggsamtale.rehearsal.moves import POINTS
from tryggsamtale.wording import Text, load

_DATA = load(Path(__file__).with_name("points.yml"))


class Point(NamedTuple):
    """``label``: what the guide does; ``why`` it helps; ``say``: one way to say it, in our own words."""

    id: str
    label: Text
    why: Text
    say: Text

    @property
    def section(self) -> str:
        """``a`` to ``e``."""
        return self.id[0]


SECTIONS: dict[str, Text] = _DATA["sections"]
CHECKLIST = {id: Point(id, **_DATA["points"][id]) for id in POINTS}
"""All points in the order of the checklist."""


def points_of(section: str) -> list[Point]:
    """The points of a section, ``a`` to ``e``, in their order."""
    return [point for point in CHECKLIST.values() if point.section == section]
